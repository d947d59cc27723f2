import { timePlace } from "@/lib/charts/axes/time";
import { yearOf } from "@/lib/dates/edtf";
import type { Figure } from "@/lib/figures/figure";

/**
 * Why a series has no index: no outcome ends in the base year; what is said of it there only bounds it; its sources give several numbers, or
 * such counted over different spans or on different bases; it is zero or less; or it is a rate or an index, whose changes are not ratios.
 */
type NoBase = "missing" | "bounded" | "several" | "not_positive" | "rate";

/** A series as an index, or why it has none. */
export type Indexed =
  | {
      readonly base: Figure;
      /** The figures with their index in place of their number, in the order given. */
      readonly figures: readonly Figure[];
      /** How many have none: counted over another span or on another basis than the base, undated, or bounds where the base itself is only "about". */
      readonly leftOut: number;
    }
  | { readonly base: null; readonly why: NoBase; readonly there: readonly Figure[] };

/**
 * Divides figures of one metric and region by that of the base year, times 100, to one decimal. A base is one number that its source gives
 * exactly or about. Wordings stay, and bounds are rounded outwards; where the base is "about", an exact figure becomes "about" too. The
 * figures keep their keys, citations and phrases; their unit is a ratio.
 */
export function indexToBase(figures: readonly Figure[], baseYear: number): Indexed {
  const there = figures.filter((figure) => figure.outlook === "outcome" && endsIn(figure, baseYear));
  const none = (why: NoBase): Indexed => ({ base: null, why, there });
  if (figures.some(({ metric }) => metric.kind === "rate" || metric.kind === "index")) return none("rate");
  const [base] = [...there].sort((a, b) => Number(b.wording === "about") - Number(a.wording === "about"));
  if (base === undefined) return none("missing");
  if (there.some(({ wording }) => wording !== "exactly" && wording !== "about")) return none("bounded");
  const span = timePlace(base)?.months;
  const isAlike = (figure: Figure) => timePlace(figure)?.months === span && figure.basis === base.basis;
  const isOne = there.every((figure) => figure.value === base.value && isAlike(figure));
  if (!isOne) return none("several");
  if (base.value <= 0) return none("not_positive");
  const indexed = figures.flatMap((figure) => {
    if (!isAlike(figure)) return [];
    if (base.wording !== "about") return onIndex(figure, base.value, figure.wording);
    return figure.wording === "exactly" || figure.wording === "about" ? onIndex(figure, base.value, "about") : [];
  });
  return { base, figures: indexed, leftOut: figures.length - indexed.length };
}

function endsIn({ lastDay }: Figure, year: number): boolean {
  return lastDay !== null && yearOf(lastDay) === year;
}

/** Bounds are rounded so that they stay true. */
const ROUNDING: Readonly<Record<Figure["wording"], (value: number) => number>> = {
  exactly: Math.round,
  about: Math.round,
  more_than: Math.floor,
  at_least: Math.floor,
  between: Math.floor,
  nearly: Math.ceil,
  less_than: Math.ceil,
  up_to: Math.ceil,
};

function onIndex(figure: Figure, base: number, wording: Figure["wording"]): Figure {
  const tenths = (value: number, round: (value: number) => number) => round((value * 1000) / base) / 10;
  const value = tenths(figure.value, ROUNDING[wording]);
  const valueHigh = figure.valueHigh === null ? null : tenths(figure.valueHigh, Math.ceil);
  return {
    ...figure,
    metric: { ...figure.metric, unit: "ratio", counted: null, kind: "index", shareOf: null },
    wording,
    value,
    valueHigh,
    digits: value.toFixed(1),
    digitsHigh: valueHigh === null ? null : valueHigh.toFixed(1),
    alternative: null,
  };
}
