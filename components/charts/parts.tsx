import { Grid, Whole, YearStarts } from "@/components/charts/axes";
import { JoinLine } from "@/components/charts/joins";
import { BarMark, DotMark } from "@/components/charts/marks";
import type { Place } from "@/components/charts/positioned";
import type { Drawing, PlacedMark } from "@/lib/charts/layout/drawing";
import { paths } from "@/lib/paths";

/** Where a drawing's places are on a screen: shares of its width, or px by the scales of Recharts. */
export interface Places {
  /** The place of a fraction of the plot. */
  readonly at: (fraction: number) => Place;
  /** The length of a fraction of the plot. */
  readonly long: (fraction: number) => Place;
  /** px down of a value on an axis that runs upwards, which the drawing has `y` px down. */
  readonly up: (value: number, y: number) => number;
}

interface BehindProps {
  readonly drawing: Drawing;
  readonly places: Places;
}

/** What lies behind the marks: grid, beginnings of years, wholes and joins. */
export function Behind({ drawing, places: { at, long, up } }: BehindProps) {
  return (
    <>
      <Grid drawing={drawing} at={at} up={({ value, at: y }) => up(value, y)} left={at(0)} right={at(1)} />
      <YearStarts drawing={drawing} at={at} />
      {drawing.wholes.map((y) => (
        <Whole key={y} y={y} left={at(0)} width={long(1)} />
      ))}
      {drawing.joins.map((join) => {
        const { from, to } = join;
        return (
          <JoinLine
            key={`${from.mark.ids[0]} ${to.mark.ids[0]}`}
            join={join}
            x1={at(from.x)}
            y1={up(from.mark.value, from.y)}
            x2={at(to.x)}
            y2={up(to.mark.value, to.y)}
            middle={at((from.x + to.x) / 2)}
          />
        );
      })}
    </>
  );
}

interface MarkProps {
  readonly placed: PlacedMark;
  readonly places: Places;
  readonly x: Place;
  readonly y: number;
  /** True where values run upwards instead of to the right. */
  readonly isUpright: boolean;
  /** True for the mark that the reader is at. */
  readonly isActive?: boolean;
}

/** A mark at its place, with the link to its figure; one that stands for several claims leads to what they say together. */
export function MarkLink({ placed, places: { at, long, up }, x, y, isUpright, isActive = false }: MarkProps) {
  const { mark, base, low, high } = placed;
  const end = high === null ? null : isUpright ? up(mark.high ?? 0, high) : at(high);
  return (
    <a
      href={mark.claims > 1 ? paths.claims(mark.ids[0] ?? "") : paths.figure(mark.ids[0] ?? "")}
      tabIndex={-1}
      className={isActive ? "is-active" : undefined}
    >
      {base === null ? (
        <DotMark placed={placed} x={x} y={y} isUpright={isUpright} rangeEnd={end} />
      ) : (
        <BarMark
          placed={{ ...placed, y }}
          from={at(Math.min(base, placed.x))}
          width={long(Math.abs(placed.x - base))}
          end={x}
          range={low === null || end === null ? null : [at(low), end]}
        />
      )}
    </a>
  );
}
