import type { SVGProps } from "react";
import { ChartKey } from "@/components/charts/chart-key";
import { NARROWEST } from "@/lib/charts/layout/breakpoints";
import type { Drawing } from "@/lib/charts/layout/drawing";
import { type View, viewsOf } from "@/lib/charts/layout/lay-out";
import type { Plot } from "@/lib/charts/model";
import { drawingText } from "@/lib/charts/svg/drawing-text";

/** A drawing that stays as it is, and what its marks mean. */
export function StaticChart({ plot }: { readonly plot: Plot }) {
  const views = viewsOf(plot);
  return (
    <>
      <StaticViews views={views} />
      <ChartKey plot={plot} views={views} />
    </>
  );
}

/**
 * Every view of a chart as plain SVG that fills any width without a script; the width of its frame decides which one is seen. Places across are
 * shares of the width, all else is px, so text keeps its size. The margins are the padding of the box around it.
 */
export function StaticViews({ views }: { readonly views: readonly View[] }) {
  return views.map(({ from, until, drawing }) => {
    const { height, margins } = drawing;
    const since = from > NARROWEST ? ` is-from-${from}` : "";
    const widths = since + (until === null ? "" : ` is-until-${until}`);
    return (
      <div key={from} className={`chart-box${widths}`} style={{ padding: `0 ${margins.right}px 0 ${margins.left}px` }}>
        <DrawnChart className="chart-svg" height={height} aria-hidden="true" drawing={drawing} />
      </div>
    );
  });
}

/** A drawing by itself, in an svg as wide as the plot. */
export function DrawnChart({ drawing, ...props }: SVGProps<SVGSVGElement> & { readonly drawing: Drawing }) {
  return (
    <svg
      {...props}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: thousands of marks take React longer than all else of a page; lib/charts/svg escapes
      dangerouslySetInnerHTML={{ __html: drawingText(drawing) }}
    />
  );
}
