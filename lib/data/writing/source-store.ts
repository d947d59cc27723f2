import "server-only";
import type { Content } from "@/lib/data/writing/record";
import { invalid } from "@/lib/data/writing/refusal";
import { rememberNew } from "@/lib/data/writing/revisions";
import { guarded, listing, type NounStore, nextVersion, stateOf } from "@/lib/data/writing/store";
import { firstDayOf, parseEdtf } from "@/lib/figures/edtf";
import { SOURCE_TYPES } from "@/lib/schemas/nouns/source";

/** Columns of a source: its CSL type, and what its date means, follow from what was said. */
function columnsOf({ archivedAt, ...content }: Content<"sources">) {
  const date = content.published === null ? null : parseEdtf(content.published);
  return {
    ...content,
    type: SOURCE_TYPES[content.kind],
    publishedTo: date?.precision ?? null,
    publishedDay: content.published === null ? null : firstDayOf(content.published),
    archivedAt: archivedAt === null ? null : new Date(`${archivedAt}T00:00:00Z`),
  };
}

/** Sources. */
export const sourceStore: NounStore<"sources"> = {
  references: () => [],

  async check(_, __, { archiveUrl, archivedAt, published }) {
    if (archiveUrl !== null && archivedAt === null) {
      throw invalid("archivedAt", "missing", "Write the day on which the copy was made, such as 2024-05-01");
    }
    if (archiveUrl === null && archivedAt !== null) {
      throw invalid("archiveUrl", "missing", "Write the address of the archived copy, or leave its day empty");
    }
    if (published !== null && parseEdtf(published) === null) {
      throw invalid("published", "not_a_date", "Write the date of publication as a day, a month or a year");
    }
  },

  async find(tx, key) {
    const row = await tx.source.findUnique({ where: { slug: key } });
    if (!row) return null;
    const { id, slug, version, retracted, listed, type: _, publishedTo: __, publishedDay: ___, ...content } = row;
    return {
      id,
      key: slug,
      version,
      state: stateOf({ retracted }),
      listed,
      content: {
        ...content,
        kind: content.kind as Content<"sources">["kind"],
        archivedAt: content.archivedAt?.toISOString().slice(0, 10) ?? null,
      },
      labels: {},
    };
  },

  async insert(tx, row, context) {
    const data = { ...columnsOf(row.content), slug: row.key, ...listing(context) };
    const made = await tx.source.create({ data, select: { id: true } });
    await rememberNew(tx, "sources", row, context);
    return made;
  },

  async update(tx, before, { content, state }) {
    const data = { ...columnsOf(content), ...nextVersion(state) };
    const { count } = await tx.source.updateMany({ where: guarded(before), data });
    return count === 1;
  },

  async mark(tx, before, state) {
    const { count } = await tx.source.updateMany({ where: guarded(before), data: nextVersion(state) });
    return count === 1;
  },

  async dependants(tx, sourceId) {
    const published = { status: "published" } as const;
    return [
      {
        count: await tx.figure.count({ where: { citations: { some: { sourceId } }, ...published } }),
        what: "published figure",
      },
      {
        count: await tx.milestone.count({ where: { citations: { some: { sourceId } }, ...published } }),
        what: "published milestone",
      },
    ];
  },
};
