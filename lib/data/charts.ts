import "server-only";
import { db } from "@/lib/data/client";
import { figureSelect, milestoneSelect, PUBLISHED, toFigure, toMilestone, topicSelect } from "@/lib/data/figure-row";
import { keptUntilChange } from "@/lib/data/kept";
import { withinRegions } from "@/lib/data/regions";
import type { ChartSpec } from "@/lib/figures/figure";

/** Most figures in one chart: more would not be legible. */
const MOST_FIGURES = 200;

/** Every published chart with its figures, in the order of the dashboard. Figures are oldest first unless the chart names them. */
export function listCharts(): Promise<readonly ChartSpec[]> {
  return keptUntilChange("charts", async () => {
    const rows = await db().chart.findMany({
      where: PUBLISHED,
      orderBy: { position: "asc" },
      select: {
        slug: true,
        title: true,
        subtitle: true,
        kind: true,
        scale: true,
        rows: true,
        topic: { select: topicSelect },
        metrics: { select: { metricId: true }, orderBy: { position: "asc" } },
        regions: { select: { regionId: true, region: { select: { code: true } } }, orderBy: { position: "asc" } },
        figures: {
          where: { figure: PUBLISHED },
          select: { label: true, figure: { select: figureSelect } },
          orderBy: { position: "asc" },
        },
      },
    });
    return Promise.all(
      rows.map(async ({ metrics, regions, figures, ...chart }) => {
        const named = figures.map(({ label, figure }) => ({ label, figure: toFigure(figure) }));
        const found = metrics.length === 0 ? [] : await figuresOf(metrics, regions);
        const milestones = chart.kind === "timeline" ? await milestonesOf(regions) : [];
        return { ...chart, figures: [...named, ...found], milestones };
      }),
    );
  });
}

/** Published figures of metrics about the regions themselves, oldest first, in the order of the regions; of every region when none is given. */
export async function figuresOf(
  metrics: readonly { metricId: number }[],
  regions: readonly { regionId: number; region: { code: string } }[],
): Promise<ChartSpec["figures"]> {
  const order = regions.map(({ region }) => region.code);
  const rows = await db().figure.findMany({
    where: {
      ...PUBLISHED,
      metricId: { in: metrics.map(({ metricId }) => metricId) },
      ...(regions.length === 0 ? {} : { regionId: { in: regions.map(({ regionId }) => regionId) } }),
      organisationId: null,
    },
    select: figureSelect,
    orderBy: [{ lastDay: "asc" }, { id: "asc" }],
    take: MOST_FIGURES,
  });
  return rows
    .map((row) => ({ label: null, figure: toFigure(row) }))
    .sort((a, b) => order.indexOf(a.figure.region.code) - order.indexOf(b.figure.region.code));
}

/** Published milestones of regions and of every place below them, oldest first. */
export async function milestonesOf(regions: readonly { region: { code: string } }[]): Promise<ChartSpec["milestones"]> {
  const rows = await db().milestone.findMany({
    where: { ...PUBLISHED, region: await withinRegions(regions.map(({ region }) => region.code)) },
    select: milestoneSelect,
    orderBy: [{ day: "asc" }, { id: "asc" }],
  });
  return rows.map(toMilestone);
}
