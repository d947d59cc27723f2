import { type ChartRow, ChartRows } from "@/components/charts/chart-rows";
import { ClaimsTag } from "@/components/figure/claims-tag";
import { type SourceNumbers, sourceLineText } from "@/components/source/source-line";
import { sourcesOf } from "@/components/source/source-list";
import { LOCALE } from "@/components/ui/locale";
import { chartDay } from "@/lib/charts/chart-day";
import type { Calculated } from "@/lib/charts/compare/index-metrics";
import { phraseUrl } from "@/lib/citation/text-fragment";
import type { ChartSpec, Figure } from "@/lib/figures/figure";
import { edtfShort, periodText } from "@/lib/format/period";
import { wordedQuantity } from "@/lib/format/quantity";
import { countText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

interface Props {
  readonly spec: ChartSpec;
  readonly numbers: SourceNumbers;
  /** Numbers that were calculated here, in a column of their own. */
  readonly calculated?: Calculated | undefined;
}

/** The figures of a chart as a table, in the chart's order: what the drawing shows, in words, for every reader. The figures that are drawn come first: the live chart takes its words from there. */
export function ChartTable({ spec, numbers, calculated }: Props) {
  const asOf = chartDay(spec);
  const rowOf = (figure: Figure, label: string): ChartRow => {
    const [origin] = figure.citations;
    return {
      href: paths.figure(figure.id, { asOf }),
      label,
      quantity: [wordedQuantity(figure, LOCALE), ...remarksOf(figure)].join(" "),
      claims: ClaimsTag({ figure, asOf }),
      period: periodText(figure, LOCALE, edtfShort),
      speaker: figure.speaker ?? "the source itself",
      source: origin ? { href: phraseUrl(origin), text: sourceLineText(origin) } : null,
      numbers: sourcesOf(figure.citations).flatMap(({ slug }) => numbers.get(slug) ?? []),
      calculated: calculated && (calculated.texts.get(figure.id) ?? "none"),
    };
  };
  return (
    <table className="chart-table">
      <thead>
        <tr>
          <th scope="col">Figure</th>
          <th scope="col">As worded</th>
          <th scope="col">Period</th>
          <th scope="col">Who says so</th>
          <th scope="col">Source</th>
          {calculated ? <th scope="col">{calculated.name}</th> : null}
        </tr>
      </thead>
      <tbody>
        <ChartRows
          rows={spec.figures.map(({ figure, label }) => rowOf(figure, label ?? subjectName(spec.rows, figure)))}
        />
      </tbody>
      {spec.tableOnly.length > 0 ? (
        <tbody>
          <tr>
            <th scope="rowgroup" colSpan={calculated ? 6 : 5}>
              In the table only: {countText(spec.tableOnly.length, "figure", "figures", LOCALE)}
            </th>
          </tr>
          <ChartRows rows={spec.tableOnly.map((figure) => rowOf(figure, subjectName(spec.rows, figure)))} />
        </tbody>
      ) : null}
    </table>
  );
}

/** What a figure of a chart is called where it has no label of its own: by what its row stands for. */
function subjectName(rows: ChartSpec["rows"], figure: Figure): string {
  if (rows === "metric" || rows === "period") return figure.metric.name;
  return figure.organisation?.name ?? figure.region.name;
}

/** What else decides how a number is to be read, in brackets behind it. */
function remarksOf({ outlook, flags }: Figure): readonly string[] {
  return [...(outlook === "target" ? ["(target)"] : []), ...(flags === null ? [] : [`(${flags})`])];
}
