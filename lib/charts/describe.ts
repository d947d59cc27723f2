import type { ChartedFigure } from "@/lib/charts/charted-figure";
import type { LinePlot, Plot, RowsPlot } from "@/lib/charts/model";
import { countText } from "@/lib/format/words";

/** Most rows that a description reads out one by one; longer charts name their ends. */
const READ_OUT = 6;

/** What is drawn, in a few sentences, for a reader who cannot see it. The table behind the chart has everything. */
export function describePlot(plot: Plot | null, part: readonly ChartedFigure[], locale: string): string {
  const count = countText(part.length, "figure", "figures", locale);
  if (plot === null) return `${count}, none with a date, so nothing can be placed in time.`;
  return plot.kind === "line" ? describeLines(plot, count, locale) : describeRows(plot, count);
}

function describeRows(plot: RowsPlot, count: string): string {
  const kind = plot.kind === "bar" ? "Bar chart" : plot.axis.kind === "log" ? "Dots on a log axis" : "Dots";
  const rows = plot.marks.map((mark) => `${mark.label}: ${mark.text}`);
  if (rows.length <= READ_OUT) return `${kind}, ${count}. ${rows.join("; ")}.`;
  return `${kind}, ${count}. First ${rows[0]}; last ${rows.at(-1)}.`;
}

function describeLines(plot: LinePlot, count: string, locale: string): string {
  const [first, end] = plot.years.domain;
  const lines = plot.series.map((series, index) => {
    const marks = plot.marks.filter((mark) => mark.series === index);
    const outcomes = marks.filter((mark) => !mark.target);
    const targets = marks.length - outcomes.length;
    const ends = [outcomes[0], outcomes.at(-1)].map((mark) => mark && `${mark.text} in ${Math.floor(mark.time)}`);
    const run =
      outcomes.length === 0 ? "no outcome" : outcomes.length === 1 ? ends[0] : `from ${ends[0]} to ${ends[1]}`;
    return `${series.name}: ${run}${targets > 0 ? `, ${countText(targets, "target", "targets", locale)}` : ""}`;
  });
  return `Line chart, ${first} to ${end - 1}, ${count}. ${lines.join("; ")}.`;
}
