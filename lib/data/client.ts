import "server-only";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { env, sqliteFile } from "@/lib/env";
import { PrismaClient } from "@/lib/generated/prisma/client";

/** Settings of every connection and the value each must report: durable commits, enforced references, short waits. */
const PRAGMAS = [
  ["journal_mode", "WAL", "wal"],
  ["synchronous", "FULL", "2"],
  ["foreign_keys", "ON", "1"],
  ["busy_timeout", "250", "250"],
] as const;

/** Prisma's SQLite adapter whose connections are set to keep what they have confirmed; refuses to connect where that fails. */
class DurableSqlite extends PrismaBetterSqlite3 {
  override async connect() {
    const connection = await super.connect();
    for (const [name, value, expected] of PRAGMAS) {
      await connection.executeScript(`PRAGMA ${name} = ${value}`);
      const { rows } = await connection.queryRaw({ sql: `PRAGMA ${name}`, args: [], argTypes: [] });
      const actual = String(rows[0]?.[0]);
      if (actual !== expected) throw new Error(`The database refuses PRAGMA ${name} = ${value} (it stays ${actual})`);
    }
    return connection;
  }
}

/** A client for a SQLite database named by URL. The caller disconnects it. */
export function openClient(databaseUrl: string): PrismaClient {
  return new PrismaClient({ adapter: new DurableSqlite({ url: `file:${sqliteFile(databaseUrl)}` }) });
}

const kept = globalThis as { footnoteClient?: PrismaClient };

/** The client of this process, opened at first use and kept across reloads in development. */
export function db(): PrismaClient {
  kept.footnoteClient ??= openClient(env.DATABASE_URL);
  return kept.footnoteClient;
}
