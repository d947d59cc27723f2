import { type Box, ByLevel, meetAcross, standsAside } from "@/lib/charts/layout/boxes";
import { ROOMY } from "@/lib/charts/layout/breakpoints";
import { LABEL_SIZE } from "@/lib/charts/layout/drawing";
import { textWidth } from "@/lib/charts/layout/text-width";

/** A text that would like a place beside a mark. */
export interface Wish {
  readonly text: string;
  /** Fraction across the plot. */
  readonly x: number;
  /** px to the side at which the mark stands. */
  readonly dx: number;
  /** px down to the middle of the mark. */
  readonly y: number;
  /** px that the mark takes around its middle. */
  readonly reach: { readonly up: number; readonly down: number; readonly side: number };
  /** True for the end of a line, whose text stands best beside it. */
  readonly isLast: boolean;
}

export interface PlacedLabel {
  readonly dx: number;
  /** px down to the baseline. */
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  readonly isRoomy: boolean;
}

/** The plot that labels are placed in: px of its margins, and its top and bottom in the drawing. */
export interface Field {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const GAP = 5;
const ASCENT = LABEL_SIZE * 0.76;
const DESCENT = LABEL_SIZE * 0.24;

/**
 * Places texts one by one, in the order of the wishes, above, below or beside their marks, where they meet neither a mark nor a
 * text at any of the widths `all`. What fits only from ROOMY px on is marked so; what fits nowhere stays null: it is in the table.
 */
export function placeLabels(
  wishes: readonly Wish[],
  obstacles: readonly Box[],
  field: Field,
  all: readonly number[],
): (PlacedLabel | null)[] {
  const taken = new ByLevel<{ readonly box: Box; readonly isRoomy: boolean }>();
  for (const box of obstacles) taken.add({ box, isRoomy: false });
  const roomy = all.filter((width) => width >= ROOMY);
  const tiers = (roomy.length > 0 ? [all, roomy] : [all]).map((widths, tier) => {
    const inners = widths.map((width) => width - field.left - field.right);
    return { isRoomy: tier > 0, widths, inners, narrowest: Math.min(...inners), widest: Math.max(...inners) };
  });
  return wishes.map((wish) => {
    for (const { isRoomy, widths, inners, narrowest, widest } of tiers) {
      for (const place of places(wish)) {
        const box = boxOf(wish, place);
        if (!inners.every((inner) => isWithin(box, inner, field))) continue;
        const isFree = taken.level(box, 1).every(
          (other) =>
            standsAside(box, other.box, narrowest, widest, 2) ||
            // Roomy labels are only there to be met from ROOMY on.
            widths.every(
              (width, index) =>
                (other.isRoomy && width < ROOMY) || !meetAcross(box, other.box, inners[index] ?? width, 2),
            ),
        );
        if (!isFree) continue;
        taken.add({ box, isRoomy });
        return { ...place, isRoomy };
      }
    }
    return null;
  });
}

type Place = Omit<PlacedLabel, "isRoomy">;

/** Places around a mark, the best first. */
function places({ dx, y, reach, isLast }: Wish): Place[] {
  const level = y + LABEL_SIZE * 0.36;
  const above = y - reach.up - GAP;
  const below = y + reach.down + GAP + ASCENT;
  const after: Place = { dx: reach.side + GAP, y: level, anchor: "start" };
  const around: Place[] = [
    { dx: 0, y: above, anchor: "middle" },
    { dx: 0, y: below, anchor: "middle" },
    ...(isLast ? [] : [after]),
    { dx: -reach.side - GAP, y: level, anchor: "end" },
    { dx: reach.side, y: above, anchor: "end" },
    { dx: -reach.side, y: above, anchor: "start" },
    { dx: reach.side, y: below, anchor: "end" },
    { dx: -reach.side, y: below, anchor: "start" },
  ];
  return (isLast ? [after, ...around] : around).map((place) => ({ ...place, dx: place.dx + dx }));
}

function boxOf(wish: Wish, { dx, y, anchor }: Place): Box {
  const width = textWidth(wish.text, LABEL_SIZE);
  const left = dx - (anchor === "start" ? 0 : anchor === "end" ? width : width / 2);
  return { x: wish.x, left, right: left + width, top: y - ASCENT, bottom: y + DESCENT };
}

function isWithin(box: Box, inner: number, field: Field): boolean {
  const at = box.x * inner;
  return at + box.left >= 2 && at + box.right <= inner + field.right && box.top >= 0 && box.bottom <= field.bottom - 2;
}
