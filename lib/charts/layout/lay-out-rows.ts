import { fractionOf } from "@/lib/charts/axes/scale";
import { NARROWEST } from "@/lib/charts/layout/breakpoints";
import { type Drawing, LABEL_SIZE, type PlacedMark, type PlacedText } from "@/lib/charts/layout/drawing";
import { textWidth, wrapText } from "@/lib/charts/layout/text-width";
import type { RowMark, RowsPlot } from "@/lib/charts/model";
import { BAR_REACH, barEndOf, DOT_REACH, endOf, solidEnd } from "@/lib/charts/wording-end";

const LINE_HEIGHT = 17;
/** Height of a bar, px. */
export const BAR_HEIGHT = 18;
/** px between a row's label and its mark, and between rows. */
const LABEL_GAP = 6;
const ROW_GAP = 14;
/** px between a mark and its text. */
const TEXT_GAP = 6;
const AXIS_HEIGHT = 24;
const DOT_HEIGHT = 14;
const MOST_LINES = 2;
/** Most of the narrowest width that may be kept free beside bars for their texts. */
const MOST_FREE = 0.5;

/** Where the text of a row goes: after its mark, before it, or behind the row's label where neither fits. */
type Side = "after" | "before" | "label";

/** Bars or dots, each under its label. */
export function layOutRows(plot: RowsPlot): Drawing {
  const isBar = plot.kind === "bar";
  const reaches = plot.marks.map((mark) => reachOf(plot, mark));
  const left = isBar ? spill(plot, reaches, "before") : Math.max(8, spill(plot, reaches, "before"));
  const free = isBar ? roomForTexts(plot, reaches, left) : Math.max(8, spill(plot, reaches, "beyond"));
  const right = Math.min(free, Math.round(NARROWEST * MOST_FREE));
  const width = NARROWEST - left - right;
  const sides = plot.marks.map((mark, index): Side => {
    const reach = reaches[index] ?? NO_REACH;
    const text = textWidth(mark.text, LABEL_SIZE) + TEXT_GAP;
    const end = endFraction(plot, mark) * width;
    if (end + reach.beyond + text <= width + right) return "after";
    const start = fractionOf(plot.axis, mark.value) * width;
    return !isBar && start - reach.before - text >= -left ? "before" : "label";
  });

  const labels = plot.marks.map((mark, index) => {
    const name = mark.label.slice(0, mark.label.length - mark.tail.length);
    const tail = sides[index] === "label" ? `${mark.tail}: ${mark.text}` : mark.tail;
    return wrapText(name, tail, NARROWEST, LABEL_SIZE, MOST_LINES);
  });
  const markHeight = isBar ? BAR_HEIGHT : DOT_HEIGHT;
  let bottom = 0;
  const centres = labels.map((label) => {
    const top = bottom + label.length * LINE_HEIGHT + LABEL_GAP;
    bottom = top + markHeight + ROW_GAP;
    return top + markHeight / 2;
  });

  const marks = plot.marks.map(
    (mark, index): PlacedMark => ({
      mark,
      x: fractionOf(plot.axis, isBar ? solidEnd(mark) : mark.value),
      y: centres[index] ?? 0,
      base: isBar ? fractionOf(plot.axis, 0) : null,
      low: isBar && mark.high !== null ? fractionOf(plot.axis, mark.value) : null,
      high: mark.high === null ? null : fractionOf(plot.axis, mark.high),
      before: Math.min(BAR_REACH[barEndOf(mark)].before, Math.floor(barLength(plot, mark) * width)),
      dx: 0,
      isSmall: false,
    }),
  );
  const texts = marks.flatMap((placed, index): PlacedText[] => {
    const label = labels[index] ?? [];
    const baseline = placed.y - markHeight / 2 - LABEL_GAP - 3;
    const rows = label.map((text, line): PlacedText => {
      const y = baseline - (label.length - 1 - line) * LINE_HEIGHT;
      return { text, x: 0, dx: -left, y, anchor: "start", role: "row", isRoomy: false };
    });
    const value = valueText(placed, reaches[index] ?? NO_REACH, sides[index] ?? "after");
    return value === null ? rows : [...rows, value];
  });
  const height = bottom - ROW_GAP / 2 + AXIS_HEIGHT;
  return {
    height,
    margins: { left, right, top: 0, bottom: AXIS_HEIGHT },
    ticksAcross: plot.ticks.map((tick) => ({ ...tick, at: fractionOf(plot.axis, tick.value), isRoomy: false })),
    yearStarts: [],
    ticksUp: [],
    wholes: plot.whole === null ? [] : marks.map(({ y }) => y),
    joins: [],
    marks,
    texts,
    asOf: plot.asOf ?? null,
  };
}

