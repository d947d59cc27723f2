import { randomBytes } from "node:crypto";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { discoverRoutes } from "next/dist/build/route-discovery.js";
import { getSortedRoutes } from "next/dist/shared/lib/router/utils/index.js";
import type { TestProject } from "vitest/node";
import type { Role } from "@/lib/auth/person";
import { preparedDatabase } from "./prepared-database";
import { makePeople, type SessionCookie } from "./signed-in";

/** What is made once for a run of tests. Databases are copied, never written to. */
export interface Templates {
  /** Migrated and seeded, as a first start leaves it. */
  readonly seeded: string;
  /** The same with an account of each role (viewer@example.org and so on), each signed in. */
  readonly withPeople: string;
  /** The sessions of those accounts: good at a site with `secret`. */
  readonly sessions: Readonly<Record<Role, SessionCookie>>;
  readonly secret: string;
  /** Routes of the app with their files, the more exact first. */
  readonly routes: readonly { readonly route: string; readonly file: string }[];
}

declare module "vitest" {
  interface ProvidedContext {
    templates: Templates;
  }
}

// Each project loads its own set-up, all of them in one process.
const run = globalThis as { footnoteTemplates?: Promise<Templates> };

/** The templates of this run, made where nobody has asked before. */
export function templatesOfRun(): Promise<Templates> {
  run.footnoteTemplates ??= make();
  return run.footnoteTemplates;
}

/** Gives them to the tests of a project. */
export default async function setup(project: TestProject): Promise<void> {
  project.provide("templates", await templatesOfRun());
}

async function make(): Promise<Templates> {
  const folder = mkdtempSync(path.join(tmpdir(), "footnote-templates-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const seeded = path.join(folder, "seeded.db");
  const withPeople = path.join(folder, "with-people.db");
  const secret = randomBytes(32).toString("base64url");
  await preparedDatabase(seeded);
  copyFileSync(seeded, withPeople);
  const [sessions, routes] = await Promise.all([makePeople(withPeople, secret), appRoutes()]);
  return { seeded, withPeople, sessions, secret, routes };
}

/** The routes of the app, found by the framework's own rules. */
async function appRoutes(): Promise<Templates["routes"]> {
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
