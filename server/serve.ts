/** Serves the built site: in one process, or with WORKERS in several at one port. */
import "./lean";
import cluster from "node:cluster";
import type { Server } from "node:http";
import { env, signingSecret } from "@/lib/env";
import { checkRest, takeDatabase } from "@/scripts/database/take-database";
import { listen } from "@/scripts/listening.mjs";
import { serveSite } from "@/server/serve-site";
import { runWorkers, serveAsWorker } from "@/server/workers";

// What is made beside the database has hashes of passwords and sessions.
process.umask(0o077);
try {
  if (cluster.isWorker) await serveAsWorker();
  else {
    signingSecret();
    // Held by this process for all of its workers.
    await takeDatabase(env().DATABASE_URL);
    if (env().WORKERS > 1) runWorkers(env().WORKERS, fail);
    else {
      const at = (server: Server) => listen(server, env().HOST, env().PORT);
      await serveSite({ socketPath: null, siblings: null, listen: at, say: console.log });
    }
    checkRest(env().DATABASE_URL, fail);
  }
} catch (error) {
  fail(error);
}

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
