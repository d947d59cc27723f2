import "server-only";
import { db } from "@/lib/data/db/client";
import { engine } from "@/lib/data/db/engines";
import { IS_CORRECTION } from "@/lib/data/public/past/corrections";
import { readPastFigures } from "@/lib/data/public/past/past-figures";
import { withParts } from "@/lib/data/public/past/past-records";
import type { CorrectedSince, KnownOn, Naming } from "@/lib/data/public/selection/figure-selection";
import type { Snapshot } from "@/lib/data/revisions/record";
import { cacheUntilChange } from "@/lib/data/revisions/revision-cache";
import { MODELS } from "@/lib/data/revisions/tables";
import { daysInMonth, lastDayOf } from "@/lib/dates/edtf";
import type { FigureContent } from "@/lib/figures/figure-fields";
import { Prisma } from "@/lib/generated/prisma/client";

/** Figures corrected since a day that are taken back to it; a day before more cannot be shown. */
const MOST_CORRECTED = 5000;
/** What is said then. */
export const TOO_MUCH_CHANGED = `More than ${MOST_CORRECTED} figures were corrected since that day: it cannot be shown any more. Ask for a later one.`;
/** Above every revision. */
const NONE = 2_147_483_647;

/**
 * What was known on a day in UTC (yyyy-mm-dd): what sources had published by then, and what readers saw here by then as it was. Null
 * where more figures were corrected since than are taken back. That of one day is kept in memory.
 */
export function readKnownOn(date: string): Promise<KnownOn | null> {
  return cacheUntilChange("known on a day", () => read(date), date);
}

async function read(date: string): Promise<KnownOn | null> {
  const end = new Date(Date.parse(`${date}T00:00:00.000Z`) + 86_400_000);
  const boundary = await firstRevisionFrom(end);
  const [since, records] = await Promise.all([changedSince(boundary), recordsThen(boundary)]);
  if (since === null) return null;
  const { corrected, retractedThen } = since;
  const others = JSON.stringify([...corrected.map(({ id }) => id), ...retractedThen]);
  const recordThen: KnownOn["recordThen"] = (resource, key, item) => {
    const version = records.get(`${MODELS[resource]} ${key}`);
    return version === undefined ? item : withParts(item, version);
  };
  const day = lastDayOf(date);
  const began = end.toISOString();
  const isRecorded = Prisma.sql`f."recordedAt" < ${engine().dialect.instant(began)}`;
  const isPublished = publishedBy(date);
  return {
    date,
    boundary,
    condition: Prisma.sql`(${isRecorded} OR EXISTS (SELECT 1 FROM "Citation" k JOIN "Source" s ON s."id" = k."sourceId"
      WHERE k."figureId" = f."id" AND ${isPublished})) AND f."id" NOT IN (${engine().dialect.integers(others)})`,
    isUnsure: isUnsure(boundary, isPublished, others),
    isSourceKnown: Prisma.sql`(${isRecorded} OR ${isPublished})`,
    corrected,
    recordThen,
    asThen: (figure) => asThen(figure, recordThen, figure.recordedAt < began ? null : day),
  };
}

/**
 * Series "f" of which some figures may not have been known, or have said something else: a source of theirs had not published yet, unless nothing
 * was recorded since; or they are among `others`.
 */
function isUnsure(boundary: number, isPublished: Prisma.Sql, others: string): Prisma.Sql {
  const unpublished = Prisma.sql`SELECT u."metricId", u."regionId", u."organisationId", u."outlook" FROM "SourceSummary" u JOIN "Source" s ON s."id" = u."sourceId" WHERE ${isPublished} IS NOT TRUE`;
  const changed = Prisma.sql`SELECT o."metricId", o."regionId", coalesce(o."organisationId", 0), o."outlook" FROM "Figure" o
    WHERE o."id" IN (${engine().dialect.integers(others)})`;
  const parts = [...(boundary === NONE ? [] : [unpublished]), changed];
  return Prisma.sql`(${Prisma.join(
    parts.map((part) => Prisma.sql`(f."metricId", f."regionId", f."organisationId", f."outlook") IN (${part})`),
    " OR ",
  )})`;
}

/** The first revision recorded at an instant or later. They were recorded in the order of their numbers, so that few are looked at. */
async function firstRevisionFrom(instant: Date): Promise<number> {
  const revisions = db("corrections").revision;
  const select = { id: true, at: true } as const;
  const last = await revisions.findFirst({ orderBy: { id: "desc" }, select });
  if (last === null || last.at < instant) return NONE;
  let [low, high] = [0, last.id];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const next = await revisions.findFirst({ where: { id: { gte: middle } }, orderBy: { id: "asc" }, select });
    if (next === null || next.at >= instant) high = middle;
    else low = next.id + 1;
  }
  return low;
}

