import "server-only";
import { statSync } from "node:fs";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { keepStatements } from "@/lib/data/db/sqlite/statement-cache";

type Connection = Awaited<ReturnType<PrismaBetterSqlite3["connect"]>>;
type Transaction = Awaited<ReturnType<Connection["startTransaction"]>>;
type Query = Parameters<Connection["queryRaw"]>[0];

/** How long SQLite itself waits for another process, in milliseconds: the whole process stands still meanwhile. */
const BLOCKING_WAIT_MS = 50;
/** How long a write waits for another process before it is refused as busy, in milliseconds: longer than an import holds the database; others go on meanwhile. */
const PATIENCE_MS = 10_000;

/** Settings of every connection and the value each must report: durable commits, enforced references, short waits. */
const PRAGMAS = [
  ["busy_timeout", BLOCKING_WAIT_MS, `${BLOCKING_WAIT_MS}`],
  ["synchronous", "FULL", "2"],
  ["foreign_keys", "ON", "1"],
] as const;
const WRITER_PRAGMAS = [...PRAGMAS, ["journal_mode", "WAL", "wal"]] as const;
/** The same for what only reads. */
export const READER_PRAGMAS = [...PRAGMAS, ["query_only", "ON", "1"]] as const;

/**
 * Prisma's SQLite adapter with two connections: one writes, one reads. What is not committed is seen by nobody else, a read
 * never waits for a write, and a write outside a transaction never falls into somebody else's. Every transaction takes the
 * write lock when it begins (BEGIN IMMEDIATE), so that no read in it can be outdated when it writes. Refuses to connect where
 * the settings do not hold, and to write where the file no longer stands under its name.
 */
export class DurableSqlite extends PrismaBetterSqlite3 {
  readonly #file: string;
  #opened: string | null = null;

  constructor(file: string) {
    super({ url: `file:${file}` });
    this.#file = file;
  }

  /** Whether the file that was opened still stands under its name; true before any is. */
  fileStands(): boolean {
    return this.#opened === null || this.#opened === identityOf(this.#file);
  }

