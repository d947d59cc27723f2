/** Reads what readers see otherwise since a publication version, without the app: the proxy asks twice a second. */
import Database from "better-sqlite3";
import { Pool } from "pg";
import { isPostgresql, sqliteFile } from "@/lib/env";
import { PrimaryClient } from "@/lib/postgresql-client";
import { readPostgresqlUrl } from "@/lib/postgresql-url";
import type { NewChanges } from "@/lib/publication/known-changes";
import type { Scope } from "@/lib/publication/scopes";
import { listenForPublished } from "@/server/pages/publication-notices";
import type { PublishedChanges } from "@/server/pages/publication-version";

/** How long PostgreSQL may take to say the version, in milliseconds. */
const PATIENCE_MS = 2000;

interface ChangeRow {
  readonly version: number;
  readonly scopes: string;
}

/** Opens a database for reading only, until it is closed. What is published is listened for at `directUrl`, where no pooler is between. */
export function publishedChangesIn(
  databaseUrl: string,
  directUrl = databaseUrl,
): PublishedChanges & { readonly close: () => void } {
  return isPostgresql(databaseUrl) ? inPostgresql(databaseUrl, directUrl) : inSqlite(sqliteFile(databaseUrl));
}

function inSqlite(file: string): ReturnType<typeof publishedChangesIn> {
  const database = new Database(file, { readonly: true, timeout: 50 });
  const version = database.prepare(`SELECT "version" FROM "Publication"`).pluck();
  const changes = database.prepare(
    `SELECT "version", "scopes" FROM "PublishedChange" WHERE "version" > ? AND "version" <= ? ORDER BY "version"`,
  );
  const read = (since: number | null): NewChanges => {
    const now = version.get() as number;
    return toChanges(now, since === null || since === now ? [] : (changes.all(since, now) as ChangeRow[]));
  };
  // An import writes in a process of its own, which nobody is told of: the next read sees it.
  return { read, watch: () => undefined, close: () => database.close() };
}

function inPostgresql(databaseUrl: string, directUrl: string): ReturnType<typeof publishedChangesIn> {
  const pool = new Pool({
    Client: PrimaryClient,
    ...readPostgresqlUrl(databaseUrl).config,
    max: 1,
    application_name: "footnote, what changed",
    // Readers wait for this: while the database is silent they get what is known.
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
    keepAlive: true,
  });
  // A connection that is lost while nothing is asked is made anew when something is.
  pool.on("error", () => undefined);
  const read = async (since: number | null): Promise<NewChanges> => {
    const { rows: found } = await pool.query<{ version: number }>(`SELECT "version" FROM "Publication"`);
    const now = found[0]?.version ?? 0;
    if (since === null || since === now) return toChanges(now, []);
    const { rows } = await pool.query<ChangeRow>(
      `SELECT "version", "scopes" FROM "PublishedChange" WHERE "version" > $1 AND "version" <= $2 ORDER BY "version"`,
      [since, now],
    );
    return toChanges(now, rows);
  };
  const listeners: ReturnType<typeof listenForPublished>[] = [];
  return {
    read,
    watch: (noticed) => void listeners.push(listenForPublished(directUrl, noticed)),
    close: () => {
      for (const listener of listeners) listener.close();
      void pool.end();
    },
  };
}

function toChanges(version: number, rows: readonly ChangeRow[]): NewChanges {
  return {
    version,
    changes: rows.map((row) => ({ version: row.version, scopes: JSON.parse(row.scopes) as Scope[] })),
  };
}
