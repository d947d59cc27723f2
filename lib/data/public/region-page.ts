import "server-only";
import { db } from "@/lib/data/db/client";
import { KEY_FIGURES, listChartsThat } from "@/lib/data/public/charts";
import { withClaims } from "@/lib/data/public/claims";
import { IN_USE, topicSelect } from "@/lib/data/public/figure-row";
import { readKnownMetrics } from "@/lib/data/public/known-metrics";
import { listMetrics } from "@/lib/data/public/metrics";
import { codesWithin, listRegions, regionsWithin } from "@/lib/data/public/regions";
import { countBy, countFigures, readExtent } from "@/lib/data/public/selection/figure-counts";
import {
  EVERY_FIGURE,
  type FiguresRead,
  isAmong,
  type KnownOn,
  outcomesOf,
} from "@/lib/data/public/selection/figure-selection";
import { PAGE_SIZE, placeOf } from "@/lib/data/public/selection/list-page";
import { newestIds, readByIds, readNewest } from "@/lib/data/public/selection/newest-figures";
import { cacheUntilChange } from "@/lib/data/revisions/revision-cache";
import { belongsTo, figuresBeyond } from "@/lib/figures/belongs-to";
import { descendantsOf } from "@/lib/figures/descendants";
import type { Figure, RegionRef } from "@/lib/figures/figure";
import type { FigurePage, RegionPlace, RegionRecord, RegionTopicView, RegionView } from "@/lib/figures/view-models";
import { noteReads, readingOnly } from "@/lib/publication/reads";
import type { Scope } from "@/lib/publication/scopes";

/** Figures of each topic on a region's page; a page of the topic has the rest. */
const NEWEST_OF_TOPIC = 6;
const CARDS = 4;
/** Charts of metrics are added up to so many. */
const FEW_CHARTS = 6;
const MOST_PEERS = 6;

/** A region by its code in any case; null when there is none. */
async function findPlace(code: string, knownOn: KnownOn | null): Promise<RegionPlace | null> {
  // Their counts are shown for places within only, which the figures of those places decide.
  const regions = await regionsThen(knownOn);
  const region = regions.find((candidate) => candidate.code.toLowerCase() === code.toLowerCase());
  if (!region) return null;
  const ancestors: RegionRef[] = [];
  for (let at = region.parentCode; at !== null; ) {
    const parent = regions.find((candidate) => candidate.code === at);
    if (parent) ancestors.unshift(parent);
    at = parent?.parentCode ?? null;
  }
  return { region, ancestors };
}

/** Every region in use, by the names of a day. */
async function regionsThen(knownOn: KnownOn | null): Promise<readonly RegionRecord[]> {
  const regions = await readingOnly(["region"], listRegions);
  return knownOn ? regions.map((region) => knownOn.recordThen("regions", region.code, region)) : regions;
}

/** Published figures of a region and of the places below it, and the codes of all of these. */
async function figuresWithin(
  code: string,
  knownOn: KnownOn | null,
): Promise<FiguresRead & { readonly codes: readonly string[] }> {
  const codes = await codesWithin(code);
  return {
    selection: { ...EVERY_FIGURE, regions: await regionsWithin([code]), knownOn },
    shown: codes.map((each): Scope => `figures-of-region:${each}`),
    codes,
  };
}

/**
 * A region by its code in any case, with what is known of it and of the places below it, or was on a day; null when there is none. Its
 * peers are told for today only.
 */
