import "server-only";
import type { Prisma } from "@/lib/generated/prisma/client";

// Statements for many rows at once, which Prisma's own methods are too slow for. They are SQLite's: on PostgreSQL json_each(x) is
// jsonb_array_elements(x) and ->> reads text that needs a cast. All of them are in this file.

type Tx = Pick<Prisma.TransactionClient, "$queryRaw" | "$executeRaw">;

/** A figure as a row of its table, without what the database fills in. recordedAt is an ISO 8601 instant. */
export type FigureRow = Required<
  Omit<Prisma.FigureUncheckedCreateInput, "id" | "citations" | "charts" | "recordedAt">
> & { readonly recordedAt: string };

/** A citation of a figure as a row of its table. */
export type CitationRow = Required<Omit<Prisma.CitationUncheckedCreateInput, "id" | "figureId" | "milestoneId">> & {
  readonly figureId: number;
};

/** A change as a row of the record of changes. `at` is an ISO 8601 instant. */
export type RevisionRow = Required<Omit<Prisma.RevisionUncheckedCreateInput, "id" | "at">> & { readonly at: string };

/** An instant as Prisma's SQLite driver stores it. */
export function storedInstant(date: Date): string {
  return date.toISOString().replace("Z", "+00:00");
}

const FIGURE_COLUMNS = [
  "publicId",
  "importKey",
  "metricId",
  "regionId",
  "organisationId",
  "value",
  "digits",
  "valueHigh",
  "digitsHigh",
  "wording",
  "qualifier",
  "alternative",
  "alternativeDigits",
  "alternativeUnit",
  "periodStart",
  "periodEnd",
  "asOf",
  "firstDay",
  "lastDay",
  "speaker",
  "speakerKind",
  "outlook",
  "status",
  "note",
  "version",
  "recordedAt",
  "batchId",
] as const satisfies readonly (keyof FigureRow)[];

/** Rows as JSON lists in the order of columns: read by place, a cell costs SQLite half of what it does by name. */
function asLists<Row>(rows: readonly Row[], columns: readonly (keyof Row)[]): string {
  return JSON.stringify(rows.map((row) => columns.map((column) => row[column])));
}

/** Inserts figures; returns their keys by public id. */
export async function insertFigureRows(tx: Tx, rows: readonly FigureRow[]): Promise<ReadonlyMap<string, number>> {
  const created = await tx.$queryRaw<{ id: number | bigint; publicId: string }[]>`
    INSERT INTO "Figure" ("publicId", "importKey", "metricId", "regionId", "organisationId", "value", "digits", "valueHigh",
      "digitsHigh", "wording", "qualifier", "alternative", "alternativeDigits", "alternativeUnit", "periodStart", "periodEnd",
      "asOf", "firstDay", "lastDay", "speaker", "speakerKind", "outlook", "status", "note", "version", "recordedAt", "batchId")
    SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7, value->>8, value->>9,
      value->>10, value->>11, value->>12, value->>13, value->>14, value->>15, value->>16, value->>17, value->>18, value->>19,
      value->>20, value->>21, value->>22, value->>23, value->>24, value->>25, value->>26
    FROM json_each(${asLists(rows, FIGURE_COLUMNS)}) WHERE true RETURNING "id", "publicId"`;
  return new Map(created.map(({ id, publicId }) => [publicId, Number(id)]));
}

const CITATION_COLUMNS = ["figureId", "sourceId", "locator", "phrase", "prefix", "suffix", "role"] as const;

/** Inserts citations of figures. */
export async function insertCitationRows(tx: Tx, rows: readonly CitationRow[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Citation" ("figureId", "sourceId", "locator", "phrase", "prefix", "suffix", "role")
    SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6
    FROM json_each(${asLists(rows, CITATION_COLUMNS)})`;
}

const REVISION_COLUMNS = [
  "noun",
  "key",
  "kind",
  "cause",
  "before",
  "after",
  "reason",
  "who",
  "userId",
  "at",
  "batchId",
] as const satisfies readonly (keyof RevisionRow)[];

/** Adds to the record of changes. */
export async function insertRevisionRows(tx: Tx, rows: readonly RevisionRow[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Revision" ("noun", "key", "kind", "cause", "before", "after", "reason", "who", "userId", "at", "batchId")
    SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7, value->>8, value->>9,
      value->>10
    FROM json_each(${asLists(rows, REVISION_COLUMNS)})`;
}
