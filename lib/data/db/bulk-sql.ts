import "server-only";
import type { EngineKind } from "@/lib/data/db/engine";
import { engine } from "@/lib/data/db/engines";
import { CITATION_NAMES } from "@/lib/figures/citation-fields";
import { SAID_COLUMNS } from "@/lib/figures/figure-columns";
import { Prisma } from "@/lib/generated/prisma/client";

// Statements for many rows at once, which Prisma's own methods are too slow for. All of them are in this file.

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

/** An instant as it stands in a row that is inserted with others. */
export function storedInstant(date: Date): string {
  return date.toISOString().replace("Z", "+00:00");
}

const REFERENCES = ["metricId", "regionId", "organisationId"] as const satisfies readonly (keyof FigureRow)[];

/** Columns that a change of a figure may set. */
const SET_COLUMNS = [
  ...REFERENCES,
  ...SAID_COLUMNS,
  "firstDay",
  "lastDay",
  "status",
] as const satisfies readonly (keyof FigureRow)[];

/** Columns of a figure that is written. */
export const FIGURE_COLUMNS = [
  ...SET_COLUMNS,
  "publicId",
  "importKey",
  "version",
  "recordedAt",
  "batchId",
] as const satisfies readonly (keyof FigureRow)[];

/** Rows as JSON lists in the order of columns: read by place, a cell costs SQLite half of what it does by name. */
function asLists<Row>(rows: readonly Row[], columns: readonly (keyof Row)[]): string {
  return JSON.stringify(rows.map((row) => columns.map((column) => row[column])));
}

/** Adds rows, given by place in the order of columns. */
export function insertion<Row>(
  table: string,
  columns: readonly (keyof Row & string)[],
  rows: readonly Row[],
  dialect = engine().dialect,
): Prisma.Sql {
  const names = columns.map((column) => `"${column}"`).join(", ");
  const cells = columns.map((column, index) => dialect.cell(index, column)).join(", ");
  const insert = Prisma.raw(`INSERT INTO "${table}" (${names}) SELECT ${cells} FROM`);
  return Prisma.sql`${insert} ${dialect.list(asLists(rows, columns))} WHERE true`;
}

/** Inserts rows of figures, citations or revisions as Prisma reads them, keys and all, into a database of any kind; answers how many. */
export function insertCopies(
  tx: Tx,
  { dialect }: Pick<EngineKind, "dialect">,
  table: "Figure" | "Citation" | "Revision",
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<number> {
  const stored = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, value instanceof Date ? storedInstant(value) : value]),
    ),
  );
  return tx.$executeRaw(insertion(table, Object.keys(rows[0] ?? {}), stored, dialect));
}

/** Inserts figures; returns their keys by public id. */
export async function insertFigureRows(tx: Tx, rows: readonly FigureRow[]): Promise<ReadonlyMap<string, number>> {
  const created = await tx.$queryRaw<{ id: number | bigint; publicId: string }[]>`
    ${insertion("Figure", FIGURE_COLUMNS, rows)} RETURNING "id", "publicId"`;
  return new Map(created.map(({ id, publicId }) => [publicId, Number(id)]));
}

/** Columns of a citation of a figure that is written. */
export const CITATION_COLUMNS = [
  "figureId",
  "sourceId",
  ...CITATION_NAMES,
] as const satisfies readonly (keyof CitationRow)[];

/** Inserts citations of figures. */
export async function insertCitationRows(tx: Tx, rows: readonly CitationRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw(insertion("Citation", CITATION_COLUMNS, rows));
}

const REVISION_COLUMNS = [
  "resource",
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
  await tx.$executeRaw(insertion("Revision", REVISION_COLUMNS, rows));
}

/** Writes pages of the rows that a job found. */
export async function insertImportRows(tx: Tx, pages: readonly Prisma.ImportRowsUncheckedCreateInput[]): Promise<void> {
  await tx.$executeRaw(insertion("ImportRows", ["jobId", "fate", "page", "rows"], pages));
}

