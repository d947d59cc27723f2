import "server-only";
import { db } from "@/lib/data/db/client";
import { engine } from "@/lib/data/db/engines";
import { yearOf } from "@/lib/dates/edtf";
import type { EnumValue } from "@/lib/enums";
import type { Figure, Outlook, Wording } from "@/lib/figures/figure";
import { groupBy } from "@/lib/figures/group";
import { freshFrom } from "@/lib/figures/staleness";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Scope } from "@/lib/publication/scopes";

/** A figure that was corrected or retracted since a day, as it was on that day, with the internal keys of what it named then. */
export interface CorrectedSince {
  readonly id: number;
  readonly metricId: number;
  readonly regionId: number;
  readonly organisationId: number | null;
  readonly sourceIds: readonly number[];
  readonly figure: Figure;
}

/** What was known on a day (docs/decisions/0022-what-was-known-on-a-day.md). */
export interface KnownOn {
  /** The day, in UTC: yyyy-mm-dd. */
  readonly date: string;
  /** The first revision that was recorded later. */
  readonly boundary: number;
  /** On rows "f" of the table of figures: which of those published today were known, and say today what they said then. */
  readonly condition: Prisma.Sql;
  /** On rows "f" of the summary of series: whether some of their figures may not be among those. */
  readonly isUnsure: Prisma.Sql;
  /** On rows "f" and "s" of the table of sources: whether a source that the figure cites was known. */
  readonly isSourceKnown: Prisma.Sql;
  /** All others that readers saw on that day. */
  readonly corrected: readonly CorrectedSince[];
  /** A record by its key with what was said of it then. */
  readonly recordThen: <Item extends object>(
    resource: "metrics" | "regions" | "organisations" | "sources",
    key: string,
    item: Item,
  ) => Item;
  /** A figure as it is today with what it names as that was then, and without sources that came later. */
  readonly asThen: <Item extends Naming>(figure: Item) => Item;
}

/** A figure as far as it names other records. `recordedAt` is an ISO 8601 instant. */
export interface Naming {
  readonly metric: { readonly slug: string };
  readonly region: { readonly code: string };
  readonly organisation: { readonly slug: string } | null;
  readonly citations: readonly { readonly source: { readonly slug: string; readonly published: string | null } }[];
  readonly recordedAt: string;
}

/** Which published figures are meant, by internal keys; null where nothing is asked. */
export interface FigureSelection {
  readonly metrics: readonly number[] | null;
  readonly regions: readonly number[] | null;
  readonly source: number | null;
  readonly organisation: number | null;
  /** Whether those about organisations are left out. */
  readonly isAboutRegion: boolean;
  readonly wording: Wording | null;
  readonly outlook: Outlook | null;
  /** Calendar years, inclusive, that a figure's time must touch; a figure without one passes only where both are null. */
  readonly fromYear: number | null;
  readonly toYear: number | null;
  /** What outcomes past their shelf life are left out by; null where they are not. */
  readonly fresh: readonly FreshFrom[] | null;
  /** Those known on a day, as they were; null for today. */
  readonly knownOn: KnownOn | null;
}

/** Metrics of one shelf life, and the first last day (yyyymmdd) with which an outcome of theirs is not past it. */
interface FreshFrom {
  readonly metrics: readonly number[];
  readonly from: number;
}

/** The metrics that age, by when an outcome of theirs is not past its shelf life on a day (yyyymmdd). */
export async function readFresh(day: number): Promise<readonly FreshFrom[]> {
  const rows = await db("metric").metric.findMany({
    where: { shelfLifeMonths: { not: null } },
    select: { id: true, shelfLifeMonths: true },
  });
  return [...groupBy(rows, ({ shelfLifeMonths }) => shelfLifeMonths ?? 0)].map(([months, alike]) => ({
    metrics: alike.map(({ id }) => id),
    from: freshFrom(months, day),
  }));
}

/** Every published figure. */
export const EVERY_FIGURE: FigureSelection = {
  metrics: null,
  regions: null,
  source: null,
  organisation: null,
  isAboutRegion: false,
  wording: null,
  outlook: null,
  fromYear: null,
  toYear: null,
  fresh: null,
  knownOn: null,
};

/** Figures that are read; `shown` is what decides which they are and what they say (the records they name are noted by themselves). */
export interface FiguresRead {
  readonly selection: FigureSelection;
  readonly shown: readonly Scope[];
}

