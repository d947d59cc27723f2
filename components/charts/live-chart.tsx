"use client";

import { useEffect } from "react";
import { Scatter, ScatterChart, useXAxisScale, useYAxisScale, XAxis, YAxis, ZIndexLayer } from "recharts";
import { Shapes } from "@/components/charts/shapes";
import { valueAt } from "@/lib/charts/axes/scale";
import type { Drawing } from "@/lib/charts/layout/drawing";
import type { Plot } from "@/lib/charts/model";
import { acrossTick, labels, upTick } from "@/lib/charts/svg/axes";
import { behind, linkedMark } from "@/lib/charts/svg/drawing-text";
import type { Places } from "@/lib/charts/svg/places";

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
            return tick ? <Shapes shapes={[acrossTick(tick, Number(x), drawing)]} /> : null;
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
            return tick ? <Shapes shapes={[upTick(tick, Number(y), margins.left)]} /> : null;
          }}
        />
        <Backdrop plot={plot} drawing={drawing} />
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

/** Places in px by the scales of Recharts; null until it knows them. */
function usePlaces(plot: Plot): Places | null {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!x || !y) return null;
  const at = (fraction: number) => x(valueAt(axisAcross(plot), fraction)) ?? 0;
  return { at, long: (fraction) => at(fraction) - at(0), up: (value) => y(value) ?? 0 };
}

type LayerProps = Pick<LiveChartProps, "plot" | "drawing">;

function Backdrop({ plot, drawing }: LayerProps) {
  const places = usePlaces(plot);
  if (places === null) return null;
  return (
    <ZIndexLayer zIndex={BEHIND}>
      <Shapes shapes={behind(drawing, places)} />
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
      <Shapes shapes={labels(drawing, places)} />
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
  return (
    <Shapes
      shapes={[linkedMark(placed, places, { x, y, isUpright: plot.kind === "line", isActive, asOf: drawing.asOf })]}
    />
  );
}
