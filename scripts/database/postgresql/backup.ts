/**
 * Copies of a PostgreSQL database that can be trusted: one has its final name only after it was read through. In pg_dump's own format
 * where that program is there, else as a file of SQLite's, which holds the same and is compared row by row. Either is put back.
 */
import { closeSync, copyFileSync, existsSync, openSync, readSync, renameSync } from "node:fs";
import path from "node:path";
import type { Client } from "pg";
import { openClient } from "@/lib/data/db/client";
import { engineOf } from "@/lib/data/db/engines";
import { withLongTransaction } from "@/lib/data/db/postgresql/long-transaction";
import type { Tx } from "@/lib/data/db/transaction";
import { readPostgresqlUrl } from "@/lib/postgresql-url";
import { continueKeys, copyTables } from "../copy-tables";
import { type Backup, finishBackup, prepareFolder, removeDatabase, stamp } from "../files";
import { migrationNames } from "../migration-names";
import { checkBackup } from "../sqlite/backup";
import { applyMigrations } from "../sqlite/migrations";
import { finish } from "../sqlite/prepare";
import { type ClientPrograms, clientPrograms, releaseOf } from "./client-programs";
import { dropOurs, makeAnew, postgresqlMigrations } from "./migrations";
import { hasTable, missingMigrations, otherTables, refuseWhileUsed, withClient, withPreparingLock } from "./state";

/** What a copy was found to hold. */
type Found = Omit<Backup, "file">;

/**
 * Copies a live database as it is at one moment, reads the copy through and gives it its final name, of which `now` is part. Of the
 * finished copies in the folder the newest `keep` stay, this one among them. `findPrograms` finds pg_dump.
 */
export async function backUpPostgresql(
  databaseUrl: string,
  folder: string,
  now: Date,
  keep = Number.POSITIVE_INFINITY,
  findPrograms = clientPrograms,
): Promise<Backup> {
  prepareFolder(folder);
  return withClient(databaseUrl, async (client) => {
    const programs = await findPrograms(client, databaseUrl);
    const file = path.join(folder, `footnote-${stamp(now)}.${programs === null ? "db" : "dump"}`);
    if (existsSync(file)) throw new Error(`${file} is there already: try again in a moment`);
    const part = `${file}.part`;
    try {
      const found = programs === null ? await copyToFile(databaseUrl, part) : await dump(client, programs, part);
      finishBackup(part, file, keep);
      return { file, ...found };
    } catch (error) {
      removeDatabase(part);
      throw error;
    }
  });
}

async function dump(client: Client, programs: ClientPrograms, part: string): Promise<Found> {
  await client.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
  const { rows } = await client.query(`SELECT pg_export_snapshot() AS "moment", current_schema() AS "schema"`);
  const { moment, schema } = rows[0] as { moment: string; schema: string };
  const found = await countIn(client);
  const what = [`--schema="${schema}"`, `--snapshot=${moment}`];
  await programs.run("pg_dump", ["--format=custom", ...what, ...PLAIN, `--file=${part}`]);
  await readThrough(programs, part);
  return found;
}

async function countIn(client: Client): Promise<Found> {
  const { rows } = await client.query(`SELECT (SELECT count(*)::integer FROM "Figure") AS "figures",
    (SELECT coalesce(max("id"), 0) FROM "Revision") AS "revision"`);
  return rows[0] as Found;
}

/** Copies a database as it is at one moment into a file of SQLite's, compares both and checks the file. */
async function copyToFile(databaseUrl: string, part: string): Promise<Found> {
  applyMigrations(part);
  await withFile(part, (target) =>
    withLongTransaction(databaseUrl, (source) =>
      copyTables(source, { client: target, engine: engineOf(`file:${part}`) }),
    ),
  );
  finish(part);
  return checkBackup(part);
}

async function withFile<Result>(file: string, work: (client: Tx) => Promise<Result>): Promise<Result> {
  const client = openClient(`file:${path.resolve(file)}`);
  try {
    return await work(client);
  } finally {
    await client.$disconnect();
  }
}

/**
 * Puts a copy in the place of what a database holds, which is copied beside it first; returns where, null where it held nothing. All of
 * it or nothing. Refuses, changing nothing, a copy that is not whole, not ours or newer than the code, a database that anybody has open,
 * and a schema with tables of another program. A copy of an older release is as it was: npm start migrates it.
 * `migrations` is the folder of the migrations.
 */
