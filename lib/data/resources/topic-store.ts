import "server-only";
import { conflict } from "@/lib/data/errors";
import { makeStore } from "@/lib/data/resources/store";

/** Topics: their names differ. */
export const topicStore = makeStore("topics", {
  async check(tx, key, { name }) {
    const other = await tx.topic.findUnique({ where: { name }, select: { slug: true } });
    if (other && other.slug !== key) {
      throw conflict("taken", `There is a topic “${name}” already: choose it, or another name`, "name");
    }
  },

  read: ({ name, position }) => ({ content: { name, position } }),
  columns: (content) => content,
  dependants: (tx, topicId) => ({
    metric: tx.metric.count({ where: { topicId, retracted: false } }),
    "published chart": tx.chart.count({ where: { topicId, status: "published" } }),
  }),
});
