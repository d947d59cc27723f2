import type { ReactNode } from "react";
import { Flow, type FlowItem, flowHeight } from "@/components/pictures/flow";
import { type Block, heightOf, Lines } from "@/components/pictures/lines";
import { paletteOf, type Theme } from "@/components/pictures/palette";

/** Width of a picture of a chart, its margins and what is between them, px at scale 1. */
export const WIDTH = 800;
export const PAD = 28;
export const INNER = WIDTH - 2 * PAD;

/** A part of a picture: how high it is, px, and how it is drawn from a place down. */
export interface Part {
  readonly height: number;
  readonly draw: (y: number) => ReactNode;
}

/** A text with room after it, px; one without words takes none. */
export function ofBlock(own: Block, after: number, x = PAD): Part {
  return {
    height: heightOf(own) + (own.lines.length === 0 ? 0 : after),
    draw: (y) => <Lines block={own} x={x} y={y} />,
  };
}

/** Marks with their meanings; none take no room. */
export function keyParts(items: readonly FlowItem[], theme: Theme): readonly Part[] {
  if (items.length === 0) return [];
  const draw = (y: number) => <Flow items={items} width={INNER} x={PAD} y={y} fill={paletteOf(theme)["ink-2"]} />;
  return [{ height: flowHeight(items, INNER) + 8, draw }];
}
