import { Fragment } from "react";
import { ChartTable } from "@/components/charts/chart-table";
import type { SourceNumbers } from "@/components/source/source-line";
import { sourcesOf } from "@/components/source/source-list";
import { LOCALE } from "@/components/ui/locale";
import type { Calculated } from "@/lib/charts/compare/index-metrics";
import { publisherName } from "@/lib/citation/short-reference";
import type { ChartSpec, FileQuery, SourceRef } from "@/lib/figures/figure";
import { edtfShort } from "@/lib/format/period";
import { paths } from "@/lib/paths";

interface Props {
  readonly spec: ChartSpec;
  readonly numbers: SourceNumbers;
  readonly calculated?: Calculated | undefined;
}

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
      {spec.file ? <ReuseLinks page={pageOf(spec.slug, spec.file)} /> : null}
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
        <a className="n" href={`#source-${first}`} aria-label={isRun ? `Sources ${first}–${last}` : `Source ${first}`}>
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

/** The ways to take a chart along from its page (a local address). */
function ReuseLinks({ page }: { readonly page: string }) {
  const reuse = paths.reuse(page);
  return (
    <p className="chart-take">
      <a href={`${reuse}#cite`}>Cite</a> <a href={`${reuse}#download`}>Download</a> <a href={`${reuse}#embed`}>Embed</a>
    </p>
  );
}

/** The page that has a chart by itself: its own, or that of its metric with the same regions and years. */
function pageOf(slug: string, { metric, region, from, to, ...file }: FileQuery): string {
  const [first, last] = [from, to].map((year) => (typeof year === "number" ? year : null));
  const asOf = typeof file["as-of"] === "string" ? file["as-of"] : null;
  if (typeof metric !== "string") return paths.chart(slug, { asOf });
  const regions = typeof region === "string" ? [region] : Array.isArray(region) ? region : [];
  return paths.metric(metric, { region: regions, from: first ?? null, to: last ?? null, asOf });
}
