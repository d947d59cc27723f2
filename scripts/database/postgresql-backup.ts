/** Copies of a PostgreSQL database that can be trusted, in pg_dump's own format: one has its final name only after it was read through. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { type Backup, stamp } from "./backup-file";
import { keepPrivate, removeOldest, sync } from "./database-file";
import { migrationNames } from "./database-state";
import { postgresqlFolder } from "./postgresql-programs.mjs";
import { explained, postgresqlMigrations } from "./postgresql-state";

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
  const client = new Client({ connectionString: databaseUrl });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const { rows } = await client.query(`SELECT pg_export_snapshot() AS "moment",
      (SELECT count(*)::integer FROM "Figure") AS "figures", (SELECT coalesce(max("id"), 0) FROM "Revision") AS "revision"`);
    const { moment, figures, revision } = rows[0] as { moment: string; figures: number; revision: number };
    await run(databaseUrl, "pg_dump", ["--format=custom", `--snapshot=${moment}`, ...PLAIN, `--file=${part}`]);
    await readThrough(part);
    keepPrivate(part);
    sync(part);
    renameSync(part, file);
    sync(folder);
    removeOldest(folder, (name) => NAME.test(name), keep);
    return { file, figures, revision };
  } catch (error) {
    rmSync(part, { force: true });
    throw explained(error, databaseUrl);
  } finally {
    await client.end();
  }
}

/**
 * Puts a dump in the place of what a database holds, which is dumped beside it first; returns where. Refuses, changing nothing, a dump
 * that is not whole or newer than the code, and a database that a site or command has open.
 */
export async function restorePostgresql(
  dump: string,
  databaseUrl: string,
  now: Date,
): Promise<Backup & { readonly kept: string }> {
  if (!existsSync(dump)) throw new Error(`There is no backup at ${dump}: list the folder of your backups`);
  const applied = await migrationsIn(dump);
  const known = migrationNames(postgresqlMigrations);
  const unknown = applied.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new Error(`The backup is newer than this code (it has “${unknown}”): update the code`);
  await refuseWhileUsed(databaseUrl);
  const { file: before } = await backUpPostgresql(databaseUrl, path.dirname(dump), now);
  const kept = path.join(path.dirname(before), `before-restore-${path.basename(before)}`);
  renameSync(before, kept);
  await run(databaseUrl, "pg_restore", ["--clean", "--if-exists", "--single-transaction", ...PLAIN, dump], "--dbname");
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query(`SELECT (SELECT count(*)::integer FROM "Figure") AS "figures",
      (SELECT coalesce(max("id"), 0) FROM "Revision") AS "revision"`);
    return { file: dump, kept, ...(rows[0] as { figures: number; revision: number }) };
  } finally {
    await client.end();
  }
}

/** What it belongs to is the business of the server that it is put into. */
const PLAIN = ["--no-owner", "--no-privileges"];

/** Throws where a site or command of ours has a database open. */
export async function refuseWhileUsed(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  try {
    await client.connect();
    const { rows } = await client.query(`SELECT count(*)::integer AS "others" FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE 'footnote%'`);
    if ((rows[0] as { others: number }).others === 0) return;
  } catch (error) {
    throw explained(error, databaseUrl);
  } finally {
    await client.end();
  }
  throw new Error("The database is in use by a running site or command: stop it, then try again. Nothing was changed");
}

/** Throws where a dump cannot be read to its end. */
async function readThrough(dump: string): Promise<void> {
  await run(null, "pg_restore", ["--file=/dev/null", dump]).catch(() => {
    throw new Error(`${dump} is not whole: use another backup`);
  });
}

/** Names of the migrations that a dump has; reads all of it. */
async function migrationsIn(dump: string): Promise<readonly string[]> {
  await readThrough(dump);
  const table = await run(null, "pg_restore", ["--data-only", "--table=_prisma_migrations", "--file=-", dump]);
  return [...table.matchAll(/^[0-9a-f-]{36}\t[0-9a-f]+\t[^\t]*\t([^\t]+)\t/gm)].map(([, name]) => name ?? "");
}

/** Runs a program of PostgreSQL's; answers what it prints. The password of the URL is not seen in the list of processes. */
function run(databaseUrl: string | null, program: string, args: readonly string[], flag = "--dbname"): Promise<string> {
  const folder = postgresqlFolder(program);
  if (folder === null) {
    throw new Error(`${program} was not found: install PostgreSQL's client programs (postgresql-client)`);
  }
  const url = databaseUrl === null ? null : new URL(databaseUrl);
  const password = decodeURIComponent(url?.password ?? "");
  if (url !== null) url.password = "";
  const child = spawn(path.join(folder, program), [...args, ...(url === null ? [] : [`${flag}=${url}`])], {
    env: { ...process.env, ...(password === "" ? {} : { PGPASSWORD: password }) },
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
