/** Copies of a database that can be trusted, and putting one in its place, whatever its kind. */
import { isPostgresql, sqliteFile } from "@/lib/env";
import type { Backup } from "./files";
import { backUpPostgresql, restorePostgresql } from "./postgresql/backup";
import { backUpSqlite, restoreSqlite } from "./sqlite/backup";

/**
 * Copies a database, also one that is in use, into a folder; `now` is part of the file's name. Of the finished copies there the newest
 * `keep` stay, this one among them. Throws an error of one line that names cause and cure.
 */
export async function backUpDatabase(databaseUrl: string, folder: string, now: Date, keep: number): Promise<Backup> {
  return isPostgresql(databaseUrl)
    ? backUpPostgresql(databaseUrl, folder, now, keep)
    : backUpSqlite(sqliteFile(databaseUrl), folder, now, keep);
}

/** Puts a copy in the place of a database, which is kept: the answer says where, null where there was none. Throws as backUpDatabase does, having changed nothing. */
export async function restoreDatabase(
  backup: string,
  databaseUrl: string,
  now: Date,
): Promise<Backup & { readonly kept: string | null }> {
  return isPostgresql(databaseUrl)
    ? restorePostgresql(backup, databaseUrl, now)
    : restoreSqlite(backup, sqliteFile(databaseUrl), now);
}
