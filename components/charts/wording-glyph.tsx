import { Shapes } from "@/components/charts/shapes";
import type { PlacedMark } from "@/lib/charts/layout/drawing";
import { barMark, dotMark, type Frame } from "@/lib/charts/svg/marks";
import { BAR_REACH, endOf } from "@/lib/charts/wording-end";
import type { Outlook, Wording } from "@/lib/figures/figure";

interface Props {
  readonly wording: Wording;
  readonly outlook: Outlook;
  readonly kind: "bar" | "point";
}

const EXAMPLE: Frame = { href: null, isActive: false };
const BAR = { from: 0, width: 30, end: 30, y: 9, range: null };
const LONG_BAR = { from: 0, width: 22, end: 22, y: 9, range: [22, 46] } as const;

/** The mark of a wording at the size of a word, for keys and tables. The words beside it say what it means. */
export function WordingGlyph({ wording, outlook, kind }: Props) {
  const placed: PlacedMark = {
    mark: {
      ids: [],
      figures: [],
      wording,
      target: outlook === "target",
      value: 1,
      claims: 1,
      high: null,
      slot: 1,
      text: "",
    },
    x: 0,
    y: 9,
    base: null,
    low: null,
    high: null,
    before: BAR_REACH[endOf(wording)].before,
    dx: 0,
    isSmall: false,
  };
  const isRange = wording === "between";
  const width = kind === "point" ? 46 : isRange ? 46 : 30 + BAR_REACH[endOf(wording)].beyond;
  const mark =
    kind === "bar"
      ? barMark(placed, isRange ? LONG_BAR : BAR, EXAMPLE)
      : dotMark(placed, { x: isRange ? 10 : 23, y: 9, isUpright: false, rangeEnd: isRange ? 36 : null }, EXAMPLE);
  return (
    <svg className="chart-glyph" width={width} height={18} aria-hidden="true">
      <Shapes shapes={[mark]} />
    </svg>
  );
}
