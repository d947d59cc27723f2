import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { preparedDatabase } from "./prepared-database";

/** A running site with a database of its own. */
export interface RunningSite {
  readonly address: string;
  /** Its file, where it is kept in one. */
  readonly database: string;
  readonly databaseUrl: string;
  /** What it has printed so far. */
  readonly output: () => string;
  readonly process: ChildProcess;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the built site on a free port. `fill` makes its database, migrated and seeded unless told otherwise; it is not used where the
 * settings name another.
 */
export async function startSite(
  fill: (database: string) => Promise<void> = preparedDatabase,
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningSite> {
  if (!existsSync(".next/BUILD_ID")) throw new Error("The site is not built: run npm test, which builds it");
  const folder = mkdtempSync(path.join(tmpdir(), "footnote-site-"));
  const database = path.join(folder, "footnote.db");
  if (settings.DATABASE_URL === undefined) await fill(database);
  const port = await freePort();
  const server = spawn(process.execPath, ["--import", "tsx", "server/serve.ts"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      // As npm start does.
      MALLOC_ARENA_MAX: "2",
      DATABASE_URL: `file:${database}`,
      PORT: `${port}`,
      DATA_FOLDER: folder,
      SITE_URL: "",
      FOOTNOTE_SECRET: randomBytes(32).toString("base64url"),
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  server.stderr.on("data", (chunk) => {
    output += chunk;
    process.stderr.write(chunk);
  });
  await new Promise<void>((resolve, reject) => {
    server.stdout.on("data", (chunk) => {
      output += chunk;
      if (output.includes("ready at")) resolve();
    });
    server.on("exit", (code) => reject(new Error(`The site stopped with code ${code}`)));
  });
  const stop = async () => {
    const gone = new Promise((resolve) => server.once("exit", resolve));
    if (server.kill("SIGTERM")) await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  const databaseUrl = settings.DATABASE_URL ?? `file:${database}`;
  return { address: `http://localhost:${port}`, database, databaseUrl, output: () => output, process: server, stop };
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
