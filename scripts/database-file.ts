/**
 * Brings a SQLite file to the newest migration and seeds it, so that a crash at any moment leaves either the old file or the
 * finished one: all work is done on a copy, which takes the place of the file by one rename.
 */
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { seed } from "../prisma/seed";
import { appliedMigrations, codeOf, explained, firstLine, migrationNames } from "./database-state";
import { applyMigrations } from "./schema-engine";

/** Migrates and seeds a file, making it if needed; says what was done. Throws an error of one line that names cause and cure. */
export async function prepareDatabase(file: string): Promise<string> {
  makeFolder(path.dirname(file));
  const unlock = lock(`${file}.lock`);
  try {
    return await prepareLocked(file);
  } catch (error) {
    throw explained(error, file);
  } finally {
    unlock();
  }
}

async function prepareLocked(file: string): Promise<string> {
  const next = `${file}.next`;
  removeDatabase(next);
  const applied = existsSync(file) ? appliedMigrations(file) : [];
  const known = migrationNames();
  const unknown = applied.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new Error(
      `The database is newer than this code (it has “${unknown}”): update the code, or set DATABASE_URL to another file`,
    );
  }
  const isCurrent = existsSync(file) && applied.length === known.length;
  if (isCurrent) {
    const { created, unchanged } = await seed(`file:${file}`);
    return unchanged ? "up to date" : `seeded ${created} figures`;
  }

  if (existsSync(file)) copyInto(file, next);
  let done: readonly string[];
  try {
    done = await applyMigrations(next);
  } catch (error) {
    removeDatabase(next);
    throw new Error(`A migration failed, and the database is as it was: ${firstLine(error)}`);
  }
  const { created } = await seed(`file:${next}`);
  close(next);
  if (existsSync(file)) {
    closeCopyOf(file);
    copyFileSync(file, `${file}.before-${done.at(-1)}`);
  }
  for (const side of ["-wal", "-shm"]) rmSync(file + side, { force: true });
  renameSync(next, file);
  sync(path.dirname(file));
  return `${applied.length === 0 ? "made" : `migrated (${done.join(", ")})`}, seeded ${created} figures`;
}

/** Copies a live database whole, with what its write-ahead log holds. */
function copyInto(file: string, copy: string): void {
  const database = new Database(file, { timeout: 250 });
  try {
    database.prepare("VACUUM INTO ?").run(copy);
  } finally {
    database.close();
  }
}

/** Checks a finished copy, folds its log into the file and puts it on the disk. */
function close(file: string): void {
  const database = new Database(file);
  try {
    const integrity = database.pragma("integrity_check", { simple: true });
    const orphans = database.pragma("foreign_key_check") as unknown[];
    if (integrity !== "ok" || orphans.length > 0) throw new Error("The new database is not whole; nothing was changed");
    database.pragma("wal_checkpoint(TRUNCATE)");
    database.pragma("journal_mode = DELETE");
  } finally {
    database.close();
  }
  sync(file);
}

/** Folds the log of the old file into it, so that it can be kept or replaced as one file. */
function closeCopyOf(file: string): void {
  const database = new Database(file, { timeout: 250 });
  try {
    database.pragma("wal_checkpoint(TRUNCATE)");
  } finally {
    database.close();
  }
}

/** Puts a file or the entries of a folder on the disk. */
export function sync(fileOrFolder: string): void {
  const descriptor = openSync(fileOrFolder, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Removes a database file with what stands beside it. */
export function removeDatabase(file: string): void {
  for (const side of ["", "-wal", "-shm", "-journal"]) rmSync(file + side, { force: true });
}

function makeFolder(folder: string): void {
  const isThere = () => existsSync(folder) && statSync(folder).isDirectory();
  if (isThere()) return;
  // One at a time: asked for all at once, Node tries for ever where the system makes no folders, as in /proc.
  makeFolder(path.dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another start may have made it meanwhile.
    if (isThere()) return;
    throw new Error(`The folder ${folder} of DATABASE_URL cannot be made (${codeOf(error)}): choose another in .env`);
  }
}

/** Takes a lock file with this process's number; a lock whose process is gone is taken over. Returns what releases it. */
export function lock(file: string): () => void {
  // Written under another name first, so that a lock never lacks its number.
  const own = `${file}.${process.pid}`;
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(own, String(process.pid));
      linkSync(own, file);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (codeOf(error) !== "EEXIST") {
        throw new Error(
          `The folder of DATABASE_URL cannot be written (${codeOf(error)}): give this user write access to ${path.dirname(file)}`,
        );
      }
      const holder = Number(readFileSync(file, "utf8"));
      if (isRunning(holder))
        throw new Error(`Another start (process ${holder}) is preparing the database: wait for it`);
      rmSync(file, { force: true });
    } finally {
      rmSync(own, { force: true });
    }
  }
  throw new Error(`The lock ${file} cannot be taken: remove it if no other start is running`);
}

function isRunning(processId: number): boolean {
  if (!Number.isInteger(processId) || processId <= 0 || processId === process.pid) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}
