import { WIDTHS } from "@/lib/charts/layout/boxes";
import { NARROWEST, TIERS } from "@/lib/charts/layout/breakpoints";
import type { Drawing } from "@/lib/charts/layout/drawing";
import { layOutLines, standInTime } from "@/lib/charts/layout/lay-out-lines";
import { layOutRows } from "@/lib/charts/layout/lay-out-rows";
import { mergeCrowds } from "@/lib/charts/layout/merge-overlaps";
import type { LinePlot, Plot } from "@/lib/charts/model";

/** A drawing of a plot with the widths that it is for, px: from `from` on, and less than `until` (null: without end). */
export interface View {
  readonly from: number;
  readonly until: number | null;
  /** The plot as it is drawn: marks that would hide each other at these widths are one. */
  readonly plot: Plot;
  readonly drawing: Drawing;
}

/**
 * Decides every place of a chart so that no text or mark overlaps another and no text is cut at any width from NARROWEST on. One drawing does for
 * all widths, unless marks are so crowded in a narrow one that they need other places there.
 */
export function viewsOf(plot: Plot): readonly View[] {
  return plotsOf(plot).map((seen) => ({
    ...seen,
    drawing:
      seen.plot.kind === "line" ? layOutLines(seen.plot, widthsOf(seen.from, seen.until)) : layOutRows(seen.plot),
  }));
}

/** The plots of these views, which say what is drawn, not where. */
export function plotsOf(plot: Plot): readonly Omit<View, "drawing">[] {
  if (plot.kind !== "line") return [{ from: NARROWEST, until: null, plot }];
  const tiers = TIERS.map((from, index) => tierOf(plot, from, TIERS[index + 1] ?? null));
  const kept = tiers.filter((tier, index) => index === 0 || tier.look !== tiers[index - 1]?.look);
  return kept.map(({ from, plot: seen }, index) => ({ from, until: kept[index + 1]?.from ?? null, plot: seen }));
}

/** The view for a width, px; the narrowest where the width is not known yet (0). Views are never none. */
export function viewAt(views: readonly View[], width: number): View {
  const view = views.findLast(({ from }) => width >= from) ?? views[0];
  if (!view) throw new RangeError("A chart has at least one view");
  return view;
}

function tierOf(plot: LinePlot, from: number, until: number | null) {
  const { margins, height } = standInTime(plot, []);
  const [inner, plotHeight] = [from - margins.left - margins.right, height - margins.top - margins.bottom];
  const widths = widthsOf(from, until);
  const loose = mergeCrowds(plot, inner, plotHeight, false);
  // Where even so many cannot stand side by side, fewer do.
  const seen = standInTime(loose, widths).isCrowded ? mergeCrowds(plot, inner, plotHeight, true) : loose;
  const { marks } = standInTime(seen, widths);
  // Two tiers look alike where the same marks are merged and moved aside.
  return { from, plot: seen, look: JSON.stringify(marks.map(({ mark, dx }) => [mark.ids, dx])) };
}

function widthsOf(from: number, until: number | null): readonly number[] {
  return WIDTHS.filter((width) => width >= from && (until === null || width <= until));
}
