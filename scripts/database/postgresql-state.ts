/** What a PostgreSQL database is found to be, without changing it, and what is wrong with it in words for people. */
import path from "node:path";
import { Client } from "pg";
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
  try {
    const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
    // A connection that is lost fails what is asked next.
    client.on("error", () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query(`SELECT current_setting('server_version_num')::integer AS "release",
        current_setting('synchronous_commit') AS "commits", current_setting('server_encoding') AS "encoding"`);
      const { release, commits, encoding } = rows[0] as { release: number; commits: string; encoding: string };
      if (release < OLDEST) throw new Error("PostgreSQL is older than 15: update it");
      if (encoding !== "UTF8")
        throw new Error(`The database keeps texts as ${encoding}: make one with ENCODING 'UTF8'`);
      if (commits === "off") {
        throw new Error(
          "PostgreSQL confirms before it has written (synchronous_commit is off): ALTER DATABASE … SET synchronous_commit = on",
        );
      }
      return await work(client);
    } finally {
      await client.end();
    }
  } catch (error) {
    throw explained(error, databaseUrl);
  }
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

/** An error in words for people, without the password that a URL may hold. */
export function explained(error: unknown, databaseUrl: string): Error {
  const { code } = error as { readonly code?: string };
  const cure = code === undefined ? undefined : CAUSES[code];
  if (cure === undefined) return error instanceof Error ? error : new Error(String(error));
  const { host, pathname } = new URL(databaseUrl);
  return new Error(`DATABASE_URL names ${host}${pathname}, and ${cure}`, { cause: error });
}
