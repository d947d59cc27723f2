import { createElement, type ReactNode } from "react";
import type { Shape } from "@/lib/charts/svg/shape";

/** Attributes whose names React writes otherwise. */
const NAMES: Readonly<Record<string, string>> = {
  class: "className",
  tabindex: "tabIndex",
  "stroke-width": "strokeWidth",
  "stroke-dasharray": "strokeDasharray",
};

/** Shapes as elements: for drawings that change under a reader's hand, and single ones within what React draws. */
export function Shapes({ shapes }: { readonly shapes: readonly Shape[] }): ReactNode {
  return shapes.map(({ tag, attributes, inside }, index) => {
    const named = Object.entries(attributes).map(([name, value]) => [NAMES[name] ?? name, value]);
    const props = { key: index, ...Object.fromEntries(named) };
    return createElement(tag, props, typeof inside === "string" ? inside : <Shapes shapes={inside} />);
  });
}
