/** Brings a PostgreSQL database to the newest migration and seeds it. */
import type { Client } from "pg";
import { readPostgresqlUrl } from "@/lib/postgresql-url";
import { seed } from "@/prisma/seed";
import { migrationNames } from "../migration-names";
import { applyMigrations, postgresqlMigrations } from "./migrations";
import { missingMigrations, otherTables, refuseUnfinished, refuseWhileUsed, withPreparingLock } from "./state";

/**
 * Migrates and seeds a database; says what was done. Starts that come together wait for each other. Each migration is there whole or
 * not at all. Throws an error of one line that names cause and cure. `migrations` is the folder of the migrations.
 */
export async function preparePostgresql(
  databaseUrl: string,
  migrations: string = postgresqlMigrations,
): Promise<string> {
  return withPreparingLock(databaseUrl, async (client) => {
    await refuseUnfinished(client);
    const done = await migrate(client, databaseUrl, migrations);
    const { created, unchanged } = await seed(databaseUrl);
    if (done.length === 0) return unchanged ? "up to date" : `seeded ${created} figures`;
    return `migrated (${done.join(", ")}), seeded ${created} figures`;
  });
}

/** Migrates an empty database and leaves it empty. Throws as preparePostgresql does. */
export async function migratePostgresql(databaseUrl: string): Promise<void> {
  await withPreparingLock(databaseUrl, (client) => migrate(client, databaseUrl, postgresqlMigrations));
}

/** Brings a database to the newest migration; one that an older release serves is refused, and a schema that is somebody else's. */
async function migrate(client: Client, databaseUrl: string, migrations: string): Promise<readonly string[]> {
  const missing = await missingMigrations(client, migrations);
  if (missing.length === 0) return [];
  if (missing.length < migrationNames(migrations).length) await refuseWhileUsed(client);
  else await makeSchema(client, readPostgresqlUrl(databaseUrl).schema);
  return applyMigrations(client, migrations, missing);
}

/** Makes the schema where it lacks. Throws where it has tables of another program. */
async function makeSchema(client: Client, schema: string): Promise<void> {
  const { rows } = await client.query(`SELECT to_regnamespace(quote_ident($1)) IS NULL AS "lacks"`, [schema]);
  if (rows[0].lacks) await client.query(`CREATE SCHEMA "${schema}"`);
  const [other] = await otherTables(client);
  if (other !== undefined)
    throw new Error(
      `The schema ${schema} has tables of another program (“${other}”): name one of its own, which is made (schema=footnote in the URL), or another database`,
    );
}
