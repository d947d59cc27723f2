/** Makes and migrates the database that a URL names, whatever its kind. */
import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { isPostgresql, sqliteFile } from "@/lib/env";
import { prepareDatabase } from "./database-file";
import { applyMigrations } from "./migrations";
import { migratePostgresql, preparePostgresql } from "./postgresql";

/** Migrates and seeds a database; says what was done. Throws an error of one line that names cause and cure. */
export async function prepareDatabaseAt(databaseUrl: string): Promise<string> {
  return isPostgresql(databaseUrl) ? preparePostgresql(databaseUrl) : prepareDatabase(sqliteFile(databaseUrl));
}

/** Makes an empty database where there is none, or none that is migrated. */
export async function makeDatabaseAt(databaseUrl: string): Promise<void> {
  if (isPostgresql(databaseUrl)) return migratePostgresql(databaseUrl);
  const file = sqliteFile(databaseUrl);
  if (existsSync(file)) return;
  mkdirSync(path.dirname(file), { recursive: true });
  applyMigrations(file);
}
