import { barDomain, logDomain, roundDomain, wholeDomain } from "@/lib/charts/axes/domain";
import { fractionOf, type Scale } from "@/lib/charts/axes/scale";
import { linearTicks, logTicks, ticksThatFit } from "@/lib/charts/axes/ticks";
import { mainSpan, spanKey } from "@/lib/charts/axes/time";
import { type ChartedFigure, groupRepeats, quantityText } from "@/lib/charts/charted-figure";
import { NARROWEST } from "@/lib/charts/layout/breakpoints";
import { textWidth } from "@/lib/charts/layout/text-width";
import type { RowMark, RowsPlot, Tick } from "@/lib/charts/model";
import { type SeriesSlot, subjectKey } from "@/lib/charts/series";
import type { ChartSpec, Figure } from "@/lib/figures/figure";
import { edtfShort, periodText } from "@/lib/format/period";
import { tickText } from "@/lib/format/quantity";

/** Grey. */
const OTHERS: SeriesSlot = 7;

/** Most ticks of an axis that runs across a chart. */
const MOST_TICKS = 6;

/** Bars or dots, one row for each figure; figures that say the same share one. `refusals` is added to when a log axis is impossible. */
export function rowsPlot(
  spec: Pick<ChartSpec, "kind" | "scale" | "rows" | "beside">,
  charted: readonly ChartedFigure[],
  locale: string,
  refusals: string[],
): RowsPlot {
  const kind = spec.kind === "bar" ? "bar" : "dot";
  const labels = rowLabels(spec.rows, charted, locale);
  const groups = groupRepeats(charted, (each) => labels.get(each.index)?.label ?? "");
  const isOther = otherSpans(spec.rows, charted);
  const marks: RowMark[] = groups.map((group) => ({
    ids: group.map((each) => each.figure.id),
    figures: group.map((each) => each.index),
    wording: group[0].figure.wording,
    target: group[0].figure.outlook === "target",
    value: group[0].figure.value,
    high: group[0].figure.valueHigh,
    claims: 1,
    // Every row says what it is: colour tells only what compares.
    slot: isOther(group[0]) ? OTHERS : 1,
    text: quantityText(group[0].figure, locale),
    ...(labels.get(group[0].index) ?? { label: "", tail: "" }),
  }));

  const figures = charted.map((each) => each.figure);
  const values = [...figures, ...(spec.beside?.figures ?? [])].flatMap((figure) => [
    figure.value,
    figure.valueHigh ?? figure.value,
  ]);
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
    hasOtherSpans: charted.some(isOther),
    whole: whole === null ? null : ((wholes.size === 1 ? onlyWhole : null) ?? "the whole"),
  };
}

/**
 * Which rows are about another span of time than most, where a chart compares several places: another year, or so many months. Rows
 * with a label of their own were put side by side by an editor.
 */
function otherSpans(rows: ChartSpec["rows"], charted: readonly ChartedFigure[]): (each: ChartedFigure) => boolean {
  const free = charted.filter(({ label }) => label === null).map(({ figure }) => figure);
  if (rows === "period" || new Set(free.map(subjectKey)).size < 2) return () => false;
  const main = mainSpan(free);
  return ({ figure, label }) => label === null && spanKey(figure) !== main;
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

/** What an editor wrote after the last comma of a label, where it holds a year. */
const OWN_TAIL = /, [^,]*\d{4}[^,]*$/;

/** A label for each figure by its place in the chart's list: the one it was given, else what its row stands for and its period. */
function rowLabels(rows: ChartSpec["rows"], charted: readonly ChartedFigure[], locale: string) {
  const nameOf = rowName(
    rows,
    charted.map(({ figure }) => figure),
  );
  return new Map(
    charted.map(({ figure, label, index }): [number, Pick<RowMark, "label" | "tail">] => {
      const period = periodText(figure, locale, edtfShort);
      const name = nameOf(figure);
      if (label !== null) return [index, { label, tail: OWN_TAIL.exec(label)?.[0] ?? "" }];
      if (name === "") return [index, { label: capital(period), tail: "" }];
      return [index, { label: `${name}, ${period}`, tail: `, ${period}` }];
    }),
  );
}

/** What a row stands for, with all that tells it from the other rows: metric, place and organisation where they differ. */
function rowName(rows: ChartSpec["rows"], figures: readonly Figure[]): (figure: Figure) => string {
  const differs = (key: (figure: Figure) => string) => new Set(figures.map(key)).size > 1;
  const saysMetric = rows === "metric" || differs(({ metric }) => metric.slug);
  const saysOrganisation = rows === "organisation" || differs(({ organisation }) => organisation?.slug ?? "");
  const saysRegion = rows === "region" || differs(({ region }) => region.code);
  return ({ metric, region, organisation }) => {
    const place =
      saysOrganisation && organisation !== null ? organisation.name : saysRegion || saysOrganisation ? region.name : "";
    const both = rows === "region" && place !== region.name ? `${region.name}: ${place}` : place;
    return [saysMetric ? metric.name : "", both].filter((part) => part !== "").join(", ");
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
