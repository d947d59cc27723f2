import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { discoverRoutes } from "next/dist/build/route-discovery.js";
import { getSortedRoutes } from "next/dist/shared/lib/router/utils/index.js";
import type { TestProject } from "vitest/node";
import { preparedDatabase } from "./prepared-database";

declare module "vitest" {
  interface ProvidedContext {
    templateDatabase: string;
    /** Routes of the app with their files, the more exact first. */
    routes: readonly { readonly route: string; readonly file: string }[];
  }
}

/** Makes one migrated and seeded database for all data tests, which each file copies, and finds the routes of the app by the framework's rules. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(path.join(tmpdir(), "footnote-data-"));
  const file = path.join(folder, "template.db");
  await preparedDatabase(file);
  project.provide("templateDatabase", file);
  project.provide("routes", await appRoutes());
  return () => rmSync(folder, { recursive: true, force: true });
}

async function appRoutes() {
  const baseDir = path.resolve(".");
  const found = await discoverRoutes({
    appDir: path.join(baseDir, "app"),
    baseDir,
    isDev: false,
    pageExtensions: ["tsx", "ts", "jsx", "js"],
  });
  const files = new Map(
    [...found.appRoutes, ...found.appRouteHandlers].map(({ route, filePath }) => [route, filePath]),
  );
  return getSortedRoutes([...files.keys()]).map((route) => ({ route, file: files.get(route) ?? "" }));
}
