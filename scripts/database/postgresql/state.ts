/** What a PostgreSQL database is found to be, without changing it, and what is wrong with it in words for people. */
import type { Client } from "pg";
import { PrimaryClient } from "@/lib/postgresql-client";
import { type PostgresqlUrl, readPostgresqlUrl } from "@/lib/postgresql-url";
import { codeOf } from "../errors";
import { BROKEN_OFF, migrationNames, UNFINISHED } from "../migration-names";
import { madeByMigrations, postgresqlMigrations } from "./migrations";

/** Oldest release that is known to work, as server_version_num counts. */
const OLDEST = 150_000;
/** Throws where a database cannot be served: not reached, too old, or not of this release of the program. */
export async function checkPostgresql(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await refuseUnfinished(client);
    const missing = await missingMigrations(client);
    if (missing.length > 0) throw new Error(`The database lacks “${missing[0]}”: run npm start, which migrates it`);
    await refuseReadOnly(client);
  });
}

/** Does something with a connection, which is then closed. Throws an error of one line that names cause and cure. */
export async function withClient<Result>(
  databaseUrl: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const url = readPostgresqlUrl(databaseUrl);
  let client: Client | undefined;
  try {
    client = new PrimaryClient({
      ...url.config,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      application_name: "footnote, a command",
    });
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
    await refuseOtherSchema(client, url);
    return await work(client);
  } catch (error) {
    throw explained(error, client);
  } finally {
    await client?.end();
  }
}

/** Throws where names without a schema lead elsewhere than the URL says: half of what is asked would be asked of other tables. */
async function refuseOtherSchema(client: Client, { schema, isSchemaNamed }: PostgresqlUrl): Promise<void> {
  const { rows } = await client.query(`SELECT current_schema() AS "found"`);
  const { found } = rows[0] as { found: string | null };
  // One that is not there is made (prepare.ts).
  if (found === null || found === schema) return;
  if (isSchemaNamed)
    throw new Error(
      `The connection is at the schema “${found}” and not at “${schema}”, as where a pooler leaves out options: ALTER ROLE … SET search_path = "${schema}"`,
    );
  throw new Error(
    `The user's tables are in the schema “${found}”, not in public: add schema=${found} to the URL of the database, or schema=public`,
  );
}

/** Whether the schema of a connection has a table. */
export async function hasTable(client: Client, table: string): Promise<boolean> {
  const sql = `SELECT to_regclass(quote_ident(current_schema()) || '.' || quote_ident($1)) IS NOT NULL AS "isThere"`;
  return (await client.query(sql, [table])).rows[0].isThere;
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

/** Throws where nothing could be saved: on a standby, or as a user who may only read. */
export async function refuseReadOnly(client: Client): Promise<void> {
  const { rows } = await client.query(
    `SELECT current_setting('transaction_read_only') = 'on' AS "isStill", coalesce(bool_and(has_table_privilege(c.oid, 'INSERT')
       AND has_table_privilege(c.oid, 'UPDATE') AND has_table_privilege(c.oid, 'DELETE')), true) AS "mayWrite"
     FROM pg_class c WHERE c.relnamespace = to_regnamespace(quote_ident(current_schema())) AND c.relname = ANY ($1)`,
    [madeByMigrations().tables],
  );
  const { isStill, mayWrite } = rows[0] as { isStill: boolean; mayWrite: boolean };
  if (isStill) throw Object.assign(new Error("The database may only be read"), { code: "25006" });
  if (!mayWrite) throw Object.assign(new Error("The user may only read"), { code: "42501" });
}

/** Throws where a site or command has a database open. */
export async function refuseWhileUsed(client: Client): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    // Those that hold the lock of this work, or wait for it, do nothing else.
    const { rows } = await client.query(`SELECT count(*)::integer AS "others" FROM pg_stat_activity a
      WHERE a.datname = current_database() AND a.application_name LIKE 'footnote%' AND a.pid <> pg_backend_pid()
        AND NOT EXISTS (SELECT 1 FROM pg_locks l WHERE l.pid = a.pid AND l.locktype = 'advisory'
          AND (l.classid::bigint << 32 | l.objid::bigint) = ${PREPARING_LOCK})`);
    if ((rows[0] as { others: number }).others === 0) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  throw new Error("The database is in use by a running site or command: stop it, then try again. Nothing was changed");
}