/** A place where figures of a series stand: one metric, region and last day (yyyymmdd; null when no time is stated). */
export interface SeriesPlace {
  readonly metric: string;
  readonly region: string;
  readonly lastDay: number | null;
}

/** A figure in use with what tells it from others, once for each of its citations. */
export interface IdentityRow {
  readonly id: number;
  readonly hasKey: boolean;
  readonly metric: string;
  readonly region: string;
  readonly organisation: string | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly asOf: string | null;
  readonly outlook: string;
  readonly source: string;
  readonly locator: string | null;
}

/** Figures in use that stand at these places, with what tells them apart. */
export async function findIdentities(tx: Tx, places: readonly SeriesPlace[]): Promise<readonly IdentityRow[]> {
  type Raw = Omit<IdentityRow, "id" | "hasKey"> & { readonly id: number | bigint; readonly hasKey: number | bigint };
  const { dialect } = engine();
  const [metric, region, lastDay] = ["metric", "region", "lastDay"].map((column, index) =>
    Prisma.raw(dialect.cell(index, column)),
  );
  const join = dialect.orderedJoin;
  const rows = await tx.$queryRaw<Raw[]>`
    SELECT f."id" AS "id", f."importKey" IS NOT NULL AS "hasKey", m."slug" AS "metric", r."code" AS "region",
      o."slug" AS "organisation", f."periodStart" AS "periodStart", f."periodEnd" AS "periodEnd", f."asOf" AS "asOf",
      f."outlook" AS "outlook", s."slug" AS "source", c."locator" AS "locator"
    FROM ${dialect.list(asLists(places, ["metric", "region", "lastDay"]))}
    ${join} "Metric" m ON m."slug" = ${metric}
    ${join} "Region" r ON r."code" = ${region}
    ${join} "Figure" f ON f."metricId" = m."id" AND f."status" IN ('draft', 'published') AND f."regionId" = r."id"
      AND f."lastDay" IS NOT DISTINCT FROM ${lastDay}
    LEFT JOIN "Organisation" o ON o."id" = f."organisationId"
    ${join} "Citation" c ON c."figureId" = f."id"
    ${join} "Source" s ON s."id" = c."sourceId"`;
  return rows.map((row) => ({ ...row, id: Number(row.id), hasKey: Boolean(row.hasKey) }));
}

/** A figure's next version: `version` is the one it must still have. */
export type FigureChangeRow = Pick<FigureRow, (typeof SET_COLUMNS)[number] | "version"> & { readonly id: number };

const CHANGE_COLUMNS = ["id", "version", ...SET_COLUMNS] as const satisfies readonly (keyof FigureChangeRow)[];

/** Changes figures that still have the version named; answers how many. Versions rise by one. */
export async function updateFigureRows(tx: Tx, rows: readonly FigureChangeRow[]): Promise<number> {
  const { dialect } = engine();
  const [id, version, ...cells] = CHANGE_COLUMNS.map((column, index) => dialect.cell(index, column));
  const assignments = SET_COLUMNS.map((column, index) => `"${column}" = ${cells[index]}`).join(", ");
  return tx.$executeRaw`
    UPDATE "Figure" SET "version" = "version" + 1, ${Prisma.raw(assignments)}
    FROM ${dialect.list(asLists(rows, CHANGE_COLUMNS))}
    WHERE "Figure"."id" = ${Prisma.raw(id ?? "")} AND "Figure"."version" = ${Prisma.raw(version ?? "")}`;
}

/** Removes the citations of figures, which are then written anew. */
export async function deleteCitationsOf(tx: Tx, figureIds: readonly number[]): Promise<void> {
  if (figureIds.length === 0) return;
  await tx.$executeRaw`
    DELETE FROM "Citation" WHERE "figureId" IN (${engine().dialect.integers(JSON.stringify(figureIds))})`;
}

