import { isPostgresql, sqliteFile } from "@/lib/env";
import { checkPostgresql } from "./postgresql/state";
import { takeServingLock } from "./sqlite/locks";
import { checkSqlite } from "./sqlite/state";

/** Looks whether a database can be served, and keeps other sites from a SQLite file for as long as this process runs. Throws where it cannot. */
export async function takeDatabase(databaseUrl: string): Promise<void> {
  if (isPostgresql(databaseUrl)) return checkPostgresql(databaseUrl);
  const file = sqliteFile(databaseUrl);
  checkSqlite(file);
  takeServingLock(file);
}