/** Whether a source in row "s" had published by the end of a day. A date known to a month or a year counts when that is over. */
function publishedBy(date: string): Prisma.Sql {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const isMonthOver = day === daysInMonth(year, month);
  const lastMonth = isMonthOver ? year * 12 + month - 1 : year * 12 + month - 2;
  const lastYear = isMonthOver && month === 12 ? year : year - 1;
  const byMonth = Math.floor(lastMonth / 12) * 10_000 + ((lastMonth % 12) + 1) * 100 + 1;
  const until = { day: lastDayOf(date), month: byMonth, year: lastYear * 10_000 + 101 };
  const published = Object.entries(until).map(
    ([precision, last]) => Prisma.sql`(s."publishedTo" = ${precision} AND s."publishedDay" <= ${last})`,
  );
  return Prisma.sql`(${Prisma.join(published, " OR ")})`;
}

interface Row {
  readonly id: number | bigint;
  readonly key: string;
  readonly before: string;
  readonly recordedAt: Date | string;
  readonly version: number | bigint;
}

/**
 * Figures that readers saw at a revision and that were corrected or retracted since, as they were; and the internal keys of those that
 * stood retracted then and came back. Null where they are too many.
 */
async function changedSince(boundary: number): Promise<{
  readonly corrected: readonly CorrectedSince[];
  readonly retractedThen: readonly number[];
} | null> {
  const rows = await db("corrections").$queryRaw<Row[]>`
    SELECT f."id", r."key", r."before", f."recordedAt", f."version" - (SELECT count(*) FROM "Revision" n
        WHERE n."resource" = 'Figure' AND n."key" = r."key" AND n."id" >= ${boundary}) AS "version"
    FROM "Revision" r ${engine().dialect.byCorrection} JOIN "Figure" f ON f."publicId" = r."key"
    WHERE ${IS_CORRECTION} AND r."id" >= ${boundary} AND NOT EXISTS (SELECT 1 FROM "Revision" e
        WHERE e."resource" = 'Figure' AND e."key" = r."key" AND e."id" >= ${boundary} AND e."id" < r."id")
    ORDER BY r."id" LIMIT ${MOST_CORRECTED + 1}`;
  if (rows.length > MOST_CORRECTED) return null;
  const all = rows.map((row) => ({ ...row, said: JSON.parse(row.before) as Snapshot & FigureContent }));
  const seen = all.filter(({ said }) => said.status === "published");
  const past = seen.map(({ key, said, recordedAt, version }) => ({
    ...{ id: key, said, revision: boundary, version: Number(version) },
    recordedAt: new Date(recordedAt).toISOString(),
  }));
  const [figures, keys] = [await readPastFigures(past), await readKeys(seen.length > 0)];
  return {
    corrected: seen.flatMap(({ id, said: { metric, region, organisation, citations } }, index) => {
      const figure = figures[index];
      if (!figure) return [];
      return {
        ...{ id: Number(id), figure },
        metricId: keys.metrics.get(metric) ?? 0,
        regionId: keys.regions.get(region) ?? 0,
        organisationId: organisation === null ? null : (keys.organisations.get(organisation) ?? 0),
        sourceIds: citations.flatMap(({ source }) => keys.sources.get(source) ?? []),
      };
    }),
    retractedThen: all.filter(({ said }) => said.status === "retracted").map(({ id }) => Number(id)),
  };
}

/** Internal keys of all that figures may name; none where none is asked for. */
async function readKeys(isAsked: boolean) {
  const client = db("corrections");
  const query = { where: isAsked ? {} : { id: 0 }, select: { id: true, slug: true } } as const;
  const regions = await client.region.findMany({ ...query, select: { id: true, code: true } });
  const bySlug = (rows: readonly { readonly id: number; readonly slug: string }[]) =>
    new Map(rows.map(({ id, slug }) => [slug, id]));
  return {
    metrics: bySlug(await client.metric.findMany(query)),
    regions: bySlug(regions.map(({ id, code }) => ({ id, slug: code }))),
    organisations: bySlug(await client.organisation.findMany(query)),
    sources: bySlug(await client.source.findMany(query)),
  };
}

/** What records that figures name were at a revision, by "model key", where they were there and are otherwise today. */
async function recordsThen(boundary: number): Promise<ReadonlyMap<string, Snapshot>> {
  const rows = await db("metric", "region", "organisation", "source").$queryRaw<
    { resource: string; key: string; before: string }[]
  >`
    SELECT r."resource", r."key", r."before" FROM (SELECT min("id") AS "id" FROM "Revision"
      WHERE "resource" IN ('Metric', 'Region', 'Organisation', 'Source') AND "id" >= ${boundary} GROUP BY "resource", "key") g
    JOIN "Revision" r ON r."id" = g."id" WHERE r."before" IS NOT NULL`;
  return new Map(rows.map(({ resource, key, before }) => [`${resource} ${key}`, JSON.parse(before) as Snapshot]));
}

/** A figure of today with what it names as that was; of sources those that had published by a day, where one is given. */
function asThen<Item extends Naming>(figure: Item, then: KnownOn["recordThen"], day: number | null): Item {
  const { metric, region, organisation, citations } = figure;
  const known = citations.filter(
    ({ source: { published } }) => day === null || (published !== null && lastDayOf(published) <= day),
  );
  return {
    ...figure,
    metric: then("metrics", metric.slug, metric),
    region: then("regions", region.code, region),
    organisation: organisation && then("organisations", organisation.slug, organisation),
    citations: known.map((citation) => ({
      ...citation,
      source: then("sources", citation.source.slug, citation.source),
    })),
  };
}
