import "server-only";
import { engine } from "@/lib/data/db/engines";
import type { EnumValue } from "@/lib/enums";
import type { Outlook, Wording } from "@/lib/figures/figure";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Scope } from "@/lib/publication/scopes";

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
  ]);
}

const CITED = {
  index: (source: number) => Prisma.sql`f."id" IN (SELECT "figureId" FROM "Citation" WHERE "sourceId" = ${source})`,
  scan: (source: number) =>
    Prisma.sql`EXISTS (SELECT 1 FROM "Citation" c WHERE c."figureId" = f."id" AND c."sourceId" = ${source})`,
} as const;
