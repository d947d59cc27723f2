import "server-only";
import { conflict, invalid } from "@/lib/data/writing/refusal";
import { rememberNew } from "@/lib/data/writing/revisions";
import { guarded, listing, type NounStore, nextVersion, stateOf } from "@/lib/data/writing/store";
import type { Tx } from "@/lib/data/writing/transaction";

/** Regions: a tree whose roots are countries. */
export const regionStore: NounStore<"regions"> = {
  references: ({ parent }) => (parent === null ? [] : [{ path: "parent", noun: "regions", key: parent }]),

  async check(tx, key, { code, level, parent }) {
    if (level === "country" && parent !== null) {
      throw invalid(
        "parent",
        "country",
        "A country lies in no other region: leave this empty, or choose another level",
      );
    }
    if (level !== "country" && parent === null) {
      throw invalid("parent", "missing", "Choose the region it lies in; only a country lies in none");
    }
    if (key !== null && parent !== null && (await liesWithin(tx, parent, code))) {
      throw invalid("parent", "circle", "A region cannot lie in itself or in a place within it");
    }
  },

  async find(tx, key) {
    const row = await tx.region.findUnique({
      where: { code: key },
      include: { parent: { select: { code: true, name: true } } },
    });
    if (!row) return null;
    const { id, code, version, retracted, listed, parentId: _, parent, ...content } = row;
    return {
      id,
      key: code,
      version,
      state: stateOf({ retracted }),
      listed,
      content: { code, ...content, parent: parent?.code ?? null },
      labels: parent === null ? {} : { parent: parent.name },
    };
  },

  async insert(tx, row, context) {
    const { parent, ...columns } = row.content;
    const parentId = parent === null ? null : row.references.idOf("regions", parent);
    const made = await tx.region.create({ data: { ...columns, parentId, ...listing(context) }, select: { id: true } });
    await rememberNew(tx, "regions", row, context);
    return made;
  },

  async update(tx, before, { content, state, references }) {
    const { parent, code: _, ...columns } = content;
    const parentId = parent === null ? null : references.idOf("regions", parent);
    const { count } = await tx.region.updateMany({
      where: guarded(before),
      data: { ...columns, parentId, ...nextVersion(state) },
    });
    return count === 1;
  },

  async mark(tx, before, state) {
    const { count } = await tx.region.updateMany({ where: guarded(before), data: nextVersion(state) });
    return count === 1;
  },

  async dependants(tx, regionId) {
    const published = { status: "published" } as const;
    return [
      { count: await tx.figure.count({ where: { regionId, ...published } }), what: "published figure" },
      { count: await tx.milestone.count({ where: { regionId, ...published } }), what: "published milestone" },
      { count: await tx.chartRegion.count({ where: { regionId, chart: published } }), what: "published chart" },
      { count: await tx.region.count({ where: { parentId: regionId, retracted: false } }), what: "place within it" },
    ];
  },
};

/** Whether a region is another one or lies in it, however deep. */
async function liesWithin(tx: Tx, code: string, within: string): Promise<boolean> {
  for (let at: string | null = code; at !== null; ) {
    if (at === within) return true;
    const row: { parent: { code: string } | null } | null = await tx.region.findUnique({
      where: { code: at },
      select: { parent: { select: { code: true } } },
    });
    at = row?.parent?.code ?? null;
  }
  return false;
}

/** Organisations. */
export const organisationStore: NounStore<"organisations"> = {
  references: () => [],

  async find(tx, key) {
    const row = await tx.organisation.findUnique({ where: { slug: key } });
    return row && { ...row, key, state: stateOf(row), content: { name: row.name }, labels: {} };
  },

  async insert(tx, row, context) {
    const made = await tx.organisation.create({
      data: { ...row.content, slug: row.key, ...listing(context) },
      select: { id: true },
    });
    await rememberNew(tx, "organisations", row, context);
    return made;
  },

  async update(tx, before, { content, state }) {
    const { count } = await tx.organisation.updateMany({
      where: guarded(before),
      data: { ...content, ...nextVersion(state) },
    });
    return count === 1;
  },

  async mark(tx, before, state) {
    const { count } = await tx.organisation.updateMany({ where: guarded(before), data: nextVersion(state) });
    return count === 1;
  },

  async dependants(tx, organisationId) {
    return [
      { count: await tx.figure.count({ where: { organisationId, status: "published" } }), what: "published figure" },
    ];
  },
};

/** Topics: their names differ. */
export const topicStore: NounStore<"topics"> = {
  references: () => [],

  async check(tx, key, { name }) {
    const other = await tx.topic.findUnique({ where: { name }, select: { slug: true } });
    if (other && other.slug !== key) {
      throw conflict("taken", `There is a topic “${name}” already: choose it, or another name`, "name");
    }
  },

  async find(tx, key) {
    const row = await tx.topic.findUnique({ where: { slug: key } });
    const content = row && { name: row.name, position: row.position };
    return row && content && { ...row, key, state: stateOf(row), content, labels: {} };
  },

  async insert(tx, row, context) {
    const made = await tx.topic.create({
      data: { ...row.content, slug: row.key, ...listing(context) },
      select: { id: true },
    });
    await rememberNew(tx, "topics", row, context);
    return made;
  },

  async update(tx, before, { content, state }) {
    const { count } = await tx.topic.updateMany({
      where: guarded(before),
      data: { ...content, ...nextVersion(state) },
    });
    return count === 1;
  },

  async mark(tx, before, state) {
    const { count } = await tx.topic.updateMany({ where: guarded(before), data: nextVersion(state) });
    return count === 1;
  },

  async dependants(tx, topicId) {
    return [
      { count: await tx.metric.count({ where: { topicId, retracted: false } }), what: "metric" },
      { count: await tx.chart.count({ where: { topicId, status: "published" } }), what: "published chart" },
    ];
  },
};