export async function findRegion(code: string, knownOn: KnownOn | null = null): Promise<RegionView | null> {
  const place = await findPlace(code, knownOn);
  if (!place) return null;
  const { region } = place;
  const within = await figuresWithin(region.code, knownOn);
  const codes = new Set(within.codes);
  noteReads(within.codes.map((each): Scope => `milestones-of-region:${each}`));
  const [regions, charts] = await Promise.all([
    regionsThen(knownOn),
    listChartsThat((chart) => chart.slug !== KEY_FIGURES && belongsTo(chart, region.code, codes), knownOn),
  ]);
  const charted = charts.flatMap(({ figures }) => figures.map(({ figure }) => figure.metric.slug));
  const [extent, topics, peers, cards, known] = await Promise.all([
    readExtent(within),
    readTopics(within),
    knownOn ? { peers: [], peerCount: 0, sharedMetrics: [] } : readPeers(region, regions),
    readCards(within, region),
    readKnownMetrics(region.code, within, {
      file: knownOn ? { "as-of": knownOn.date } : {},
      without: [...new Set(charted)],
      most: FEW_CHARTS - charts.length,
    }),
  ]);
  const below = regions.filter(({ parentCode }) => parentCode === region.code);
  const places = knownOn ? await withCounts(below, regions, within) : below;
  const told = await withClaims({ cards, charts, known, topics }, knownOn);
  const beyond = figuresBeyond(charts, (figure) => codes.has(figure.region.code));
  return { ...place, asOf: knownOn?.date ?? null, ...peers, places, extent, beyond, ...told };
}

/** Places with how many figures each has of a selection, by itself and with the places below it. */
async function withCounts(
  places: readonly RegionRecord[],
  all: readonly RegionRecord[],
  read: FiguresRead,
): Promise<readonly RegionRecord[]> {
  const counts = await countBy("regionId", read);
  const rows = await db("region").region.findMany({
    where: { id: { in: [...counts.keys()] } },
    select: { id: true, code: true },
  });
  const countOf = new Map(rows.map(({ id, code }) => [code, counts.get(id)?.figures ?? 0]));
  return places.map((place) => ({
    ...place,
    figureCount: countOf.get(place.code) ?? 0,
    figureCountWithPlaces: descendantsOf(all, place.code).reduce((sum, code) => sum + (countOf.get(code) ?? 0), 0),
  }));
}

/** One page of what a region has under a topic; null when there is no such region, or nothing of the topic in it. */
export async function findRegionTopic(
  code: string,
  slug: string,
  page: number,
  knownOn: KnownOn | null = null,
): Promise<RegionTopicView | null> {
  const place = await findPlace(code, knownOn);
  const topic = (await readTopicKeys()).find((candidate) => candidate.slug === slug);
  noteReads(["topic", "metric"]);
  if (!place || !topic) return null;
  const { selection, shown } = await figuresWithin(place.region.code, knownOn);
  const metrics = topic.metrics.map(({ id }) => id);
  const figures = await readPage({ selection: { ...selection, metrics }, shown }, page);
  if (figures.total === 0 && knownOn === null) return null;
  return { ...place, asOf: knownOn?.date ?? null, topic: { slug, name: topic.name }, page: figures };
}

/** One page of figures, newest first; a number beyond the last page is the last. */
async function readPage(read: FiguresRead, page: number): Promise<FigurePage> {
  const place = placeOf(await countFigures(read), page);
  return {
    ...place,
    figures: await withClaims(await readNewest(read, PAGE_SIZE, place.before), read.selection.knownOn),
  };
}

/** Every topic in use with its metrics, in the order of topics. The caller notes those that it shows. */
function readTopicKeys() {
  const read = () =>
    db("topic", "metric").topic.findMany({
      where: IN_USE,
      select: { ...topicSelect, metrics: { select: { id: true, slug: true } } },
      orderBy: { position: "asc" },
    });
  return readingOnly([], () => cacheUntilChange("topics with metrics", read));
}

/** Every topic that has figures, in the order of topics, with the newest. */
async function readTopics({ selection, shown }: FiguresRead): Promise<RegionView["topics"]> {
  const [counts, topics] = await Promise.all([countBy("metricId", { selection, shown }), readTopicKeys()]);
  const read = await Promise.all(
    topics.map(async ({ metrics, ...topic }) => {
      const own = metrics.filter(({ id }) => counts.has(id));
      const total = own.reduce((sum, { id }) => sum + (counts.get(id)?.figures ?? 0), 0);
      if (total === 0) return [];
      noteReads([`topic:${topic.slug}`, ...own.map(({ slug }): Scope => `metric:${slug}`)]);
      const ids = own.map(({ id }) => id);
      const figures = await readNewest({ selection: { ...selection, metrics: ids }, shown }, NEWEST_OF_TOPIC);
      return [{ topic, total, figures }];
    }),
  );
  return read.flat();
}