/** Those of figures that tell of what was, not of a target. They have no target. */
export function outcomesOf({ selection, shown }: FiguresRead): FiguresRead {
  return { selection: { ...selection, outlook: "outcome" }, shown };
}

/** Whether a column is among internal keys; null where nothing is asked. `column` is SQL. */
export function isAmong(column: string, keys: readonly number[] | null): Prisma.Sql | null {
  if (keys === null) return null;
  const [key] = keys;
  if (keys.length === 1) return Prisma.sql`${Prisma.raw(column)} = ${key}`;
  return Prisma.sql`${Prisma.raw(column)} IN (${engine().dialect.integers(JSON.stringify(keys))})`;
}

/** Conditions that hold together; without any, true. */
export function all(conditions: readonly (Prisma.Sql | null)[]): Prisma.Sql {
  const asked = conditions.filter((condition) => condition !== null);
  return asked.length === 0 ? Prisma.sql`TRUE` : Prisma.join(asked, " AND ");
}

function equals(column: string, value: string | number | null): Prisma.Sql | null {
  return value === null ? null : Prisma.sql`${Prisma.raw(column)} = ${value}`;
}

/**
 * The condition of a selection on rows "f" of the table of figures. Figures of a source are found from its citations ("index"), or looked
 * up for each figure where many are gone through ("scan"). Only editors see those of another status.
 */
export function conditionOf(
  selection: FigureSelection,
  way: "index" | "scan",
  statuses: readonly EnumValue<"Status">[] = ["published"],
): Prisma.Sql {
  const { source, fromYear, toYear } = selection;
  return all([
    Prisma.sql`f."status" IN (${Prisma.join([...statuses])})`,
    isAmong(`f."metricId"`, selection.metrics),
    isAmong(`f."regionId"`, selection.regions),
    equals(`f."organisationId"`, selection.organisation),
    selection.isAboutRegion ? Prisma.sql`f."organisationId" IS NULL` : null,
    equals(`f."wording"`, selection.wording),
    equals(`f."outlook"`, selection.outlook),
    toYear === null ? null : Prisma.sql`f."firstDay" <= ${toYear * 10_000 + 1231}`,
    fromYear === null ? null : Prisma.sql`f."lastDay" >= ${fromYear * 10_000 + 101}`,
    source === null ? null : CITED[way](source),
    ...(selection.fresh ?? []).map(
      ({ metrics, from }) =>
        Prisma.sql`NOT (${isAmong(`f."metricId"`, metrics)} AND f."outlook" = 'outcome' AND coalesce(f."lastDay", ${from}) < ${from})`,
    ),
    selection.knownOn?.condition ?? null,
    source === null || selection.knownOn === null
      ? null
      : Prisma.sql`EXISTS (SELECT 1 FROM "Source" s WHERE s."id" = ${source} AND ${selection.knownOn.isSourceKnown})`,
  ]);
}

/** Those of the figures corrected since the day of a selection that it means. */
export function correctedIn(selection: FigureSelection): readonly CorrectedSince[] {
  const { metrics, regions, source, organisation, isAboutRegion, wording, outlook, fromYear, toYear, fresh } =
    selection;
  const isPast = (metricId: number, { outlook: told, lastDay }: Figure) =>
    told === "outcome" && fresh?.some((part) => part.metrics.includes(metricId) && (lastDay ?? part.from) < part.from);
  const isOne = (asked: readonly number[] | null, key: number) => asked === null || asked.includes(key);
  return (selection.knownOn?.corrected ?? []).filter(
    ({ metricId, regionId, organisationId, sourceIds, figure }) =>
      isOne(metrics, metricId) &&
      isOne(regions, regionId) &&
      (organisation === null || organisation === organisationId) &&
      (!isAboutRegion || organisationId === null) &&
      (source === null || sourceIds.includes(source)) &&
      (wording === null || wording === figure.wording) &&
      (outlook === null || outlook === figure.outlook) &&
      (toYear === null || (figure.firstDay !== null && yearOf(figure.firstDay) <= toYear)) &&
      (fromYear === null || (figure.lastDay !== null && yearOf(figure.lastDay) >= fromYear)) &&
      !isPast(metricId, figure),
  );
}

const CITED = {
  index: (source: number) => Prisma.sql`f."id" IN (SELECT "figureId" FROM "Citation" WHERE "sourceId" = ${source})`,
  scan: (source: number) =>
    Prisma.sql`EXISTS (SELECT 1 FROM "Citation" c WHERE c."figureId" = f."id" AND c."sourceId" = ${source})`,
} as const;
