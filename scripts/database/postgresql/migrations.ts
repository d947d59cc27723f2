/** Applies migrations to a PostgreSQL database and notes them as Prisma does. */
import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Client } from "pg";
import { firstLine } from "../errors";
import { migrationNames, UNFINISHED } from "../migration-names";

export const postgresqlMigrations = path.resolve(import.meta.dirname, "../../../prisma/postgresql/migrations");

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

/** Runs a statement, or several without values, in the schema of a connection. */
export type Run = (sql: string, values?: readonly unknown[]) => Promise<unknown>;

const sqlOf = (folder: string, name: string) => readFileSync(path.join(folder, name, "migration.sql"), "utf8");

/**
 * Applies migrations of a folder, each in a transaction of its own; answers their names. Throws on the first that fails, of which nothing
 * is left.
 */
export async function applyMigrations(
  client: Client,
  folder: string,
  names: readonly string[],
): Promise<readonly string[]> {
  const run: Run = (sql, values) => client.query(sql, values && [...values]);
  await run(TABLE);
  for (const name of names) {
    try {
      await run("BEGIN");
      await applyMigration(run, folder, name);
      await run("COMMIT");
    } catch (error) {
      await run("ROLLBACK").catch(() => undefined);
      throw new Error(`The migration ${name} failed, and the database is as it was: ${firstLine(error)}`, {
        cause: error,
      });
    }
  }
  return names;
}

/** Makes all tables anew, within a transaction of the caller's, in the place of those that are there. */
export async function makeAnew(run: Run, schema: string): Promise<void> {
  await run(dropOurs(schema));
  await run(TABLE);
  for (const name of migrationNames(postgresqlMigrations)) await applyMigration(run, postgresqlMigrations, name);
}

async function applyMigration(run: Run, folder: string, name: string): Promise<void> {
  const sql = sqlOf(folder, name);
  const started = new Date();
  await run(sql);
  await run(
    `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "started_at", "finished_at", "applied_steps_count")
     VALUES ($1, $2, $3, $4, now(), 1)`,
    [randomUUID(), createHash("sha256").update(sql).digest("hex"), name, started],
  );
}

/** Names of all tables and functions that the migrations of a folder make, or have made once. */
export function madeByMigrations(folder: string = postgresqlMigrations): {
  readonly tables: readonly string[];
  readonly functions: readonly string[];
} {
  const sql = migrationNames(folder)
    .map((name) => sqlOf(folder, name))
    .join("\n");
  const names = (kind: string) => [
    ...new Set([...sql.matchAll(new RegExp(`\\bCREATE ${kind} "(\\w+)"`, "g"))].map(([, name = ""]) => name)),
  ];
  return {
    tables: ["_prisma_migrations", UNFINISHED, ...names("TABLE(?: IF NOT EXISTS)?")],
    functions: names("(?:OR REPLACE )?FUNCTION"),
  };
}

/** SQL that makes a schema where it lacks, and takes out of it what is ours, whichever release made it; and nothing that leans on that. */
export function dropOurs(schema: string, folder: string = postgresqlMigrations): string {
  const { tables, functions } = madeByMigrations(folder);
  const listed = (names: readonly string[]) => names.map((name) => `"${schema}"."${name}"`).join(", ");
  return [
    `DO $$ BEGIN IF to_regnamespace('"${schema}"') IS NULL THEN CREATE SCHEMA "${schema}"; END IF; END $$;`,
    `DROP TABLE IF EXISTS ${listed(tables)};`,
    ...(functions.length === 0 ? [] : [`DROP FUNCTION IF EXISTS ${listed(functions)};`]),
  ].join("\n");
}
