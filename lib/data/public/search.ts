import "server-only";
import MiniSearch, { type Query } from "minisearch";
import { db } from "@/lib/data/db/client";
import { PUBLISHED, readFigures } from "@/lib/data/public/figure-row";
import { listFiguresByIds } from "@/lib/data/public/figures";
import { listMetrics } from "@/lib/data/public/metrics";
import { listOrganisations } from "@/lib/data/public/organisations";
import { listRegions } from "@/lib/data/public/regions";
import { countFigures } from "@/lib/data/public/selection/figure-counts";
import { EVERY_FIGURE } from "@/lib/data/public/selection/figure-selection";
import { listSources } from "@/lib/data/public/sources";
import { cacheUntilChange } from "@/lib/data/revisions/revision-cache";
import type { Figure } from "@/lib/figures/figure";
import type { Hits, SearchResults } from "@/lib/figures/view-models";
import { wordedQuantity } from "@/lib/format/quantity";
import type { Prisma } from "@/lib/generated/prisma/client";
import { type SearchPart, searchParts, shortest } from "@/lib/numbers/search-parts";
import { noteReads } from "@/lib/publication/reads";

type Resource = "metric" | "region" | "source" | "organisation";

interface Entry {
  readonly id: string;
  readonly resource: Resource;
  readonly key: string;
  readonly name: string;
  readonly more: string;
}

/** Words too common to say what a figure is about. */
const COMMON: ReadonlySet<string> = new Set(["of", "the", "in", "and", "a", "s", "to", "for", "by", "on", "at"]);

/** A term as the index keeps it: no case, no accents; null for words that say nothing. */
export function term(text: string): string | null {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain === "" || COMMON.has(plain) ? null : plain;
}

/** A Chinese character, a number that no letter follows, or a run of letters and digits ("5G"). */
const WORD = /\p{Script=Han}|\d+(?:\.\d+)?(?![\p{L}\d])|(?:(?!\p{Script=Han})[\p{L}\p{M}\d])+/gu;

/** Words and numbers of a text: "9,500" is one number, Chinese is cut into characters. */
export function tokenize(text: string): string[] {
  const numbers = text.replace(/(\d),(?=\d)/g, "$1");
  return numbers.match(WORD) ?? [];
}

