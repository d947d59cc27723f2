import { WIDTHS } from "@/lib/charts/layout/boxes";
import { NARROWEST, TIERS } from "@/lib/charts/layout/breakpoints";
import type { Drawing, PlacedMark } from "@/lib/charts/layout/drawing";
import { frameOf, layOutLines, standInTime } from "@/lib/charts/layout/lay-out-lines";
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
  if (plot.kind !== "line") return [{ from: NARROWEST, until: null, plot, drawing: layOutRows(plot) }];
  const tiers = TIERS.map((from, index) => tierOf(plot, from, TIERS[index + 1] ?? null));
  const kept = tiers.filter((tier, index) => !looksLike(tier, tiers[index - 1]));
  return kept.map(({ from, until: end, plot: seen, marks }, index) => {
    const until = kept[index + 1]?.from ?? null;
    const widths = widthsOf(from, until);
    const placed = until === end ? marks : standInTime(seen, widths).marks;
    return { from, until, plot: seen, drawing: layOutLines(seen, placed, widths) };
  });
}

/** The view for a width, px; the narrowest where the width is not known yet (0). Views are never none. */
export function viewAt(views: readonly View[], width: number): View {
  const view = views.findLast(({ from }) => width >= from) ?? views[0];
  if (!view) throw new RangeError("A chart has at least one view");
  return view;
}

/** A plot for a range of widths, with its marks at their places there. */
interface Tier extends Omit<View, "drawing"> {
  readonly plot: LinePlot;
  readonly marks: readonly PlacedMark[];
}

function tierOf(plot: LinePlot, from: number, until: number | null): Tier {
  const { margins, height } = frameOf(plot);
  const [inner, plotHeight] = [from - margins.left - margins.right, height - margins.top - margins.bottom];
  const widths = widthsOf(from, until);
  const loose = mergeCrowds(plot, inner, plotHeight, false);
  const stood = standInTime(loose, widths);
  // Where even so many cannot stand side by side, fewer do.
  const seen = stood.isCrowded ? mergeCrowds(plot, inner, plotHeight, true) : loose;
  const { marks } = seen === loose ? stood : standInTime(seen, widths);
  return { from, until, plot: seen, marks };
}

/** Whether two tiers have the same marks merged and moved aside. */
function looksLike({ marks }: Tier, other: Tier | undefined): boolean {
  return (
    marks.length === other?.marks.length &&
    marks.every(({ mark, dx }, index) => {
      const twin = other.marks[index];
      return dx === twin?.dx && (mark === twin.mark || mark.ids.join() === twin.mark.ids.join());
    })
  );
}

function widthsOf(from: number, until: number | null): readonly number[] {
  return WIDTHS.filter((width) => width >= from && (until === null || width <= until));
}
