import "server-only";
import { listCharts } from "@/lib/data/charts";
import { db } from "@/lib/data/client";
import { IN_USE, PUBLISHED, topicSelect } from "@/lib/data/figure-row";
import { listFigures } from "@/lib/data/figures";
import { keptUntilChange } from "@/lib/data/kept";
import { listMetrics } from "@/lib/data/metrics";
import { listOrganisations } from "@/lib/data/organisations";
import { listRegions } from "@/lib/data/regions";
import { listSources } from "@/lib/data/sources";
import { descendantsOf } from "@/lib/figures/descendants";
import { yearOf } from "@/lib/figures/edtf";
import type { ChartSpec, Figure } from "@/lib/figures/figure";
import type { DashboardRecord, FigureFilter, FilterChoices, RegionRecord } from "@/lib/figures/records";

/** Slug of the chart whose figures are the cards at the top. */
const KEY_FIGURES = "key-figures";
const CARDS = 4;
const MOST_FIGURES = 1000;

/** What the controls may be set to, with counts of published figures. */
export async function readChoices(): Promise<FilterChoices> {
  const [regions, metrics, sources, organisations, years, topics] = await Promise.all([
    listRegions(),
    listMetrics(),
    listSources(),
    listOrganisations(),
    keptUntilChange("years", () =>
      db("figure-count").figure.aggregate({ where: PUBLISHED, _min: { firstDay: true }, _max: { lastDay: true } }),
    ),
    keptUntilChange("topics", () =>
      db("topic").topic.findMany({ where: IN_USE, select: topicSelect, orderBy: { position: "asc" } }),
    ),
  ]);
  const [first, last] = [years._min.firstDay, years._max.lastDay];
  return {
    regions,
    sources,
    organisations,
    years: first === null || last === null ? null : { first: yearOf(first), last: yearOf(last) },
    topics: topics.map((topic) => ({
      ...topic,
      figureCount: metrics.reduce(
        (sum, metric) => sum + (metric.topic.slug === topic.slug ? metric.figureCount : 0),
        0,
      ),
    })),
  };
}

/** Everything the dashboard shows for a filter whose keys are known (see settleView). */
export async function readDashboard(filter: FigureFilter, choices: FilterChoices): Promise<DashboardRecord> {
  const [figures, charts] = await Promise.all([listFigures(filter, MOST_FIGURES), listCharts()]);
  const codes = filter.region === null ? null : new Set(descendantsOf(choices.regions, filter.region));
  const shown = charts.flatMap((chart) => restrict(chart, filter, codes) ?? []);
  const key = shown.find((chart) => chart.slug === KEY_FIGURES)?.figures.map(({ figure }) => figure) ?? [];
  const keyFigures = key.length > 0 ? key : newestOfDifferentMetrics(figures);
  const drawn = shown.filter((chart) => chart.slug !== KEY_FIGURES);
  const regionOf = (code: string | null): RegionRecord | null =>
    choices.regions.find((region) => region.code === code) ?? null;
  return {
    filter,
    choices,
    region: regionOf(filter.region),
    figures,
    keyFigures,
    charts: drawn,
    sources: sourcesInOrder(keyFigures, drawn, figures, choices),
  };
}

/**
 * A chart as a view shows it, or null when nothing of it passes. The region decides which charts appear, the other filters
 * which figures are in them: a line of Guizhou keeps its neighbours, and a chart that compares regions is shown for each.
 */
function restrict(chart: ChartSpec, filter: FigureFilter, codes: ReadonlySet<string> | null): ChartSpec | null {
  const within = (code: string) => codes?.has(code) ?? true;
  if (filter.topic !== null && chart.topic.slug !== filter.topic && chart.kind !== "timeline") return null;
  const figures = chart.figures.filter(({ figure }) => passes(figure, filter));
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
  const compares = chart.rows === "region" && new Set(chart.figures.map(({ figure }) => figure.region.code)).size > 1;
  const isHere = milestones.length > 0 || figures.some(({ figure }) => within(figure.region.code));
  if (!isHere && !(compares && figures.length > 0)) return null;
  return { ...chart, figures, milestones };
}

function passes(figure: Figure, filter: FigureFilter): boolean {
  const { fromYear, toYear } = filter;
  return (
    (filter.source === null || figure.citations.some(({ source }) => source.slug === filter.source)) &&
    (filter.organisation === null || figure.organisation?.slug === filter.organisation) &&
    (filter.wording === null || figure.wording === filter.wording) &&
    (filter.outlook === null || figure.outlook === filter.outlook) &&
    (fromYear === null || (figure.lastDay !== null && yearOf(figure.lastDay) >= fromYear)) &&
    (toYear === null || (figure.firstDay !== null && yearOf(figure.firstDay) <= toYear))
  );
}

function newestOfDifferentMetrics(figures: readonly Figure[]): readonly Figure[] {
  const byMetric = new Map<string, Figure>();
  for (const figure of figures) {
    if (figure.outlook === "outcome" && !byMetric.has(figure.metric.slug)) byMetric.set(figure.metric.slug, figure);
  }
  return [...byMetric.values()].slice(0, CARDS);
}

/** Sources of everything shown, in the order in which a reader meets them. */
function sourcesInOrder(
  keyFigures: readonly Figure[],
  charts: readonly ChartSpec[],
  figures: readonly Figure[],
  choices: FilterChoices,
): DashboardRecord["sources"] {
  const cited = [
    ...keyFigures.flatMap((figure) => figure.citations),
    ...charts.flatMap((chart) => [
      ...chart.figures.flatMap(({ figure }) => figure.citations),
      ...chart.milestones.flatMap((milestone) => milestone.citations),
    ]),
    ...figures.flatMap((figure) => figure.citations),
  ];
  const bySlug = new Map(choices.sources.map((source) => [source.slug, source]));
  return [...new Set(cited.map(({ source }) => source.slug))].flatMap((slug) => bySlug.get(slug) ?? []);
}
