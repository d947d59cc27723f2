import "server-only";
import { makeStore } from "@/lib/data/resources/store";

const inOrder = { orderBy: { position: "asc" } } as const;
const named = { select: { slug: true, name: true } } as const;
const figure = {
  select: { publicId: true, digits: true, metric: named, region: { select: { name: true } } },
} as const;

/** Charts, each with the metrics, regions and figures that it shows, in order. */
export const chartStore = makeStore("charts", {
  include: {
    topic: named,
    metrics: { ...inOrder, select: { metric: named } },
    regions: { ...inOrder, select: { region: { select: { code: true, name: true } } } },
    figures: { ...inOrder, select: { label: true, figure } },
  },

  references: ({ topic, metrics, regions, figures }) => [
    { path: "topic", resource: "topics", key: topic },
    ...metrics.map((key, index) => ({ path: `metrics.${index}`, resource: "metrics", key }) as const),
    ...regions.map((key, index) => ({ path: `regions.${index}`, resource: "regions", key }) as const),
    ...figures.map(
      ({ figure }, index) => ({ path: `figures.${index}.figure`, resource: "figures", key: figure }) as const,
    ),
  ],

  read: ({ title, subtitle, topic, kind, scale, rows, position, metrics, regions, figures }) => ({
    content: {
      ...{ title, subtitle, topic: topic.slug, kind, scale, rows, position },
      metrics: metrics.map(({ metric }) => metric.slug),
      regions: regions.map(({ region }) => region.code),
      figures: figures.map(({ label, figure }) => ({ figure: figure.publicId, label })),
    },
    labels: Object.fromEntries([
      ["topic", topic.name],
      ...metrics.map(({ metric }, index) => [`metrics.${index}`, metric.name]),
      ...regions.map(({ region }, index) => [`regions.${index}`, region.name]),
      ...figures.map(({ figure: { metric, region, digits } }, index) => [
        `figures.${index}.figure`,
        `${metric.name}, ${region.name}: ${digits}`,
      ]),
    ]),
  }),

  columns: ({ topic, metrics: _, regions: __, figures: ___, ...columns }, references) => ({
    ...columns,
    topicId: references.idOf("topics", topic),
  }),

  parts: {
    metrics: {
      table: "chartMetric",
      owner: "chartId",
      rows: ({ metrics }, references) =>
        metrics.map((key, position) => ({ metricId: references.idOf("metrics", key), position })),
    },
    regions: {
      table: "chartRegion",
      owner: "chartId",
      rows: ({ regions }, references) =>
        regions.map((key, position) => ({ regionId: references.idOf("regions", key), position })),
    },
    figures: {
      table: "chartFigure",
      owner: "chartId",
      rows: ({ figures }, references) =>
        figures.map(({ figure, label }, position) => ({
          figureId: references.idOf("figures", figure),
          label,
          position,
        })),
    },
  },
});
