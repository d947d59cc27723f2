import { Fragment } from "react";
import { ChartTable } from "@/components/charts/chart-table";
import { publisherName, type SourceNumbers } from "@/components/source/source-line";
import { sourcesOf } from "@/components/source/source-list";
import { LOCALE } from "@/components/ui/locale";
import type { Calculated } from "@/lib/charts/compare/index-metrics";
import { citationText } from "@/lib/citation/text";
import type { ChartSpec, SourceRef } from "@/lib/figures/figure";
import { edtfShort } from "@/lib/format/period";
import { paths } from "@/lib/paths";

interface Props {
  readonly spec: ChartSpec;
  readonly numbers: SourceNumbers;
  readonly calculated?: Calculated | undefined;
}

/** Most sources written out in a chart's ready citation; a longer list would be no citation but a bibliography. */
const MOST_CITED = 4;

/** Below a drawing: its sources by number, and what can be done with it. */
export function ChartFoot({ spec, numbers, calculated }: Props) {
  const cited = [...spec.figures.map(({ figure }) => figure), ...spec.tableOnly, ...spec.milestones].flatMap(
    ({ citations }) => citations,
  );
  const sources = sourcesOf(cited);
  return (
    <div className="chart-foot">
      <p className="chart-sources">
        {sourcesText(sources)}
        <SourceRuns sources={sources} numbers={numbers} />
      </p>
      {spec.figures.length > 0 ? (
        <details className="chart-more is-table">
          <summary>Table</summary>
          <ChartTable spec={spec} numbers={numbers} calculated={calculated} />
        </details>
      ) : null}
      {spec.figures.length > 0 && spec.file ? (
        <a className="chart-download" href={paths.figuresFile("csv", spec.file)} download={`${spec.slug}.csv`}>
          Download
        </a>
      ) : null}
      <details className="chart-more is-cite">
        <summary>Cite</summary>
        <p>{chartCitation(spec, sources)}</p>
      </details>
    </div>
  );
}

/** Numbers of sources in order, three or more in a row as "6–20". */
function SourceRuns({ sources, numbers }: { readonly sources: readonly SourceRef[]; readonly numbers: SourceNumbers }) {
  const ordered = sources.flatMap(({ slug }) => numbers.get(slug) ?? []).sort((a, b) => a - b);
  const runs: number[][] = [];
  for (const number of ordered) {
    const run = runs.at(-1);
    if (run && run.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  const links = runs.flatMap((run) => (run.length < 3 ? run.map((number) => [number]) : [run]));
  return links.map((run) => {
    const [first, last] = [run[0], run.at(-1)];
    const isRun = first !== last;
    return (
      <Fragment key={first}>
        {" "}
        <a
          className="n"
          href={`#source-${first}`}
          aria-label={isRun ? `Sources ${first} to ${last}` : `Source ${first}`}
        >
          {isRun ? `${first}–${last}` : first}
        </a>
      </Fragment>
    );
  });
}

function sourcesText(sources: readonly SourceRef[]): string {
  const [source] = sources;
  if (sources.length !== 1 || !source) return `${sources.length} sources`;
  return `${publisherName(source)}${source.published === null ? "" : `, ${edtfShort(source.published, LOCALE)}`}`;
}

/** A reference to the chart that names its sources in full where they are few. */
function chartCitation(spec: ChartSpec, sources: readonly SourceRef[]): string {
  const named =
    sources.length <= MOST_CITED
      ? sources.map((source) => citationText(source, "APA")).join(" ")
      : `${sources.length} sources, each named in its table.`;
  return `“${spec.title}.” Footnote. After: ${named}`;
}
