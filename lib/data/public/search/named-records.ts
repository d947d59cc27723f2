import "server-only";
import MiniSearch from "minisearch";
import { db } from "@/lib/data/db/client";
import { IN_USE, PUBLISHED } from "@/lib/data/public/figure-row";
import { searchOptions } from "@/lib/data/public/search/terms";
import { cacheUntilChange } from "@/lib/data/revisions/revision-cache";

const select = {
  metric: { id: true, slug: true, name: true, definition: true, topic: { select: { name: true } } },
  region: { id: true, code: true, name: true, nameLocal: true, level: true },
  source: { id: true, slug: true, title: true, publisher: true, authors: true, published: true, language: true },
  organisation: { id: true, slug: true, name: true },
} as const;

/** Every record that readers can find by its name, without its figures: how many those are changes oftener than what it is called. */
function readRecords() {
  const isInUse = { where: IN_USE };
  return Promise.all([
    db("metric", "topic").metric.findMany({
      ...{ ...isInUse, select: select.metric },
      orderBy: [{ topic: { position: "asc" } }, { name: "asc" }, { id: "asc" }],
    }),
    db("region").region.findMany({ ...isInUse, select: select.region, orderBy: [{ name: "asc" }, { id: "asc" }] }),
    db("source").source.findMany({ ...isInUse, select: select.source, orderBy: [{ title: "asc" }, { id: "asc" }] }),
    db("organisation", "figure-count").organisation.findMany({
      where: { figures: { some: PUBLISHED } },
      select: select.organisation,
      orderBy: [{ name: "asc" }, { id: "asc" }],
    }),
  ] as const);
}

type Records = Awaited<ReturnType<typeof readRecords>>;

/** A record as the index has it. `id` tells it from those of other resources. */
interface Entry {
  readonly id: string;
  readonly name: string;
  readonly more: string;
}

/** Records by the id of their entry, and the index in which they are found. */
export interface NamedRecords {
  readonly index: MiniSearch<Entry>;
  readonly metrics: ReadonlyMap<string, Records[0][number]>;
  readonly regions: ReadonlyMap<string, Records[1][number]>;
  readonly sources: ReadonlyMap<string, Records[2][number]>;
  readonly organisations: ReadonlyMap<string, Records[3][number]>;
}

/** The index of metrics, regions, sources and organisations; figures are found through them and through their phrases. */
export function readNamedRecords(): Promise<NamedRecords> {
  return cacheUntilChange("search", async () => {
    const [metrics, regions, sources, organisations] = await readRecords();
    const index = new MiniSearch<Entry>(searchOptions);
    const keep = <Item extends { readonly id: number }>(
      resource: string,
      items: readonly Item[],
      entry: (item: Item) => Omit<Entry, "id">,
    ) => {
      const keyed = items.map((item) => ({ id: `${resource} ${item.id}`, item }));
      index.addAll(keyed.map(({ id, item }) => ({ id, ...entry(item) })));
      return new Map(keyed.map(({ id, item }) => [id, item]));
    };
    return {
      index,
      metrics: keep("metric", metrics, ({ name, slug, definition, topic }) => ({
        name: `${name} ${slug}`,
        more: `${definition} ${topic.name}`,
      })),
      regions: keep("region", regions, ({ name, nameLocal, code }) => ({ name, more: `${nameLocal ?? ""} ${code}` })),
      sources: keep("source", sources, ({ title, publisher, authors }) => ({
        name: title,
        more: `${publisher} ${authors ?? ""}`,
      })),
      organisations: keep("organisation", organisations, ({ name }) => ({ name, more: "" })),
    };
  });
}
