import { isPostgresql, sqliteFile } from "@/lib/env";
import { takeServingLock } from "./database-lock";
import { checkDatabase } from "./database-state";
import { checkPostgresql } from "./postgresql-state";

/** Looks whether a database can be served, and keeps other sites from a SQLite file for as long as this process runs. Throws where it cannot. */
export async function takeDatabase(databaseUrl: string): Promise<void> {
  if (isPostgresql(databaseUrl)) return checkPostgresql(databaseUrl);
  const file = sqliteFile(databaseUrl);
  checkDatabase(file);
  takeServingLock(file);
}
