/** Reads what readers see otherwise since a publication version, without the app: the proxy asks twice a second. */
import Database from "better-sqlite3";
import type { NewChanges } from "@/lib/publication/known-changes";
import type { Scope } from "@/lib/publication/scopes";
import type { ReadChanges } from "@/server/pages/publication-version";

/** Opens a database for reading only, until it is closed. */
export function publishedChangesIn(file: string): { readonly read: ReadChanges; readonly close: () => void } {
  const database = new Database(file, { readonly: true, timeout: 50 });
  const version = database.prepare(`SELECT "version" FROM "Publication"`).pluck();
  const changes = database.prepare(
    `SELECT "version", "scopes" FROM "PublishedChange" WHERE "version" > ? AND "version" <= ? ORDER BY "version"`,
  );
  const read = (since: number | null): NewChanges => {
    const now = version.get() as number;
    const rows = (since === null || since === now ? [] : changes.all(since, now)) as {
      version: number;
      scopes: string;
    }[];
    return {
      version: now,
      changes: rows.map((row) => ({ version: row.version, scopes: JSON.parse(row.scopes) as Scope[] })),
    };
  };
  return { read, close: () => database.close() };
}
