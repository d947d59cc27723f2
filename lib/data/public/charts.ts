import "server-only";
import { db } from "@/lib/data/db/client";
import {
  figureSelect,
  milestoneSelect,
  PUBLISHED,
  toFigure,
  toMilestone,
  topicSelect,
} from "@/lib/data/public/figure-row";
import { regionsWithin } from "@/lib/data/public/regions";
import { countFigures } from "@/lib/data/public/selection/figure-counts";
import { EVERY_FIGURE } from "@/lib/data/public/selection/figure-selection";
import { readNewest } from "@/lib/data/public/selection/newest-figures";
import { cacheUntilChange } from "@/lib/data/revisions/revision-cache";
import type { PlacedChart } from "@/lib/figures/belongs-to";
import type { ChartSpec, Figure } from "@/lib/figures/figure";
import { noteReads, readingOnly, recorded } from "@/lib/publication/reads";
import type { Scope } from "@/lib/publication/scopes";

/** Slug of the chart whose figures are the cards of the dashboard. */
export const KEY_FIGURES = "key-figures";
/** Most figures of its metrics that one chart is given: more would not be legible. */
const MOST_FIGURES = 200;

/** A chart, and from what it was read beside which charts there are. */
interface ReadChart {
  readonly chart: PlacedChart;
  readonly scopes: ReadonlySet<Scope>;
}

function readCharts(): Promise<readonly ReadChart[]> {
  return cacheUntilChange("charts", async () => {
    const rows = await db("chart").chart.findMany({
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
        metrics: { select: { metricId: true, metric: { select: { slug: true } } }, orderBy: { position: "asc" } },
        regions: { select: { regionId: true, region: { select: { code: true } } }, orderBy: { position: "asc" } },
        figures: {
          select: { label: true, figure: { select: { status: true, ...figureSelect } } },
          orderBy: { position: "asc" },
        },
      },
    });
    const reading = rows.map(({ metrics, regions, figures, ...chart }) =>
      recorded(async () => {
        noteReads([`topic:${chart.topic.slug}`, ...figures.map(({ figure }): Scope => `figure:${figure.publicId}`)]);
        const named = figures.flatMap(({ label, figure: { status, ...figure } }) =>
          status === "published" ? [{ label, figure: toFigure(figure) }] : [],
        );
        const found = await figuresOf(metrics, regions);
        const milestones = chart.kind === "timeline" ? await milestonesOf(regions) : [];
        const unnamed = found.figures.map((figure) => ({ label: null, figure }));
        return {
          ...chart,
          figures: [...named, ...unnamed],
          tableOnly: [],
          newest: found.newest,
          milestones,
          placedIn: regions.map(({ region }) => region.code),
          file: { chart: chart.slug },
        };
      }),
    );
    const charts = await Promise.all(reading.map(({ result }) => result));
    const read = charts.map((chart, index) => ({ chart, scopes: reading[index]?.scopes() ?? new Set<Scope>() }));
    for (const { scopes } of read) noteReads(scopes);
    return read;
  });
}

/** Every published chart with its figures, in the order of the dashboard: those it names, then those of its metrics (see figuresOf). */
export async function listCharts(): Promise<readonly PlacedChart[]> {
  return (await readCharts()).map(({ chart }) => chart);
}

/** The charts of a kind, in the order of the dashboard: only those are what is read. */
export async function listChartsThat(isWanted: (chart: PlacedChart) => boolean): Promise<readonly PlacedChart[]> {
  const found = (await readingOnly(["chart"], readCharts)).filter(({ chart }) => isWanted(chart));
  for (const { scopes } of found) noteReads(scopes);
  return found.map(({ chart }) => chart);
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
  metrics: readonly { metricId: number; metric: { slug: string } }[],
  regions: readonly { regionId: number; region: { code: string } }[],
): Promise<FoundFigures> {
  if (metrics.length === 0) return { figures: [], newest: null };
  const order = regions.map(({ region }) => region.code);
  const selection = {
    ...EVERY_FIGURE,
    metrics: metrics.map(({ metricId }) => metricId),
    regions: regions.length === 0 ? null : regions.map(({ regionId }) => regionId),
    isAboutRegion: true,
  };
  const read = { selection, shown: metrics.map(({ metric }): Scope => `figures-of-metric:${metric.slug}`) };
  const [found, total] = await Promise.all([readNewest(read, MOST_FIGURES), countFigures(read)]);
  const figures = [...found].sort(
    (a, b) => order.indexOf(a.region.code) - order.indexOf(b.region.code) || byTime(a, b),
  );
  return { figures, newest: total > figures.length ? { kept: figures.length, of: total } : null };
}

/** Oldest first, what has no date last. */
function byTime(a: Figure, b: Figure): number {
  return (a.lastDay ?? Number.MAX_SAFE_INTEGER) - (b.lastDay ?? Number.MAX_SAFE_INTEGER);
}

/** Published milestones of regions and of every place below them, oldest first. */
export async function milestonesOf(regions: readonly { region: { code: string } }[]): Promise<ChartSpec["milestones"]> {
  const rows = await db("milestone").milestone.findMany({
    where: { ...PUBLISHED, regionId: { in: await regionsWithin(regions.map(({ region }) => region.code)) } },
    select: milestoneSelect,
    orderBy: [{ day: "asc" }, { id: "asc" }],
  });
  return rows.map(toMilestone);
}
