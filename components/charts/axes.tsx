import type { Place } from "@/components/charts/positioned";
import type { Drawing, PlacedText } from "@/lib/charts/layout/drawing";
import { BAR_HEIGHT } from "@/lib/charts/layout/lay-out-rows";

interface AcrossProps {
  readonly drawing: Drawing;
  /** Turns a fraction of the plot into a place. */
  readonly at: (fraction: number) => Place;
}

interface GridProps extends AcrossProps {
  /** Where a tick of the axis that runs upwards stands, px down. */
  readonly up: (tick: Drawing["ticksUp"][number]) => number;
  readonly left: Place;
  readonly right: Place;
}

/** Grid lines, behind everything else. An axis of time has none, and bars that start at the left edge are their own line at zero. */
export function Grid({ drawing, at, up, left, right }: GridProps) {
  const { height, margins, ticksAcross, ticksUp } = drawing;
  const lineAt = (value: number) => (value === 0 ? "chart-zero" : "chart-grid");
  if (ticksUp.length > 0) {
    return ticksUp.map((tick) => (
      <line key={tick.value} className={lineAt(tick.value)} x1={left} x2={right} y1={up(tick)} y2={up(tick)} />
    ));
  }
  const shown = ticksAcross.filter((tick) => tick.value !== 0 || tick.at !== 0);
  return shown.map((tick) => (
    <line
      key={tick.value}
      className={lineAt(tick.value)}
      x1={at(tick.at)}
      x2={at(tick.at)}
      y2={height - margins.bottom}
    />
  ));
}

/** Texts of both axes. */
export function Ticks({ drawing, at, left }: AcrossProps & { readonly left: number }) {
  const { height, margins, ticksAcross, ticksUp } = drawing;
  return (
    <>
      {ticksUp.map((tick) => (
        <UpTick key={tick.value} tick={tick} y={tick.at} left={left} />
      ))}
      {ticksAcross.map((tick) => (
        <AcrossTick key={tick.value} tick={tick} x={at(tick.at)} bottom={height - margins.bottom} />
      ))}
    </>
  );
}

/** Where calendar years begin, on the axis. */
export function YearStarts({ drawing, at }: AcrossProps) {
  const bottom = drawing.height - drawing.margins.bottom;
  return drawing.yearStarts.map((start) => (
    <line key={start} className="chart-axis" x1={at(start)} x2={at(start)} y1={bottom} y2={bottom + 4} />
  ));
}

interface TickProps {
  readonly tick: Drawing["ticksAcross"][number];
  readonly x: Place;
  readonly bottom: number;
}

/** Text of a tick of the axis that runs across; at the edges it is drawn inwards. */
export function AcrossTick({ tick, x, bottom }: TickProps) {
  const anchor = tick.at < 0.02 ? "start" : tick.at > 0.98 ? "end" : "middle";
  return (
    <text className={`chart-tick is-${anchor}${tick.isRoomy ? " is-roomy" : ""}`} x={x} y={bottom + 17}>
      {tick.label}
    </text>
  );
}

interface UpTickProps {
  readonly tick: Drawing["ticksUp"][number];
  readonly y: number;
  readonly left: number;
}

/** Text of a tick of the axis that runs upwards. */
export function UpTick({ tick, y, left }: UpTickProps) {
  return (
    <text className="chart-tick is-end" x={left - 8} y={y + 4}>
      {tick.label}
    </text>
  );
}

interface WholeProps {
  readonly y: number;
  readonly left: Place;
  readonly width: Place;
}

/** The whole that a bar is a share of, behind it. */
export function Whole({ y, left, width }: WholeProps) {
  return <rect className="chart-whole" x={left} y={y - BAR_HEIGHT / 2} width={width} height={BAR_HEIGHT} />;
}

/** Texts of rows and values. */
export function Labels({ drawing, at }: AcrossProps) {
  return drawing.texts.map((text) => (
    <Label key={`${text.role} ${text.y} ${text.x} ${text.dx} ${text.text}`} text={text} x={at(text.x)} />
  ));
}

function Label({ text, x }: { readonly text: PlacedText; readonly x: Place }) {
  const { role, anchor, isRoomy, dx, y } = text;
  const names = ["chart-text", `is-${role}`, anchor === "start" ? "" : `is-${anchor}`, isRoomy ? "is-roomy" : ""];
  return (
    <text
      className={names.filter(Boolean).join(" ")}
      x={x}
      y={Math.round(y * 10) / 10}
      dx={dx === 0 ? undefined : Math.round(dx * 10) / 10}
    >
      {text.text}
    </text>
  );
}
