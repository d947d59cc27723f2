import { fractionOf } from "@/lib/charts/axes/scale";
import { everyYear } from "@/lib/charts/axes/ticks";
import { type Box, WIDTHS } from "@/lib/charts/layout/boxes";
import { NARROWEST } from "@/lib/charts/layout/breakpoints";
import {
  type Drawing,
  LABEL_SIZE,
  type Margins,
  type PlacedJoin,
  type PlacedMark,
  type PlacedText,
  type PlacedTick,
  TICK_SIZE,
} from "@/lib/charts/layout/drawing";
import { keepApart } from "@/lib/charts/layout/keep-apart";
import { placeLabels, type Wish } from "@/lib/charts/layout/place-labels";
import { textWidth } from "@/lib/charts/layout/text-width";
import type { LinePlot, Mark } from "@/lib/charts/model";
import { DOT_REACH, endOf, STACK_RADIUS } from "@/lib/charts/wording-end";

const HEIGHT = 250;
const TOP = 22;
const BOTTOM = 26;
const LEAST_RIGHT = 10;
const MOST_RIGHT = 44;
/** Most years whose start is marked on the axis. */
const MOST_YEAR_STARTS = 16;
const TICK_GAP = 8;
/** px from the middle of a dot to its side, its rim included. */
const DOT_WIDTH = 6;
/** The same for a small dot. */
const SMALL_WIDTH = 3.5;
/** From so many marks on they are small and only the last of each series is labelled: the picture is the shape, the rest is in the table. */
const MANY_MARKS = 60;
/** Most places along a join that labels keep clear of, and px between them in the widest drawing: less than any label takes. */
const MOST_ALONG = 24;
const APART_ALONG = 8;

/** Room around a plot of lines, and px down of its values. */
export function frameOf(plot: LinePlot) {
  const left = Math.max(...plot.ticks.map((tick) => textWidth(tick.label, TICK_SIZE))) + TICK_GAP;
  const margins: Margins = { left, right: roomAtTheEnd(plot, left), top: TOP, bottom: BOTTOM };
  const down = (value: number) => TOP + (1 - fractionOf(plot.axis, value)) * (HEIGHT - TOP - BOTTOM);
  return { height: HEIGHT, margins, down };
}

/** Marks in time at their places, moved aside where they would hide each other at some of the widths. */
export function standInTime(plot: LinePlot, widths: readonly number[]) {
  const { margins, down } = frameOf(plot);
  const inPlace = plot.marks.map(
    (mark): PlacedMark => ({
      mark,
      x: fractionOf(plot.years, mark.time),
      y: down(mark.value),
      base: null,
      low: null,
      high: highOf(mark, down),
      before: 0,
      dx: 0,
      isSmall: plot.marks.length > MANY_MARKS,
    }),
  );
  const { asides, isCrowded } = keepApart(
    inPlace.map((placed, index) => ({ box: boxOfDot(placed), run: plot.marks[index]?.run ?? "" })),
    widths,
    margins,
  );
  return { marks: inPlace.map((placed, index) => ({ ...placed, dx: asides[index] ?? 0 })), isCrowded };
}

/** Where a mark reaches up to: a bundle of claims that are as near to each other as its ring is large reaches nowhere. */
function highOf({ value, high, claims }: Mark, down: (value: number) => number): number | null {
  if (high === null) return null;
  return claims > 1 && down(value) - down(high) < STACK_RADIUS + DOT_WIDTH ? null : down(high);
}

/** Lines through marks in time that stand at their places, for drawings of some widths, px. */
export function layOutLines(plot: LinePlot, marks: readonly PlacedMark[], widths: readonly number[]): Drawing {
  const { height, margins, down } = frameOf(plot);
  const joins = plot.joins.flatMap((join): PlacedJoin[] => {
    const [from, to] = [marks[join.from], marks[join.to]];
    return from && to ? [{ from, to, slot: from.mark.slot, gap: join.gap, isBreak: join.isBreak }] : [];
  });
  return {
    height,
    margins,
    ticksAcross: yearTicks(plot),
    yearStarts: yearStarts(plot),
    ticksUp: plot.ticks.map((tick) => ({ ...tick, at: down(tick.value), isRoomy: false })),
    wholes: [],
    joins,
    marks,
    texts: valueTexts(plot, marks, joins, margins, widths),
    asOf: plot.asOf ?? null,
  };
}

/** Names of years, each below the middle of its year. */
function yearTicks(plot: LinePlot): PlacedTick[] {
  const [first, end] = plot.years.domain;
  const { narrow, roomy } = plot.yearSteps;
  const named = new Set(everyYear(narrow, first, end - 1));
  return everyYear(roomy, first, end - 1).map((year) => ({
    value: year,
    label: String(year),
    at: fractionOf(plot.years, year + 0.5),
    isRoomy: !named.has(year),
  }));
}

