/** Copies of the database that can be trusted: a copy has its final name only after it was opened, checked and put on the disk. */
import { copyFileSync, existsSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { codeOf } from "../errors";
import { type Backup, finishBackup, prepareFolder, removeDatabase, stamp, sync } from "../files";
import { migrationNames } from "../migration-names";
import { openAlone, takePreparingLock, takeServingLock } from "./locks";
import { putInPlace } from "./prepare";
import { appliedMigrations, checkWhole, explained, isIntact, sqliteMigrations } from "./state";

/**
 * Copies a live database with VACUUM INTO (never file by file: that may miss what is in the log, and breaks locks), checks the
 * copy and gives it its final name. What an earlier, killed run left unfinished is removed first. `now` is part of the name.
 * Of the finished copies in the folder the newest `keep` stay, this one among them.
 */
export function backUpSqlite(database: string, folder: string, now: Date, keep = Number.POSITIVE_INFINITY): Backup {
  try {
    if (!existsSync(database)) throw new Error(`There is no database at ${database}: run npm start first`);
    prepareFolder(folder);
    const file = path.join(folder, `footnote-${stamp(now)}.db`);
    if (existsSync(file)) throw new Error(`${file} is there already: try again in a moment`);
    const part = `${file}.part`;
    const live = new Database(database, { timeout: 2000, readonly: true });
    try {
      live.prepare("VACUUM INTO ?").run(part);
    } finally {
      live.close();
    }
    const found = check(part);
    finishBackup(part, file, keep);
    return { file, ...found };
  } catch (error) {
    throw explained(error, database);
  }
}

/**
 * Puts a backup in the place of the database, which is kept beside it; returns where. Refuses, changing nothing, a backup that
 * is not whole or newer than the code, and a database that a running site has open (its saves would go to the file replaced).
 */
export function restoreSqlite(backup: string, database: string, now: Date): Backup & { readonly kept: string | null } {
  const unlock = takePreparingLock(database);
  const unserve = takeServingLock(database);
  const next = `${database}.next`;
  let old: Database.Database | null = null;
  try {
    if (!existsSync(backup)) throw new Error(`There is no backup at ${backup}: list the folder of your backups`);
    const found = checkBackup(backup);
    removeDatabase(next);
    copyFileSync(backup, next);
    sync(next);
    const kept = existsSync(database) ? `${database}.before-restore-${stamp(now)}` : null;
    old = kept === null ? null : openWhole(database);
    putInPlace(next, database, kept === null ? null : { database: old, name: kept });
    return { file: database, kept, ...found };
  } catch (error) {
    removeDatabase(next);
    throw explained(error, backup);
  } finally {
    old?.close();
    unserve();
    unlock();
  }
}

/** Opens a database alone; null where it is too damaged for that, which is what backups are for. */
function openWhole(file: string): Database.Database | null {
  try {
    checkWhole(file);
  } catch {
    return null;
  }
  return openAlone(file);
}

/** As check, for a file that somebody names: one that SQLite cannot even read is not whole. */
export function checkBackup(file: string): ReturnType<typeof check> {
  try {
    return check(file);
  } catch (error) {
    throw codeOf(error)?.startsWith("SQLITE_CORRUPT") ? new Error(`${file} is not whole: use another backup`) : error;
  }
}

/** Opens a copy and checks all of it; throws when it is not whole, or not of this program, or newer than it. */
function check(file: string): { readonly figures: number; readonly revision: number } {
  const known = migrationNames(sqliteMigrations);
  const unknown = appliedMigrations(file).find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new Error(`The backup is newer than this code (it has “${unknown}”): update the code`);
  const copy = new Database(file, { readonly: true });
  try {
    if (!isIntact(copy)) throw new Error(`${file} is not whole: use another backup`);
    const { figures } = copy.prepare("SELECT count(*) AS figures FROM Figure").get() as { figures: number };
    const { revision } = copy.prepare("SELECT coalesce(max(id), 0) AS revision FROM Revision").get() as {
      revision: number;
    };
    return { figures, revision };
  } finally {
    copy.close();
  }
}
