import { act, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { expect } from "vitest";
import { LiveChart } from "@/components/charts/live-chart";
import { StaticViews } from "@/components/charts/static-chart";
import { viewAt, viewsOf } from "@/lib/charts/layout/lay-out";
import type { Plot } from "@/lib/charts/model";

/** A line, box, path, circle or text of a drawing, with where it is: px from the top left corner of the drawing. */
export interface Shape {
  readonly what: string;
  readonly places: readonly number[];
}

/** Shapes with their attributes that are places or lengths. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  line: ["x1", "y1", "x2", "y2"],
  rect: ["x", "y", "width", "height"],
  text: ["x", "y"],
  path: ["x", "y"],
  circle: ["x", "y", "r"],
};
const LEAVES = Object.keys(PLACES).join();

/** Every shape of a drawing. Shares of the width become px; what is drawn around a moved place is moved with it. */
function shapesIn(drawing: Element, innerWidth: number, left: number): Shape[] {
  const length = (text: string | null) => {
    if (text === null) return 0;
    return text.endsWith("%") ? (Number.parseFloat(text) / 100) * innerWidth : Number(text);
  };
  const drawn = [...drawing.querySelectorAll(LEAVES)].filter((leaf) => leaf.closest("defs") === null);
  return drawn.map((leaf) => {
    let [x, y] = [left, 0];
    let turns = "";
    for (let above = leaf.parentElement; above && above !== drawing; above = above.parentElement) {
      if (above.getAttribute("class") === "chart-at") {
        x += length(above.getAttribute("x"));
        y += length(above.getAttribute("y"));
      }
      if (above.getAttribute("class")?.startsWith("chart-")) turns += above.getAttribute("transform") ?? "";
    }
    const origins: Readonly<Record<string, number>> = { x, x1: x, x2: x, y, y1: y, y2: y };
    const places = (PLACES[leaf.tagName] ?? []).map((name) => (origins[name] ?? 0) + length(leaf.getAttribute(name)));
    const link = leaf.closest("a")?.getAttribute("href") ?? "";
    const shape = ["class", "d", "dx", "transform"].map((name) => leaf.getAttribute(name) ?? "").join(" ");
    return { what: `${leaf.tagName} ${shape} ${turns} ${link} ${leaf.textContent}`, places };
  });
}

/** What lies over what, from the back to the front; the first that fits a shape. */
const LAYERS = [
  ["grid", ".chart-grid, .chart-zero"],
  ["whole", ".chart-whole"],
  ["join", ".chart-join *"],
  ["mark", ".chart-mark *"],
  ["text", ".chart-text"],
] as const;

/** The layers of a drawing in the order in which they are painted, each time another begins. */
function layersIn(drawing: Element): string[] {
  const leaves = [...drawing.querySelectorAll(LEAVES)].filter((leaf) => leaf.closest("defs") === null);
  const names = leaves.flatMap((leaf) => LAYERS.find(([, selector]) => leaf.matches(selector))?.[0] ?? []);
  return names.filter((name, index) => name !== names[index - 1]);
}

async function render(node: ReactNode): Promise<HTMLElement> {
  const host = document.createElement("div");
  document.body.append(host);
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  await act(async () => createRoot(host).render(node));
  return host;
}

/** The shapes of both drawings of a plot at a width (in the view that is for it), sorted alike. */
export async function drawBoth(plot: Plot, width: number) {
  const view = viewAt(viewsOf(plot), width);
  const { drawing } = view;
  const { left, right } = drawing.margins;
  const still = await render(<StaticViews views={[view]} />);
  const live = await render(
    <LiveChart
      plot={view.plot}
      drawing={drawing}
      width={width}
      active={null}
      isHidden={false}
      onDrawn={() => undefined}
    />,
  );
  const stillSvg = still.querySelector("svg") ?? still;
  const liveSvg = live.querySelector("svg.recharts-surface") ?? live;
  const shapes = {
    still: shapesIn(stillSvg, width - left - right, left).sort(byShape),
    live: shapesIn(liveSvg, width, 0).sort(byShape),
    layers: { still: layersIn(stillSvg), live: layersIn(liveSvg) },
  };
  still.remove();
  live.remove();
  return shapes;
}

/** px that places may differ: 1, and what Recharts rounds them by. */
const NEAR = 1.001;

function byShape(a: Shape, b: Shape): number {
  return a.what === b.what ? 0 : a.what < b.what ? -1 : 1;
}

/** Whether two shapes are one and the same, drawn twice. */
function isNear(a: Shape, b: Shape): boolean {
  return a.what === b.what && a.places.every((place, at) => Math.abs(place - (b.places[at] ?? Number.NaN)) <= NEAR);
}

/** Asserts that both drawings of a plot have the same shapes and texts at the same places, within 1 px, one over the other in the same order. */
export async function expectAgreement(plot: Plot, width: number): Promise<void> {
  const { still, live, layers } = await drawBoth(plot, width);
  const order = LAYERS.map(([name]) => name).filter((name) => layers.still.includes(name));
  expect(layers).toEqual({ still: order, live: order });
  expect(live.map(({ what }) => what)).toEqual(still.map(({ what }) => what));
  // Several may be of one kind, such as the ends of a range, in any order.
  const left = [...live];
  const apart = still.filter((shape) => {
    const at = left.findIndex((other) => isNear(shape, other));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  expect(left).toEqual([]);
  expect(apart).toEqual([]);
}
