import "server-only";
import { db } from "@/lib/data/client";
import {
  figureSelect,
  milestoneSelect,
  NEWEST_FIRST,
  PUBLISHED,
  toFigure,
  toMilestone,
  topicSelect,
} from "@/lib/data/figure-row";
import { keptUntilChange } from "@/lib/data/kept";
import { withinRegions } from "@/lib/data/regions";
import type { ChartSpec, Figure } from "@/lib/figures/figure";
import type { Prisma } from "@/lib/generated/prisma/client";

/** Most figures of its metrics that one chart is given: more would not be legible. */
const MOST_FIGURES = 200;

/** Every published chart with its figures, in the order of the dashboard: those it names, then those of its metrics (see figuresOf). */
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
        const found = await figuresOf(metrics, regions);
        const milestones = chart.kind === "timeline" ? await milestonesOf(regions) : [];
        const unnamed = found.figures.map((figure) => ({ label: null, figure }));
        return { ...chart, figures: [...named, ...unnamed], tableOnly: [], newest: found.newest, milestones };
      }),
    );
  });
}

/** What a chart finds by its metrics. `newest` is set where there were more figures than a chart takes. */
export interface FoundFigures extends Pick<ChartSpec, "newest"> {
  readonly figures: readonly Figure[];
}

/**
 * Published figures of metrics about the regions themselves, in the order of the regions and oldest first; of every region when none is
 * given. The newest MOST_FIGURES where there are more; figures without a date come last of all, and are the first to be left out.
 */
export async function figuresOf(
  metrics: readonly { metricId: number }[],
  regions: readonly { regionId: number; region: { code: string } }[],
): Promise<FoundFigures> {
  if (metrics.length === 0) return { figures: [], newest: null };
  const order = regions.map(({ region }) => region.code);
  const where: Prisma.FigureWhereInput = {
    ...PUBLISHED,
    metricId: { in: metrics.map(({ metricId }) => metricId) },
    ...(regions.length === 0 ? {} : { regionId: { in: regions.map(({ regionId }) => regionId) } }),
    organisationId: null,
  };
  const rows = await db().figure.findMany({
    where,
    select: figureSelect,
    orderBy: [...NEWEST_FIRST],
    take: MOST_FIGURES + 1,
  });
  const figures = rows
    .slice(0, MOST_FIGURES)
    .map(toFigure)
    .sort((a, b) => order.indexOf(a.region.code) - order.indexOf(b.region.code) || byTime(a, b));
  const newest = rows.length > MOST_FIGURES ? { kept: figures.length, of: await db().figure.count({ where }) } : null;
  return { figures, newest };
}

/** Oldest first, what has no date last. */
function byTime(a: Figure, b: Figure): number {
  return (a.lastDay ?? Number.MAX_SAFE_INTEGER) - (b.lastDay ?? Number.MAX_SAFE_INTEGER);
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
