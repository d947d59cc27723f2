/** Serves the built site: Next behind the front, in one process. */
import "./lean";
import { createServer } from "node:http";
import next from "next";
import { env, signingSecret, sqliteFile } from "@/lib/env";
import { createFront } from "@/lib/http/front";
import { paths } from "@/lib/paths";
import { takeServingLock } from "./database-lock";
import { checkDatabase } from "./database-state";
import { listenFailure } from "./listening.mjs";
import { publishedChangesIn } from "./published-changes";

/** Pages of each kind rendered at the start: after the first few the code that renders them is compiled. */
const OF_EACH_KIND = 4;

// What is made beside the database has hashes of passwords and sessions.
process.umask(0o077);
try {
  signingSecret();
  const database = sqliteFile(env().DATABASE_URL);
  checkDatabase(database);
  takeServingLock(database);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
const { HOST, PORT, SITE_URL, TRUSTED_PROXY } = env();
const app = next({ dev: false });
const handle = app.getRequestHandler();
await app.prepare();

const front = createFront((request, response) => void handle(request, response), {
  siteUrl: SITE_URL,
  trustedProxy: TRUSTED_PROXY,
  readChanges: publishedChangesIn(sqliteFile(env().DATABASE_URL)),
});
const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 10_000 }, front);

server.on("error", (error: NodeJS.ErrnoException) => {
  console.error(listenFailure(error, HOST, PORT));
  process.exit(1);
});

server.listen(PORT, HOST, () => {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : PORT;
  const site = SITE_URL ?? `http://localhost:${port}`;
  console.log(`Footnote is ready at ${site}`);
  void welcome(port, site);
});

/** Says where to make the first account while there is none, then gets ready for readers. */
async function welcome(port: number, site: string): Promise<void> {
  await fetch(`http://127.0.0.1:${port}${paths.health()}`).catch(() => undefined);
  // What instrumentation.ts found when the first request began the app: in this process, but in code built apart.
  const { footnoteFirstRun } = globalThis as { footnoteFirstRun?: string | null };
  if (footnoteFirstRun) {
    console.log(`There is no account yet. Make the first, within a day: ${new URL(footnoteFirstRun, site)}`);
  }
  await warm(port);
}

/** Renders the pages that most readers open first, and some of each kind behind them, so that the first reader need not wait. */
async function warm(port: number): Promise<void> {
  const ask = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();
  try {
    for (const list of [paths.dashboard(), paths.metrics(), paths.regions(), paths.sources(), paths.method()]) {
      const links = (await ask(list)).matchAll(/href="(\/(?:figures|metrics|regions|sources)\/[^"?#]+)"/g);
      for (const path of [...new Set([...links].map((link) => link[1] ?? ""))].slice(0, OF_EACH_KIND)) await ask(path);
    }
  } catch {
    // Stopped meanwhile: whoever asks next renders what is missing.
  }
}

/** Finishes what is under way, for at most five seconds. */
function stop(): void {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), 5000).unref();
}
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
// Whoever started the site by this channel (scripts/start.mjs) is gone, and nobody would stop it any more.
process.on("disconnect", stop);
