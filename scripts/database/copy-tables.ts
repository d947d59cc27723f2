/** Copies all tables of one database into another, whatever the kinds of both, and compares them. */
import { createHash } from "node:crypto";
import { insertCopies } from "@/lib/data/db/bulk-sql";
import type { EngineKind } from "@/lib/data/db/engine";
import type { Tx } from "@/lib/data/db/transaction";

/** Every table with the columns of its key, after those that it refers to. */
const TABLES = {
  topic: ["id"],
  region: ["id"],
  organisation: ["id"],
  metric: ["id"],
  source: ["id"],
  linkCheck: ["sourceId"],
  importBatch: ["id"],
  figure: ["id"],
  milestone: ["id"],
  citation: ["id"],
  chart: ["id"],
  chartMetric: ["chartId", "metricId"],
  chartRegion: ["chartId", "regionId"],
  chartFigure: ["chartId", "figureId"],
  user: ["id"],
  session: ["id"],
  account: ["id"],
  verification: ["id"],
  twoFactor: ["id"],
  rateLimiterFlexible: ["key"],
  invitation: ["id"],
  apiToken: ["id"],
  idempotencyKey: ["key"],
  importJob: ["id"],
  importRows: ["jobId", "fate", "page"],
  importRecipe: ["name"],
  revision: ["id"],
  publishedChange: ["version"],
  publication: ["id"],
  seriesSummary: ["metricId", "regionId", "organisationId", "outlook"],
  sourceSummary: ["sourceId", "metricId", "regionId", "organisationId", "outlook"],
  claimGroup: ["metricId", "regionId", "organisationId", "outlook", "lastDay", "firstDay", "release", "basis"],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;
export type MovedTable = keyof typeof TABLES;
const NAMES = Object.keys(TABLES) as readonly MovedTable[];
/** Tables that triggers fill while others are copied: they are compared alone. */
const FILLED: readonly MovedTable[] = ["seriesSummary", "sourceSummary", "claimGroup"];

/** Tables of so many rows that they are written as lists: Prisma takes ten times as long and more. */
const LONG: Partial<Record<MovedTable, "Figure" | "Citation" | "Revision">> = {
  figure: "Figure",
  citation: "Citation",
  revision: "Revision",
};

/** Rows read and written at once. */
const BATCH = 1000;

type Row = Readonly<Record<string, unknown>>;
interface Table {
  findMany(query: object): Promise<readonly Row[]>;
  createMany(query: object): Promise<{ readonly count: number }>;
  deleteMany(query: object): Promise<unknown>;
  count(query?: object): Promise<number>;
}
const tableOf = (client: Tx, name: MovedTable) => client[name] as unknown as Table;

/** A table as it was found to be in both: how many rows, and the SHA-256 of all of them in order. */
export interface MovedRows {
  readonly table: MovedTable;
  readonly rows: number;
  readonly sha256: string;
}

/** Hears how many rows of a table are there, and of how many. */
export type Step = (table: MovedTable, done: number, total: number) => void;

/** A database that tables are copied into, and its kind. */
interface Target {
  readonly client: Tx;
  readonly engine: EngineKind;
}

/**
 * Copies every table from one database into another that is migrated and empty, or holds the beginning of the same: that is gone on with.
 * Then both are read through; answers what was found in both. Throws where they differ.
 */
export async function copyTables(
  source: Tx,
  target: Target,
  step: Step = () => undefined,
): Promise<readonly MovedRows[]> {
  for (const table of NAMES.filter((name) => !FILLED.includes(name))) await copyTable(source, target, table, step);
  return compareTables(source, target.client);
}

/** Reads every table of two databases through; answers what was found in both. Throws where they differ. */
export async function compareTables(source: Tx, target: Tx): Promise<readonly MovedRows[]> {
  const compared: MovedRows[] = [];
  for (const table of NAMES) compared.push(await compare(source, target, table));
  return compared;
}

async function copyTable(source: Tx, target: Target, name: MovedTable, step: Step): Promise<void> {
  const [read, write] = [tableOf(source, name), tableOf(target.client, name)];
  const total = await read.count();
  if (name === "region") {
    await copyRegions(read, write);
    return step(name, total, total);
  }
  // A table without a single key to go on from is small; the publication has a row from the beginning.
  const isWhole = TABLES[name].length > 1 || name === "publication";
  if (isWhole) await write.deleteMany({});
  const long = LONG[name];
  let done = await write.count();
  for await (const rows of batches(read, name, isWhole ? null : await lastKey(write, name))) {
    done +=
      long === undefined
        ? (await write.createMany({ data: rows })).count
        : await insertCopies(target.client, target.engine, long, rows);
    step(name, done, total);
  }
}

/** Regions after those they lie in, whatever their keys. */
async function copyRegions(read: Table, write: Table): Promise<void> {
  const there = new Set((await write.findMany({ select: { id: true } })).map(({ id }) => id));
  let open = (await read.findMany({ orderBy: { id: "asc" } })).filter(({ id }) => !there.has(id));
  while (open.length > 0) {
    const next = open.filter(({ parentId }) => parentId === null || there.has(parentId));
    if (next.length === 0) throw new Error("Regions of the source lie in each other: put that right first");
    await write.createMany({ data: next });
    for (const { id } of next) there.add(id);
    open = open.filter(({ id }) => !there.has(id));
  }
}

async function lastKey(table: Table, name: MovedTable): Promise<unknown> {
  const [key] = TABLES[name];
  const [row] = await table.findMany({ orderBy: { [key]: "desc" }, take: 1 });
  return row?.[key] ?? null;
}

/** All rows of a table behind a key (null: from the first) in the order of their keys. */
async function* batches(table: Table, name: MovedTable, behind: unknown): AsyncGenerator<readonly Row[]> {
  const keys = TABLES[name];
  const query = { orderBy: keys.map((key) => ({ [key]: "asc" })), take: BATCH };
  let last = behind;
  for (let skip = 0; ; skip += BATCH) {
    const where = last === null ? {} : { [keys[0]]: { gt: last } };
    const rows = await table.findMany(keys.length > 1 ? { ...query, skip } : { ...query, where });
    if (rows.length === 0) return;
    yield rows;
    last = rows.at(-1)?.[keys[0]];
  }
}

/** Reads a table of both through; throws where they differ. */
async function compare(source: Tx, target: Tx, table: MovedTable): Promise<MovedRows> {
  const [one, other] = await Promise.all([source, target].map((client) => summed(tableOf(client, table), table)));
  if (one === undefined || other === undefined || one.rows !== other.rows || one.sha256 !== other.sha256) {
    throw new Error(
      `The table ${table} differs (${one?.rows} and ${other?.rows} rows): something was saved meanwhile. Stop all sites, and move into an empty database`,
    );
  }
  return one;
}

async function summed(rows: Table, table: MovedTable): Promise<MovedRows> {
  const hash = createHash("sha256");
  let count = 0;
  for await (const batch of batches(rows, table, null)) {
    for (const row of batch) hash.update(`${JSON.stringify(row)}\n`);
    count += batch.length;
  }
  return { table, rows: count, sha256: hash.digest("hex") };
}

/** New rows of a PostgreSQL database get keys behind those that came along. */
export async function continueKeys(target: Tx): Promise<void> {
  const columns = await target.$queryRaw<{ table: string; sequence: string }[]>`
    SELECT table_name AS "table", pg_get_serial_sequence('"' || table_name || '"', column_name) AS "sequence"
    FROM information_schema.columns WHERE table_schema = current_schema() AND column_default LIKE 'nextval(%'`;
  for (const { table, sequence } of columns) {
    await target.$executeRawUnsafe(
      `SELECT setval('${sequence}', (SELECT coalesce(max("id"), 0) + 1 FROM "${table}"), false)`,
    );
  }
}
