/** Runs PostgreSQL's own programs on a database. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import type { Client } from "pg";
import { isPooled } from "@/lib/postgresql-client";
import { readPostgresqlUrl } from "@/lib/postgresql-url";
import { firstLine } from "../errors";
import { postgresqlFolder } from "./programs.mjs";

/** pg_dump, pg_restore and psql of one release, which is not older than the server. */
export interface ClientPrograms {
  /** Runs one; answers what it prints. Throws with the first line of what it complains of. */
  run(program: string, args: readonly string[]): Promise<string>;
  /** Runs a script, all or nothing: what one program prints, between two pieces of SQL, is what psql does. Throws where either fails. */
  runScript(before: string, program: string, args: readonly string[]): Promise<void>;
}

/** Where the certificates of public authorities are: libpq looks nowhere unless it is told. */
const AUTHORITIES = ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem"];

/**
 * The programs for the server of a client: of its release where that is installed, since what newer ones write an older server does not
 * always read; null where there are none, or older ones only.
 */
export async function clientPrograms(client: Client, databaseUrl: string): Promise<ClientPrograms | null> {
  // They change settings of a connection that a pooler then gives to the site.
  if (await isPooled(client)) {
    throw new Error("A pooler such as PgBouncer is between: set DATABASE_DIRECT_URL to the database itself");
  }
  const release = await releaseOf(client);
  const folder = postgresqlFolder("pg_dump", release);
  if (folder === null || !["pg_restore", "psql"].every((name) => existsSync(path.join(folder, name)))) return null;
  const version = execFileSync(path.join(folder, "pg_dump"), ["--version"], { encoding: "utf8" });
  if (Number(/ (\d+)/.exec(version)?.[1] ?? 0) < release) return null;
  const env = environment(client, databaseUrl);
  const start = (program: string, args: readonly string[]) => spawn(path.join(folder, program), args, { env });
  return {
    async run(program, args) {
      const child = start(program, args);
      let printed = "";
      child.stdout.on("data", (chunk) => {
        printed += chunk;
      });
      await ended(program, child);
      return printed;
    },
    async runScript(before, program, args) {
      const psql = start("psql", ["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--file=-"]);
      // It may have ended already, and says why.
      psql.stdin.on("error", () => undefined);
      psql.stdout.resume();
      const done = ended("psql", psql);
      const from = start(program, args);
      psql.stdin.write(`BEGIN;\nSET LOCAL client_min_messages = warning;\n${before}\n`);
      from.stdout.pipe(psql.stdin, { end: false });
      psql.once("close", () => from.kill());
      const written = ended(program, from);
      // Without this line at its end nothing is done.
      const committed = written.then(() => psql.stdin.end("\nCOMMIT;\n"));
      committed.catch(() => psql.stdin.end());
      const [first, second] = await Promise.allSettled([done, committed]);
      for (const result of [first, second]) if (result.status === "rejected") throw result.reason;
    },
  };
}

/** The release of the server of a client, such as 15. */
export async function releaseOf(client: Client): Promise<number> {
  const { rows } = await client.query(`SELECT current_setting('server_version_num')::integer / 10000 AS "release"`);
  return rows[0].release;
}

/** The database of a client, as its programs are told it: a password is not seen in the list of processes. */
function environment(client: Client, databaseUrl: string): NodeJS.ProcessEnv {
  const { host, port, user, password, database } = client;
  const { programs } = readPostgresqlUrl(databaseUrl);
  const isVerified = programs.PGSSLMODE === "verify-full" && programs.PGSSLROOTCERT === undefined;
  return {
    // What a URL does not say is not encrypted, as with the package pg.
    PGSSLMODE: "disable",
    ...(isVerified ? { PGSSLROOTCERT: AUTHORITIES.find((file) => existsSync(file)) ?? "system" } : {}),
    ...process.env,
    ...programs,
    ...{ PGHOST: host, PGPORT: `${port}`, PGUSER: user, PGDATABASE: database },
    ...(typeof password === "string" ? { PGPASSWORD: password } : {}),
  };
}

function ended(program: string, child: ChildProcess): Promise<void> {
  let complaint = "";
  child.stderr?.on("data", (chunk) => {
    complaint += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} failed: ${firstLine(complaint)}`)),
    );
  });
}
