import type { Drawing, PlacedText } from "@/lib/charts/layout/drawing";
import { BAR_HEIGHT } from "@/lib/charts/layout/lay-out-rows";
import type { Places } from "@/lib/charts/svg/places";
import { type Place, type Shape, shape } from "@/lib/charts/svg/shape";

/** Grid lines, behind everything else. An axis of time has none, and bars that start at the left edge are their own line at zero. */
export function grid({ height, margins, ticksAcross, ticksUp }: Drawing, { at, up }: Places): Shape[] {
  const lineAt = (value: number) => (value === 0 ? "chart-zero" : "chart-grid");
  if (ticksUp.length > 0) {
    return ticksUp.map((tick) => {
      const y = up(tick.value, tick.at);
      return shape("line", { class: lineAt(tick.value), x1: at(0), x2: at(1), y1: y, y2: y });
    });
  }
  const shown = ticksAcross.filter((tick) => tick.value !== 0 || tick.at !== 0);
  return shown.map((tick) =>
    shape("line", { class: lineAt(tick.value), x1: at(tick.at), x2: at(tick.at), y2: height - margins.bottom }),
  );
}

/** Where calendar years begin, on the axis. */
export function yearStarts({ height, margins, yearStarts: starts }: Drawing, { at }: Places): Shape[] {
  const bottom = height - margins.bottom;
  return starts.map((start) =>
    shape("line", { class: "chart-axis", x1: at(start), x2: at(start), y1: bottom, y2: bottom + 4 }),
  );
}

/** The wholes that bars are shares of, behind them. */
export function wholes(drawing: Drawing, { at, long }: Places): Shape[] {
  return drawing.wholes.map((y) =>
    shape("rect", { class: "chart-whole", x: at(0), y: y - BAR_HEIGHT / 2, width: long(1), height: BAR_HEIGHT }),
  );
}

/** Text of a tick of the axis that runs across; at the edges it is drawn inwards. */
export function acrossTick(tick: Drawing["ticksAcross"][number], x: Place, { height, margins }: Drawing): Shape {
  const anchor = tick.at < 0.02 ? "start" : tick.at > 0.98 ? "end" : "middle";
  const names = `chart-tick is-${anchor}${tick.isRoomy ? " is-roomy" : ""}`;
  return shape("text", { class: names, x, y: height - margins.bottom + 17 }, tick.label);
}

/** Text of a tick of the axis that runs upwards, left of a place. */
export function upTick(tick: Drawing["ticksUp"][number], y: number, left: number): Shape {
  return shape("text", { class: "chart-tick is-end", x: left - 8, y: y + 4 }, tick.label);
}

/** Texts of rows and values. */
export function labels(drawing: Drawing, { at }: Places): Shape[] {
  return drawing.texts.map((text) => label(text, at(text.x)));
}

function label({ text, role, anchor, isRoomy, dx, y }: PlacedText, x: Place): Shape {
  const names = ["chart-text", `is-${role}`, anchor === "start" ? "" : `is-${anchor}`, isRoomy ? "is-roomy" : ""];
  return shape(
    "text",
    {
      class: names.filter(Boolean).join(" "),
      x,
      y: Math.round(y * 10) / 10,
      dx: dx === 0 ? undefined : Math.round(dx * 10) / 10,
    },
    text,
  );
}
