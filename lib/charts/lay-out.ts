import type { Drawing } from "@/lib/charts/drawing";
import { layOutLines } from "@/lib/charts/lay-out-lines";
import { layOutRows } from "@/lib/charts/lay-out-rows";
import type { Plot } from "@/lib/charts/model";

/** Decides every place of a chart so that no text overlaps another or is cut at any width from NARROWEST on. */
export function layOut(plot: Plot): Drawing {
  return plot.kind === "line" ? layOutLines(plot) : layOutRows(plot);
}
