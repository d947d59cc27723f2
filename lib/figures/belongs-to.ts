import type { ChartSpec, Figure } from "@/lib/figures/figure";

/** A chart with the codes of the regions that an editor gave it: it stands there, whatever it shows. */
export interface PlacedChart extends ChartSpec {
  readonly placedIn: readonly string[];
}

/**
 * Whether a chart belongs to a region (`code`) with the places below it (`codes`, its own among them): it has a figure or a milestone from
 * there, or an editor placed it there. What only compares other regions does not.
 */
export function belongsTo(
  { figures, milestones, placedIn }: PlacedChart,
  code: string,
  codes: ReadonlySet<string>,
): boolean {
  return (
    placedIn.includes(code) ||
    figures.some(({ figure }) => codes.has(figure.region.code)) ||
    milestones.some(({ region }) => codes.has(region.code))
  );
}

/** How many figures charts show that are not among those of their page, and so not in its file: of other places, for example. */
export function figuresBeyond(charts: readonly ChartSpec[], isOfPage: (figure: Figure) => boolean): number {
  const all = charts.flatMap(({ figures, tableOnly }) => [...figures.map(({ figure }) => figure), ...tableOnly]);
  return new Set(all.filter((figure) => !isOfPage(figure)).map(({ id }) => id)).size;
}
