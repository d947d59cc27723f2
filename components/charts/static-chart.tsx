import type { Place } from "@/components/charts/at";
import { JoinLine } from "@/components/charts/joins";
import { BarMark, DotMark } from "@/components/charts/marks";
import { Grid, Labels, Ticks, Whole, YearStarts } from "@/components/charts/scenery";
import type { Drawing, PlacedMark } from "@/lib/charts/drawing";
import type { View } from "@/lib/charts/lay-out";
import { NARROWEST } from "@/lib/charts/narrowest";
import { paths } from "@/lib/paths";

/** A fraction of the plot as a share of its width. */
const share = (fraction: number): Place => `${Math.round(fraction * 1e4) / 100}%`;

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
  const { height, margins, wholes, joins, marks } = drawing;
  return (
    <div className={`chart-box${widths}`} style={{ padding: `0 ${margins.right}px 0 ${margins.left}px` }}>
      <svg className="chart-svg" height={height} aria-hidden="true">
        <Grid drawing={drawing} at={share} up={({ at }) => at} left={0} right="100%" />
        <Ticks drawing={drawing} at={share} left={0} />
        <YearStarts drawing={drawing} at={share} />
        {wholes.map((y) => (
          <Whole key={y} y={y} left={0} width="100%" />
        ))}
        {joins.map((join) => (
          <JoinLine
            key={`${join.from.mark.ids[0]} ${join.to.mark.ids[0]}`}
            join={join}
            x1={share(join.from.x)}
            y1={join.from.y}
            x2={share(join.to.x)}
            y2={join.to.y}
            middle={share((join.from.x + join.to.x) / 2)}
          />
        ))}
        {marks.map((placed) => (
          <a key={placed.mark.ids[0]} href={paths.figure(placed.mark.ids[0] ?? "")} tabIndex={-1}>
            <StaticMark placed={placed} isUpright={drawing.ticksUp.length > 0} />
          </a>
        ))}
        <Labels drawing={drawing} at={share} />
      </svg>
    </div>
  );
}

function StaticMark({ placed, isUpright }: { readonly placed: PlacedMark; readonly isUpright: boolean }) {
  const { x, y, base, low, high } = placed;
  if (base === null) {
    const rangeEnd = high === null ? null : isUpright ? high : share(high);
    return <DotMark placed={placed} x={share(x)} y={y} isUpright={isUpright} rangeEnd={rangeEnd} />;
  }
  return (
    <BarMark
      placed={placed}
      from={share(Math.min(base, x))}
      width={share(Math.abs(x - base))}
      end={share(x)}
      range={low === null || high === null ? null : [share(low), share(high)]}
    />
  );
}
