import "server-only";
import type { Content } from "@/lib/data/writing/record";
import type { References } from "@/lib/data/writing/references";
import { rememberNew } from "@/lib/data/writing/revisions";
import { guarded, type NounStore } from "@/lib/data/writing/store";

const inOrder = { orderBy: { position: "asc" } } as const;
const named = { select: { slug: true, name: true } } as const;

/** What a chart shows, in order, as it is written. */
function listsOf({ metrics, regions, figures }: Content<"charts">, references: References) {
  return {
    metrics: metrics.map((key, position) => ({ metricId: references.idOf("metrics", key), position })),
    regions: regions.map((key, position) => ({ regionId: references.idOf("regions", key), position })),
    figures: figures.map(({ figure, label }, position) => ({
      figureId: references.idOf("figures", figure),
      label,
      position,
    })),
  };
}

/** Charts, each with the metrics, regions and figures that it shows. */
export const chartStore: NounStore<"charts"> = {
  references: ({ topic, metrics, regions, figures }) => [
    { path: "topic", noun: "topics", key: topic },
    ...metrics.map((key, index) => ({ path: `metrics.${index}`, noun: "metrics", key }) as const),
    ...regions.map((key, index) => ({ path: `regions.${index}`, noun: "regions", key }) as const),
    ...figures.map(({ figure }, index) => ({ path: `figures.${index}.figure`, noun: "figures", key: figure }) as const),
  ],

  async find(tx, key) {
    const row = await tx.chart.findUnique({
      where: { slug: key },
      include: {
        topic: named,
        metrics: { ...inOrder, select: { metric: named } },
        regions: { ...inOrder, select: { region: { select: { code: true, name: true } } } },
        figures: {
          ...inOrder,
          select: {
            label: true,
            figure: {
              select: { publicId: true, digits: true, metric: named, region: { select: { name: true } } },
            },
          },
        },
      },
    });
    if (!row) return null;
    const { id, slug, version, status, title, subtitle, kind, scale, rows, position, topic } = row;
    const metrics = row.metrics.map(({ metric }) => metric);
    const regions = row.regions.map(({ region }) => region);
    return {
      id,
      key: slug,
      version,
      state: status,
      content: {
        title,
        subtitle,
        topic: topic.slug,
        kind,
        scale,
        rows,
        position,
        metrics: metrics.map((metric) => metric.slug),
        regions: regions.map((region) => region.code),
        figures: row.figures.map(({ label, figure }) => ({ figure: figure.publicId, label })),
      },
      labels: Object.fromEntries([
        ["topic", topic.name],
        ...metrics.map(({ name }, index) => [`metrics.${index}`, name]),
        ...regions.map(({ name }, index) => [`regions.${index}`, name]),
        ...row.figures.map(({ figure: { metric, region, digits } }, index) => [
          `figures.${index}.figure`,
          `${metric.name}, ${region.name}: ${digits}`,
        ]),
      ]),
    };
  },

  async insert(tx, row, context) {
    const { topic, metrics: _, regions: __, figures: ___, ...columns } = row.content;
    const lists = listsOf(row.content, row.references);
    const made = await tx.chart.create({
      data: {
        ...columns,
        slug: row.key,
        status: row.state,
        topicId: row.references.idOf("topics", topic),
        metrics: { createMany: { data: lists.metrics } },
        regions: { createMany: { data: lists.regions } },
        figures: { createMany: { data: lists.figures } },
      },
      select: { id: true },
    });
    await rememberNew(tx, "charts", row, context);
    return made;
  },

  async update(tx, before, { content, state, references }) {
    const { topic, metrics: _, regions: __, figures: ___, ...columns } = content;
    const { count } = await tx.chart.updateMany({
      where: guarded(before),
      data: { ...columns, status: state, topicId: references.idOf("topics", topic), version: { increment: 1 } },
    });
    if (count === 0) return false;
    const chartId = before.id;
    const lists = listsOf(content, references);
    await tx.chartMetric.deleteMany({ where: { chartId } });
    await tx.chartRegion.deleteMany({ where: { chartId } });
    await tx.chartFigure.deleteMany({ where: { chartId } });
    await tx.chartMetric.createMany({ data: lists.metrics.map((row) => ({ ...row, chartId })) });
    await tx.chartRegion.createMany({ data: lists.regions.map((row) => ({ ...row, chartId })) });
    await tx.chartFigure.createMany({ data: lists.figures.map((row) => ({ ...row, chartId })) });
    return true;
  },

  async mark(tx, before, state) {
    const { count } = await tx.chart.updateMany({
      where: guarded(before),
      data: { status: state, version: { increment: 1 } },
    });
    return count === 1;
  },

  dependants: async () => [],
};
