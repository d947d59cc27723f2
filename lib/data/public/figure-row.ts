import "server-only";
import { db } from "@/lib/data/db/client";
import { byName } from "@/lib/figures/by-name";
import { CITATION_NAMES } from "@/lib/figures/citation-fields";
import type { Citation, Figure, Milestone } from "@/lib/figures/figure";
import { SAID_COLUMNS } from "@/lib/figures/figure-columns";
import type { Prisma } from "@/lib/generated/prisma/client";
import { noteReads } from "@/lib/publication/reads";
import type { Scope } from "@/lib/publication/scopes";

export const topicSelect = { slug: true, name: true } as const satisfies Prisma.TopicSelect;

export const metricSelect = {
  slug: true,
  name: true,
  unit: true,
  counted: true,
  kind: true,
  accumulation: true,
  shareOf: true,
  shelfLifeMonths: true,
  topic: { select: topicSelect },
} as const satisfies Prisma.MetricSelect;

export const sourceSelect = {
  slug: true,
  type: true,
  kind: true,
  title: true,
  publisher: true,
  authors: true,
  published: true,
  language: true,
  url: true,
  accessed: true,
} as const satisfies Prisma.SourceSelect;

export const regionSelect = { code: true, name: true } as const satisfies Prisma.RegionSelect;

const citationSelect = {
  ...byName(CITATION_NAMES, () => true as const),
  source: { select: sourceSelect },
} as const satisfies Prisma.CitationSelect;

/** What every read of figures asks for: enough to show, cite and compare one. */
export const figureSelect = {
  publicId: true,
  ...byName(SAID_COLUMNS, () => true as const),
  firstDay: true,
  lastDay: true,
  version: true,
  recordedAt: true,
  metric: { select: metricSelect },
  region: { select: regionSelect },
  organisation: { select: { slug: true, name: true } },
  citations: { select: citationSelect, orderBy: [{ role: "asc" }, { id: "asc" }] },
} as const satisfies Prisma.FigureSelect;

/** Only published figures are public; every public read of figures starts from this. */
export const PUBLISHED = { status: "published" } as const;

/** Resources without drafts are public unless they were retracted, or came with a draft. Nothing published depends on such a one. */
export const IN_USE = { retracted: false, listed: true } as const;

/** Newest first; figures without a date last, then by the order in which they were recorded. */
export const NEWEST_FIRST = [
  { lastDay: { sort: "desc", nulls: "last" } },
  { id: "asc" },
] as const satisfies Prisma.FigureOrderByWithRelationInput[];

/** Figures asked for at once: SQLite takes 999 values in a query, and each figure's citations are found by its key. */
const BATCH = 450;

/** What figures of any condition depend on. */
const ANY_FIGURE: readonly Scope[] = ["figure", "metric", "region", "organisation", "topic", "source"];

/**
 * Figures of a condition in the order given (newest first unless told otherwise), at most `limit`, read in batches. `shown` is what
 * decides which they are and what they say; the records they name are noted by themselves.
 */
export async function readFigures(
  where: Prisma.FigureWhereInput,
  limit: number,
  orderBy: readonly Prisma.FigureOrderByWithRelationInput[] = NEWEST_FIRST,
  shown: readonly Scope[] = ANY_FIGURE,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  while (figures.length < limit) {
    const take = Math.min(BATCH, limit - figures.length);
    const rows = await db(...shown).figure.findMany({
      where,
      select: figureSelect,
      orderBy: [...orderBy],
      skip: figures.length,
      take,
    });
    figures.push(...rows.map(toFigure));
    if (rows.length < take) break;
  }
  return figures;
}

function sourceScopes(citations: readonly Citation[]): readonly Scope[] {
  return citations.map(({ source }): Scope => `source:${source.slug}`);
}

/** A database row as the plain figure that pages and charts share. Notes it, and the records that it names. */
export function toFigure(row: Prisma.FigureGetPayload<{ select: typeof figureSelect }>): Figure {
  const { publicId, alternative, alternativeDigits, alternativeUnit, recordedAt, citations, ...rest } = row;
  const { metric, region, organisation } = rest;
  noteReads([
    `figure:${publicId}`,
    `metric:${metric.slug}`,
    `topic:${metric.topic.slug}`,
    `region:${region.code}`,
    ...sourceScopes(citations),
  ]);
  if (organisation !== null) noteReads([`organisation:${organisation.slug}`]);
  return {
    ...rest,
    id: publicId,
    alternative:
      alternative === null || alternativeDigits === null || alternativeUnit === null
        ? null
        : { value: alternative, digits: alternativeDigits, unit: alternativeUnit },
    recordedAt: recordedAt.toISOString(),
    citations: citations satisfies Citation[],
  };
}

export const milestoneSelect = {
  slug: true,
  date: true,
  day: true,
  title: true,
  region: { select: regionSelect },
  citations: { select: citationSelect, orderBy: { id: "asc" } },
} as const satisfies Prisma.MilestoneSelect;

/** A database row as a plain milestone: the row already has its shape. Notes the records that it names. */
export function toMilestone(row: Prisma.MilestoneGetPayload<{ select: typeof milestoneSelect }>): Milestone {
  noteReads([`region:${row.region.code}`, ...sourceScopes(row.citations)]);
  return row;
}
