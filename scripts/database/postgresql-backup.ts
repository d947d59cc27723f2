/** Copies of a PostgreSQL database that can be trusted, in pg_dump's own format: one has its final name only after it was read through. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import type { Client } from "pg";
import { isPooled } from "@/lib/postgresql-client";
import { type Backup, stamp } from "./backup-file";
import { keepPrivate, removeOldest, sync } from "./database-file";
import { migrationNames } from "./database-state";
import { postgresqlFolder } from "./postgresql-programs.mjs";
import { postgresqlMigrations, refuseWhileUsed, withClient, withPreparingLock } from "./postgresql-state";

const NAME = /^footnote-.*\.dump$/;

/**
 * Dumps a live database as it is at one moment, reads the dump through and gives it its final name, of which `now` is part. Of the
 * finished dumps in the folder the newest `keep` stay, this one among them.
 */
export async function backUpPostgresql(
  databaseUrl: string,
  folder: string,
  now: Date,
  keep = Number.POSITIVE_INFINITY,
): Promise<Backup> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder))
    if (/\.dump\.part$/.test(name)) rmSync(path.join(folder, name), { force: true });
  const file = path.join(folder, `footnote-${stamp(now)}.dump`);
  const part = `${file}.part`;
  try {
    return await withClient(databaseUrl, async (client) => {
      await client.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
      const { rows } = await client.query(`SELECT pg_export_snapshot() AS "moment",
        (SELECT count(*)::integer FROM "Figure") AS "figures", (SELECT coalesce(max("id"), 0) FROM "Revision") AS "revision"`);
      const { moment, figures, revision } = rows[0] as { moment: string; figures: number; revision: number };
      await run(client, "pg_dump", [
        "--format=custom",
        "--schema=public",
        `--snapshot=${moment}`,
        ...PLAIN,
        `--file=${part}`,
      ]);
      await readThrough(client, part);
      keepPrivate(part);
      sync(part);
      renameSync(part, file);
      sync(folder);
      removeOldest(folder, (name) => NAME.test(name), keep);
      return { file, figures, revision };
    });
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/**
 * Puts a dump in the place of what a database holds, which is dumped beside it first; returns where, null where it held nothing. Refuses,
 * changing nothing, a dump that is not whole, not ours or newer than the code, and a database that anybody else has open.
 */
export async function restorePostgresql(
  dump: string,
  databaseUrl: string,
  now: Date,
): Promise<Backup & { readonly kept: string | null }> {
  if (!existsSync(dump)) throw new Error(`There is no backup at ${dump}: list the folder of your backups`);
  return withPreparingLock(databaseUrl, async (client) => {
    const applied = await migrationsIn(client, dump);
    const known = migrationNames(postgresqlMigrations);
    const unknown = applied.find((name) => !known.includes(name));
    if (unknown !== undefined)
      throw new Error(`The backup is newer than this code (it has “${unknown}”): update the code`);
    if (applied.length === 0) throw new Error(`${dump} is a dump of something else: name one that npm run backup made`);
    await refuseWhileUsed(client);
    const { rows: found } = await client.query(`SELECT to_regclass('"Figure"') IS NOT NULL AS "isThere"`);
    const kept = found[0].isThere ? await keepBefore(databaseUrl, path.dirname(dump), now) : null;
    await refuseWhileUsed(client);
    await run(client, "pg_restore", [
      "--clean",
      "--if-exists",
      "--single-transaction",
      ...PLAIN,
      `--dbname=${client.database}`,
      dump,
    ]);
    const { rows } = await client.query(`SELECT (SELECT count(*)::integer FROM "Figure") AS "figures",
      (SELECT coalesce(max("id"), 0) FROM "Revision") AS "revision"`);
    return { file: dump, kept, ...(rows[0] as { figures: number; revision: number }) };
  });
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
async function readThrough(client: Client, dump: string): Promise<void> {
  await run(client, "pg_restore", ["--file=/dev/null", dump]).catch((error) => {
    throw new Error(`${dump} is not whole, or of a newer PostgreSQL: use another backup (${error.message})`);
  });
}

/** Names of the migrations that a dump has; reads all of it. */
async function migrationsIn(client: Client, dump: string): Promise<readonly string[]> {
  await readThrough(client, dump);
  const table = await run(client, "pg_restore", ["--data-only", "--table=_prisma_migrations", "--file=-", dump]);
  return [...table.matchAll(/^[0-9a-f-]{36}\t[0-9a-f]+\t[^\t]*\t([^\t]+)\t/gm)].map(([, name]) => name ?? "");
}

/**
 * Runs a program of PostgreSQL's on the database of a client; answers what it prints. Of the release of the server, where that is
 * installed: what newer ones write, an older server does not always read. The password is not seen in the list of processes.
 */
async function run(client: Client, program: string, args: readonly string[]): Promise<string> {
  // These programs change settings of a connection that a pooler then gives to the site.
  if (await isPooled(client)) {
    throw new Error("A pooler such as PgBouncer is between: set DATABASE_DIRECT_URL to the database itself");
  }
  const { rows } = await client.query(`SELECT current_setting('server_version_num')::integer / 10000 AS "release"`);
  const { release } = rows[0] as { release: number };
  const folder = postgresqlFolder(program, release);
  if (folder === null) {
    throw new Error(`${program} was not found: install PostgreSQL's client programs (postgresql-client-${release})`);
  }
  const { host, port, user, password, database } = client;
  const sslmode = client.ssl ? { PGSSLMODE: "require" } : {};
  const child = spawn(path.join(folder, program), args, {
    env: {
      ...process.env,
      ...{ PGHOST: host, PGPORT: `${port}`, PGUSER: user, PGDATABASE: database, ...sslmode },
      ...(typeof password === "string" ? { PGPASSWORD: password } : {}),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [printed, complaint] = ["", ""];
  child.stdout.on("data", (chunk) => {
    printed += chunk;
  });
  child.stderr.on("data", (chunk) => {
    complaint += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve(printed) : reject(new Error(`${program} failed: ${complaint.trim().split("\n")[0]}`)),
    );
  });
}
