import "server-only";
import { db } from "@/lib/data/client";
import { regionSelect } from "@/lib/data/figure-row";
import { keptUntilChange } from "@/lib/data/version";
import type { DeskChoice } from "@/lib/figures/desk";

/** Most records of one noun that a form offers at once. */
const MOST = 5000;

const inUse = { where: { retracted: false }, take: MOST } as const;

const READERS = {
  metrics: async () => {
    const rows = await db().metric.findMany({ ...inUse, include: { topic: true }, orderBy: { name: "asc" } });
    return rows.map(({ slug, name, unit, counted, topic, definition }) => {
      const measured = unit === "percent" ? "%" : unit;
      return choice(slug, name, `${topic.name}, ${counted ?? measured}`, `${slug} ${definition}`);
    });
  },
  regions: async () => {
    const rows = await db().region.findMany({
      ...inUse,
      include: { parent: { select: regionSelect } },
      orderBy: { name: "asc" },
    });
    return rows.map(({ code, name, nameLocal, parent }) =>
      choice(code, name, parent === null ? code : `${code}, ${parent.name}`, nameLocal ?? ""),
    );
  },
  organisations: async () => {
    const rows = await db().organisation.findMany({ ...inUse, orderBy: { name: "asc" } });
    return rows.map(({ slug, name }) => choice(slug, name, null, slug));
  },
  topics: async () => {
    const rows = await db().topic.findMany({ ...inUse, orderBy: [{ position: "asc" }, { name: "asc" }] });
    return rows.map(({ slug, name }) => choice(slug, name, null, slug));
  },
  sources: async () => {
    const rows = await db().source.findMany({ ...inUse, orderBy: { id: "desc" } });
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