/** Keys of figures of an import that were made to say something else since. To be published, retracted or restored is no such change. */
export async function changedSince(tx: Tx, batchId: number): Promise<readonly string[]> {
  const { without } = engine().dialect;
  const rows = await tx.$queryRaw<{ key: string }[]>`
    SELECT r."key" FROM "Revision" r WHERE r."batchId" = ${batchId} AND r."resource" = 'Figure' AND r."kind" = 'imported'
      AND EXISTS (SELECT 1 FROM "Revision" n WHERE n."resource" = 'Figure' AND n."key" = r."key" AND n."id" > r."id"
        AND ${without('n."before"', "status")} IS DISTINCT FROM ${without('n."after"', "status")})`;
  return rows.map(({ key }) => key);
}

/** Published charts that name figures which an import added, at most 100 pairs. */
export async function chartsWithAdded(
  tx: Tx,
  batchId: number,
): Promise<readonly { readonly figure: string; readonly title: string }[]> {
  return tx.$queryRaw<{ figure: string; title: string }[]>`
    SELECT f."publicId" AS "figure", c."title" AS "title" FROM "Figure" f
    JOIN "ChartFigure" n ON n."figureId" = f."id" JOIN "Chart" c ON c."id" = n."chartId" AND c."status" = 'published'
    WHERE f."batchId" = ${batchId} LIMIT 100`;
}

/** Where published figures that an import added stand, each place once for every source cited; with public keys, where asked. */
export async function placesOfAdded(
  tx: Tx,
  batchId: number,
  withKeys: boolean,
): Promise<
  readonly {
    readonly key: string;
    readonly metric: string;
    readonly region: string;
    readonly organisation: string | null;
    readonly source: string;
  }[]
> {
  return tx.$queryRaw`
    SELECT DISTINCT CASE WHEN ${withKeys} THEN f."publicId" ELSE '' END AS "key", m."slug" AS "metric", r."code" AS "region",
      o."slug" AS "organisation", s."slug" AS "source"
    FROM "Figure" f JOIN "Metric" m ON m."id" = f."metricId" JOIN "Region" r ON r."id" = f."regionId"
    LEFT JOIN "Organisation" o ON o."id" = f."organisationId"
    JOIN "Citation" c ON c."figureId" = f."id" JOIN "Source" s ON s."id" = c."sourceId"
    WHERE f."batchId" = ${batchId} AND f."status" = 'published'`;
}

/** Retracts the figures that an import added and that are in use, but for those to be kept, each with a revision; answers how many. */
export async function retractAdded(
  tx: Tx,
  { author, changeReason, batchId }: UndoContext,
  keep: readonly string[],
): Promise<number> {
  const { dialect } = engine();
  const kept = dialect.texts(JSON.stringify(keep));
  const status = dialect.member('l."after"', "status");
  await tx.$executeRaw`
    INSERT INTO "Revision" ("resource", "key", "kind", "cause", "before", "after", "reason", "who", "userId", "at", "batchId")
    SELECT r."resource", r."key", 'undone', CASE ${status} WHEN 'published' THEN 'retracted' END, l."after",
      ${dialect.withMember('l."after"', "status", "retracted")}, ${changeReason.reason}, ${author.name}, ${author.id}, ${new Date()}, r."batchId"
    FROM "Revision" r JOIN "Revision" l
      ON l."id" = (SELECT max(n."id") FROM "Revision" n WHERE n."resource" = 'Figure' AND n."key" = r."key")
    WHERE r."batchId" = ${batchId} AND r."resource" = 'Figure' AND r."kind" = 'imported' AND r."before" IS NULL
      AND ${status} <> 'retracted' AND r."key" NOT IN (${kept})`;
  return tx.$executeRaw`
    UPDATE "Figure" SET "status" = 'retracted', "version" = "version" + 1 WHERE "status" <> 'retracted' AND "publicId" IN
      (SELECT r."key" FROM "Revision" r
       WHERE r."batchId" = ${batchId} AND r."resource" = 'Figure' AND r."kind" = 'imported' AND r."before" IS NULL
         AND r."key" NOT IN (${kept}))`;
}

/** Who undoes which import, and why. */
interface UndoContext {
  readonly author: { readonly id: string | null; readonly name: string };
  readonly changeReason: { readonly reason: string | null };
  readonly batchId: number | null;
}
