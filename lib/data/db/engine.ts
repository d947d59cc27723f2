import "server-only";
import type { Prisma, PrismaClient } from "@/lib/generated/prisma/client";

/** SQL that the databases write differently. */
export interface Dialect {
  /** A table "j" with a column "value": the items of a list that is given as JSON text, in any order. */
  list(json: string): Prisma.Sql;
  /** A cell of a row of `list`, where a row is a list itself, as the type that a column of that name has. */
  cell(index: number, column: string): string;
  /** Joins that are done in the order written, where the database would otherwise choose a slow one. */
  readonly orderedJoin: Prisma.Sql;
  /** Rows with whole numbers or texts of a JSON list, in one column. */
  integers(json: string): Prisma.Sql;
  texts(json: string): Prisma.Sql;
  /** Items of `integers` as a table "j" of "value" and "key", their places in the list. */
  numbered(json: string): Prisma.Sql;
  /** A JSON object in a column of text: one of its members as text, without one, with another text in one. */
  member(column: string, name: string): Prisma.Sql;
  without(column: string, name: string): Prisma.Sql;
  withMember(column: string, name: string, text: string): Prisma.Sql;
  /** The present instant, by the clock of the database, as a column of instants has it. */
  readonly now: Prisma.Sql;
  /** Seconds since the instant in a column. */
  secondsSince(column: string): Prisma.Sql;
  /** Behind a table that is to be gone through in the order of its key. */
  readonly byKey: Prisma.Sql;
  /** Behind the table of figures, where they are to be gone through by their last day, the newest first. */
  readonly byDay: Prisma.Sql;
  /** An instant, given as ISO 8601 text in UTC, to compare a column with. */
  instant(text: string): Prisma.Sql;
  /** Behind the table of revisions "r", where corrections of figures are gone through in the order in which they were made. */
  readonly byCorrection: Prisma.Sql;
  /** The same, where first publications of figures are. */
  readonly byPublication: Prisma.Sql;
  /** The same, where those of one metric and region are. */
  readonly bySeries: Prisma.Sql;
  /** A condition of Prisma's: a text that has another in it, whatever the case of its Latin letters. */
  containing(text: string): { contains: string };
}

/** A database as it was when it was first read, whatever is written meanwhile. It holds a connection: close it. */
export interface Snapshot {
  /** The rows of a SELECT, each a list of its columns. */
  read<Row extends readonly unknown[]>(query: Prisma.Sql): Promise<readonly Row[]>;
  close(): Promise<void>;
}

/** An opened database. */
export interface Engine {
  readonly client: PrismaClient;
  /** Whether what was opened is still what its URL names: if not, nothing can be saved until the site is started again. */
  stands(): boolean;
  /** Whether it may be written at present, as far as that shows without writing. */
  isWritable(): Promise<boolean>;
}

/** A copy of a database that follows it and is only read. */
export interface Replica {
  /** What the replica fails to answer is asked of the database itself: it may be behind what it has answered so. */
  readonly client: PrismaClient;
  /** The publication version that it has reached; rejects where it does not say so itself, or is not the server that it was. */
  version(): Promise<number>;
}

/** A kind of database. What opens one has to close it. */
export interface EngineKind {
  readonly provider: "sqlite" | "postgresql";
  /** Whether other servers may use the same database. */
  readonly isShared: boolean;
  readonly dialect: Dialect;
  open(databaseUrl: string): Engine;
  openSnapshot(databaseUrl: string): Promise<Snapshot>;
  /**
   * Does the first beside whoever writes, then the second as the one who writes, all or nothing. Temporary tables that the first makes are there for
   * the second, which removes them; where that fails, `client` has to. `client` is of the database of this process.
   */
  inTwoSteps<Result>(client: PrismaClient, first: Step<void>, second: Step<Result>): Promise<Result>;
  openReplica(replicaUrl: string, databaseUrl: string): Replica;
}

type Step<Result> = (tx: Prisma.TransactionClient) => Promise<Result>;

/** How long an import may wait for others to finish writing and then write, in milliseconds. */
export const LONG_TRANSACTIONS = { maxWait: 15_000, timeout: 300_000 } as const;

/** How long a transaction may wait for its turn and then take, in milliseconds. */
export const TRANSACTIONS = { maxWait: 12_000, timeout: 10_000 } as const;
