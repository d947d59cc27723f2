import { ClaimsTag } from "@/components/figure/claims-tag";
import { SourceNumber, type SourceNumbers, sourceLineText } from "@/components/source/source-line";
import { sourcesOf } from "@/components/source/source-list";
import { LOCALE } from "@/components/ui/locale";
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
  const row = (figure: Figure, label: string) => (
    <Row key={figure.id} figure={figure} label={label} numbers={numbers} calculated={calculated} />
  );
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
      <tbody>{spec.figures.map(({ figure, label }) => row(figure, label ?? subjectName(spec.rows, figure)))}</tbody>
      {spec.tableOnly.length > 0 ? (
        <tbody>
          <tr>
            <th scope="rowgroup" colSpan={calculated ? 6 : 5}>
              In the table only: {countText(spec.tableOnly.length, "figure", "figures", LOCALE)}
            </th>
          </tr>
          {spec.tableOnly.map((figure) => row(figure, subjectName(spec.rows, figure)))}
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

function Row({
  figure,
  label,
  numbers,
  calculated,
}: Omit<Props, "spec"> & {
  readonly figure: Figure;
  readonly label: string;
}) {
  const [origin] = figure.citations;
  return (
    <tr>
      <th scope="row">
        <a href={paths.figure(figure.id)}>{label}</a>
      </th>
      <td>
        {wordedQuantity(figure, LOCALE)}
        {figure.outlook === "target" ? " (target)" : ""} <ClaimsTag figure={figure} />
      </td>
      <td>{periodText(figure, LOCALE, edtfShort)}</td>
      <td>{figure.speaker ?? "the source itself"}</td>
      <td>
        {origin ? <a href={phraseUrl(origin)}>{sourceLineText(origin)}</a> : null}
        {sourcesOf(figure.citations).map((source) => (
          <SourceNumber key={source.slug} source={source} numbers={numbers} />
        ))}
      </td>
      {calculated ? <td>{calculated.texts.get(figure.id) ?? "none"}</td> : null}
    </tr>
  );
}
