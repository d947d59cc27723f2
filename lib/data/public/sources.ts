import "server-only";
import { db } from "@/lib/data/db/client";
import { IN_USE, sourceSelect } from "@/lib/data/public/figure-row";
import { countBy } from "@/lib/data/public/selection/figure-counts";
import { EVERY_FIGURE } from "@/lib/data/public/selection/figure-selection";
import { cacheUntilChange } from "@/lib/data/revisions/revision-cache";
import type { LinkRecord, SourceRecord } from "@/lib/figures/view-models";
import type { LinkCheck } from "@/lib/generated/prisma/client";
import { readingOnly } from "@/lib/publication/reads";
import { CHANGED } from "@/lib/reading/article/link-finding";

const recordSelect = {
  id: true,
  archiveUrl: true,
  archivedAt: true,
  licence: true,
  note: true,
  linkCheck: { omit: { sourceId: true } },
  ...sourceSelect,
} as const;

/** What was found at an address, for pages. */
export function toLink({ since, checkedAt, ...found }: Omit<LinkCheck, "sourceId">): LinkRecord {
  return { ...found, since: since.toISOString(), checkedAt: checkedAt.toISOString() };
}

/** Every source in use with how many published figures it holds, newest first, undated last. */
export function listSources(): Promise<readonly SourceRecord[]> {
  return cacheUntilChange("sources", async () => {
    const [rows, counts] = await Promise.all([
      db("source").source.findMany({
        where: IN_USE,
        select: recordSelect,
        orderBy: [{ publishedDay: { sort: "desc", nulls: "last" } }, { title: "asc" }],
      }),
      countBy("sourceId", { selection: EVERY_FIGURE, shown: ["figure-count"] }),
    ]);
    return rows.map(({ id, archivedAt, linkCheck, ...source }) => ({
      ...source,
      link: linkCheck !== null && CHANGED.includes(linkCheck.state) ? toLink(linkCheck) : null,
      archivedAt: archivedAt?.toISOString() ?? null,
      figureCount: counts.get(id)?.figures ?? 0,
    }));
  });
}

/** A source in use with how many published figures it holds; null when there is none of that slug. */
export async function findSourceRecord(slug: string): Promise<SourceRecord | null> {
  const sources = await readingOnly([`source:${slug}`, `figures-of-source:${slug}`], listSources);
  return sources.find((source) => source.slug === slug) ?? null;
}
