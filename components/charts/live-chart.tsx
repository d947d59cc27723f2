"use client";

import { useEffect } from "react";
import { Scatter, ScatterChart, useXAxisScale, useYAxisScale, XAxis, YAxis, ZIndexLayer } from "recharts";
import { JoinLine } from "@/components/charts/joins";
import { BarMark, DotMark } from "@/components/charts/marks";
import { AcrossTick, Grid, Labels, UpTick, Whole, YearStarts } from "@/components/charts/scenery";
import type { Drawing } from "@/lib/charts/drawing";
import type { Plot } from "@/lib/charts/model";
import { valueAt } from "@/lib/charts/scale";
import { paths } from "@/lib/paths";

export interface LiveChartProps {
  readonly plot: Plot;
  readonly drawing: Drawing;
  /** px, margins included. */
  readonly width: number;
  /** Place in the list of the mark that the reader is at. */
  readonly active: number | null;
  /** True until all marks are there; what was drawn before stays in sight until then. */
  readonly isHidden: boolean;
  readonly onDrawn: () => void;
}

/** Layers of Recharts (marks lie at 600, texts of axes at 2000): what lies behind the marks, and the texts in front of them. */
const BEHIND = 550;
const IN_FRONT = 700;

/**
 * A drawing by Recharts: its axes and scales place the marks, which look as in the static drawing. Rows have an axis of px
 * downwards, because they stand for names; a line has one of values upwards and one of years across.
 */
export function LiveChart({ plot, drawing, width, active, isHidden, onDrawn }: LiveChartProps) {
  const { height, margins, ticksAcross, ticksUp } = drawing;
  const bottom = height - margins.bottom;
  const isLine = plot.kind === "line";
  const across = axisAcross(plot);
  const points = drawing.marks.map((placed, index) => ({
    across: valueAt(across, placed.x),
    up: isLine ? placed.mark.value : placed.y,
    index,
  }));
  return (
    <div className={`chart-box${isHidden ? " is-waiting" : ""}`} aria-hidden="true">
      <ScatterChart
        className="chart-svg"
        width={width}
        height={height}
        margin={{ left: isLine ? 0 : margins.left, right: margins.right, top: margins.top, bottom: 0 }}
        accessibilityLayer={false}
      >
        <XAxis
          type="number"
          dataKey="across"
          scale={across.kind}
          domain={[...across.domain]}
          ticks={ticksAcross.map((tick) => valueAt(across, tick.at))}
          interval={0}
          height={margins.bottom}
          axisLine={false}
          tickLine={false}
          tick={({ index, x }) => {
            const tick = ticksAcross[index];
            return tick ? <AcrossTick tick={tick} x={Number(x)} bottom={bottom} /> : null;
          }}
        />
        <YAxis
          type="number"
          dataKey="up"
          domain={isLine ? [...plot.axis.domain] : [margins.top, bottom]}
          reversed={!isLine}
          hide={!isLine}
          ticks={isLine ? ticksUp.map((tick) => tick.value) : []}
          interval={0}
          width={isLine ? margins.left : 0}
          axisLine={false}
          tickLine={false}
          tick={({ index, y }) => {
            const tick = ticksUp[index];
            return tick ? <UpTick tick={tick} y={Number(y)} left={margins.left} /> : null;
          }}
        />
        <Behind plot={plot} drawing={drawing} width={width} />
        <Scatter
          data={points}
          isAnimationActive={false}
          shape={({ cx, cy, index }) => (
            <LiveMark plot={plot} drawing={drawing} index={index} x={cx} y={cy} isActive={index === active} />
          )}
        />
        <InFront plot={plot} drawing={drawing} onDrawn={onDrawn} />
      </ScatterChart>
    </div>
  );
}

/** The axis that runs across: years for lines, values for rows. */
function axisAcross(plot: Plot) {
  return plot.kind === "line" ? plot.years : plot.axis;
}

/** Turns numbers into px by the scales of Recharts; null until it knows them. */
function usePlaces(plot: Plot) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!x || !y) return null;
  return {
    across: (value: number) => x(value) ?? 0,
    up: (value: number) => y(value) ?? 0,
    atFraction: (fraction: number) => x(valueAt(axisAcross(plot), fraction)) ?? 0,
  };
}

type LayerProps = Pick<LiveChartProps, "plot" | "drawing">;

function Behind({ plot, drawing, width }: LayerProps & Pick<LiveChartProps, "width">) {
  const places = usePlaces(plot);
  if (places === null) return null;
  const { margins, wholes, joins } = drawing;
  return (
    <ZIndexLayer zIndex={BEHIND}>
      <Grid
        drawing={drawing}
        at={places.atFraction}
        up={({ value }) => places.up(value)}
        left={margins.left}
        right={width - margins.right}
      />
      <YearStarts drawing={drawing} at={places.atFraction} />
      {wholes.map((y) => (
        <Whole key={y} y={y} left={margins.left} width={width - margins.left - margins.right} />
      ))}
      {joins.map((join) => {
        const [x1, x2] = [places.atFraction(join.from.x), places.atFraction(join.to.x)];
        return (
          <JoinLine
            key={`${join.from.mark.ids[0]} ${join.to.mark.ids[0]}`}
            join={join}
            x1={x1}
            y1={places.up(join.from.mark.value)}
            x2={x2}
            y2={places.up(join.to.mark.value)}
            middle={(x1 + x2) / 2}
          />
        );
      })}
    </ZIndexLayer>
  );
}

function InFront({ plot, drawing, onDrawn }: LayerProps & Pick<LiveChartProps, "onDrawn">) {
  const places = usePlaces(plot);
  const isPlaced = places !== null;
  useEffect(() => {
    if (isPlaced) onDrawn();
  }, [isPlaced, onDrawn]);
  if (places === null) return null;
  return (
    <ZIndexLayer zIndex={IN_FRONT}>
      <Labels drawing={drawing} at={places.atFraction} />
    </ZIndexLayer>
  );
}

interface LiveMarkProps extends LayerProps {
  readonly index: number;
  readonly x: number | undefined;
  readonly y: number | undefined;
  readonly isActive: boolean;
}

/** A mark where Recharts puts it. */
function LiveMark({ plot, drawing, index, x = 0, y = 0, isActive }: LiveMarkProps) {
  const places = usePlaces(plot);
  const placed = drawing.marks[index];
  if (!placed || places === null) return null;
  const { mark, base } = placed;
  const isUpright = plot.kind === "line";
  const high = mark.high === null ? null : isUpright ? places.up(mark.high) : places.across(mark.high);
  const zero = base === null ? x : places.across(0);
  return (
    <a href={paths.figure(mark.ids[0] ?? "")} tabIndex={-1} className={isActive ? "is-active" : undefined}>
      {base === null ? (
        <DotMark placed={placed} x={x} y={y} isUpright={isUpright} rangeEnd={high} />
      ) : (
        <BarMark
          placed={{ ...placed, y }}
          from={Math.min(zero, x)}
          width={Math.abs(x - zero)}
          end={x}
          range={high === null ? null : [places.across(mark.value), high]}
        />
      )}
    </a>
  );
}
