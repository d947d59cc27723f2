import "server-only";
import { DurableSqlite } from "@/lib/data/db/sqlite-adapter";
import { env, sqliteFile } from "@/lib/env";
import { PrismaClient } from "@/lib/generated/prisma/client";
import { noteReads } from "@/lib/publication/reads";
import type { Scope } from "@/lib/publication/scopes";

/** How long a transaction may wait for its turn and then take, in milliseconds. */
const TRANSACTIONS = { maxWait: 5000, timeout: 10_000 } as const;

/** A client for a SQLite database named by URL. The caller disconnects it. */
export function openClient(databaseUrl: string): PrismaClient {
  return clientFor(adapterFor(databaseUrl));
}

const adapterFor = (databaseUrl: string) => new DurableSqlite(sqliteFile(databaseUrl));
const clientFor = (adapter: DurableSqlite) => new PrismaClient({ adapter, transactionOptions: TRANSACTIONS });

const kept = globalThis as { footnoteDatabase?: { readonly adapter: DurableSqlite; readonly client: PrismaClient } };

/** The database of this process, opened at first use and kept across reloads in development. */
function database() {
  if (kept.footnoteDatabase === undefined) {
    const adapter = adapterFor(env().DATABASE_URL);
    kept.footnoteDatabase = { adapter, client: clientFor(adapter) };
  }
  return kept.footnoteDatabase;
}

/**
 * The client of this process. `shown` are the scopes that what is read depends on: a page, or a result kept in memory, is forgotten
 * when one of them changes; where none is named, at every change.
 */
export function db(...shown: readonly Scope[]): PrismaClient {
  noteReads(shown.length === 0 ? ["everything"] : shown);
  return database().client;
}

/** Whether the database file still stands where it was opened: if not, nothing can be saved until the site is started again. */
export function databaseStands(): boolean {
  return database().adapter.fileStands();
}
