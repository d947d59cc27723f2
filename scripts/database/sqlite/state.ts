/** What a database file is found to be, without changing it, and what is wrong with it in words for people. */
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { codeOf, firstLine } from "../errors";
import { BROKEN_OFF, migrationNames, UNFINISHED } from "../migration-names";

export const sqliteMigrations = path.resolve(import.meta.dirname, "../../../prisma/migrations");

/** Names of the finished migrations in a file, oldest first. Throws where a move into it was broken off. */
export function appliedMigrations(file: string): readonly string[] {
  const database = new Database(file, { timeout: 250 });
  try {
    const isThere = database.prepare("SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'").get();
    if (!isThere) {
      const others = database.prepare("SELECT count(*) AS n FROM sqlite_master").get() as { n: number };
      if (others.n > 0) throw new Error("The database has other tables: set DATABASE_URL to a file of its own");
      return [];
    }
    const isUnfinished = database.prepare("SELECT 1 FROM sqlite_master WHERE name = ?").get(UNFINISHED) !== undefined;
    if (isUnfinished) throw new Error(BROKEN_OFF);
    const sql = "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY name";
    return (database.prepare(sql).all() as { name: string }[]).map(({ name }) => name);
  } finally {
    database.close();
  }
}

/** Whether all of an open database is whole, and every reference in it leads somewhere. Reads all of it. */
export function isIntact(database: Database.Database): boolean {
  const orphans = database.pragma("foreign_key_check") as unknown[];
  return database.pragma("integrity_check", { simple: true }) === "ok" && orphans.length === 0;
}

/** Throws where a file is damaged, naming the newest backup beside it: what a damaged file says may be wrong, and a save may spoil more. */
export function checkWhole(file: string): void {
  check(file, () => ["1"]);
}

/** Bytes of a file up to which it is read through before it is served: a second or so. The rest of a larger one is read beside that. */
const READ_AT_START = 256 * 1024 * 1024;
/** Tables that grow with the figures. */
const GROWING = ["Figure", "Citation", "Revision"];

/** Throws where what may be read before a file is served is damaged: all of it, or all tables that stay small. */
function checkAtStart(file: string): void {
  if (!isCheckedBeside(file)) {
    checkWhole(file);
    return;
  }
  check(file, (database) =>
    database
      .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN (${GROWING.map(() => "?")})`)
      .pluck()
      .all(...GROWING)
      .map((name) => `'${String(name).replaceAll("'", "''")}'`),
  );
}

/** Whether a file is read through while it is served (check-beside.ts): it is large, and was not found damaged in that way before. */
export function isCheckedBeside(file: string): boolean {
  // One that was moved away meanwhile is said by whoever saves to it, and by /api/health.
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return size > READ_AT_START && !existsSync(markOf(file));
}

/** Reads a file through; notes beside it whether it is damaged, so that the next start need not find that out again. Throws where it is. */
export function checkAndMark(file: string): void {
  try {
    checkWhole(file);
    rmSync(markOf(file), { force: true });
  } catch (error) {
    writeFileSync(markOf(file), "");
    throw error;
  }
}

const markOf = (file: string) => `${file}.damaged`;

/** Throws where one of the checks, each the argument of SQLite's own, finds something. */
function check(file: string, partsOf: (database: Database.Database) => readonly string[]): void {
  let found: unknown = "ok";
  const database = new Database(file, { timeout: 250 });
  try {
    for (const part of partsOf(database)) {
      found = database.pragma(`quick_check(${part})`, { simple: true });
      if (found !== "ok") break;
    }
  } catch (error) {
    if (!codeOf(error)?.startsWith("SQLITE_CORRUPT")) throw error;
    found = firstLine(error);
  } finally {
    database.close();
  }
  // SQLite heads what it found with the name of the database, in a line of its own.
  if (found !== "ok") throw new Error(damaged(file, firstLine(String(found).replace(/^\*{3} .*\n/, ""))));
}

function damaged(file: string, found: string): string {
  const folder = path.join(path.dirname(file), "backups");
  const backups = existsSync(folder) ? readdirSync(folder).filter((name) => /^footnote-.*\.db$/.test(name)) : [];
  const newest = backups.sort().at(-1);
  const backup = newest === undefined ? "YOUR-BACKUP.db" : path.relative(process.cwd(), path.join(folder, newest));
  const none = newest === undefined ? ` (there is none in ${folder})` : "";
  return `The database ${file} is damaged (${found}), so it is not used: put a backup in its place with npm run restore -- ${backup}${none}`;
}

/** Opens a file as the site will; throws an error of one line when it is not there, cannot be used, or is not of this code. */
export function checkSqlite(file: string): void {
  if (!existsSync(file)) throw new Error(`There is no database at ${file}: npm start makes one`);
  let applied: readonly string[];
  try {
    if (existsSync(markOf(file))) checkAndMark(file);
    else checkAtStart(file);
    applied = appliedMigrations(file);
  } catch (error) {
    throw explained(error, file);
  }
  const known = migrationNames(sqliteMigrations);
  if (applied.join() !== known.join()) {
    throw new Error(`The database ${file} is not that of this code: npm start brings it up to date`);
  }
}

/** What went wrong, for people: the cause and the cure in one line. */
export function explained(error: unknown, file: string): Error {
  const code = codeOf(error) ?? "";
  const text = firstLine(error);
  if (existsSync(file) && statSync(file).isDirectory()) {
    return new Error(`DATABASE_URL names a folder (${file}): set it to a file in .env`);
  }
  if (code === "SQLITE_NOTADB" || /not a database/.test(text)) {
    return new Error(
      `DATABASE_URL names a file that is not a SQLite database (${file}): set it to another file in .env`,
    );
  }
  if (code.startsWith("SQLITE_FULL") || code === "ENOSPC" || /disk is full|no space/i.test(text)) {
    return new Error(`The disk is full: free some space for ${path.dirname(file)}; nothing was changed`);
  }
  if (code.startsWith("SQLITE_READONLY") || code === "EROFS" || code === "EACCES" || /readonly|read-only/.test(text)) {
    return new Error(`The database cannot be written: give this user write access to ${file} and its folder`);
  }
  if (code.startsWith("SQLITE_CORRUPT")) return new Error(damaged(file, text));
  if (code.startsWith("SQLITE_CANTOPEN")) {
    return new Error(`The database cannot be opened: give this user access to ${file} and its folder`);
  }
  return error instanceof Error ? error : new Error(String(error));
}
