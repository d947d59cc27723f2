import { BarMark, DotMark } from "@/components/charts/marks";
import type { PlacedMark } from "@/lib/charts/layout/drawing";
import { BAR_REACH, endOf } from "@/lib/charts/wording-end";
import type { Outlook, Wording } from "@/lib/figures/figure";

interface Props {
  readonly wording: Wording;
  readonly outlook: Outlook;
  readonly kind: "bar" | "point";
}

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
  return (
    <svg className="chart-glyph" width={width} height={18} aria-hidden="true">
      {kind === "bar" ? (
        <BarMark
          placed={placed}
          from={0}
          width={isRange ? 22 : 30}
          end={isRange ? 22 : 30}
          range={isRange ? [22, 46] : null}
        />
      ) : (
        <DotMark placed={placed} x={isRange ? 10 : 23} y={9} isUpright={false} rangeEnd={isRange ? 36 : null} />
      )}
    </svg>
  );
}