/** The newest dated outcome of each topic, about the region itself where there is one, for the first topics that come. */
async function readCards(read: FiguresRead, region: RegionRecord): Promise<readonly Figure[]> {
  const { selection, shown } = outcomesOf(read);
  const [own, topics] = await Promise.all([regionKey(region.code), readTopicKeys()]);
  const found: number[] = [];
  const left = new Map(topics.flatMap(({ slug, metrics }) => metrics.map(({ id }) => [id, slug] as const)));
  for (const part of [{ ...selection, regions: own, isAboutRegion: true }, selection]) {
    while (found.length < CARDS) {
      const metrics = [...left.keys()];
      const [id] = await newestIds({ selection: { ...part, metrics }, shown }, 1);
      const next = id === undefined ? null : await findPlaced(id, { selection, shown });
      if (id === undefined || next === null || next.lastDay === null) break;
      found.push(id);
      const topic = left.get(next.metricId);
      for (const metric of metrics) if (left.get(metric) === topic) left.delete(metric);
    }
  }
  return readByIds(found, shown, selection.knownOn);
}

const regionKey = async (code: string) =>
  (await db(`region:${code}`).region.findMany({ where: { code }, select: { id: true } })).map(({ id }) => id);

async function findPlaced(id: number, { selection, shown }: FiguresRead) {
  const corrected = selection.knownOn?.corrected.find((each) => each.id === id);
  if (corrected) return { metricId: corrected.metricId, lastDay: corrected.figure.lastDay };
  return db(...shown).figure.findUnique({ where: { id }, select: { metricId: true, lastDay: true } });
}

/** Regions of the same level that have metrics in common with one, most first, and those metrics. */
async function readPeers(
  region: RegionRecord,
  regions: readonly RegionRecord[],
): Promise<Pick<RegionView, "peers" | "peerCount" | "sharedMetrics">> {
  const shown = [`figures-of-region:${region.code}`] as const;
  const own = await countBy("metricId", {
    selection: { ...EVERY_FIGURE, regions: await regionKey(region.code) },
    shown,
  });
  const metricIds = [...own.keys()];
  const metrics = await readingOnly([], () =>
    db().metric.findMany({ where: { id: { in: metricIds } }, select: { slug: true } }),
  );
  const counted = metrics.map(({ slug }): Scope => `figure-count:${slug}`);
  const named = metrics.map(({ slug }): Scope => `metric:${slug}`);
  const [all, shared] = await Promise.all([
    readingOnly([...counted, ...named], listMetrics),
    db("region", ...counted).$queryRaw<{ code: string; metrics: number | bigint }[]>`
      SELECT r."code", count(DISTINCT s."metricId") AS "metrics" FROM "SeriesSummary" s JOIN "Region" r ON r."id" = s."regionId"
      WHERE ${isAmong(`s."metricId"`, metricIds)} AND r."level" = ${region.level} AND r."code" <> ${region.code} GROUP BY r."code"`,
  ]);
  const slugs = new Set(metrics.map(({ slug }) => slug));
  const sharedOf = new Map(shared.map(({ code, metrics }) => [code, Number(metrics)]));
  const peers = regions
    .flatMap(({ code, name }) => {
      const sharedMetrics = sharedOf.get(code);
      return sharedMetrics === undefined ? [] : { code, name, sharedMetrics };
    })
    .sort((a, b) => b.sharedMetrics - a.sharedMetrics || a.name.localeCompare(b.name, "en"));
  return {
    peers: peers.slice(0, MOST_PEERS),
    peerCount: peers.length,
    sharedMetrics: all
      .filter(({ slug, regionCount }) => slugs.has(slug) && regionCount > 1)
      .sort((a, b) => b.regionCount - a.regionCount),
  };
}
