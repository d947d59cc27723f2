import { lineDomain, yearDomain } from "@/lib/charts/axes/domain";
import { spanningTicks, yearStep } from "@/lib/charts/axes/ticks";
import { timePlace } from "@/lib/charts/axes/time";
import { changesBetween } from "@/lib/charts/breaks";
import { bundle } from "@/lib/charts/bundle";
import { type ChartedFigure, type Group, groupRepeats, quantityText } from "@/lib/charts/charted-figure";
import { NARROWEST, ROOMY } from "@/lib/charts/layout/breakpoints";
import type { Join, LineMark, LinePlot } from "@/lib/charts/model";
import { assignSlots, seriesKey, subjectKey } from "@/lib/charts/series";
import { claimKey } from "@/lib/figures/claims/verdict";
import type { ChartSpec } from "@/lib/figures/figure";
import { groupBy } from "@/lib/figures/group";
import { tickText } from "@/lib/format/quantity";

/** Steps of the axis of values; about so many gridlines. */
const VALUE_STEPS = 5;

/** Room that a year's label and its gap take, px. */
const YEAR_ROOM = 38;

/** Most room that the margins take beside the axis of time, px. */
const MARGINS = 96;

const NOTHING_BESIDE = { figures: [], subjects: [] };

interface Placed extends ChartedFigure {
  readonly time: number;
  readonly months: number;
  readonly series: number;
}

/**
 * Dots in time, joined where they may be; claims about the same are one. `charted` holds only figures with a date; the others cannot stand on an
 * axis of time. Both axes have room for those `beside` it too, and a place has its colour there.
 */
export function linePlot(
  rows: ChartSpec["rows"],
  charted: readonly ChartedFigure[],
  locale: string,
  beside: ChartSpec["beside"] = NOTHING_BESIDE,
): LinePlot {
  const keys = [...new Set(charted.map(({ figure }) => seriesKey(figure)))];
  const placed = charted.flatMap((each): Placed[] => {
    const place = timePlace(each.figure);
    return place === null ? [] : [{ ...each, ...place, series: keys.indexOf(seriesKey(each.figure)) }];
  });
  const placeKey = (each: Placed) => `${runOf(each)} ${each.time} ${claimKey(each.figure)}`;
  const together = [...groupBy(groupRepeats(placed, placeKey), ([first]) => placeKey(first)).values()];
  together.sort((a, b) => (a[0]?.[0].time ?? 0) - (b[0]?.[0].time ?? 0));
  const subjects = keys.map((key) => subjectOf(charted, key));
  const all = [...new Set([...beside.subjects, ...subjects])];
  const slotOf = new Map(assignSlots(all).map((slot, index) => [all[index], slot]));
  const slots = subjects.map((subject) => slotOf.get(subject) ?? 7);
  const markOf = ([first, ...others]: Group<Placed>): LineMark => {
    const { figure, time, series } = first;
    const all = [first, ...others];
    return {
      ids: all.map((each) => each.figure.id),
      figures: all.map((each) => each.index),
      wording: figure.wording,
      target: figure.outlook === "target",
      value: figure.value,
      claims: 1,
      high: figure.valueHigh,
      slot: slots[series] ?? 7,
      text: quantityText(figure, locale),
      time,
      series,
      run: runOf(first),
    };
  };
  const bundles = together.flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : { mark: bundle([markOf(first), ...others.map(markOf)]), group: [...first, ...others.flat()] as const },
  );
  const marks = bundles.map(({ mark }) => mark);
  const domain = lineDomain(
    [
      ...marks.flatMap((mark) => [mark.value, mark.high ?? mark.value]),
      ...beside.figures.flatMap(({ value, valueHigh }) => [value, valueHigh ?? value]),
    ],
    VALUE_STEPS,
  );
  const years = yearDomain([
    ...marks.map((mark) => mark.time),
    ...beside.figures.flatMap((figure) => timePlace(figure)?.time ?? []),
  ]);
  const [first, last] = [years[0], years[1] - 1];
  const narrow = yearStep(first, last, Math.floor((NARROWEST - MARGINS) / YEAR_ROOM));
  const yearSteps = { narrow, roomy: yearStep(first, last, Math.floor((ROOMY - MARGINS) / YEAR_ROOM), narrow) };
  const unit = charted[0]?.figure.metric.unit ?? "";
  const ticks = spanningTicks(domain[0], domain[1], VALUE_STEPS + 3);
  return {
    kind: "line",
    axis: { kind: "linear", domain },
    ticks: ticks.map((value) => ({ value, label: tickText(value, unit, locale) })),
    years: { kind: "linear", domain: years },
    yearSteps,
    marks,
    joins: joinsOf(bundles.map(({ group }) => group)),
    series: keys.map((key, index) => ({ name: seriesName(rows, charted, key), slot: slots[index] ?? 7 })),
  };
}

/**
 * Which marks a line joins: outcomes of one series, counted over equally long periods, each with the next in time. Where several
 * stand at one time that do not compare, the line forks to all of them rather than choose; where one source states both ends alike, only that pair is joined.
 */
function joinsOf(groups: readonly Group<Placed>[]): Join[] {
  const chains = new Map<string, number[][]>();
  groups.forEach((group, index) => {
    const [{ figure, series, months, time }] = group;
    if (figure.outlook === "target") return;
    const key = `${series} ${months}`;
    const chain = chains.get(key) ?? [];
    const last = chain.at(-1);
    if (last && groups[last[0] ?? -1]?.[0].time === time) last.push(index);
    else chain.push([index]);
    chains.set(key, chain);
  });
  return [...chains.values()].flatMap((chain) =>
    chain.slice(1).flatMap((to, step) => joinsBetween(groups, chain[step] ?? [], to)),
  );
}

function joinsBetween(groups: readonly Group<Placed>[], from: readonly number[], to: readonly number[]): Join[] {
  const pairs = from.flatMap((start) => to.map((end) => [start, end] as const));
  const joins = pairs.map(([start, end]): Join => {
    const [a, b] = [groups[start], groups[end]];
    return {
      from: start,
      to: end,
      gap: Math.floor(b?.[0].time ?? 0) - Math.floor(a?.[0].time ?? 0) > 1,
      isBreak: a === undefined || b === undefined || changesBetween(figuresOf(a), figuresOf(b)).length > 0,
    };
  });
  const whole = joins.filter((join) => !join.isBreak);
  return whole.length > 0 ? whole : joins;
}

/** What may follow each other along a line: a series counted over equally long periods; targets apart. */
function runOf({ series, months, figure }: Placed): string {
  return `${series} ${months} ${figure.outlook}`;
}

const figuresOf = (group: Group<Placed>) => group.map(({ figure }) => figure);

function subjectOf(charted: readonly ChartedFigure[], key: string): string {
  const found = charted.find((each) => seriesKey(each.figure) === key);
  return found ? subjectKey(found.figure) : key;
}

/** Name of a series: its metric, organisation or place, and what tells it from another of that name. */
function seriesName(rows: ChartSpec["rows"], charted: readonly ChartedFigure[], key: string): string {
  const figure = charted.find((each) => seriesKey(each.figure) === key)?.figure;
  if (!figure) return key;
  const subject = figure.organisation?.name ?? figure.region.name;
  if (rows === "metric") return figure.metric.name;
  const metrics = new Set(charted.map((each) => each.figure.metric.slug));
  return metrics.size > 1 ? `${subject}: ${figure.metric.name}` : subject;
}
