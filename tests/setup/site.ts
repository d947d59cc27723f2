import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { preparedDatabase } from "./prepared-database";

declare module "vitest" {
  interface ProvidedContext {
    site: string;
  }
}

/** Starts the built site on a free port with a database of its own; tells the tests its address. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(".next/BUILD_ID")) throw new Error("The site is not built: run npm test, which builds it");
  const folder = mkdtempSync(path.join(tmpdir(), "footnote-site-"));
  const file = path.join(folder, "footnote.db");
  await preparedDatabase(file);
  const server = spawn(process.execPath, ["--import", "tsx", "scripts/serve.ts"], {
    env: { ...process.env, NODE_ENV: "production", DATABASE_URL: `file:${file}`, PORT: "0", SITE_URL: "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const site = await new Promise<string>((resolve, reject) => {
    server.stdout.on("data", (chunk) => {
      const address = /ready at (\S+)/.exec(String(chunk))?.[1];
      if (address) resolve(address);
    });
    server.on("exit", (code) => reject(new Error(`The site stopped with code ${code}`)));
  });
  project.provide("site", site);
  return async () => {
    const gone = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
}
