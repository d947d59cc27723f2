/** Makes and migrates the database that a URL names, whatever its kind. */
import { existsSync, mkdirSync, renameSync } from "node:fs";
import path from "node:path";
import { isPostgresql, sqliteFile } from "@/lib/env";
import { removeDatabase } from "./files";
import { migratePostgresql, preparePostgresql } from "./postgresql/prepare";
import { applyMigrations } from "./sqlite/migrations";
import { prepareSqlite } from "./sqlite/prepare";

/** Migrates and seeds a database; says what was done. Throws an error of one line that names cause and cure. */
export async function prepareDatabaseAt(databaseUrl: string): Promise<string> {
  return isPostgresql(databaseUrl) ? preparePostgresql(databaseUrl) : prepareSqlite(sqliteFile(databaseUrl));
}

/** Makes an empty database where there is none, or none that is migrated: a file is there whole or not at all. */
export async function makeDatabaseAt(databaseUrl: string): Promise<void> {
  if (isPostgresql(databaseUrl)) return migratePostgresql(databaseUrl);
  const file = sqliteFile(databaseUrl);
  if (existsSync(file)) return;
  mkdirSync(path.dirname(file), { recursive: true });
  const part = `${file}.part`;
  // A killed run may have left one.
  removeDatabase(part);
  applyMigrations(part);
  renameSync(part, file);
}
