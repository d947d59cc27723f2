import "server-only";
import { db } from "@/lib/data/db/client";
import { engine } from "@/lib/data/db/engines";
import { withClaims } from "@/lib/data/public/claims";
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
import { conditionOf, EVERY_FIGURE, type KnownOn } from "@/lib/data/public/selection/figure-selection";
import { readNewest } from "@/lib/data/public/selection/newest-figures";
import { cacheUntilChange } from "@/lib/data/revisions/revision-cache";
import { lastDayOf } from "@/lib/dates/edtf";
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

/** Every published chart; with its figures as they were known on a day, where one is given. Which charts there are is as it is today. */
function readCharts(knownOn: KnownOn | null): Promise<readonly ReadChart[]> {
  const read = async () => {
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
          select: { label: true, figure: { select: { id: true, status: true, ...figureSelect } } },
          orderBy: { position: "asc" },
        },
      },
    });
    const reading = rows.map(({ metrics, regions, figures, ...chart }) =>
      recorded(async () => {
        noteReads([`topic:${chart.topic.slug}`, ...figures.map(({ figure }): Scope => `figure:${figure.publicId}`)]);
        const then =
          knownOn &&
          (await knownAmong(
            figures.map(({ figure }) => figure.id),
            knownOn,
          ));
        const named = figures.flatMap(({ label, figure: { id, status, ...row } }) => {
          const figure = then ? then(id, () => toFigure(row)) : status === "published" ? toFigure(row) : null;
          return figure === null ? [] : [{ label, figure }];
        });
        const found = await figuresOf(metrics, regions, knownOn);
        const milestones = chart.kind === "timeline" ? await milestonesOf(regions, knownOn) : [];
        const unnamed = found.figures.map((figure) => ({ label: null, figure }));
        return {
          ...chart,
          figures: [...named, ...unnamed],
          tableOnly: [],
          newest: found.newest,
          milestones,
          placedIn: regions.map(({ region }) => region.code),
          file: { chart: chart.slug, ...(knownOn ? { "as-of": knownOn.date } : {}) },
        };
      }),
    );
    const charts = await Promise.all(reading.map(({ result }) => result));
    const read = charts.map((chart, index) => ({ chart, scopes: reading[index]?.scopes() ?? new Set<Scope>() }));
    for (const { scopes } of read) noteReads(scopes);
    return read;
  };
  return knownOn ? read() : cacheUntilChange("charts", read);
}

/** Tells of figures by their internal keys what they said on a day: null for those that were not known. `now` gives one as it is today. */
async function knownAmong(ids: readonly number[], knownOn: KnownOn) {
  const rows = await db("figure").$queryRaw<{ id: number | bigint }[]>`
    SELECT f."id" FROM "Figure" f WHERE f."id" IN (${engine().dialect.integers(JSON.stringify(ids))})
      AND ${conditionOf({ ...EVERY_FIGURE, knownOn }, "scan")}`;
  const known = new Set(rows.map(({ id }) => Number(id)));
  const corrected = new Map(knownOn.corrected.map(({ id, figure }) => [id, figure]));
  return (id: number, now: () => Figure): Figure | null =>
    corrected.get(id) ?? (known.has(id) ? knownOn.asThen(now()) : null);
}

/** Every published chart with its figures, in the order of the dashboard: those it names, then those of its metrics (see figuresOf). */
export async function listCharts(knownOn: KnownOn | null = null): Promise<readonly PlacedChart[]> {
  return (await readCharts(knownOn)).map(({ chart }) => chart);
}

/** The charts of a kind, in the order of the dashboard: only those are what is read. */
export async function listChartsThat(
  isWanted: (chart: PlacedChart) => boolean,
  knownOn: KnownOn | null = null,
): Promise<readonly PlacedChart[]> {
  const found = (await readingOnly(["chart"], () => readCharts(knownOn))).filter(({ chart }) => isWanted(chart));
  for (const { scopes } of found) noteReads(scopes);
  return found.map(({ chart }) => chart);
}

/** One published chart with what others say of its figures, as it was known on a day where one is given; null where there is none. */
export async function findChart(slug: string, knownOn: KnownOn | null = null): Promise<PlacedChart | null> {
  noteReads([`chart:${slug}`]);
  const charts = await readingOnly([], () => readCharts(knownOn));
  const found = charts.find(({ chart }) => chart.slug === slug);
  if (found === undefined) return null;
  noteReads(found.scopes);
  return withClaims(found.chart, knownOn);
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
  knownOn: KnownOn | null = null,
): Promise<FoundFigures> {
  if (metrics.length === 0) return { figures: [], newest: null };
  const order = regions.map(({ region }) => region.code);
  const selection = {
    ...EVERY_FIGURE,
    metrics: metrics.map(({ metricId }) => metricId),
    regions: regions.length === 0 ? null : regions.map(({ regionId }) => regionId),
    isAboutRegion: true,
    knownOn,
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
export async function milestonesOf(
  regions: readonly { region: { code: string } }[],
  knownOn: KnownOn | null = null,
): Promise<ChartSpec["milestones"]> {
  const rows = await db("milestone").milestone.findMany({
    where: { ...PUBLISHED, regionId: { in: await regionsWithin(regions.map(({ region }) => region.code)) } },
    select: milestoneSelect,
    orderBy: [{ day: "asc" }, { id: "asc" }],
  });
  const milestones = rows.map(toMilestone);
  if (knownOn === null) return milestones;
  // Nothing tells when one was recorded: it is known when a source had published it.
  const day = lastDayOf(knownOn.date);
  return milestones.filter(({ citations }) =>
    citations.some(({ source: { published } }) => published !== null && lastDayOf(published) <= day),
  );
}
