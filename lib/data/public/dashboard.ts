import "server-only";
import { db } from "@/lib/data/db/client";
import { KEY_FIGURES, listCharts } from "@/lib/data/public/charts";
import { withClaims } from "@/lib/data/public/claims";
import { IN_USE, topicSelect } from "@/lib/data/public/figure-row";
import { selectionOf } from "@/lib/data/public/figures";
import { readKnownMetrics } from "@/lib/data/public/known-metrics";
import { listMetrics } from "@/lib/data/public/metrics";
import { listOrganisations } from "@/lib/data/public/organisations";
import { listRegions } from "@/lib/data/public/regions";
import { countBy, readExtent } from "@/lib/data/public/selection/figure-counts";
import {
  EVERY_FIGURE,
  type FiguresRead,
  type KnownOn,
  outcomesOf,
  readFresh,
} from "@/lib/data/public/selection/figure-selection";
import { readNewest, readNewestOfMetrics } from "@/lib/data/public/selection/newest-figures";
import { listSources } from "@/lib/data/public/sources";
import { cacheUntilChange } from "@/lib/data/revisions/revision-cache";
import { firstDayOf, utcDay, yearOf } from "@/lib/dates/edtf";
import { belongsTo, figuresBeyond, type PlacedChart } from "@/lib/figures/belongs-to";
import { descendantsOf } from "@/lib/figures/descendants";
import type { Figure, FileQuery } from "@/lib/figures/figure";
import { isStale } from "@/lib/figures/staleness";
import type { DashboardRecord, FigureFilter, FilterChoices } from "@/lib/figures/view-models";

const CARDS = 4;
/** Charts of metrics are added up to so many. */
const FEW_CHARTS = 6;
/** Rows of the list of figures: few where the region's own page has all of them. */
const FEW_ROWS = 10;
const MOST_ROWS = 200;

/** What the controls may be set to, with counts of published figures. */
export async function readChoices(): Promise<FilterChoices> {
  const [regions, metrics, sources, organisations, years, topics] = await Promise.all([
    listRegions(),
    listMetrics(),
    listSources(),
    listOrganisations(),
    countBy("outlook", { selection: EVERY_FIGURE, shown: ["figure-count"] }),
    cacheUntilChange("topics", () =>
      db("topic").topic.findMany({ where: IN_USE, select: topicSelect, orderBy: { position: "asc" } }),
    ),
  ]);
  const days = [...years.values()].flatMap(({ firstDay, lastDay }) =>
    firstDay === null || lastDay === null ? [] : [firstDay, lastDay],
  );
  return {
    regions,
    sources,
    organisations,
    years: days.length === 0 ? null : { first: yearOf(Math.min(...days)), last: yearOf(Math.max(...days)) },
    topics: topics.map((topic) => ({
      ...topic,
      figureCount: metrics.reduce(
        (sum, metric) => sum + (metric.topic.slug === topic.slug ? metric.figureCount : 0),
        0,
      ),
    })),
  };
}

