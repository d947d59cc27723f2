/**
 * Brings a SQLite file to the newest migration and seeds it, so that a crash at any moment leaves either the old file or the
 * finished one: all work is done on a copy, which takes the place of the file by one rename. Nobody else has the file open
 * meanwhile: what another process saved then would go to the file that was replaced.
 */
import { existsSync, linkSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { seed } from "@/prisma/seed";
import { codeOf, firstLine } from "../errors";
import { keepPrivate, removeDatabase, removeOldest, sync } from "../files";
import { migrationNames } from "../migration-names";
import { openAlone, takePreparingLock } from "./locks";
import { applyMigrations } from "./migrations";
import { appliedMigrations, checkWhole, explained, isIntact, sqliteMigrations } from "./state";

/** Files from before a migration or a restore that are kept, newest first. */
const KEPT_BEFORE = 3;

/**
 * Migrates and seeds a file, making it if needed; says what was done. Throws an error of one line that names cause and cure, and has
 * then changed nothing. `migrations` is the folder of the migrations.
 */
export async function prepareSqlite(file: string, migrations: string = sqliteMigrations): Promise<string> {
  try {
    makeFolder(path.dirname(file));
    const unlock = takePreparingLock(file);
    try {
      return await prepareLocked(file, migrations);
    } finally {
      unlock();
    }
  } catch (error) {
    throw explained(error, file);
  }
}

function migrate(copy: string, migrations: string): readonly string[] {
  try {
    return applyMigrations(copy, migrations);
  } catch (error) {
    throw new Error(`A migration failed, and the database is as it was: ${firstLine(error)}`);
  }
}

async function prepareLocked(file: string, migrations: string): Promise<string> {
  const next = `${file}.next`;
  removeDatabase(next);
  const isThere = existsSync(file);
  const applied = isThere ? appliedMigrations(file) : [];
  const known = migrationNames(migrations);
  const unknown = applied.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new Error(
      `The database is newer than this code (it has “${unknown}”): update the code, or set DATABASE_URL to another file`,
    );
  }
  if (isThere) keepPrivate(file);
  if (isThere && applied.length === known.length) {
    const { created, unchanged } = await seed(`file:${file}`);
    return unchanged ? "up to date" : `seeded ${created} figures`;
  }

  // Before it is served it is checked in any case (server/serve.ts).
  if (isThere) checkWhole(file);
  const old = isThere ? openAlone(file) : null;
  try {
    old?.prepare("VACUUM INTO ?").run(next);
    const done = migrate(next, migrations);
    const { created } = await seed(`file:${next}`);
    finish(next);
    putInPlace(next, file, old === null ? null : { database: old, name: `${file}.before-${done.at(-1)}` });
    return `${applied.length === 0 ? "made" : `migrated (${done.join(", ")})`}, seeded ${created} figures`;
  } catch (error) {
    removeDatabase(next);
    throw error;
  } finally {
    old?.close();
  }
}

/**
 * Renames a finished database into its place. What stood there is given as its only connection (openAlone; null where it is damaged)
 * and the name under which it is kept; older ones that were kept so are removed but for a few.
 */
export function putInPlace(
  next: string,
  file: string,
  old: { readonly database: Database.Database | null; readonly name: string } | null,
): void {
  keepPrivate(next);
  if (old !== null) {
    // Folds its log into the file, which then is all of it.
    old.database?.pragma("journal_mode = DELETE");
    removeDatabase(old.name);
    // A second name and no copy: a file that this process opens and closes by itself would lose the lock.
    linkSync(file, old.name);
  }
  // The log of a damaged file may be all that is right in it.
  if (old?.database === null && existsSync(`${file}-wal`)) renameSync(`${file}-wal`, `${old.name}-wal`);
  for (const side of ["-wal", "-shm"]) rmSync(file + side, { force: true });
  renameSync(next, file);
  sync(path.dirname(file));
  const before = `${path.basename(file)}.before-`;
  removeOldest(path.dirname(file), (name) => name.startsWith(before) && !/-(?:wal|shm)$/.test(name), KEPT_BEFORE);
}

/** Checks a finished copy, folds its log into the file and puts it on the disk. */
export function finish(file: string): void {
  const database = new Database(file);
  try {
    if (!isIntact(database)) throw new Error("The new database is not whole; nothing was changed");
    database.pragma("wal_checkpoint(TRUNCATE)");
    database.pragma("journal_mode = DELETE");
  } finally {
    database.close();
  }
  sync(file);
}

function makeFolder(folder: string): void {
  const isThere = () => existsSync(folder) && statSync(folder).isDirectory();
  if (isThere()) return;
  // One at a time: asked for all at once, Node tries for ever where the system makes no folders, as in /proc.
  makeFolder(path.dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another start may have made it meanwhile.
    if (isThere()) return;
    throw new Error(`The folder ${folder} of DATABASE_URL cannot be made (${codeOf(error)}): choose another in .env`);
  }
}
