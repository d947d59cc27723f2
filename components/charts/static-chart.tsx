import { Labels, Ticks } from "@/components/charts/axes";
import { Behind, MarkLink, type Places } from "@/components/charts/parts";
import type { Place } from "@/components/charts/positioned";
import { NARROWEST } from "@/lib/charts/layout/breakpoints";
import type { Drawing } from "@/lib/charts/layout/drawing";
import type { View } from "@/lib/charts/layout/lay-out";

/** A fraction of the plot as a share of its width. */
const share = (fraction: number): Place => `${Math.round(fraction * 1e4) / 100}%`;

/** As the drawing has them: px down, and shares across. */
const PLACES: Places = { at: share, long: share, up: (_value, y) => y };

/** Every view of a chart; the width of its frame decides which one is seen. */
export function StaticViews({ views }: { readonly views: readonly View[] }) {
  return views.map(({ from, until, drawing }) => {
    const since = from > NARROWEST ? ` is-from-${from}` : "";
    return <StaticChart key={from} drawing={drawing} widths={since + (until === null ? "" : ` is-until-${until}`)} />;
  });
}

/**
 * A drawing as plain SVG that fills any width without a script: places across are shares of the width, all else is px,
 * so text keeps its size. The margins are the padding of the box around it.
 */
function StaticChart({ drawing, widths = "" }: { readonly drawing: Drawing; readonly widths?: string }) {
  const { height, margins, marks } = drawing;
  return (
    <div className={`chart-box${widths}`} style={{ padding: `0 ${margins.right}px 0 ${margins.left}px` }}>
      <svg className="chart-svg" height={height} aria-hidden="true">
        <Behind drawing={drawing} places={PLACES} />
        <Ticks drawing={drawing} at={share} left={0} />
        {marks.map((placed) => (
          <MarkLink
            key={placed.mark.ids[0]}
            placed={placed}
            places={PLACES}
            x={share(placed.x)}
            y={placed.y}
            isUpright={drawing.ticksUp.length > 0}
          />
        ))}
        <Labels drawing={drawing} at={share} />
      </svg>
    </div>
  );
}
