/** Applies migrations to a PostgreSQL database and notes them as Prisma does. */
import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Client } from "pg";
import { firstLine } from "../errors";
import { postgresqlMigrations } from "./state";

const TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum"              VARCHAR(64) NOT NULL,
    "finished_at"           TIMESTAMPTZ,
    "migration_name"        VARCHAR(255) NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        TIMESTAMPTZ,
    "started_at"            TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count"   INTEGER NOT NULL DEFAULT 0
)`;

/** Applies migrations of these names in order, each in a transaction of its own; answers the names. Throws on the first that fails, which leaves nothing. */
export async function applyMigrations(client: Client, names: readonly string[]): Promise<readonly string[]> {
  await client.query(TABLE);
  for (const name of names) {
    const sql = readFileSync(path.join(postgresqlMigrations, name, "migration.sql"), "utf8");
    const started = new Date();
    try {
      await client.query("BEGIN");
      await client.query(sql);
      await client.query(
        `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "started_at", "finished_at", "applied_steps_count")
         VALUES ($1, $2, $3, $4, now(), 1)`,
        [randomUUID(), createHash("sha256").update(sql).digest("hex"), name, started],
      );
      await client.query("COMMIT");
    } catch (error) {
      await client.query("ROLLBACK").catch(() => undefined);
      throw new Error(`The migration ${name} failed, and the database is as it was: ${firstLine(error)}`, {
        cause: error,
      });
    }
  }
  return names;
}
