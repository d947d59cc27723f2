import "server-only";
import MiniSearch, { type Query } from "minisearch";
import { db } from "@/lib/data/db/client";
import { NEWEST_FIRST, PUBLISHED, readFigures } from "@/lib/data/public/figure-row";
import { listFiguresByIds } from "@/lib/data/public/figures";
import { regionsWithin } from "@/lib/data/public/regions";
import { type NamedRecords, readNamedRecords } from "@/lib/data/public/search/named-records";
import { searchOptions, term, tokenize } from "@/lib/data/public/search/terms";
import { countBy, hasMoreFigures } from "@/lib/data/public/selection/figure-counts";
import { EVERY_FIGURE } from "@/lib/data/public/selection/figure-selection";
import { cacheUntilChange } from "@/lib/data/revisions/revision-cache";
import type { Figure } from "@/lib/figures/figure";
import type { Hits, SearchResults } from "@/lib/figures/view-models";
import { wordedQuantity } from "@/lib/format/quantity";
import type { Prisma } from "@/lib/generated/prisma/client";
import { type SearchPart, searchParts, shortest } from "@/lib/numbers/search-parts";
import { noteReads } from "@/lib/publication/reads";
import { visibleText } from "@/lib/text/visible-text";

const NONE = { total: 0, best: [] } as const;
const NOTHING: SearchResults = {
  ...{ figures: NONE, metrics: NONE, regions: NONE, sources: NONE, organisations: NONE },
  isByPhrase: true,
};

/**
 * What matches a text, best first in each group, at most `limit` each, and how many there are. Forgives case, accents, unfinished words
 * and small slips; numbers are found however they are written.
 */
export async function search(typed: string, limit: number): Promise<SearchResults> {
  // ９５００ is 9500.
  const text = visibleText(typed);
  const words = tokenize(text).flatMap((word) => term(word) ?? []);
  if (words.length === 0) return NOTHING;
  const records = await readNamedRecords();
  const hits = records.index.search(text).map(({ id }) => id as string);
  const pick = <Item>(known: ReadonlyMap<string, Item>): Hits<Item> => {
    const found = hits.flatMap((id) => known.get(id) ?? []);
    return { total: found.length, best: found.slice(0, limit) };
  };
  const [found, metrics, regions, organisations] = await Promise.all([
    findFigures(records, text),
    countedBy("metricId", pick(records.metrics)),
    countedWithPlaces(pick(records.regions)),
    countedBy("organisationId", pick(records.organisations)),
  ]);
  const figures = { total: found.total, best: await found.best(limit) };
  const { isByPhrase } = found;
  return { figures, isByPhrase, metrics, regions, sources: pick(records.sources), organisations };
}

/** Hits with how many published figures each has. */
async function countedBy<Item extends { readonly id: number }>(
  column: "metricId" | "organisationId",
  { total, best }: Hits<Item>,
): Promise<Hits<Item & { readonly figureCount: number }>> {
  if (best.length === 0) return { total, best: [] };
  const ids = best.map(({ id }) => id);
  const asked = column === "metricId" ? { metrics: ids } : {};
  const counts = await countBy(column, { selection: { ...EVERY_FIGURE, ...asked }, shown: ["figure-count"] });
  return { total, best: best.map((item) => ({ ...item, figureCount: counts.get(item.id)?.figures ?? 0 })) };
}