export async function restorePostgresql(
  backup: string,
  databaseUrl: string,
  now: Date,
  migrations: string = postgresqlMigrations,
): Promise<Backup & { readonly kept: string | null }> {
  if (!existsSync(backup)) throw new Error(`There is no backup at ${backup}: list the folder of your backups`);
  const { schema } = readPostgresqlUrl(databaseUrl);
  return withPreparingLock(databaseUrl, async (client) => {
    const programs = isSqlite(backup) ? null : await programsToRestore(client, databaseUrl);
    if (programs === null) checkBackup(backup);
    else await checkDump(programs, backup, schema, migrations);
    await missingMigrations(client, migrations);
    const [other] = await otherTables(client, migrations);
    if (other !== undefined)
      throw new Error(`The schema ${schema} has tables of another program (“${other}”): put them into another schema`);
    await refuseWhileUsed(client);
    const kept = (await hasTable(client, "Figure")) ? await keepBefore(databaseUrl, path.dirname(backup), now) : null;
    await refuseWhileUsed(client);
    const toScript = ["--file=-", `--schema=${schema}`, ...PLAIN, backup];
    await (programs === null
      ? putFile(databaseUrl, schema, backup)
      : programs.runScript(dropOurs(schema, migrations), "pg_restore", toScript)
    ).catch((error: Error) => {
      // Prisma says first what it was asked.
      throw new Error(`Nothing was restored: ${error.message.trim().split("\n").at(-1)}`, { cause: error });
    });
    return { file: backup, kept, ...(await countIn(client)) };
  });
}

async function programsToRestore(client: Client, databaseUrl: string): Promise<ClientPrograms> {
  const programs = await clientPrograms(client, databaseUrl);
  if (programs !== null) return programs;
  const release = await releaseOf(client);
  throw new Error(
    `pg_restore and psql ${release} were not found: install PostgreSQL's client programs (postgresql-client-${release})`,
  );
}

/** Puts what a file of SQLite's holds in the place of all tables, in one transaction, and compares both. */
async function putFile(databaseUrl: string, schema: string, backup: string): Promise<void> {
  // The backup itself stays as it is: an older one is migrated.
  const copy = `${backup}.part`;
  try {
    copyFileSync(backup, copy);
    applyMigrations(copy);
    await withFile(copy, (source) =>
      withLongTransaction(databaseUrl, async (target) => {
        await makeAnew((sql, values = []) => target.$executeRawUnsafe(sql, ...values), schema);
        await copyTables(source, { client: target, engine: engineOf(databaseUrl) });
        await continueKeys(target);
      }),
    );
  } finally {
    removeDatabase(copy);
  }
}

async function keepBefore(databaseUrl: string, folder: string, now: Date): Promise<string> {
  const { file } = await backUpPostgresql(databaseUrl, folder, now);
  const kept = path.join(folder, `before-restore-${path.basename(file)}`);
  renameSync(file, kept);
  return kept;
}

/** What it belongs to is the business of the server that it is put into. */
const PLAIN = ["--no-owner", "--no-privileges"];

/** Throws where a dump cannot be read to its end. */
async function readThrough(programs: ClientPrograms, dump: string): Promise<void> {
  await programs.run("pg_restore", ["--file=/dev/null", dump]).catch((error) => {
    throw new Error(`${dump} is not whole, or of a newer PostgreSQL: use another backup (${error.message})`);
  });
}

/** Reads all of a dump; throws where it is not whole, not ours, of another schema or newer than the code. */
async function checkDump(programs: ClientPrograms, dump: string, schema: string, migrations: string): Promise<void> {
  await readThrough(programs, dump);
  const contents = await programs.run("pg_restore", ["--list", dump]);
  const [, found] = / TABLE (\S+) _prisma_migrations /.exec(contents) ?? [];
  if (found === undefined) throw new Error(`${dump} is a dump of something else: name one that npm run backup made`);
  if (found !== schema)
    throw new Error(
      `The backup is of the schema ${found}, and the URL of the database names ${schema}: write schema=${found} there`,
    );
  const table = await programs.run("pg_restore", ["--data-only", "--table=_prisma_migrations", "--file=-", dump]);
  const applied = [...table.matchAll(/^[0-9a-f-]{36}\t[0-9a-f]+\t[^\t]*\t([^\t]+)\t/gm)].map(([, name]) => name ?? "");
  const known = migrationNames(migrations);
  const unknown = applied.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new Error(`The backup is newer than this code (it has “${unknown}”): update the code`);
}

function isSqlite(file: string): boolean {
  const head = Buffer.alloc(15);
  const descriptor = openSync(file, "r");
  try {
    readSync(descriptor, head);
  } finally {
    closeSync(descriptor);
  }
  return head.toString("latin1") === "SQLite format 3";
}
