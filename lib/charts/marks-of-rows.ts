import { type ChartedFigure, groupRepeats, quantityText } from "@/lib/charts/charted-figure";
import { barDomain, logDomain, roundDomain, wholeDomain } from "@/lib/charts/domain";
import type { RowMark, RowsPlot, Tick } from "@/lib/charts/model";
import { NARROWEST } from "@/lib/charts/narrowest";
import { fractionOf, type Scale } from "@/lib/charts/scale";
import { textWidth } from "@/lib/charts/text-width";
import { linearTicks, logTicks, ticksThatFit } from "@/lib/charts/ticks";
import type { ChartSpec } from "@/lib/figures/figure";
import { edtfShort, periodText } from "@/lib/format/period";
import { tickText } from "@/lib/format/quantity";

/** Most ticks of an axis that runs across a chart. */
const MOST_TICKS = 6;

/** Bars or dots, one row for each figure; figures that say the same share one. `refusals` is added to when a log axis is impossible. */
export function rowsPlot(
  spec: Pick<ChartSpec, "kind" | "scale" | "rows">,
  charted: readonly ChartedFigure[],
  locale: string,
  refusals: string[],
): RowsPlot {
  const kind = spec.kind === "bar" ? "bar" : "dot";
  const labels = rowLabels(spec.rows, charted, locale);
  const groups = groupRepeats(charted, (each) => labels.get(each.index) ?? "");
  const marks: RowMark[] = groups.map((group) => ({
    ids: group.map((each) => each.figure.id),
    figures: group.map((each) => each.index),
    wording: group[0].figure.wording,
    target: group[0].figure.outlook === "target",
    value: group[0].figure.value,
    high: group[0].figure.valueHigh,
    // Every row says what it is, so colour has nothing to tell.
    slot: 1,
    text: quantityText(group[0].figure, locale),
    label: labels.get(group[0].index) ?? "",
  }));

  const figures = charted.map((each) => each.figure);
  const values = figures.flatMap((figure) => [figure.value, figure.valueHigh ?? figure.value]);
  const areShares = figures.every((figure) => figure.metric.kind === "share");
  const whole = kind === "bar" && areShares ? wholeDomain(values) : null;
  const log = kind === "dot" && spec.scale === "log" ? logDomain(values) : null;
  if (spec.scale === "log" && kind === "bar") refusals.push("Bars start at zero, so their axis is not logarithmic.");
  if (spec.scale === "log" && kind === "dot" && log === null) {
    refusals.push("A log axis has no place for zero or less, so the axis is linear.");
  }
  const axis: Scale =
    log !== null
      ? { kind: "log", domain: log }
      : { kind: "linear", domain: whole ?? (kind === "bar" ? barDomain(values) : roundDomain(values, MOST_TICKS - 1)) };
  const wholes = new Set(figures.map((figure) => figure.metric.shareOf));
  const [onlyWhole] = wholes;
  return {
    kind,
    axis,
    ticks: axisTicks(axis, figures[0]?.metric.unit ?? "", locale),
    marks,
    whole: whole === null ? null : ((wholes.size === 1 ? onlyWhole : null) ?? "the whole"),
  };
}

/** Ticks of an axis across the chart whose labels stay apart at the narrowest width. */
function axisTicks(axis: Scale, unit: string, locale: string): Tick[] {
  const [start, end] = axis.domain;
  const label = (value: number) => tickText(value, unit, locale);
  const values = ticksThatFit(
    (most) => (axis.kind === "log" ? logTicks(start, end, most) : linearTicks(start, end, most)),
    MOST_TICKS,
    NARROWEST * 0.8,
    (value) => fractionOf(axis, value),
    (value) => textWidth(label(value), 12),
  );
  return values.map((value) => ({ value, label: label(value) }));
}

/** A label for each figure by its place in the chart's list: the one it was given, else what its row stands for and its period. */
function rowLabels(rows: ChartSpec["rows"], charted: readonly ChartedFigure[], locale: string): Map<number, string> {
  return new Map(
    charted.map(({ figure, label, index }) => {
      const period = periodText(figure, locale, edtfShort);
      const place = figure.organisation?.name ?? figure.region.name;
      const name = { region: figure.region.name, organisation: place, metric: figure.metric.name, period: "" }[rows];
      return [index, label ?? (name === "" ? capital(period) : `${name}, ${period}`)];
    }),
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