/** Regions with how many published figures each and the places below it have. */
async function countedWithPlaces<Item extends { readonly code: string }>({
  total,
  best,
}: Hits<Item>): Promise<Hits<Item & { readonly figureCountWithPlaces: number }>> {
  if (best.length === 0) return { total, best: [] };
  const within = await Promise.all(best.map(({ code }) => regionsWithin([code])));
  const regions = [...new Set(within.flat())];
  const counts = await countBy("regionId", { selection: { ...EVERY_FIGURE, regions }, shown: ["figure-count"] });
  const sum = (ids: readonly number[]) => ids.reduce((all, id) => all + (counts.get(id)?.figures ?? 0), 0);
  return { total, best: best.map((item, at) => ({ ...item, figureCountWithPlaces: sum(within[at] ?? []) })) };
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

/** An index of figures, and what is in it of each: from which version of it, and at which place of all, the newest first. */
interface FigureIndex {
  readonly index: MiniSearch<FigureEntry>;
  readonly indexed: Map<string, { readonly version: number; readonly entry: FigureEntry }>;
  readonly places: Map<string, number>;
  /** Ends when it is up to date: one brings it there after the other. */
  last: Promise<void>;
}

/** An index of all figures; null when they are too many to be kept in memory. After a save only what it changed is indexed again. */
function readFigureIndex(): Promise<FigureIndex | null> {
  return cacheUntilChange("search figures", async () => {
    if (await hasMoreFigures(MOST_INDEXED, ["figure"])) return null;
    const kept = await readNamedIndex();
    kept.last = kept.last.catch(() => undefined).then(() => bringUpToDate(kept));
    await kept.last;
    return kept;
  });
}

/** Begins anew, empty, when a record changes that figures name: its name is indexed with each of them. */
function readNamedIndex(): Promise<FigureIndex> {
  return cacheUntilChange("search names", async () => {
    noteReads(["metric", "region", "organisation", "source"]);
    const index = new MiniSearch<FigureEntry>(searchOptions);
    return { index, indexed: new Map(), places: new Map(), last: Promise.resolve() };
  });
}

async function bringUpToDate({ index, indexed, places }: FigureIndex): Promise<void> {
  const select = { publicId: true, version: true };
  const rows = await db("figure").figure.findMany({ where: PUBLISHED, select, orderBy: [...NEWEST_FIRST] });
  const wanted = new Map(rows.map(({ publicId, version }) => [publicId, version]));
  const remove = (id: string) => {
    const known = indexed.get(id);
    // Not "discarded", which leaves traces in the scores of others until they are swept up.
    if (known) index.remove(known.entry);
    indexed.delete(id);
  };
  const changed = [...wanted.keys()].filter((id) => wanted.get(id) !== indexed.get(id)?.version);
  for (let from = 0; from < changed.length; from += BATCH) {
    for (const figure of await listFiguresByIds(changed.slice(from, from + BATCH))) {
      remove(figure.id);
      const entry = entryOf(figure);
      index.add(entry);
      indexed.set(figure.id, { version: figure.version, entry });
    }
  }
  for (const id of [...indexed.keys()]) if (!wanted.has(id)) remove(id);
  places.clear();
  for (const id of wanted.keys()) places.set(id, places.size);
}

/**
 * Keys of the figures that a query finds, best first, and of equally good ones the newest: the same whatever was saved before. Scores are
 * sums, of which the last digits depend on the order in which figures came.
 */
function bestFirst({ index, places }: FigureIndex, query: Query): readonly string[] {
  const found = index.search(query).map(({ id, score }) => ({ id: id as string, score: Number(score.toPrecision(9)) }));
  const placeOf = (id: string) => places.get(id) ?? places.size;
  return found.sort((a, b) => b.score - a.score || placeOf(a.id) - placeOf(b.id)).map(({ id }) => id);
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

/** Figures that a text finds: how many, and the best of them by their public keys or as they are. */
interface FoundFigures extends Pick<SearchResults, "isByPhrase"> {
  readonly total: number;
  readonly keys: (limit: number) => Promise<readonly string[]>;
  readonly best: (limit: number) => Promise<readonly Figure[]>;
}

/** Figures in which every word and number is found: in what they say, their phrase, dates or the names of what they are about. */
async function findFigures(records: NamedRecords, text: string): Promise<FoundFigures> {
  const index = await readFigureIndex();
  if (index) {
    const hits = bestFirst(index, {
      combineWith: "AND",
      queries: searchParts(text).filter(saysSomething).map(queryOf),
    });
    const keys = async (limit: number) => hits.slice(0, limit);
    return { total: hits.length, isByPhrase: true, keys, best: async (limit) => listFiguresByIds(await keys(limit)) };
  }
  for (const where of await conditionsOf(records, text)) {
    const total = await db("figure").figure.count({ where });
    const asked = { where, select: { publicId: true }, orderBy: [...NEWEST_FIRST] };
    const keys = async (take: number) =>
      (await db("figure").figure.findMany({ ...asked, take })).map(({ publicId }) => publicId);
    if (total > 0) return { total, isByPhrase: false, keys, best: (limit) => readFigures(where, limit) };
  }
  return { total: 0, isByPhrase: false, keys: async () => [], best: async () => [] };
}

/** Public keys of the figures that a text finds, in the order of the search page, at most `most`, and of how many. */
export async function searchFigureKeys(typed: string, most: number) {
  const text = visibleText(typed);
  if (!saysSomething({ text })) return { total: 0, keys: [] };
  const { total, keys } = await findFigures(await readNamedRecords(), text);
  return { total, keys: await keys(most) };
}

/** Whether a part is more than marks ("%", "−") and words that are in everything. */
function saysSomething({ text }: Pick<SearchPart, "text">): boolean {
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
async function conditionsOf(records: NamedRecords, text: string): Promise<readonly Prisma.FigureWhereInput[]> {
  const hits = records.index.search(text, { fields: ["name"], combineWith: "OR" });
  const best = (known: ReadonlyMap<string, { readonly id: number }>) => {
    const own = hits.flatMap(({ id, score }) => {
      const record = known.get(id);
      return record === undefined ? [] : { id: record.id, score };
    });
    return own
      .filter(({ score }) => score > 0.7 * (own[0]?.score ?? 0))
      .slice(0, MOST_NAMED)
      .map(({ id }) => id);
  };
  const [metrics, regions, organisations] = [best(records.metrics), best(records.regions), best(records.organisations)];
  const values = searchParts(text).flatMap(({ digits }) => (digits === null ? [] : [Number(digits), -Number(digits)]));
  const withNumber = values.length === 0 ? [] : [{ ...PUBLISHED, value: { in: values } }];
  if (metrics.length + regions.length + organisations.length === 0) return withNumber;
  const named = {
    ...PUBLISHED,
    ...(metrics.length > 0 ? { metricId: { in: metrics } } : {}),
    ...(regions.length > 0 ? { regionId: { in: regions } } : {}),
    ...(organisations.length > 0 ? { organisationId: { in: organisations } } : {}),
  };
  return [...withNumber.map((where) => ({ ...named, ...where })), named, ...withNumber];
}
