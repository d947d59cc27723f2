import { copyFile } from "node:fs/promises";
import type { TestProject } from "vitest/node";
import { type RunningSite, startSite } from "./start-site";
import { templatesOfRun } from "./templates";

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
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const templates = await templatesOfRun();
  const many = project.name === "editors" ? Number(project.config.maxWorkers) : 1;
  const start = () => startSite((file) => copyFile(templates.withPeople, file), { FOOTNOTE_SECRET: templates.secret });
  const sites = await Promise.all(Array.from({ length: many }, start));
  project.provide("templates", templates);
  project.provide(
    "sites",
    sites.map(({ address }) => address),
  );
  return async () => void (await Promise.all(sites.map((site: RunningSite) => site.stop())));
}