function yearStarts(plot: LinePlot): number[] {
  const [first, end] = plot.years.domain;
  return end - first > MOST_YEAR_STARTS ? [] : everyYear(1, first, end).map((year) => fractionOf(plot.years, year));
}

/** px to keep free on the right so that the text of the last mark of a series may stand beside it. */
function roomAtTheEnd(plot: LinePlot, left: number): number {
  const inner = NARROWEST - left - LEAST_RIGHT;
  const needs = plot.series.map((_, series) => {
    const last = plot.marks.findLast((mark) => mark.series === series && !mark.target);
    if (!last) return 0;
    return DOT_WIDTH + 6 + textWidth(last.text, LABEL_SIZE) - (1 - fractionOf(plot.years, last.time)) * inner;
  });
  return Math.min(MOST_RIGHT, Math.max(LEAST_RIGHT, ...needs));
}

function valueTexts(
  plot: LinePlot,
  marks: readonly PlacedMark[],
  joins: readonly PlacedJoin[],
  margins: Margins,
  widths: readonly number[],
): PlacedText[] {
  const lasts = new Set<Mark | undefined>(lastOutcomes(plot).map((index) => plot.marks[index]));
  const wanted = inOrderOfWeight(plot).flatMap((index) => marks[index] ?? []);
  const wishes = wanted.map(
    (placed): Wish => ({
      text: placed.mark.text,
      x: placed.x,
      dx: placed.dx,
      y: placed.y,
      reach: reachOf(placed),
      isLast: lasts.has(placed.mark),
    }),
  );
  const obstacles = [...marks.map(boxOfMark), ...joins.flatMap(boxesAlong)];
  const field = { left: margins.left, right: margins.right, top: TOP, bottom: HEIGHT - BOTTOM };
  return placeLabels(wishes, obstacles, field, widths).flatMap((label, index): PlacedText[] => {
    const placed = wanted[index];
    return label && placed ? [{ ...label, text: placed.mark.text, x: placed.x, role: "value" }] : [];
  });
}

/** Which marks are labelled first: the last outcome of each series, then the first, then the others from the newest back, targets last. */
function inOrderOfWeight(plot: LinePlot): number[] {
  const lasts = lastOutcomes(plot);
  if (plot.marks.length > MANY_MARKS) return lasts;
  const newestFirst = [...plot.marks.keys()].reverse();
  const [outcomes, targets] = [false, true].map((target) =>
    newestFirst.filter((index) => plot.marks[index]?.target === target),
  );
  const firsts = plot.series.flatMap(
    (_, series) => outcomes?.findLast((index) => plot.marks[index]?.series === series) ?? [],
  );
  return [...new Set([...lasts, ...firsts, ...(outcomes ?? []), ...(targets ?? [])])];
}

/** The newest outcome of each series, as places in the list of marks. */
function lastOutcomes(plot: LinePlot): number[] {
  return plot.series.flatMap((_, series) => {
    const index = plot.marks.findLastIndex((mark) => mark.series === series && !mark.target);
    return index < 0 ? [] : index;
  });
}

/** px that a dot takes around its middle, its arrow or haze included. */
function reachOf({ mark, y, high, isSmall }: PlacedMark) {
  if (mark.claims > 1) {
    const radius = STACK_RADIUS + 1;
    return { up: Math.max(radius, high === null ? 0 : y - high + DOT_WIDTH), down: radius, side: radius };
  }
  if (isSmall) return { up: SMALL_WIDTH, down: SMALL_WIDTH, side: SMALL_WIDTH };
  const { before, beyond } = DOT_REACH[endOf(mark.wording)];
  return { up: beyond + (high === null ? 0 : y - high), down: before, side: DOT_WIDTH };
}

/** The dot itself with the range above it: arrows and hazes may cross, dots may not lie on each other. */
function boxOfDot(placed: PlacedMark): Box {
  const { side } = reachOf(placed);
  const top = placed.high ?? placed.y;
  return { x: placed.x, left: -side, right: side, top: top - side, bottom: placed.y + side };
}

function boxOfMark(placed: PlacedMark): Box {
  const { up, down, side } = reachOf(placed);
  return {
    x: placed.x,
    left: placed.dx - side,
    right: placed.dx + side,
    top: placed.y - up,
    bottom: placed.y + down,
  };
}

/** Small boxes along a line, so that texts do not lie on it. */
function boxesAlong({ from, to }: PlacedJoin): Box[] {
  const length = Math.max(Math.abs(to.x - from.x) * Math.max(...WIDTHS), Math.abs(to.y - from.y));
  const steps = Math.min(MOST_ALONG, Math.ceil(length / APART_ALONG));
  return Array.from({ length: Math.max(0, steps - 1) }, (_, step) => {
    const part = (step + 1) / steps;
    const y = from.y + part * (to.y - from.y);
    return { x: from.x + part * (to.x - from.x), left: -1, right: 1, top: y - 2, bottom: y + 2 };
  });
}
