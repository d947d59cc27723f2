/** Files of databases and of their backups, whatever their kind. */
import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import path from "node:path";

/** A finished copy: its path, and what it was found to hold. */
export interface Backup {
  readonly file: string;
  readonly figures: number;
  /** Number of the last change it has. */
  readonly revision: number;
}

/** Whether a file is a finished backup by its name: a file of SQLite's, or a dump of PostgreSQL's. */
export const isBackup = (name: string): boolean => /^footnote-.*\.(?:db|dump)$/.test(name);

const UNFINISHED = /\.part(?:-wal|-shm|-journal)?$/;

/** Makes a folder for backups where there is none, and removes what an earlier, killed run left unfinished in it. */
export function prepareFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) if (UNFINISHED.test(name)) rmSync(path.join(folder, name), { force: true });
}

/** Puts a checked copy on the disk and gives it its final name. Of the backups in its folder the newest `keep` stay, this one among them. */
export function finishBackup(part: string, file: string, keep: number): void {
  keepPrivate(part);
  sync(part);
  renameSync(part, file);
  sync(path.dirname(file));
  removeOldest(path.dirname(file), isBackup, keep);
}

/** Makes a database readable by its owner only, and what stands beside it: it has hashes of passwords and sessions. */
export function keepPrivate(file: string): void {
  for (const side of ["", "-wal", "-shm"]) {
    try {
      if ((statSync(file + side).mode & 0o077) !== 0) chmodSync(file + side, 0o600);
    } catch {
      // Not there, or somebody else's file, which this user may use and not change.
    }
  }
}

/** Removes the databases of a folder that are of one kind by their names, but for the `keep` that were changed last. */
export function removeOldest(folder: string, isOne: (name: string) => boolean, keep: number): void {
  const changed = (name: string) => statSync(path.join(folder, name)).mtimeMs;
  const newestFirst = readdirSync(folder)
    .filter(isOne)
    .sort((a, b) => changed(b) - changed(a));
  for (const name of newestFirst.slice(keep)) removeDatabase(path.join(folder, name));
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

/** 2026-11-24T22:38:17.123Z as 20261124-223817-123. */
export function stamp(now: Date): string {
  return now.toISOString().replace(/[-:]/g, "").replace(/[T.]/g, "-").replace("Z", "");
}
