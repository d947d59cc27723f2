import type { ReactNode } from "react";
import { block, Lines, SANS } from "@/components/pictures/lines";
import { textWidth } from "@/lib/charts/layout/text-width";

/** A mark with its meaning. `width` is that of the mark, px; it is drawn 18 px high from 0,0. */
export interface FlowItem {
  readonly text: string;
  readonly width: number;
  readonly glyph: ReactNode;
}

const SIZE = 12;
const ROW = 22;
const GAP = 18;

/** Items in rows of a width, each with its place. A text too long for a row takes several lines. */
function placed(items: readonly FlowItem[], width: number) {
  let [x, y, next] = [0, 0, ROW];
  const all = items.map((item) => {
    const room = width - item.width - 6;
    const wide = item.width + 6 + Math.min(room, textWidth(item.text, SIZE));
    if (x > 0 && x + wide > width) [x, y, next] = [0, next, next + ROW];
    const type = { size: SIZE, leading: 18, family: SANS };
    const place = { item, x, y, type, room };
    x += wide + GAP;
    next = Math.max(next, y + 4 + 18 * block(item.text, { width: room, type, fill: "" }).lines.length);
    return place;
  });
  return { all, height: items.length === 0 ? 0 : next };
}

/** Height that items take, px. */
export function flowHeight(items: readonly FlowItem[], width: number): number {
  return placed(items, width).height;
}

/** Marks with their meanings, one after the other. */
export function Flow({
  items,
  width,
  x,
  y,
  fill,
}: {
  readonly items: readonly FlowItem[];
  readonly width: number;
  readonly x: number;
  readonly y: number;
  readonly fill: string;
}) {
  return placed(items, width).all.map(({ item, type, room, ...at }) => (
    <g key={item.text}>
      <g transform={`translate(${x + at.x} ${y + at.y})`}>{item.glyph}</g>
      <Lines block={block(item.text, { width: room, type, fill })} x={x + at.x + item.width + 6} y={y + at.y} />
    </g>
  ));
}