  override async connect(): Promise<Connection> {
    const before = identityOf(this.#file);
    const writer = await super.connect();
    this.#opened = identityOf(this.#file);
    if (before !== null && before !== this.#opened) throw moved();
    await set(writer, WRITER_PRAGMAS);
    keepStatements(writer);
    return new TwoConnections(writer, await openReader(this.#file), () => this.fileStands());
  }
}

/** A connection that only reads, by itself. The caller disposes of it. */
async function openReader(file: string): Promise<Connection> {
  const reader = await new PrismaBetterSqlite3({ url: `file:${file}`, readonly: true }).connect();
  await set(reader, READER_PRAGMAS);
  keepStatements(reader);
  return reader;
}

/** What tells a file from every other one on this machine; null where there is none of that name. */
function identityOf(file: string): string | null {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? null : `${found.dev}:${found.ino}`;
}

/** What is written to a file that was removed or replaced is lost. The code is SQLite's own for that. */
function moved(): Error {
  return new Error("The database file was moved, removed or replaced", {
    cause: { originalCode: "SQLITE_READONLY_DBMOVED" },
  });
}

async function set(connection: Connection, pragmas: readonly (readonly [string, string | number, string])[]) {
  for (const [name, value, expected] of pragmas) {
    await patiently(() => connection.executeScript(`PRAGMA ${name} = ${value}`));
    const { rows } = await connection.queryRaw({ sql: `PRAGMA ${name}`, args: [], argTypes: [] });
    const actual = String(rows[0]?.[0]);
    if (actual !== expected) throw new Error(`The database refuses PRAGMA ${name} = ${value} (it stays ${actual})`);
  }
}

/** A statement that only reads. Anything else goes to the connection that writes; the other could not write if it had to. */
const READS = /^\s*(?:SELECT|PRAGMA|EXPLAIN)\b/i;

class TwoConnections implements Connection {
  readonly provider = "sqlite";
  readonly adapterName: string;
  readonly #writer: Connection;
  readonly #reader: Connection;
  readonly #fileStands: () => boolean;
  readonly #turn = new Turn();

  constructor(writer: Connection, reader: Connection, fileStands: () => boolean) {
    this.adapterName = writer.adapterName;
    this.#writer = writer;
    this.#reader = reader;
    this.#fileStands = fileStands;
  }

  queryRaw(query: Query) {
    return READS.test(query.sql) ? this.#reader.queryRaw(query) : this.#alone(() => this.#writer.queryRaw(query));
  }

  executeRaw(query: Query) {
    return this.#alone(() => this.#writer.executeRaw(query));
  }

  executeScript(script: string) {
    return this.#alone(() => this.#writer.executeScript(script));
  }

  async startTransaction(): Promise<Transaction> {
    const done = await this.#turn.take();
    const transaction = new WriteTransaction(this.#writer, done);
    try {
      await patiently(() => this.#writer.executeScript("BEGIN IMMEDIATE"));
    } catch (error) {
      done();
      throw error;
    }
    // Asked with the lock in hand: from now to the end nobody replaces the file (scripts/database/sqlite/locks.ts).
    if (!this.#fileStands()) {
      await transaction.rollback();
      throw moved();
    }
    return transaction;
  }

  async dispose() {
    // The writer last: whoever closes a database last folds its log into it, which a reader could not.
    await this.#reader.dispose();
    await this.#writer.dispose();
  }

  async #alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = await this.#turn.take();
    try {
      if (!this.#fileStands()) throw moved();
      return await patiently(work);
    } finally {
      done();
    }
  }
}

/** A transaction on the writer. Prisma itself sends COMMIT and ROLLBACK, then says that it has. */
class WriteTransaction implements Transaction {
  readonly provider = "sqlite";
  readonly adapterName: string;
  readonly options = { usePhantomQuery: false };
  readonly #writer: Connection;
  readonly #done: () => void;

  constructor(writer: Connection, done: () => void) {
    this.adapterName = writer.adapterName;
    this.#writer = writer;
    this.#done = done;
  }

  queryRaw(query: Query) {
    return this.#writer.queryRaw(query);
  }

  executeRaw(query: Query) {
    return this.#writer.executeRaw(query);
  }

  async commit() {
    this.#done();
  }

  async rollback() {
    // After a COMMIT that failed nobody has rolled back; after a full disk SQLite itself has, and has nothing left to undo.
    try {
      await this.#writer.executeScript("ROLLBACK");
    } catch {
      // Nothing is open any more.
    } finally {
      this.#done();
    }
  }

  async createSavepoint(name: string) {
    await this.#writer.executeScript(`SAVEPOINT ${name}`);
  }

  async rollbackToSavepoint(name: string) {
    await this.#writer.executeScript(`ROLLBACK TO ${name}`);
  }

  async releaseSavepoint(name: string) {
    await this.#writer.executeScript(`RELEASE ${name}`);
  }
}

/** Lets one after the other, in the order asked. */
class Turn {
  #last: Promise<void> = Promise.resolve();

  /** Waits for its turn; the answer ends it. */
  async take(): Promise<() => void> {
    const before = this.#last;
    let end: () => void = () => undefined;
    this.#last = new Promise((resolve) => {
      end = resolve;
    });
    await before;
    return end;
  }
}

/** Tries again while another process holds the database, for as long as PATIENCE_MS; then throws the last error. */
async function patiently<Result>(work: () => Promise<Result>): Promise<Result> {
  const until = performance.now() + PATIENCE_MS;
  for (let pause = 5; ; pause = Math.min(pause * 2, 100)) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random())));
  }
}

function isBusy(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === "object" && cause !== null && "kind" in cause && cause.kind === "SocketTimeout";
}
