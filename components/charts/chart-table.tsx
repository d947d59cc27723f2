import { ClaimsTag } from "@/components/figure/claims-tag";
import { SourceNumber, type SourceNumbers, sourceLineText } from "@/components/source/source-line";
import { sourcesOf } from "@/components/source/source-list";
import { LOCALE } from "@/components/ui/locale";
import { phraseUrl } from "@/lib/citation/text-fragment";
import type { ChartSpec, Figure } from "@/lib/figures/figure";
import { edtfShort, periodText } from "@/lib/format/period";
import { wordedQuantity } from "@/lib/format/quantity";
import { countText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

interface Props {
  readonly spec: ChartSpec;
  readonly numbers: SourceNumbers;
}

/** The figures of a chart as a table, in the chart's order: what the drawing shows, in words, for every reader. The figures that are drawn come first: the live chart takes its words from there. */
export function ChartTable({ spec, numbers }: Props) {
  return (
    <table className="chart-table">
      <thead>
        <tr>
          <th scope="col">Figure</th>
          <th scope="col">As worded</th>
          <th scope="col">Period</th>
          <th scope="col">Who says so</th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {spec.figures.map(({ figure, label }) => (
          <Row key={figure.id} figure={figure} label={label ?? subjectName(spec.rows, figure)} numbers={numbers} />
        ))}
      </tbody>
      {spec.tableOnly.length > 0 ? (
        <tbody>
          <tr>
            <th scope="rowgroup" colSpan={5}>
              In the table only: {countText(spec.tableOnly.length, "figure", "figures", LOCALE)}
            </th>
          </tr>
          {spec.tableOnly.map((figure) => (
            <Row key={figure.id} figure={figure} label={subjectName(spec.rows, figure)} numbers={numbers} />
          ))}
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
}: {
  readonly figure: Figure;
  readonly label: string;
  readonly numbers: SourceNumbers;
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
    </tr>
  );
}
