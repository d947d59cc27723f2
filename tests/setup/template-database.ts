import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { preparedDatabase } from "./prepared-database";

declare module "vitest" {
  interface ProvidedContext {
    templateDatabase: string;
  }
}

/** Makes one migrated and seeded database for all data tests; each worker copies it. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(path.join(tmpdir(), "footnote-data-"));
  const file = path.join(folder, "template.db");
  await preparedDatabase(file);
  project.provide("templateDatabase", file);
  return () => rmSync(folder, { recursive: true, force: true });
}