/** Everything the dashboard shows for a filter whose keys are known (see settleView), or showed on a day. */
export async function readDashboard(
  filter: FigureFilter,
  choices: FilterChoices,
  knownOn: KnownOn | null = null,
): Promise<DashboardRecord> {
  const day = knownOn === null ? utcDay(new Date()) : firstDayOf(knownOn.date);
  const [asked, charts] = await Promise.all([selectionOf(filter), listCharts(knownOn)]);
  const selection = { ...asked, fresh: filter.age === null ? null : await readFresh(day), knownOn };
  const asOf = knownOn?.date ?? null;
  const codes = filter.region === null ? null : new Set(descendantsOf(choices.regions, filter.region));
  const shown = charts.flatMap((chart) => restrict(chart, filter, codes, day) ?? []);
  const key = shown.find((chart) => chart.slug === KEY_FIGURES)?.figures.map(({ figure }) => figure) ?? [];
  const drawn = shown.filter((chart) => chart.slug !== KEY_FIGURES);
  const all: FiguresRead = {
    selection,
    shown: ["figures-of-metric", ...(filter.wording === null ? [] : (["figure-wording"] as const))],
  };
  const isRegionOnly = filter.region !== null && isEmpty({ ...filter, region: null });
  const [extent, figures, newest, known] = await Promise.all([
    readExtent(all),
    isRegionOnly ? readNewest(outcomesOf(all), FEW_ROWS) : readNewest(all, MOST_ROWS),
    key.length > 0 || selection.outlook === "target" ? [] : readNewestOfMetrics(outcomesOf(all), CARDS),
    filter.region === null
      ? []
      : readKnownMetrics(filter.region, all, {
          file: { ...fileOf(filter), "as-of": asOf },
          without: [...new Set(drawn.flatMap((chart) => chart.figures.map(({ figure }) => figure.metric.slug)))],
          most: FEW_CHARTS - drawn.length,
        }),
  ]);
  const region = choices.regions.find(({ code }) => code === filter.region) ?? null;
  const isWhole = isRegionOnly && extent.figures <= FEW_ROWS;
  const isWithin = (code: string) => codes?.has(code) ?? true;
  const isOfTopic = (slug: string) => filter.topic === null || filter.topic === slug;
  const told = await withClaims(
    {
      // With every figure on the page there is no newest.
      figures: isWhole ? await readNewest(all, FEW_ROWS) : figures,
      keyFigures: key.length > 0 ? key : newest,
      charts: drawn,
      known,
    },
    knownOn,
  );
  return {
    filter,
    asOf,
    choices,
    region: region && (knownOn?.recordThen("regions", region.code, region) ?? region),
    extent,
    beyond: figuresBeyond(shown, (figure) => isWithin(figure.region.code) && isOfTopic(figure.metric.topic.slug)),
    ...told,
  };
}

function isEmpty(filter: FigureFilter): boolean {
  return Object.values(filter).every((part) => part === null);
}

/** What of a filter a file is asked with beside a region, a metric or a chart; the topic decides which charts there are, not what is in them. */
function fileOf({ source, organisation, wording, outlook, fromYear, toYear, age }: FigureFilter): FileQuery {
  return { source, organisation, wording, outlook, from: fromYear, to: toYear, age };
}

/**
 * A chart as a view shows it, or null when nothing of it passes. The region decides which charts appear, the other filters
 * which figures are in them: a line of Guizhou keeps its neighbours.
 */
function restrict(
  chart: PlacedChart,
  filter: FigureFilter,
  codes: ReadonlySet<string> | null,
  day: number,
): PlacedChart | null {
  const within = (code: string) => codes?.has(code) ?? true;
  if (filter.topic !== null && chart.topic.slug !== filter.topic && chart.kind !== "timeline") return null;
  const figures = chart.figures.filter(({ figure }) => passes(figure, filter, day));
  const milestones = chart.milestones.filter(
    ({ day, region, citations }) =>
      within(region.code) &&
      filter.topic === null &&
      filter.organisation === null &&
      filter.wording === null &&
      filter.outlook !== "target" &&
      (filter.fromYear === null || yearOf(day) >= filter.fromYear) &&
      (filter.toYear === null || yearOf(day) <= filter.toYear) &&
      (filter.source === null || citations.some(({ source }) => source.slug === filter.source)),
  );
  if (figures.length + milestones.length === 0) return null;
  const left = { ...chart, figures, milestones, file: { ...chart.file, ...fileOf(filter) } };
  return filter.region === null || codes === null || belongsTo(left, filter.region, codes) ? left : null;
}

function passes(figure: Figure, filter: FigureFilter, day: number): boolean {
  const { fromYear, toYear } = filter;
  return (
    (filter.source === null || figure.citations.some(({ source }) => source.slug === filter.source)) &&
    (filter.organisation === null || figure.organisation?.slug === filter.organisation) &&
    (filter.wording === null || figure.wording === filter.wording) &&
    (filter.outlook === null || figure.outlook === filter.outlook) &&
    (fromYear === null || (figure.lastDay !== null && yearOf(figure.lastDay) >= fromYear)) &&
    (toYear === null || (figure.firstDay !== null && yearOf(figure.firstDay) <= toYear)) &&
    (filter.age === null || isStale(figure, day) !== true)
  );
}
