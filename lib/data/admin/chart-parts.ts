import "server-only";
import { db } from "@/lib/data/db/client";
import { figuresOf, milestonesOf } from "@/lib/data/public/charts";
import { listFiguresByIds } from "@/lib/data/public/figures";
import type { ChartSpec, Figure } from "@/lib/figures/figure";

/** What a chart is put together from, by keys; unknown ones are left out. */
export interface ChartKeys {
  readonly metrics: readonly string[];
  readonly regions: readonly string[];
  readonly figures: readonly string[];
}

/** What a chart of these parts would show to readers: figures named (in order), figures found (and how many more there are), milestones. Published ones only. */
export interface ChartParts extends Pick<ChartSpec, "newest"> {
  readonly named: readonly Figure[];
  readonly found: readonly Figure[];
  readonly milestones: ChartSpec["milestones"];
}

/** Reads what a chart that is not saved yet would show, by the rules of those that are. */
export async function readChartParts({ metrics, regions, figures }: ChartKeys): Promise<ChartParts> {
  const [metricRows, regionRows] = await Promise.all([
    db().metric.findMany({ where: { slug: { in: [...metrics] } }, select: { id: true, slug: true } }),
    db().region.findMany({ where: { code: { in: [...regions] } }, select: { id: true, code: true } }),
  ]);
  const ofMetrics = metricRows.map(({ id, slug }) => ({ metricId: id, metric: { slug } }));
  const ofRegions = regions.flatMap((code) => {
    const row = regionRows.find((region) => region.code === code);
    return row ? [{ regionId: row.id, region: { code } }] : [];
  });
  const [named, found, milestones] = await Promise.all([
    listFiguresByIds(figures),
    figuresOf(ofMetrics, ofRegions),
    ofRegions.length === 0 ? [] : milestonesOf(ofRegions),
  ]);
  return { named, found: found.figures, newest: found.newest, milestones };
}
