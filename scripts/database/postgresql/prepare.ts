/** Brings a PostgreSQL database to the newest migration and seeds it. */
import type { Client } from "pg";
import { seed } from "@/prisma/seed";
import { migrationNames } from "../migration-names";
import { applyMigrations } from "./migrations";
import { missingMigrations, postgresqlMigrations, refuseUnfinished, refuseWhileUsed, withPreparingLock } from "./state";

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
  return applyMigrations(client, missing);
}
