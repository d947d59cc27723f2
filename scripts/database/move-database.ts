/**
 * Copies a whole database into another, of the same kind or the other one: every table with its keys, history, accounts and sessions,
 * so that addresses, versions and who is signed in stay as they are. Then both are read through and compared.
 */
import { createHash } from "node:crypto";
import { openClient } from "@/lib/data/db/client";
import { isPostgresql, sqliteFile } from "@/lib/env";
import { UNFINISHED } from "./migration-names";
import { checkPostgresql, refuseWhileUsed, withClient, withPreparingLock } from "./postgresql/state";
import { makeDatabaseAt } from "./prepare-database";
import { takeServingLock } from "./sqlite/locks";
import { checkSqlite } from "./sqlite/state";

/** Every table with the columns of its key, after those that it refers to. */
const TABLES = {
  topic: ["id"],
  region: ["id"],
  organisation: ["id"],
  metric: ["id"],
  source: ["id"],
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
  revision: ["id"],
  publishedChange: ["version"],
  publication: ["id"],
  seriesSummary: ["metricId", "regionId", "organisationId", "outlook"],
  sourceSummary: ["sourceId", "metricId", "regionId", "organisationId", "outlook"],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;
export type MovedTable = keyof typeof TABLES;
const NAMES = Object.keys(TABLES) as readonly MovedTable[];
/** Tables that triggers fill while others are copied: they are compared alone. */
const FILLED: readonly MovedTable[] = ["seriesSummary", "sourceSummary"];

/** Rows read and written at once. */
const BATCH = 1000;

type PrismaClient = ReturnType<typeof openClient>;
type Row = Readonly<Record<string, unknown>>;
interface Table {
  findMany(query: object): Promise<readonly Row[]>;
  createMany(query: object): Promise<{ readonly count: number }>;
  deleteMany(query: object): Promise<unknown>;
  count(query?: object): Promise<number>;
}
const tableOf = (client: PrismaClient, name: MovedTable) => client[name] as unknown as Table;

/** A table as it was found to be in both: how many rows, and the SHA-256 of all of them in order. */
export interface MovedRows {
  readonly table: MovedTable;
  readonly rows: number;
  readonly sha256: string;
}

/**
 * Moves everything from one database into another, which has to be empty, or to hold what an earlier move from the same one has left when
 * it was broken off: that is gone on with. `step` hears of each batch. Answers what was compared. Throws an error of one line that names
 * cause and cure; the source is never changed.
 */
export async function moveDatabase(
  from: string,
  to: string,
  step: (table: MovedTable, done: number, total: number) => void = () => undefined,
): Promise<readonly MovedRows[]> {
  if (from === to) throw new Error("Both are the same database: name another to move into");
  const move = async () => {
    await refuseHeld(to);
    await makeDatabaseAt(to);
    const [source, target] = [openClient(from), openClient(to)];
    try {
      await begin(source, target);
      for (const table of NAMES.filter((name) => !FILLED.includes(name))) await copyTable(source, target, table, step);
      if (isPostgresql(to)) await continueKeys(target);
      const moved: MovedRows[] = [];
      for (const table of NAMES) moved.push(await compare(source, target, table));
      await target.$executeRawUnsafe(`DROP TABLE "${UNFINISHED}"`);
      return moved;
    } finally {
      await Promise.all([source.$disconnect(), target.$disconnect()]);
    }
  };
  return isPostgresql(from) ? whileStillPostgresql(from, move) : whileStillSqlite(sqliteFile(from), move);
}

/** Does something while no site can serve a file. Throws where one does, and where it is not of this code. */
async function whileStillSqlite<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  checkSqlite(file);
  const release = takeServingLock(file);
  try {
    return await work();
  } finally {
    release();
  }
}

/** Does something while nobody can save to a database: whoever tries is answered that it is busy. Throws where anybody has it open. */
async function whileStillPostgresql<Result>(databaseUrl: string, work: () => Promise<Result>): Promise<Result> {
  await checkPostgresql(databaseUrl);
  return withPreparingLock(databaseUrl, async (client) => {
    await refuseWhileUsed(client);
    await client.query("BEGIN");
    await client.query(`SELECT "version" FROM "Publication" FOR UPDATE`);
    return work();
  });
}

/** Throws, before anything is done to it, where a PostgreSQL database that is no unfinished move's holds figures. */
async function refuseHeld(databaseUrl: string): Promise<void> {
  if (!isPostgresql(databaseUrl)) return;
  const isHeld = await withClient(databaseUrl, async (client) => {
    const there = async (table: string) =>
      (await client.query(`SELECT to_regclass('"${table}"') IS NOT NULL AS "is"`)).rows[0].is as boolean;
    if ((await there(UNFINISHED)) || !(await there("Figure"))) return false;
    return (await client.query(`SELECT EXISTS (SELECT 1 FROM "Figure") AS "is"`)).rows[0].is as boolean;
  });
  if (isHeld) throw new Error(HELD);
}

const HELD = "The database to move into holds something else already: name an empty one";

/** Notes in the target from which database it comes; throws where it holds anything that did not come from there. */
async function begin(source: PrismaClient, target: PrismaClient): Promise<void> {
  // The first change of a database, by its time, is that of no other.
  const first = await source.revision.findFirst({ orderBy: { id: "asc" } });
  const mark = JSON.stringify(first);
  await target.$executeRawUnsafe(`CREATE TABLE IF NOT EXISTS "${UNFINISHED}" ("source" TEXT NOT NULL)`);
  const [noted] = await target.$queryRawUnsafe<{ source: string }[]>(`SELECT "source" FROM "${UNFINISHED}"`);
  if (noted?.source === mark) return;
  const held = (await target.figure.count()) + (await target.region.count()) + (await target.user.count());
  if (noted === undefined && held > 0) await target.$executeRawUnsafe(`DROP TABLE "${UNFINISHED}"`);
  if (noted !== undefined || held > 0) {
    throw new Error(HELD);
  }
  await target.$executeRaw`INSERT INTO "_unfinished_move" ("source") VALUES (${mark})`;
}

async function copyTable(
  source: PrismaClient,
  target: PrismaClient,
  name: MovedTable,
  step: (table: MovedTable, done: number, total: number) => void,
): Promise<void> {
  const [read, write] = [tableOf(source, name), tableOf(target, name)];
  const total = await read.count();
  if (name === "region") {
    await copyRegions(read, write);
    return step(name, total, total);
  }
  // A table without a single key to go on from is small; the publication has a row from the beginning.
  const isWhole = TABLES[name].length > 1 || name === "publication";
  if (isWhole) await write.deleteMany({});
  let done = await write.count();
  for await (const rows of batches(read, name, isWhole ? null : await lastKey(write, name))) {
    done += (await write.createMany({ data: rows })).count;
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
async function compare(source: PrismaClient, target: PrismaClient, table: MovedTable): Promise<MovedRows> {
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

/** New rows get keys behind those that came along. */
async function continueKeys(target: PrismaClient): Promise<void> {
  const columns = await target.$queryRaw<{ table: string; sequence: string }[]>`
    SELECT table_name AS "table", pg_get_serial_sequence('"' || table_name || '"', column_name) AS "sequence"
    FROM information_schema.columns WHERE table_schema = 'public' AND column_default LIKE 'nextval(%'`;
  for (const { table, sequence } of columns) {
    await target.$executeRawUnsafe(
      `SELECT setval('${sequence}', (SELECT coalesce(max("id"), 0) + 1 FROM "${table}"), false)`,
    );
  }
}
