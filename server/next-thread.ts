/** Starts the app in its thread, and ends it. */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { CountedEvent } from "@/lib/counted";
import { internalSecret } from "@/lib/http/internal-header";
import { logEvent } from "@/lib/log";
import { appAt, makeSocketFolder, socketIn, type Upstream } from "@/server/upstream";

/** Room for what has just been made, in megabytes: by itself Node takes three times as much, and holds it. */
const YOUNG_MB = 16;
/** Room for what stays, in megabytes: three times what lives. Node would let garbage grow further the more memory the machine has. */
const OLD_MB = 400;
/** How long the app may take to close the database, in milliseconds. */
const CLOSING_MS = 2000;

/** The app that runs. */
export interface RunningApp {
  readonly app: Upstream;
  /** Share of the time since it was last asked for in which the thread was busy, 0 to 1. */
  readonly utilization: () => number;
  /** Closes the database and ends the thread. */
  readonly stop: () => Promise<void>;
}

/** What the thread says: that it can be asked, where to make the first account while there is none (instrumentation.ts), what to count. */
type AppMessage = { readonly ready: true } | { readonly firstRun: string } | { readonly counted: CountedEvent };

interface Listeners {
  readonly onFirstRun: (path: string) => void;
  readonly onCounted: (event: CountedEvent) => void;
}

/** Where the app is to listen (null: in a folder of its own), and whether it is the one that says where to make the first account. */
interface AppPlace {
  readonly socketPath: string | null;
  readonly isFirst: boolean;
}

/** Starts the app behind a socket that only this user may open. */
export async function startApp(
  { onFirstRun, onCounted }: Listeners,
  { socketPath: told, isFirst }: AppPlace = { socketPath: null, isFirst: true },
): Promise<RunningApp> {
  const socketPath = told ?? socketIn(makeSocketFolder(), "app");
  const workerData = { socketPath, internalSecret: internalSecret(), isFirst };
  const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_MB, maxOldGenerationSizeMb: OLD_MB };
  const thread = new Worker(new URL("./next-worker.mjs", import.meta.url), { workerData, resourceLimits });
  const failed = (error: unknown) => {
    logEvent("error", "The app ended", { detail: error });
    process.exit(1);
  };
  thread.once("error", failed).once("exit", failed);
  await new Promise<void>((resolve) => {
    thread.on("message", (message: AppMessage) => {
      if ("ready" in message) resolve();
      else if ("counted" in message) onCounted(message.counted);
      else onFirstRun(message.firstRun);
    });
  });
  const stop = async () => {
    thread.off("exit", failed);
    const ended = once(thread, "exit");
    thread.postMessage("stop");
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, CLOSING_MS))]);
  };
  let last = thread.performance.eventLoopUtilization();
  const utilization = () => {
    const now = thread.performance.eventLoopUtilization();
    const { utilization: share } = thread.performance.eventLoopUtilization(now, last);
    last = now;
    return share;
  };
  return { app: appAt(socketPath), utilization, stop };
}
