import type { ChartSpec } from "@/lib/figures/figure";

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
