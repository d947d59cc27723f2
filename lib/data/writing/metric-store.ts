import "server-only";
import { rememberNew } from "@/lib/data/writing/revisions";
import { guarded, listing, type NounStore, nextVersion, stateOf } from "@/lib/data/writing/store";

/** Metrics: each stands under a topic. */
export const metricStore: NounStore<"metrics"> = {
  references: ({ topic }) => [{ path: "topic", noun: "topics", key: topic }],

  async find(tx, key) {
    const row = await tx.metric.findUnique({
      where: { slug: key },
      include: { topic: { select: { slug: true, name: true } } },
    });
    if (!row) return null;
    const { id, slug, version, retracted, listed, topicId: _, topic, ...content } = row;
    return {
      id,
      key: slug,
      version,
      state: stateOf({ retracted }),
      listed,
      content: { ...content, topic: topic.slug },
      labels: { topic: topic.name },
    };
  },

  async insert(tx, row, context) {
    const { topic, ...columns } = row.content;
    const data = { ...columns, slug: row.key, topicId: row.references.idOf("topics", topic), ...listing(context) };
    const made = await tx.metric.create({ data, select: { id: true } });
    await rememberNew(tx, "metrics", row, context);
    return made;
  },

  async update(tx, before, { content, state, references }) {
    const { topic, ...columns } = content;
    const { count } = await tx.metric.updateMany({
      where: guarded(before),
      data: { ...columns, topicId: references.idOf("topics", topic), ...nextVersion(state) },
    });
    return count === 1;
  },

  async mark(tx, before, state) {
    const { count } = await tx.metric.updateMany({ where: guarded(before), data: nextVersion(state) });
    return count === 1;
  },

  async dependants(tx, metricId) {
    return [
      { count: await tx.figure.count({ where: { metricId, status: "published" } }), what: "published figure" },
      {
        count: await tx.chartMetric.count({ where: { metricId, chart: { status: "published" } } }),
        what: "published chart",
      },
    ];
  },
};
