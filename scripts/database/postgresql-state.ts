/** What a PostgreSQL database is found to be, without changing it, and what is wrong with it in words for people. */
import path from "node:path";
import type { Client } from "pg";
import { PrimaryClient } from "@/lib/postgresql-client";
import { BROKEN_OFF, migrationNames, UNFINISHED } from "./database-state";

export const postgresqlMigrations = path.resolve(import.meta.dirname, "../../prisma/postgresql/migrations");

/** Oldest release that is known to work, as server_version_num counts. */
const OLDEST = 150_000;
/** Throws where a database cannot be served: not reached, too old, or not of this release of the program. */
export async function checkPostgresql(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await refuseUnfinished(client);
    const missing = await missingMigrations(client);
    if (missing.length > 0) throw new Error(`The database lacks “${missing[0]}”: run npm start, which migrates it`);
  });
}

/** Does something with a connection, which is then closed. Throws an error of one line that names cause and cure. */
export async function withClient<Result>(
  databaseUrl: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  let client: Client | undefined;
  try {
    client = new PrimaryClient({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000, keepAlive: true });
    // A connection that is lost fails what is asked next.
    client.on("error", () => undefined);
    await client.connect();
    const { rows } = await client.query(`SELECT current_setting('server_version_num')::integer AS "release",
      current_setting('synchronous_commit') AS "commits", current_setting('server_encoding') AS "encoding"`);
    const { release, commits, encoding } = rows[0] as { release: number; commits: string; encoding: string };
    if (release < OLDEST) throw new Error("PostgreSQL is older than 15: update it");
    if (encoding !== "UTF8") throw new Error(`The database keeps texts as ${encoding}: make one with ENCODING 'UTF8'`);
    if (commits === "off") {
      throw new Error(
        "PostgreSQL confirms before it has written (synchronous_commit is off): ALTER DATABASE … SET synchronous_commit = on",
      );
    }
    return await work(client);
  } catch (error) {
    throw explained(error, client);
  } finally {
    await client?.end();
  }
}

/**
 * Does something while no start, restore or move of another process is at the same database: they wait for each other by an advisory
 * lock that a transaction holds, as PgBouncer lets it be held. The transaction does nothing else, and ends with the work.
 */
export async function withPreparingLock<Result>(
  databaseUrl: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  return withClient(databaseUrl, async (lock) => {
    await lock.query("BEGIN");
    await lock.query(`SELECT pg_advisory_xact_lock(${PREPARING_LOCK})`);
    return withClient(databaseUrl, work);
  });
}

/** A random number that only this program locks. */
const PREPARING_LOCK = "7308606812214353";

/** Connections that were closed a moment ago are still seen: how often and after how many milliseconds is looked again. */
const LOOKS = 10;
const LOOK_EVERY_MS = 200;

/** Throws where anybody else has a database open. */
export async function refuseWhileUsed(client: Client): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    // Those that hold the lock of this work, or wait for it, do nothing else.
    const { rows } = await client.query(`SELECT count(*)::integer AS "others" FROM pg_stat_activity a
      WHERE a.datname = current_database() AND a.backend_type = 'client backend' AND a.pid <> pg_backend_pid()
        AND NOT EXISTS (SELECT 1 FROM pg_locks l WHERE l.pid = a.pid AND l.locktype = 'advisory'
          AND (l.classid::bigint << 32 | l.objid::bigint) = ${PREPARING_LOCK})`);
    if ((rows[0] as { others: number }).others === 0) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  throw new Error("The database is in use by a running site or command: stop it, then try again. Nothing was changed");
}

/** Throws where a move into a database was broken off. */
export async function refuseUnfinished(client: Client): Promise<void> {
  const { rows } = await client.query(`SELECT to_regclass('"${UNFINISHED}"') IS NOT NULL AS "isThere"`);
  if (rows[0].isThere) throw new Error(BROKEN_OFF);
}

/** Names of the migrations that a database lacks, oldest first; throws where it has one that is not known. */
export async function missingMigrations(client: Client): Promise<readonly string[]> {
  const known = migrationNames(postgresqlMigrations);
  const { rows: tables } = await client.query(`SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS "isThere"`);
  if (!tables[0].isThere) return known;
  const { rows } = await client.query(
    `SELECT "migration_name" AS name FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL`,
  );
  const applied = rows.map(({ name }) => name as string);
  const unknown = applied.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new Error(
      `The database is newer than this code (it has “${unknown}”): update the code, or set DATABASE_URL to another database`,
    );
  }
  return known.filter((name) => !applied.includes(name));
}

/** Causes by SQLSTATE or the system's code, each with its cure. */
const CAUSES: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there: start PostgreSQL, or correct host and port",
  ENOTFOUND: "there is no such host: correct its name",
  ETIMEDOUT: "it does not answer: correct host and port, or open the way to it",
  "28P01": "it refuses the password: correct it",
  "28000": "it refuses this user from here: correct the user, or pg_hba.conf",
  "3D000": "it has no such database: make it (createdb), or correct the name",
  "42501": "the user may not make tables there: make it the owner of the database",
};

/** An error in words for people, without the password that a URL may hold; `client` is null where there was none yet. */
export function explained(error: unknown, client: Client | null | undefined): Error {
  const { code, message } = error as { readonly code?: string; readonly message?: string };
  if (client == null)
    return new Error("DATABASE_URL cannot be read: write it as postgresql://user:password@host:5432/database");
  const cure = CAUSES[code ?? (/timeout expired/.test(message ?? "") ? "ETIMEDOUT" : "")];
  if (cure === undefined) return error instanceof Error ? error : new Error(String(error));
  return new Error(`The database is ${client.database} at ${client.host}:${client.port}, and ${cure}`, {
    cause: error,
  });
}