/** A slip for words of four letters and more, two from eight; none in numbers. */
function slips(word: string): number {
  if (/\d/.test(word) || word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

/** How an index cuts, forgives and weighs: fields are a name and what else is known. */
export const searchOptions = {
  fields: ["name", "more"],
  storeFields: ["resource", "key"],
  tokenize,
  processTerm: term,
  searchOptions: {
    boost: { name: 3 },
    prefix: (word: string) => word.length > 1,
    fuzzy: slips,
    combineWith: "AND" as const,
  },
};

/** The index of resources; figures are found through them and through their phrases, in the database. */
function readIndex(): Promise<MiniSearch<Entry>> {
  return cacheUntilChange("search", async () => {
    const [metrics, regions, sources, organisations] = await Promise.all([
      listMetrics(),
      listRegions(),
      listSources(),
      listOrganisations(),
    ]);
    const entry = (resource: Resource, key: string, name: string, more: string): Entry => ({
      id: `${resource} ${key}`,
      resource,
      key,
      name,
      more,
    });
    const index = new MiniSearch<Entry>(searchOptions);
    index.addAll([
      ...metrics.map((metric) =>
        entry("metric", metric.slug, `${metric.name} ${metric.slug}`, `${metric.definition} ${metric.topic.name}`),
      ),
      ...regions.map((region) => entry("region", region.code, region.name, `${region.nameLocal ?? ""} ${region.code}`)),
      ...sources.map((source) =>
        entry("source", source.slug, source.title, `${source.publisher} ${source.authors ?? ""}`),
      ),
      ...organisations.map((organisation) => entry("organisation", organisation.slug, organisation.name, "")),
    ]);
    return index;
  });
}

const NONE = { total: 0, best: [] } as const;
const NOTHING: SearchResults = {
  ...{ figures: NONE, metrics: NONE, regions: NONE, sources: NONE, organisations: NONE },
  isByPhrase: true,
};

/**
 * What matches a text, best first in each group, at most `limit` each, and how many there are. Forgives case, accents, unfinished words
 * and small slips; numbers are found however they are written.
 */
export async function search(text: string, limit: number): Promise<SearchResults> {
  const words = tokenize(text).flatMap((word) => term(word) ?? []);
  if (words.length === 0) return NOTHING;
  const index = await readIndex();
  const hits = index.search(text).map((hit) => ({ resource: hit.resource as Resource, key: hit.key as string }));
  const [metrics, regions, sources, organisations, { figures, isByPhrase }] = await Promise.all([
    listMetrics(),
    listRegions(),
    listSources(),
    listOrganisations(),
    findFigures(index, text, limit),
  ]);
  const pick = <Item>(resource: Resource, all: readonly Item[], keyOf: (item: Item) => string): Hits<Item> => {
    const byKey = new Map(all.map((item) => [keyOf(item), item]));
    const found = hits.flatMap((hit) => (hit.resource === resource ? (byKey.get(hit.key) ?? []) : []));
    return { total: found.length, best: found.slice(0, limit) };
  };
  return {
    figures,
    isByPhrase,
    metrics: pick("metric", metrics, ({ slug }) => slug),
    regions: pick("region", regions, ({ code }) => code),
    sources: pick("source", sources, ({ slug }) => slug),
    organisations: pick("organisation", organisations, ({ slug }) => slug),
  };
}

/** A figure as the index of figures has it: its own words and the names of what it is about. */
interface FigureEntry {
  readonly id: string;
  readonly name: string;
  readonly more: string;
}

/** How the pages write numbers: what is read there is found. */
const LOCALE = "en";
/** Resources of a kind that a text may name, where figures are too many to be indexed. */
const MOST_NAMED = 20;
/** Up to so many figures are indexed in memory with their phrases; more are found through resources and numbers alone. */
const MOST_INDEXED = 20_000;

/** Figures looked up at once. */
const BATCH = 450;

/** An index of figures, and the version of each that is in it. */
interface FigureIndex {
  readonly index: MiniSearch<FigureEntry>;
  readonly versions: Map<string, number>;
  /** Ends when it is up to date: one brings it there after the other. */
  last: Promise<void>;
}

/** An index of all figures; null when they are too many to be kept in memory. After a save only what it changed is indexed again. */
function readFigureIndex(): Promise<MiniSearch<FigureEntry> | null> {
  return cacheUntilChange("search figures", async () => {
    if ((await countFigures({ selection: EVERY_FIGURE, shown: ["figure"] })) > MOST_INDEXED) return null;
    const kept = await readNamedIndex();
    kept.last = kept.last.catch(() => undefined).then(() => bringUpToDate(kept));
    await kept.last;
    return kept.index;
  });
}

/** Begins anew, empty, when a record changes that figures name: its name is indexed with each of them. */
function readNamedIndex(): Promise<FigureIndex> {
  return cacheUntilChange("search names", async () => {
    noteReads(["metric", "region", "organisation", "source"]);
    const index = new MiniSearch<FigureEntry>({ ...searchOptions, storeFields: [] });
    return { index, versions: new Map(), last: Promise.resolve() };
  });
}

async function bringUpToDate({ index, versions }: FigureIndex): Promise<void> {
  const rows = await db("figure").figure.findMany({ where: PUBLISHED, select: { publicId: true, version: true } });
  const wanted = new Map(rows.map(({ publicId, version }) => [publicId, version]));
  const changed = [...wanted.keys()].filter((id) => wanted.get(id) !== versions.get(id));
  for (let from = 0; from < changed.length; from += BATCH) {
    for (const figure of await listFiguresByIds(changed.slice(from, from + BATCH))) {
      if (index.has(figure.id)) index.replace(entryOf(figure));
      else index.add(entryOf(figure));
      versions.set(figure.id, figure.version);
    }
  }
  for (const id of versions.keys()) {
    if (wanted.has(id)) continue;
    index.discard(id);
    versions.delete(id);
  }
}

/** The numbers of a figure as they were written and, without zeros that end a fraction, as they are looked for. */
function digitsOf({ digits, digitsHigh, alternative }: Figure): readonly string[] {
  const all = [digits, digitsHigh, alternative?.digits ?? null].filter((each) => each !== null);
  return [...new Set(all.flatMap((each) => [each, shortest(each)]))];
}

function entryOf(figure: Figure): FigureEntry {
  const phrases = figure.citations.map(({ phrase, source }) => `${phrase ?? ""} ${source.title}`);
  const about = [
    figure.metric.name,
    figure.metric.slug,
    figure.metric.unit,
    figure.region.name,
    figure.organisation?.name,
    figure.speaker,
  ];
  return {
    id: figure.id,
    name: [...digitsOf(figure), wordedQuantity(figure, LOCALE), ...phrases].join(" "),
    more: [...about, figure.periodStart, figure.periodEnd, figure.asOf].join(" "),
  };
}

/** Figures in which every word and number is found: in what they say, their phrase, dates or the names of what they are about. */
async function findFigures(
  resources: MiniSearch<Entry>,
  text: string,
  limit: number,
): Promise<Pick<SearchResults, "figures" | "isByPhrase">> {
  const index = await readFigureIndex();
  if (index) {
    const hits = index.search({ combineWith: "AND", queries: searchParts(text).filter(saysSomething).map(queryOf) });
    const best = await listFiguresByIds(hits.slice(0, limit).map((hit) => hit.id as string));
    return { figures: { total: hits.length, best }, isByPhrase: true };
  }
  for (const where of await conditionsOf(resources, text)) {
    const total = await db("figure").figure.count({ where });
    if (total > 0) return { figures: { total, best: await readFigures(where, limit) }, isByPhrase: false };
  }
  return { figures: NONE, isByPhrase: false };
}

/** Whether a part is more than marks ("%", "−") and words that are in everything. */
function saysSomething({ text }: SearchPart): boolean {
  return tokenize(text).some((word) => term(word) !== null);
}

/** A number is found by what it comes to or as it is written; the digits of another one that it begins are not meant. */
function queryOf({ text, digits }: SearchPart): Query {
  const written: Query = { combineWith: "AND", queries: [text] };
  if (digits === null) return written;
  return { combineWith: "OR", queries: [{ queries: [digits], prefix: false, boost: { name: 6 } }, written] };
}

/**
 * For very many figures, in the order in which they are tried: those with the numbers of a text among those of the metrics, regions and
 * organisations that it names best, those of these resources, those with the numbers.
 */
async function conditionsOf(resources: MiniSearch<Entry>, text: string): Promise<readonly Prisma.FigureWhereInput[]> {
  const hits = resources.search(text, { fields: ["name"], combineWith: "OR" });
  const best = (resource: Resource) => {
    const own = hits.filter((hit) => hit.resource === resource);
    return own
      .filter((hit) => hit.score > 0.7 * (own[0]?.score ?? 0))
      .slice(0, MOST_NAMED)
      .map((hit) => hit.key as string);
  };
  const [metrics, regions, organisations] = [best("metric"), best("region"), best("organisation")];
  const values = searchParts(text).flatMap(({ digits }) => (digits === null ? [] : [Number(digits), -Number(digits)]));
  const withNumber = values.length === 0 ? [] : [{ ...PUBLISHED, value: { in: values } }];
  if (metrics.length + regions.length + organisations.length === 0) return withNumber;
  const ids = await Promise.all([
    db("metric").metric.findMany({ where: { slug: { in: metrics } }, select: { id: true } }),
    db("region").region.findMany({ where: { code: { in: regions } }, select: { id: true } }),
    db("organisation").organisation.findMany({ where: { slug: { in: organisations } }, select: { id: true } }),
  ]);
  const [metricId, regionId, organisationId] = ids.map((rows) => ({ in: rows.map(({ id }) => id) }));
  const named = {
    ...PUBLISHED,
    ...(metrics.length > 0 && metricId ? { metricId } : {}),
    ...(regions.length > 0 && regionId ? { regionId } : {}),
    ...(organisations.length > 0 && organisationId ? { organisationId } : {}),
  };
  return [...withNumber.map((where) => ({ ...named, ...where })), named, ...withNumber];
}
