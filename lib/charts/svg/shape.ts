import { escapeMarkup } from "@/lib/text/escape-markup";
/** An element of a drawing as data, from which both drawings are made: the still one as text, the live one by React. */
export interface Shape {
  readonly tag: "a" | "circle" | "g" | "line" | "path" | "rect" | "svg" | "text";
  /** By their names in SVG; what is undefined is left out. */
  readonly attributes: Attributes;
  /** Shapes, or the words of a text. */
  readonly inside: readonly Shape[] | string;
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A place in a drawing: px, or a share of its width as text ("35%"). */
export type Place = number | string;

/** A shape; without more, an empty one. */
export function shape(tag: Shape["tag"], attributes: Attributes, inside: Shape["inside"] = []): Shape {
  return { tag, attributes, inside };
}

/** Shapes around 0,0 moved to a place. A nested svg can be put at a share of the width, which a group cannot. */
export function positioned(x: Place, y: number, inside: readonly Shape[]): Shape {
  return shape("svg", { class: "chart-at", x, y }, inside);
}

/** Shapes as text: the only place where drawings become markup, and where their words are escaped for it. px to two decimals. */
export function svgText(shapes: readonly Shape[]): string {
  let text = "";
  for (const { tag, attributes, inside } of shapes) {
    text += `<${tag}`;
    for (const name in attributes) {
      const value = attributes[name];
      if (typeof value === "number") text += ` ${name}="${Math.round(value * 100) / 100}"`;
      else if (value !== undefined) text += ` ${name}="${escapeMarkup(value)}"`;
    }
    if (inside.length === 0) text += "/>";
    else text += `>${typeof inside === "string" ? escapeMarkup(inside) : svgText(inside)}</${tag}>`;
  }
  return text;
}
