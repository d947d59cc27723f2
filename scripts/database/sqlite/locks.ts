/** Locks of SQLite, which the system takes back when the process that holds one ends, however it ends. */
import Database from "better-sqlite3";
import { codeOf } from "../errors";
import { explained } from "./state";

/** The locks of this process: a connection that nothing refers to is closed, and its lock given back. */
const held = new Set<Database.Database>();

/** How long a database is asked for before it counts as in use, in milliseconds. */
const PATIENCE_MS = 250;

/**
 * Takes the lock that a file stands for, making the file if needed; what is returned gives it back. Throws `taken` while another
 * process has it. The file stays, empty: were it removed, two processes could hold locks of one name.
 */
export function takeLock(file: string, taken: string): () => void {
  const lock = openHolding(file, 0, taken, "BEGIN EXCLUSIVE");
  held.add(lock);
  return () => {
    held.delete(lock);
    lock.close();
  };
}

/** Taken by the one site that serves a database, for as long as it runs. Throws where another one serves it. */
export function takeServingLock(database: string): () => void {
  return takeLock(
    `${database}.serving`,
    `Another site serves ${database}: stop it, or set DATABASE_URL to another file. One file is served by one site`,
  );
}

/** Taken while a database is made, migrated or replaced. Throws while another process is at it. */
export function takePreparingLock(database: string): () => void {
  return takeLock(`${database}.preparing`, "Another start or restore is preparing the database: wait for it");
}

/**
 * Opens a database and keeps everybody else out until it is closed: SQLite gives that to nobody while another process has the file
 * open. Throws where a site or a command has.
 */
export function openAlone(file: string): Database.Database {
  const inUse = "The database is in use by a running site or command: stop it, then try again. Nothing was changed";
  return openHolding(file, PATIENCE_MS, inUse, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT");
}

function openHolding(file: string, timeout: number, taken: string, sql: string): Database.Database {
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { timeout });
    return database.exec(sql);
  } catch (error) {
    database?.close();
    throw codeOf(error)?.startsWith("SQLITE_BUSY") ? new Error(taken) : explained(error, file);
  }
}