/** Throws where a move into a database was broken off. */
export async function refuseUnfinished(client: Client): Promise<void> {
  if (await hasTable(client, UNFINISHED)) throw new Error(BROKEN_OFF);
}

/** Names of the migrations that a database lacks, oldest first; throws where it has one that is not known. */
export async function missingMigrations(
  client: Client,
  migrations: string = postgresqlMigrations,
): Promise<readonly string[]> {
  const known = migrationNames(migrations);
  if (!(await hasTable(client, "_prisma_migrations"))) return known;
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

/** Tables and views in the schema of a connection that no migration makes, but for those of PostgreSQL's extensions. */
export async function otherTables(
  client: Client,
  migrations: string = postgresqlMigrations,
): Promise<readonly string[]> {
  const { rows } = await client.query(
    `SELECT c.relname AS "name" FROM pg_class c
     WHERE c.relnamespace = to_regnamespace(quote_ident(current_schema())) AND c.relkind IN ('r', 'p', 'f', 'v', 'm') AND c.relname <> ALL ($1)
       AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
     ORDER BY 1`,
    [madeByMigrations(migrations).tables],
  );
  return rows.map(({ name }) => name as string);
}

/** Causes by SQLSTATE or the system's code, each with its cure. */
const CAUSES: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there: start PostgreSQL, or correct host and port",
  ENOTFOUND: "there is no such host: correct its name",
  EAI_AGAIN: "its name cannot be looked up now: try again, or correct it",
  ENOENT: "there is no socket: start PostgreSQL, or correct host and port",
  EHOSTUNREACH: "there is no way to it: correct the host, or open the way",
  ETIMEDOUT: "it does not answer: correct host and port, or open the way to it",
  ECONNRESET: "it hung up: look into its log",
  "28P01": "it refuses the password: correct it",
  "28000": "it refuses this user from here: correct the user, or pg_hba.conf",
  "3D000": "it has no such database: make it (createdb), or correct the name",
  "25006": "it may only be read: name the primary, or turn default_transaction_read_only off for this user",
  "42501": "the user may not make tables there or write in them: make it the owner of the database",
  "53100": "its disk is full: free some space there. Nothing was changed",
  "53300": "it has too many connections: raise max_connections, or serve with fewer sites",
  "57P03": "it starts or stops just now: try again in a moment",
  "3F000": "the user may not use the schema: GRANT ALL ON SCHEMA … TO that user",
};

const UNTRUSTED =
  "its certificate is not one that is trusted here: name the authority (sslrootcert=file), or write sslmode=require";
/** Causes that come without a code of their own. */
const BY_MESSAGE: readonly (readonly [RegExp, string])[] = [
  [/timeout expired/, "it does not answer: correct host and port, or open the way to it"],
  [/does not support SSL/, "it does not encrypt: turn its ssl on, or write sslmode=disable"],
  [/self-signed certificate|unable to (?:verify|get)/, UNTRUSTED],
  [
    /does not match certificate|altnames/,
    "its certificate is of another host: name that one, or write sslmode=verify-ca",
  ],
  [/password must be a string/, "it asks for a password: write one into the URL"],
  [/Connection terminated/, "the connection was lost: look whether PostgreSQL runs, and try again"],
];

/** An error in words for people, without the password that a URL may hold; `client` is null where there was none yet. */
function explained(error: unknown, client: Client | null | undefined): Error {
  if (client == null) {
    // Names of files may be within what was asked for, and are said.
    return new Error(
      `A certificate that the URL of the database names cannot be read (${codeOf(error)}): correct sslrootcert, sslcert or sslkey`,
    );
  }
  // What a file or program lacks is not what the server lacks.
  if (error instanceof Error && "path" in error && !("address" in error)) return error;
  const cure = CAUSES[codeOf(error) ?? ""] ?? BY_MESSAGE.find(([message]) => message.test(String(error)))?.[1];
  if (cure === undefined) return error instanceof Error ? error : new Error(String(error));
  return new Error(`The database is ${client.database} at ${client.host}:${client.port}, and ${cure}`, {
    cause: error,
  });
}
