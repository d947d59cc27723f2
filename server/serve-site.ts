/** One process of the site: the proxy here, Next behind it in a thread of its own. */
import { once } from "node:events";
import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import { directDatabaseUrl, env, projectRoot } from "@/lib/env";
import { logEvent } from "@/lib/log";
import { paths } from "@/lib/paths";
import { refuseWith, STOPPING } from "@/server/error-response";
import { countFromApp, watchApp } from "@/server/metrics";
import { observed } from "@/server/observed";
import { publishedChangesIn } from "@/server/pages/publication-changes";
import { createRequestHandler, type Siblings } from "@/server/request-handler";
import { compressStatic } from "@/server/static-files";
import { startApp } from "./next-thread";

/** Pages of each kind rendered at the start: after the first few the code that renders them is compiled. */
const OF_EACH_KIND = 4;
/** How long requests under way may take when the site is stopped, in milliseconds. */
const STOPPING_MS = 10_000;
/** Limits on what is being sent to the site, in milliseconds. */
const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 2000,
};
/** How long a reader may take in nothing of an answer, in milliseconds. */
const IDLE_MS = 30_000;
const MOST_CONNECTIONS = 5000;

/** How this process stands among those at one port. */
export interface Place {
  /** The socket of its app; null for one of its own. */
  readonly socketPath: string | null;
  /** Null where it is alone. */
  readonly siblings: Siblings | null;
  /** Has the server answer whoever connects, and gives the port. */
  readonly listen: (server: Server) => Promise<number>;
  /** Says a line to whoever started the site. */
  readonly say: (line: string) => void;
}

/** Serves until it is told to stop, which ends the process. Rejects where it cannot, with cause and cure. */
export async function serveSite({ socketPath, siblings, listen, say }: Place): Promise<void> {
  const { METRICS_TOKEN, SITE_URL, TRUSTED_PROXY } = env();
  let toldFirstRun = (_path: string) => {};
  const firstRun = new Promise<string>((resolve) => {
    toldFirstRun = resolve;
  });
  const published = publishedChangesIn(env().DATABASE_URL, directDatabaseUrl());
  const place = { socketPath, isFirst: siblings?.writer == null };
  const [{ app, utilization, stop: stopApp }] = await Promise.all([
    startApp({ onFirstRun: toldFirstRun, onCounted: countFromApp }, place),
    compressStatic(projectRoot),
  ]);
  watchApp(utilization);
  const front = await createRequestHandler(app, {
    siteUrl: SITE_URL,
    trustedProxy: TRUSTED_PROXY,
    root: projectRoot,
    metricsToken: METRICS_TOKEN,
    published,
    siblings,
  });

  let isStopping = false;
  const underway = new Set<ServerResponse>();
  const answer: RequestListener = observed((request, response) => {
    underway.add(response);
    response.once("close", () => underway.delete(response));
    if (isStopping) refuseWith(response, request.url ?? "", STOPPING);
    else front(request, response);
  });
  const server = createServer(LIMITS, answer);
  let connections = 0;
  server.on("connection", (socket) => {
    connections += 1;
    socket.once("close", () => {
      connections -= 1;
    });
    if (connections > MOST_CONNECTIONS) socket.destroy();
  });
  server.setTimeout(IDLE_MS, (socket) => {
    // Who waits for an answer that takes its time may wait; who does not read what was sent has gone.
    if (socket.writableLength > 0) socket.destroy();
  });
  // Whoever asks before sending a body is told by the answer itself, or to go on when the body is wanted (proxy-request.ts).
  server.on("checkContinue", answer);
  server.on("connect", (_request, socket) => {
    socket.end("HTTP/1.1 405 Method Not Allowed\r\nAllow: GET, HEAD\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
  });

  const port = await listen(server);
  const site = SITE_URL ?? `http://localhost:${port}`;
  say(`Footnote is ready at ${site}`);
  void firstRun.then((path) => {
    say(`There is no account yet. Make the first, within a day: ${new URL(path, site)}`);
  });
  void warm(port);

  /** Finishes what is under way, closes the database, and ends. Whoever asks meanwhile is told when to come back. */
  async function stop(): Promise<void> {
    if (isStopping) return;
    isStopping = true;
    logEvent("info", "The site is being stopped", { detail: `${underway.size} requests are under way` });
    const finished = [...underway].map((response) => {
      response.shouldKeepAlive = false;
      return once(response, "close");
    });
    await Promise.race([Promise.all(finished), new Promise((resolve) => setTimeout(resolve, STOPPING_MS))]);
    server.close();
    // Who closes a database last folds its log away, and that is the app: it alone may write.
    published.close();
    await stopApp();
    process.exit(0);
  }
  process.on("SIGTERM", () => void stop());
  process.on("SIGINT", () => void stop());
  // Whoever started the site by this channel (scripts/start.mjs) is gone, and nobody would stop it any more.
  process.on("disconnect", () => void stop());
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
