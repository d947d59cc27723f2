import "server-only";
import MiniSearch from "minisearch";
import { db } from "@/lib/data/db/client";
import { engine } from "@/lib/data/db/engines";
import { searchOptions, term, tokenize } from "@/lib/data/public/search/terms";
import { cacheUntilRevision } from "@/lib/data/revisions/revision-cache";
import type { AdminResource } from "@/lib/figures/admin-records";
import type { Prisma } from "@/lib/generated/prisma/client";
import { RESOURCES } from "@/lib/schemas/resources";

type IndexedResource = Exclude<AdminResource, "figures">;

const INDEXED = RESOURCES.filter((resource): resource is IndexedResource => resource !== "figures");

interface Entry {
  readonly id: string;
  readonly resource: IndexedResource;
  readonly key: number;
  readonly name: string;
  readonly more: string;
}

/** Most records that one search of a list finds: SQLite takes 999 values in a query. */
const MOST_FOUND = 900;
/** Words of a text that figures are searched for, and records of a resource that one word may mean. */
const MOST_WORDS = 8;
const MOST_MEANT = 100;

const entry = (resource: IndexedResource, key: number, name: string, ...more: readonly (string | null)[]): Entry => ({
  id: `${resource} ${key}`,
  resource,
  key,
  name,
  more: more.join(" "),
});

/** Every record but figures, drafts and retracted ones included. */
function readAdminIndex(): Promise<MiniSearch<Entry>> {
  return cacheUntilRevision("admin search", INDEXED, async () => {
    const [metrics, regions, organisations, topics, sources, milestones, charts] = await Promise.all([
      db().metric.findMany({ include: { topic: { select: { name: true } } } }),
      db().region.findMany({ include: { parent: { select: { name: true } } } }),
      db().organisation.findMany(),
      db().topic.findMany(),
      db().source.findMany(),
      db().milestone.findMany({ include: { region: { select: { name: true } } } }),
      db().chart.findMany({ include: { topic: { select: { name: true } } } }),
    ]);
    const index = new MiniSearch<Entry>({ ...searchOptions, storeFields: ["resource", "key"] });
    index.addAll([
      ...metrics.map((row) => entry("metrics", row.id, `${row.name} ${row.slug}`, row.definition, row.topic.name)),
      ...regions.map((row) =>
        entry("regions", row.id, `${row.name} ${row.code}`, row.nameLocal, row.parent?.name ?? null),
      ),
      ...organisations.map((row) => entry("organisations", row.id, row.name, row.slug)),
      ...topics.map((row) => entry("topics", row.id, row.name, row.slug)),
      ...sources.map((row) => entry("sources", row.id, row.title, row.publisher, row.authors, row.slug, row.url)),
      ...milestones.map((row) => entry("milestones", row.id, row.title, row.region.name, row.date)),
      ...charts.map((row) => entry("charts", row.id, row.title, row.subtitle, row.topic.name, row.slug)),
    ]);
    return index;
  });
}

/** Internal keys of the records of a resource that have every word of a text, best first. Forgives case, accents and small slips. */
export async function findIds(resource: IndexedResource, text: string, limit = MOST_FOUND): Promise<readonly number[]> {
  const index = await readAdminIndex();
  return index
    .search(text, { filter: (hit) => hit.resource === resource })
    .slice(0, limit)
    .map((hit) => hit.key as number);
}

/**
 * The condition of figures that have every word of a text: in what they are about (slips forgiven), in their source's title or
 * publisher, in their phrase, speaker or note, or as their number.
 */
export async function figuresWith(text: string): Promise<Prisma.FigureWhereInput> {
  const words = tokenize(text).filter((word) => term(word) !== null);
  return { AND: await Promise.all(words.slice(0, MOST_WORDS).map(hasWord)) };
}

async function hasWord(word: string): Promise<Prisma.FigureWhereInput> {
  const [metrics, regions, organisations, sources] = await Promise.all(
    (["metrics", "regions", "organisations", "sources"] as const).map((resource) =>
      findIds(resource, word, MOST_MEANT),
    ),
  );
  const having = engine().dialect.containing(word);
  const among = (ids: readonly number[] | undefined) => ({ in: [...(ids ?? [])] });
  return {
    OR: [
      { metricId: among(metrics) },
      { regionId: among(regions) },
      { organisationId: among(organisations) },
      { digits: word },
      { digitsHigh: word },
      { publicId: word },
      { speaker: having },
      { note: having },
      { citations: { some: { OR: [{ phrase: having }, { sourceId: among(sources) }] } } },
    ],
  };
}
