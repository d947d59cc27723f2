import "server-only";
import { db } from "@/lib/data/client";
import { IN_USE, milestoneSelect, PUBLISHED, readFigures, sourceSelect, toMilestone } from "@/lib/data/figure-row";
import { keptUntilChange } from "@/lib/data/kept";
import type { SourceRecord, SourceView } from "@/lib/figures/records";
import { readingOnly } from "@/lib/publication/reads";

const recordSelect = {
  id: true,
  archiveUrl: true,
  archivedAt: true,
  licence: true,
  note: true,
  ...sourceSelect,
} as const;

/** Most figures that a source's page lists. */
const MOST_FIGURES = 1000;

/** Every source in use with how many published figures it holds, newest first, undated last. */
export function listSources(): Promise<readonly SourceRecord[]> {
  return keptUntilChange("sources", async () => {
    const [rows, counts] = await Promise.all([
      db("source").source.findMany({
        where: IN_USE,
        select: recordSelect,
        orderBy: [{ publishedDay: { sort: "desc", nulls: "last" } }, { title: "asc" }],
      }),
      db("figure-count").citation.groupBy({ by: ["sourceId"], where: { figure: PUBLISHED }, _count: { _all: true } }),
    ]);
    const countOf = new Map(counts.map(({ sourceId, _count }) => [sourceId, _count._all]));
    return rows.map(({ id, archivedAt, ...source }) => ({
      ...source,
      archivedAt: archivedAt?.toISOString() ?? null,
      figureCount: countOf.get(id) ?? 0,
    }));
  });
}

/** A source in use with how many published figures it holds; null when there is none of that slug. */
export async function findSourceRecord(slug: string): Promise<SourceRecord | null> {
  const sources = await readingOnly([`source:${slug}`, `figures-of-source:${slug}`], listSources);
  return sources.find((source) => source.slug === slug) ?? null;
}

/** A source with everything taken from it, in reading order; null when there is none of that slug. */
export async function findSource(slug: string): Promise<SourceView | null> {
  const source = await findSourceRecord(slug);
  if (!source) return null;
  const cited = { citations: { some: { source: { slug } } }, ...PUBLISHED };
  const [figures, milestones] = await Promise.all([
    readFigures(cited, MOST_FIGURES, [{ id: "asc" }], [`figures-of-source:${slug}`]),
    db(`milestones-of-source:${slug}`).milestone.findMany({
      where: cited,
      select: milestoneSelect,
      orderBy: { day: "asc" },
    }),
  ]);
  const place = (locator: string | null | undefined) =>
    Number(/\d+/.exec(locator ?? "")?.[0] ?? Number.POSITIVE_INFINITY);
  const placeOf = (row: (typeof figures)[number]) =>
    place(row.citations.find((citation) => citation.source.slug === slug)?.locator);
  return {
    source,
    // Array sort is stable: figures without a numbered place keep the order in which they were recorded.
    figures: figures.sort((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b))),
    milestones: milestones.map(toMilestone),
  };
}
