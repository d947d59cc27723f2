import "server-only";
import { DurableSqlite } from "@/lib/data/durable-sqlite";
import { env, sqliteFile } from "@/lib/env";
import { PrismaClient } from "@/lib/generated/prisma/client";

/** How long a transaction may wait for its turn and then take, in milliseconds. */
const TRANSACTIONS = { maxWait: 5000, timeout: 10_000 } as const;

/** A client for a SQLite database named by URL. The caller disconnects it. */
export function openClient(databaseUrl: string): PrismaClient {
  return new PrismaClient({
    adapter: new DurableSqlite(sqliteFile(databaseUrl)),
    transactionOptions: TRANSACTIONS,
  });
}

const kept = globalThis as { footnoteClient?: PrismaClient };

/** The client of this process, opened at first use and kept across reloads in development. */
export function db(): PrismaClient {
  kept.footnoteClient ??= openClient(env().DATABASE_URL);
  return kept.footnoteClient;
}