/** Length of a bar as a fraction of the plot; 0 for a dot. */
function barLength(plot: RowsPlot, mark: RowMark): number {
  return plot.kind === "bar" ? Math.abs(fractionOf(plot.axis, mark.value) - fractionOf(plot.axis, 0)) : 0;
}

interface Reach {
  readonly before: number;
  readonly beyond: number;
}
const NO_REACH: Reach = { before: 0, beyond: 0 };

/** px that a mark sticks out to the left and to the right of its place. A bar does so at its end only: to the left where it is negative. */
function reachOf(plot: RowsPlot, mark: RowMark): Reach {
  if (plot.kind === "dot") return DOT_REACH[endOf(mark.wording)];
  const { beyond } = BAR_REACH[barEndOf(mark)];
  return mark.value < 0 ? { before: beyond, beyond: 0 } : { before: 0, beyond };
}

/** Place where a mark ends on the right: its value, the top of its range, or zero for a negative bar. */
function endFraction(plot: RowsPlot, mark: RowMark): number {
  const end = fractionOf(plot.axis, mark.high ?? mark.value);
  return plot.kind === "bar" ? Math.max(end, fractionOf(plot.axis, 0)) : end;
}

/** px that marks stick out of a plot of any width on one side: what they reach beyond its edge at the narrowest. */
function spill(plot: RowsPlot, reaches: readonly Reach[], side: "before" | "beyond"): number {
  const overs = plot.marks.map((mark, index) => {
    const reach = reaches[index] ?? NO_REACH;
    const at = fractionOf(plot.axis, side === "before" ? mark.value : (mark.high ?? mark.value));
    const inner = NARROWEST * (1 - MOST_FREE);
    return side === "beyond" ? reach.beyond - (1 - at) * inner : reach.before - at * inner;
  });
  return Math.ceil(Math.max(0, ...overs));
}

/** px to keep free beside bars so that every text fits behind its bar; the more the longer the bar. */
function roomForTexts(plot: RowsPlot, reaches: readonly Reach[], left: number): number {
  const width = NARROWEST - left;
  const needs = plot.marks.map((mark, index) => {
    const end = endFraction(plot, mark);
    const text = (reaches[index]?.beyond ?? 0) + TEXT_GAP + textWidth(mark.text, LABEL_SIZE);
    return end <= 0 ? 0 : (end * width + text - width) / end;
  });
  const needed = Math.ceil(Math.max(0, ...needs));
  const limit = Math.round(NARROWEST * MOST_FREE);
  // Texts that would need more go behind their labels; the tails still need their room.
  return needed <= limit ? needed : Math.max(8, spill(plot, reaches, "beyond"));
}

function valueText(placed: PlacedMark, reach: Reach, side: Side): PlacedText | null {
  if (side === "label") return null;
  const { mark, y, x } = placed;
  const base = { text: mark.text, y: y + LABEL_SIZE * 0.36, role: "value", isRoomy: false } as const;
  if (side === "before") return { ...base, x, dx: -(reach.before + TEXT_GAP), anchor: "end" };
  const end = Math.max(placed.high ?? x, placed.base ?? x);
  return { ...base, x: end, dx: reach.beyond + TEXT_GAP, anchor: "start" };
}
