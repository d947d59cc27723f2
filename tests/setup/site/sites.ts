import { copyFile } from "node:fs/promises";
import type { TestProject } from "vitest/node";
import { copyDatabase, type Postgresql, postgresqlOfRun } from "@/tests/setup/data/postgresql";
import { type RunningSite, startSite } from "./start-site";
import { type Templates, templatesOfRun } from "./templates";

declare module "vitest" {
  interface ProvidedContext {
    /** The sites of a project: one for all of its workers, or one for each. */
    sites: readonly string[];
  }
}

/**
 * Starts the built site for the tests of a project. Browser tests only read, so they share one. Editors change what is there: each of
 * their workers has a site, which its files use one after the other, in any order. So a file may assume that what is seeded is there
 * under its key, and that the sessions are good; not that nothing else is there, nor that a record has its first version or name. What
 * it makes has names, numbers and places of its own, it changes only records that no other file changes, and it ends no session but its own.
 * Projects whose names say so have their sites on PostgreSQL.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const templates = await templatesOfRun();
  const many = project.name.startsWith("editors") ? Number(project.config.maxWorkers) : 1;
  const postgresql = project.name.endsWith("-postgresql") ? await postgresqlOfRun() : null;
  const start = () => (postgresql === null ? startOnSqlite(templates) : startOnPostgresql(postgresql));
  const sites = await Promise.all(Array.from({ length: many }, start));
  const { sessions, secret } = postgresql ?? templates;
  project.provide("postgresql", postgresql);
  project.provide("templates", { ...templates, sessions, secret });
  project.provide(
    "sites",
    sites.map(({ address }) => address),
  );
  return async () => void (await Promise.all(sites.map((site: RunningSite) => site.stop())));
}

function startOnSqlite({ withPeople, secret }: Templates): Promise<RunningSite> {
  return startSite((file) => copyFile(withPeople, file), { FOOTNOTE_SECRET: secret });
}

async function startOnPostgresql(postgresql: Postgresql): Promise<RunningSite> {
  const DATABASE_URL = await copyDatabase(postgresql, postgresql.withPeople);
  return startSite(undefined, { DATABASE_URL, FOOTNOTE_SECRET: postgresql.secret });
}
