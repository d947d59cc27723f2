import { firstDayOf } from "@/lib/dates/edtf";
import type { Prisma } from "@/lib/generated/prisma/client";
import { type KeyIndex, missing, read } from "./csv-files";

type Tx = Prisma.TransactionClient;

/** Adds the milestones that are not there yet, published, each with its citation. */
export async function importMilestones(tx: Tx, regions: KeyIndex, sources: KeyIndex): Promise<void> {
  const present = await tx.milestone.findMany({ select: { slug: true } });
  for (const row of missing(
    read("milestones"),
    (milestone) => milestone.milestone_id,
    present.map(({ slug }) => slug),
  )) {
    await tx.milestone.create({
      data: {
        slug: row.milestone_id,
        date: row.date,
        day: firstDayOf(row.date),
        title: row.title,
        regionId: regions.get(row.region_code),
        status: "published",
        citations: { create: { sourceId: sources.get(row.source_id), locator: row.locator, phrase: row.phrase } },
      },
    });
  }
}

interface ChartIndexes {
  readonly topics: KeyIndex;
  readonly regions: KeyIndex;
  readonly metrics: KeyIndex;
  readonly figures: KeyIndex;
}

/** Adds the charts that are not there yet, published, in the order of the file. */
export async function importCharts(tx: Tx, indexes: ChartIndexes): Promise<void> {
  const present = await tx.chart.findMany({ select: { slug: true } });
  const all = read("charts").map((row, position) => ({ ...row, position }));
  for (const row of missing(
    all,
    (chart) => chart.chart_id,
    present.map(({ slug }) => slug),
  )) {
    await tx.chart.create({
      data: {
        slug: row.chart_id,
        title: row.title,
        subtitle: row.subtitle,
        kind: row.kind,
        scale: row.scale,
        rows: row.rows,
        position: row.position,
        status: "published",
        topicId: indexes.topics.get(row.topic),
        metrics: { create: row.metrics.map((key, position) => ({ metricId: indexes.metrics.get(key), position })) },
        regions: { create: row.regions.map((key, position) => ({ regionId: indexes.regions.get(key), position })) },
        figures: {
          create: row.figures.map((cell, position) => {
            const [key = "", label = null] = cell.split("=");
            return { figureId: indexes.figures.get(key), position, label };
          }),
        },
      },
    });
  }
}
