/** Brings a PostgreSQL database to the newest migration and seeds it. */
import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Client } from "pg";
import { seed } from "@/prisma/seed";
import { firstLine, migrationNames } from "./database-state";
import {
  missingMigrations,
  postgresqlMigrations,
  refuseUnfinished,
  refuseWhileUsed,
  withPreparingLock,
} from "./postgresql-state";

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

/**
 * Migrates and seeds a database; says what was done. Starts that come together wait for each other. Each migration is there whole or
 * not at all. Throws an error of one line that names cause and cure.
 */
export async function preparePostgresql(databaseUrl: string): Promise<string> {
  return withPreparingLock(databaseUrl, async (client) => {
    await refuseUnfinished(client);
    const done = await migrate(client);
    const { created, unchanged } = await seed(databaseUrl);
    if (done.length === 0) return unchanged ? "up to date" : `seeded ${created} figures`;
    return `migrated (${done.join(", ")}), seeded ${created} figures`;
  });
}

/** Migrates an empty database and leaves it empty. Throws as preparePostgresql does. */
export async function migratePostgresql(databaseUrl: string): Promise<void> {
  await withPreparingLock(databaseUrl, migrate);
}

/** Brings a database to the newest migration; one that an older release serves is refused. */
async function migrate(client: Client): Promise<readonly string[]> {
  const missing = await missingMigrations(client);
  const isOlder = missing.length > 0 && missing.length < migrationNames(postgresqlMigrations).length;
  if (isOlder) await refuseWhileUsed(client);
  await client.query(TABLE);
  return applyMigrations(client, missing);
}

async function applyMigrations(client: Client, names: readonly string[]): Promise<readonly string[]> {
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
