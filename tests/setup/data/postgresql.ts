import { randomBytes } from "node:crypto";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import type { Role } from "@/lib/auth/person";
import { startPostgresql } from "@/tests/setup/data/postgresql-server";
import { preparedDatabase } from "@/tests/setup/site/prepared-database";
import { makePeople, type SessionCookie } from "@/tests/setup/site/signed-in";

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
  const { url: server, folder, certificate } = await startPostgresql();
  const [seeded, withPeople, secret] = ["seeded", "with_people", randomBytes(32).toString("base64url")];
  await createDatabase(server, seeded);
  await preparedDatabase(`${server}/${seeded}`);
  await createDatabase(server, withPeople, seeded);
  const sessions = await makePeople(`${server}/${withPeople}`, secret);
  return { server, folder, certificate, seeded, withPeople, sessions, secret };
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
