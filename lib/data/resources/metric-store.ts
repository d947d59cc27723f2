import "server-only";
import { makeStore } from "@/lib/data/resources/store";

/** Metrics: each stands under a topic. */
export const metricStore = makeStore("metrics", {
  include: { topic: { select: { slug: true, name: true } } },
  references: ({ topic }) => [{ path: "topic", resource: "topics", key: topic }],

  read: ({ topicId: _, topic, ...content }) => ({
    content: { ...content, topic: topic.slug },
    labels: { topic: topic.name },
  }),

  columns: ({ topic, ...columns }, references) => ({ ...columns, topicId: references.idOf("topics", topic) }),

  dependants: (tx, metricId) => ({
    "published figure": tx.figure.count({ where: { metricId, status: "published" } }),
    "published chart": tx.chartMetric.count({ where: { metricId, chart: { status: "published" } } }),
  }),
});
