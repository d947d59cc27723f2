import "server-only";
import { db } from "@/lib/data/db/client";
import { listCharts } from "@/lib/data/public/charts";
import { readCompare } from "@/lib/data/public/compare/compare";
import { readChoices } from "@/lib/data/public/dashboard";
import { selectionOf } from "@/lib/data/public/figures";
import { findMetric } from "@/lib/data/public/metrics";
import { readAskedDay } from "@/lib/data/public/past/asked-day";
import { listRegions } from "@/lib/data/public/regions";
import { readExtent } from "@/lib/data/public/selection/figure-counts";
import { type FigureSelection, type KnownOn, readFresh } from "@/lib/data/public/selection/figure-selection";
import { listSources } from "@/lib/data/public/sources";
import { firstDayOf, utcDay } from "@/lib/dates/edtf";
import type { Citation, SourceRef } from "@/lib/figures/figure";
import { possessive, viewHeadline } from "@/lib/format/headline";
import { listText } from "@/lib/format/words";
import type { Scope } from "@/lib/publication/scopes";
import { parseCompare } from "@/lib/schemas/compare-view";
import { parseMetricView } from "@/lib/schemas/metric-view";
import { parseAsOf, parseRegionView } from "@/lib/schemas/page-view";
import type { ReuseKind, ReuseSubject } from "@/lib/schemas/reuse/subject";
import { parseSearch } from "@/lib/schemas/search";
import { parseView, settleView } from "@/lib/schemas/view";

/** A view of this site as a work of its own. */
export interface ViewWork {
  readonly title: string;
  /** Every source of what it shows, newest first; null for a view of many things, such as a search. */
  readonly sources: readonly SourceRef[] | null;
  /** The day (yyyy-mm-dd) that it is shown of; null for today. */
  readonly asOf: string | null;
}

type Found = Omit<ViewWork, "asOf"> | null;
type Find = (subject: ReuseSubject, knownOn: KnownOn | null, locale: string) => Promise<Found>;

/** What the page of a subject shows, and from which sources; null where there is no such page, or none of the day that it asks for. */
export async function findViewWork(subject: ReuseSubject, locale: string): Promise<ViewWork | null> {
  const find = FINDERS[subject.kind as keyof typeof FINDERS];
  const { knownOn, problem } = await readAskedDay(parseAsOf(subject.parameters));
  const found = find === undefined || problem !== null ? null : await find(subject, knownOn, locale);
  return found && { ...found, asOf: knownOn?.date ?? null };
}

const FINDERS: Readonly<Record<Exclude<ReuseKind, "figure" | "source">, Find>> = {
  chart: findChart,
  metric: findOfMetric,
  region: findOfRegion,
  dashboard: findDashboard,
  compare: findCompared,
  disagreements: async () => ({ title: "What sources differ about", sources: null }),
  search: async ({ parameters }) => ({ title: `Search for “${parseSearch(parameters)}”`, sources: null }),
};

async function findChart({ key }: ReuseSubject, knownOn: KnownOn | null): Promise<Found> {
  const chart = (await listCharts(knownOn)).find(({ slug }) => slug === key);
  if (chart === undefined) return null;
  const shown = [...chart.figures.map(({ figure }) => figure), ...chart.tableOnly, ...chart.milestones];
  return { title: chart.title, sources: sourcesIn(shown.flatMap(({ citations }) => citations)) };
}

async function findOfMetric(
  { key, parameters }: ReuseSubject,
  knownOn: KnownOn | null,
  locale: string,
): Promise<Found> {
  const query = parseMetricView(parameters);
  const view = await findMetric(key, query, knownOn);
  if (view === null) return null;
  const { metric, chosen, choices, fromYear, toYear } = view;
  const codes = new Set(chosen.map(({ code }) => code));
  const regions = await keysOf(codes);
  const asked = { ...EVERYTHING, metric: key, fromYear, toYear };
  const sources = await sourcesOf({ ...(await selectionOf(asked)), regions, knownOn }, [`figures-of-metric:${key}`]);
  const years =
    fromYear === null && toYear === null
      ? ""
      : `, ${fromYear ?? "up to "}${fromYear === null ? "" : "–"}${toYear ?? ""}`;
  const places =
    chosen.length === choices.length
      ? "by region and year"
      : listText(
          chosen.map(({ name }) => name),
          locale,
        );
  return { title: `${metric.name}, ${places}${years}`, sources };
}

async function findOfRegion({ key, parameters }: ReuseSubject, knownOn: KnownOn | null): Promise<Found> {
  const [regions, { topics }] = await Promise.all([listRegions(), readChoices()]);
  const region = regions.find(({ code }) => code.toLowerCase() === key.toLowerCase());
  const { topic: slug } = parseRegionView(parameters);
  const topic = topics.find((candidate) => candidate.slug === slug) ?? null;
  if (region === undefined || (slug !== null && topic === null)) return null;
  const { name } = knownOn?.recordThen("regions", region.code, region) ?? region;
  const selection = await selectionOf({ ...EVERYTHING, region: region.code, topic: slug });
  const title = `${possessive(name)} tech industry in figures${topic === null ? "" : `: ${topic.name.toLowerCase()}`}`;
  return { title, sources: await sourcesOf({ ...selection, knownOn }, ["figures-of-metric"]) };
}

async function findDashboard({ parameters }: ReuseSubject, knownOn: KnownOn | null): Promise<Found> {
  const choices = await readChoices();
  const filter = settleView(parseView(parameters), choices);
  const day = knownOn === null ? utcDay(new Date()) : firstDayOf(knownOn.date);
  const fresh = filter.age === null ? null : await readFresh(day);
  const found = choices.regions.find(({ code }) => code === filter.region) ?? null;
  const region = found && (knownOn?.recordThen("regions", found.code, found) ?? found);
  const sources = await sourcesOf({ ...(await selectionOf(filter)), fresh, knownOn }, [
    "figures-of-metric",
    "figure-wording",
  ]);
  return { title: viewHeadline({ region, filter, choices }), sources };
}

async function findCompared({ parameters }: ReuseSubject, _: KnownOn | null, locale: string): Promise<Found> {
  const { metrics, regions, cells } = await readCompare(parseCompare(parameters));
  const names = (items: readonly { readonly name: string }[]) =>
    listText(
      items.map(({ name }) => name),
      locale,
    );
  const shown = cells.flatMap(({ figures }) => figures.flatMap(({ citations }) => citations));
  return { title: `${names(metrics)} compared: ${names(regions)}`, sources: sourcesIn(shown) };
}

const EVERYTHING = {
  ...{ metric: null, region: null, topic: null, source: null, organisation: null },
  ...{ wording: null, outlook: null, fromYear: null, toYear: null },
};

/** Internal keys of regions by their codes. */
async function keysOf(codes: ReadonlySet<string>): Promise<readonly number[]> {
  const rows = await db("region").region.findMany({ where: { code: { in: [...codes] } }, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** The sources of a selection's figures, newest first, as they were called on its day. */
async function sourcesOf(selection: FigureSelection, shown: readonly Scope[]): Promise<readonly SourceRef[]> {
  const [{ sources }, all] = await Promise.all([readExtent({ selection, shown }), listSources()]);
  const used = new Set(sources);
  const found = all.filter(({ slug }) => used.has(slug));
  const { knownOn } = selection;
  return knownOn === null ? found : found.map((source) => knownOn.recordThen("sources", source.slug, source));
}

/** The sources of citations, each once. */
function sourcesIn(citations: readonly Citation[]): readonly SourceRef[] {
  return [...new Map(citations.map(({ source }) => [source.slug, source])).values()];
}
