import "server-only";
import { type IndexSource, readIndex } from "@/lib/data/admin/choice-index";
import { db } from "@/lib/data/db/client";
import { metricSelect, sourceSelect, topicSelect } from "@/lib/data/public/figure-row";
import { findAmong } from "@/lib/figures/choice-match";
import {
  CHOICE_RESOURCES,
  type ChoiceRecord,
  type ChoiceResource,
  type FigureChoices,
  type FoundRecords,
} from "@/lib/figures/figure-choices";
import { edtfShort } from "@/lib/format/period";
import { unitText } from "@/lib/format/unit";

/** Records on one page of a search. */
const PAGE_SIZE = 40;

/** Dates as lists show them, which a search compares beside those of the record. */
const LOCALE = "en-GB";

/** How the records of each resource are read, in the order of their list: by name, topics by their place, sources newest first. */
const SOURCES: { readonly [R in ChoiceResource]: IndexSource<ChoiceRecord<R>> } = {
  metrics: {
    resource: "metrics",
    names: "topics",
    read: async (keys) => {
      const select = { retracted: true, definition: true, ...metricSelect } as const;
      const rows = await db().metric.findMany({ ...(keys && { where: { slug: { in: [...keys] } } }), select });
      return rows.map(({ retracted, ...metric }) => {
        const { name, slug, topic, counted, unit, definition } = metric;
        const texts = [name, slug, topic.name, counted ?? unitText(unit, ""), definition] as const;
        return { key: slug, record: metric, isRetracted: retracted, place: name, texts };
      });
    },
  },
  regions: {
    resource: "regions",
    read: async (keys) => {
      const among = { in: [...(keys ?? [])] };
      const where = { OR: [{ code: among }, { parent: { code: among } }] };
      const parent = { select: { name: true } } as const;
      const select = { retracted: true, code: true, name: true, nameLocal: true, parent } as const;
      const rows = await db().region.findMany({ ...(keys && { where }), select });
      return rows.map(({ retracted, parent: place, ...region }) => {
        const { code, name, nameLocal } = region;
        const parentName = place?.name ?? null;
        const texts = [name, code, parentName, nameLocal] as const;
        return { key: code, record: { ...region, parentName }, isRetracted: retracted, place: name, texts };
      });
    },
  },
  organisations: {
    resource: "organisations",
    read: async (keys) => {
      const select = { retracted: true, slug: true, name: true } as const;
      const rows = await db().organisation.findMany({ ...(keys && { where: { slug: { in: [...keys] } } }), select });
      return rows.map(({ retracted, slug, name }) => {
        return { key: slug, record: { slug, name }, isRetracted: retracted, place: name, texts: [name, slug] };
      });
    },
  },
  topics: {
    resource: "topics",
    read: async () => {
      const select = { retracted: true, position: true, ...topicSelect } as const;
      const rows = await db().topic.findMany({ select, orderBy: [{ position: "asc" }, { name: "asc" }] });
      return rows.map(({ retracted, slug, name }, place) => {
        return { key: slug, record: { slug, name }, isRetracted: retracted, place, texts: [name, slug] };
      });
    },
  },
  sources: {
    resource: "sources",
    read: async (keys) => {
      const select = { retracted: true, id: true, ...sourceSelect } as const;
      const rows = await db().source.findMany({ ...(keys && { where: { slug: { in: [...keys] } } }), select });
      return rows.map(({ retracted, id, ...source }) => {
        const { title, slug, publisher, published, authors, url } = source;
        const date = published === null ? "no date" : `${published} ${edtfShort(published, LOCALE)}`;
        const texts = [title, slug, publisher, date, authors, url] as const;
        return { key: slug, record: source, isRetracted: retracted, place: -id, texts };
      });
    },
  },
};

const indexOf = <R extends ChoiceResource>(resource: R) => readIndex(SOURCES[resource] as IndexSource<ChoiceRecord<R>>);

/** Every record in use of a resource, in the order of its list: by name, topics by place, sources newest first. The same list until one changes. */
export async function listInUse<R extends ChoiceResource>(resource: R): Promise<readonly ChoiceRecord<R>[]> {
  return (await indexOf(resource)).inUse;
}

/**
 * Records in use that have every word of a text in their name, key or what else tells of them (see findAmong), best first: 40 on a
 * page, from 1, with the number of all.
 */
export async function findRecords<R extends ChoiceResource>(
  resource: R,
  { text, page }: { readonly text: string; readonly page: number },
): Promise<FoundRecords<R>> {
  const found = findAmong((await indexOf(resource)).findable, text);
  return { records: found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE), total: found.length };
}

/** The records of these keys, retracted ones included unless `inUseOnly`; those that do not exist are left out. */
export async function listRecords<R extends ChoiceResource>(
  resource: R,
  keys: readonly string[],
  inUseOnly = false,
): Promise<readonly ChoiceRecord<R>[]> {
  const { byKey, retracted } = await indexOf(resource);
  return keys.flatMap((key) => (inUseOnly && retracted.has(key) ? [] : (byKey.get(key) ?? [])));
}

/** The names behind the keys of everything that records refer to, retracted records included; a key that is none stays as it is. */
export async function readNames(): Promise<(key: string) => string> {
  const indexes = await Promise.all(CHOICE_RESOURCES.map((resource) => indexOf(resource)));
  const nameOf = (record: FigureChoices[ChoiceResource][number]) => ("title" in record ? record.title : record.name);
  return (key) => {
    const found = indexes.map(({ byKey }) => byKey.get(key)).find((record) => record !== undefined);
    return found === undefined ? key : nameOf(found);
  };
}
