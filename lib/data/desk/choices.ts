import "server-only";
import { db } from "@/lib/data/client";
import { regionSelect } from "@/lib/data/figure-row";
import { keptUntilChange } from "@/lib/data/kept";
import type { DeskChoice, DeskNoun } from "@/lib/figures/desk";

/** Most records of one noun that a form offers at once. */
const MOST = 5000;

const inUse = { where: { retracted: false }, take: MOST } as const;

const READERS = {
  metrics: async () => {
    const rows = await db("metric", "topic").metric.findMany({
      ...inUse,
      include: { topic: true },
      orderBy: { name: "asc" },
    });
    return rows.map(({ slug, name, unit, counted, topic, definition }) => {
      const measured = unit === "percent" ? "%" : unit;
      return choice(slug, name, `${topic.name}, ${counted ?? measured}`, `${slug} ${definition}`);
    });
  },
  regions: async () => {
    const rows = await db("region").region.findMany({
      ...inUse,
      include: { parent: { select: regionSelect } },
      orderBy: { name: "asc" },
    });
    return rows.map(({ code, name, nameLocal, parent }) =>
      choice(code, name, parent === null ? code : `${code}, ${parent.name}`, nameLocal ?? ""),
    );
  },
  organisations: async () => {
    const rows = await db("organisation").organisation.findMany({ ...inUse, orderBy: { name: "asc" } });
    return rows.map(({ slug, name }) => choice(slug, name, null, slug));
  },
  topics: async () => {
    const rows = await db("topic").topic.findMany({ ...inUse, orderBy: [{ position: "asc" }, { name: "asc" }] });
    return rows.map(({ slug, name }) => choice(slug, name, null, slug));
  },
  sources: async () => {
    const rows = await db("source").source.findMany({ ...inUse, orderBy: { id: "desc" } });
    return rows.map(({ slug, title, publisher, published, url, authors }) =>
      choice(slug, title, `${publisher}, ${published ?? "no date"}`, `${slug} ${url} ${authors ?? ""}`),
    );
  },
} as const satisfies Record<string, () => Promise<readonly DeskChoice[]>>;

function choice(key: string, name: string, detail: string | null, search: string): DeskChoice {
  return { key, name, detail, search };
}

/** What a form may refer to: every record in use of a noun, by name (topics by place, sources newest first), at most 5,000. */
export function listChoices(noun: keyof typeof READERS): Promise<readonly DeskChoice[]> {
  return keptUntilChange(`desk choices ${noun}`, READERS[noun]);
}

type FilterName = "metric" | "region" | "topic" | "source" | "organisation";

/** By what the list of each noun can be narrowed, as the names of its query. */
const FILTERS = {
  figures: { metric: "metrics", region: "regions", topic: "topics", source: "sources", organisation: "organisations" },
  metrics: { topic: "topics" },
  regions: { region: "regions" },
  organisations: {},
  topics: {},
  sources: {},
  milestones: { region: "regions" },
  charts: { topic: "topics" },
} as const satisfies Readonly<Record<DeskNoun, Readonly<Partial<Record<FilterName, keyof typeof READERS>>>>>;

/** What the filters of a noun's list may be set to, by their names in the address. */
export async function listFilterChoices(
  noun: DeskNoun,
): Promise<Readonly<Partial<Record<FilterName, readonly DeskChoice[]>>>> {
  const named = Object.entries(FILTERS[noun]) as [string, keyof typeof READERS][];
  return Object.fromEntries(await Promise.all(named.map(async ([name, of]) => [name, await listChoices(of)] as const)));
}

/** What the form of each noun chooses from. */
const FORMS = {
  metrics: ["topics"],
  regions: ["regions"],
  organisations: [],
  topics: [],
  sources: [],
  milestones: ["regions", "sources"],
  charts: ["topics", "metrics", "regions"],
} as const satisfies Readonly<Record<Exclude<DeskNoun, "figures">, readonly (keyof typeof READERS)[]>>;

/** What the form of a noun chooses from, by noun. */
export async function listFormChoices(
  noun: keyof typeof FORMS,
): Promise<Readonly<Partial<Record<keyof typeof READERS, readonly DeskChoice[]>>>> {
  const nouns: readonly (keyof typeof READERS)[] = FORMS[noun];
  return Object.fromEntries(await Promise.all(nouns.map(async (of) => [of, await listChoices(of)] as const)));
}

/** The names behind the keys of everything that records refer to, retracted records included; a key that is none stays as it is. */
export async function readNames(): Promise<(key: string) => string> {
  const names = await keptUntilChange("desk names", async () => {
    const [metrics, regions, organisations, topics, sources] = await Promise.all([
      db("metric", "topic").metric.findMany({ select: { slug: true, name: true } }),
      db("region").region.findMany({ select: { code: true, name: true } }),
      db("organisation").organisation.findMany({ select: { slug: true, name: true } }),
      db("topic").topic.findMany({ select: { slug: true, name: true } }),
      db("source").source.findMany({ select: { slug: true, title: true } }),
    ]);
    return new Map([
      ...[...metrics, ...organisations, ...topics].map(({ slug, name }) => [slug, name] as const),
      ...regions.map(({ code, name }) => [code, name] as const),
      ...sources.map(({ slug, title }) => [slug, title] as const),
    ]);
  });
  return (key) => names.get(key) ?? key;
}
