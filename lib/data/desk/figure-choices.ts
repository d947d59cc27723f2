import "server-only";
import { db } from "@/lib/data/client";
import { metricSelect, regionSelect, sourceSelect, topicSelect } from "@/lib/data/figure-row";
import { keptUntilChange } from "@/lib/data/kept";
import type { FigureChoices } from "@/lib/figures/figure-choices";

/** Most records of one noun that the form offers. */
const MOST = 5000;
const inUse = { where: { retracted: false }, take: MOST } as const;

/** Everything in use that a figure may refer to; at most 5,000 records of each noun, of sources the newest. */
export function readFigureChoices(): Promise<FigureChoices> {
  return keptUntilChange("figure choices", async () => {
    const [metrics, regions, organisations, sources, topics] = await Promise.all([
      db("metric", "topic").metric.findMany({
        ...inUse,
        select: { definition: true, ...metricSelect },
        orderBy: { name: "asc" },
      }),
      db("region").region.findMany({
        ...inUse,
        select: { nameLocal: true, parent: { select: { name: true } }, ...regionSelect },
        orderBy: { name: "asc" },
      }),
      db("organisation").organisation.findMany({
        ...inUse,
        select: { slug: true, name: true },
        orderBy: { name: "asc" },
      }),
      db("source").source.findMany({ ...inUse, select: sourceSelect, orderBy: { id: "desc" } }),
      db("topic").topic.findMany({ ...inUse, select: topicSelect, orderBy: [{ position: "asc" }, { name: "asc" }] }),
    ]);
    return {
      metrics,
      regions: regions.map(({ parent, ...region }) => ({ ...region, parentName: parent?.name ?? null })),
      organisations,
      sources,
      topics,
    };
  });
}
