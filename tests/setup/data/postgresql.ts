import { execFileSync, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import type { Role } from "@/lib/auth/person";
import { postgresqlFolder } from "@/scripts/database/postgresql/programs.mjs";
import { preparedDatabase } from "@/tests/setup/site/prepared-database";
import { makePeople, type SessionCookie } from "@/tests/setup/site/signed-in";
import { freePort } from "@/tests/setup/site/start-site";

export interface Postgresql {
  /** A URL without the name of a database. */
  readonly server: string;
  /** The folder of its socket. */
  readonly folder: string;
  /** The file of the certificate with which it encrypts what is asked for at localhost; null where there is no openssl to make one. */
  readonly certificate: string | null;
  /** Databases that others are copied from, and nobody opens: migrated and seeded; the same with an account of each role. */
  readonly seeded: string;
  readonly withPeople: string;
  /** The sessions of those accounts: good at a site with `secret`. */
  readonly sessions: Readonly<Record<Role, SessionCookie>>;
  readonly secret: string;
}

declare module "vitest" {
  interface ProvidedContext {
    /** Null or not there where a project is not on PostgreSQL. */
    postgresql: Postgresql | null;
  }
}

// Each project loads its own set-up, all of them in one process.
const run = globalThis as { footnotePostgresql?: Promise<Postgresql> };

/** The PostgreSQL of this run, started where nobody has asked before; it ends with the run. */
export function postgresqlOfRun(): Promise<Postgresql> {
  run.footnotePostgresql ??= make();
  return run.footnotePostgresql;
}

/** Gives it to the tests of a project. */
export default async function setup(project: TestProject): Promise<void> {
  project.provide("postgresql", await postgresqlOfRun());
}

async function make(): Promise<Postgresql> {
  const bin = postgresqlFolder("initdb");
  if (bin === null) throw new Error("There is no PostgreSQL: install it (apt-get install postgresql)");
  const started = await startPostgresql(bin);
  const { server } = started;
  const [seeded, withPeople, secret] = ["seeded", "with_people", randomBytes(32).toString("base64url")];
  await createDatabase(server, seeded);
  await preparedDatabase(`${server}/${seeded}`);
  await createDatabase(server, withPeople, seeded);
  const sessions = await makePeople(`${server}/${withPeople}`, secret);
  return { ...started, seeded, withPeople, sessions, secret };
}

/** Makes a copy of a database that nobody uses, under a name of its own; answers its URL. */
export async function copyDatabase({ server }: Postgresql, template: string): Promise<string> {
  const name = `copy_${randomBytes(8).toString("hex")}`;
  await createDatabase(server, name, template);
  return `${server}/${name}`;
}

/** Makes an empty database, or a copy of another that nobody uses. */
export async function createDatabase(server: string, name: string, template?: string): Promise<void> {
  const client = new Client({ connectionString: `${server}/postgres` });
  await client.connect();
  await client.query(`CREATE DATABASE "${name}"${template === undefined ? "" : ` TEMPLATE "${template}"`}`);
  await client.end();
}

/**
 * Starts a server in a folder of its own, as a user that is not root, since it refuses that one. It asks a user called secretive, whom
 * a test may make, for a password.
 */
async function startPostgresql(bin: string): Promise<Pick<Postgresql, "server" | "folder" | "certificate">> {
  const folder = mkdtempSync(path.join(tmpdir(), "footnote-postgresql-"));
  const owner = userInfo().uid === 0 ? otherUser() : null;
  if (owner !== null) chownSync(folder, owner.uid, owner.gid);
  const program = (name: string, ...args: readonly string[]) =>
    execFileSync(path.join(bin, name), args, { ...owner, cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  const data = path.join(folder, "data");
  const port = await freePort();
  // Nothing here has to outlive a power cut.
  const settings = `-p ${port} -k "${folder}" -c listen_addresses=127.0.0.1,::1 -c fsync=off -c max_connections=200`;
  program("initdb", "-D", data, "-A", "trust", "-U", "footnote", "-E", "UTF8", "--locale=C");
  const rules = path.join(data, "pg_hba.conf");
  writeFileSync(rules, `host all secretive all scram-sha-256\n${readFileSync(rules, "utf8")}`);
  const certificate = makeCertificate(data, owner);
  const encryption = certificate === null ? "" : "-c ssl=on";
  program("pg_ctl", "-D", data, "-o", `${settings} ${encryption}`, "-l", path.join(folder, "log"), "-w", "start");
  process.once("exit", () => {
    program("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop");
    rmSync(folder, { recursive: true, force: true });
  });
  return { server: `postgresql://footnote@127.0.0.1:${port}`, folder, certificate };
}

/** Makes a key and its certificate where a server looks for them; null where there is no openssl. */
function makeCertificate(data: string, owner: { readonly uid: number; readonly gid: number } | null): string | null {
  const [key, certificate] = [path.join(data, "server.key"), path.join(data, "server.crt")];
  const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
  const { status } = spawnSync("openssl", [
    ...["req", "-new", "-x509", "-nodes", "-days", "30", ...subject],
    ...["-keyout", key, "-out", certificate],
  ]);
  if (status !== 0) return null;
  chmodSync(key, 0o600);
  if (owner !== null) chownSync(key, owner.uid, owner.gid);
  return certificate;
}

function otherUser(): { readonly uid: number; readonly gid: number } {
  const id = (flag: string, name: string) => Number(execFileSync("id", [flag, name], { encoding: "utf8" }));
  const name = spawnSync("id", ["postgres"]).status === 0 ? "postgres" : "nobody";
  return { uid: id("-u", name), gid: id("-g", name) };
}
