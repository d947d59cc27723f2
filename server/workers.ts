/**
 * Several processes at one port (docs/decisions/0019). The first writes, and does what is known to one process only: imports, backups,
 * the queue of passwords to check, attempts under way. The others read, and give it every request that may write.
 */
import cluster, { type Worker } from "node:cluster";
import { rmSync } from "node:fs";
import type { Server } from "node:http";
import type { Socket } from "node:net";
import { env } from "@/lib/env";
import { internalSecret, takeInternalSecret } from "@/lib/http/internal-header";
import { logEvent } from "@/lib/log";
import { Connections, serverOfGiven } from "@/server/connections";
import { Busy } from "@/server/pages/work-queue";
import { serveSite } from "@/server/serve-site";
import { appAt, makeSocketFolder, socketIn, type Upstream } from "@/server/upstream";

/** After how long a worker that ended is started again, in milliseconds. */
const PAUSE_MS = 1000;

/** What the process at the top tells a worker: first who it is, then that another has written. Each `written` is answered by `known`. */
type ToWorker =
  | { readonly index: number; readonly folder: string; readonly secret: string }
  | { readonly written: number }
  | { readonly allKnow: number }
  | { readonly port: number }
  | { readonly connection: number };
/** What a worker tells: that it hears, that it serves, a line for people, that it has written, knows of what another has, has a connection. */
type FromWorker =
  | "hearing"
  | "serving"
  | { readonly say: string }
  | { readonly wrote: number }
  | { readonly known: number }
  | { readonly taken: number };

const socketOf = (folder: string, index: number) => socketIn(folder, `app-${index}`);

/** Starts workers and keeps them running until this process is told to stop; `fail` ends it with what could not be had. */
export function runWorkers(count: number, fail: (error: unknown) => void): void {
  const { HOST, PORT } = env();
  const folder = makeSocketFolder();
  const workers = new Map<number, Worker>();
  /** Those that hear: what is said to one that has just been started is lost, and it knows nothing that could be old. */
  const hearing = new Set<Worker>();
  const connections = new Connections();
  const haveServed = new Set<number>();
  const said = new Set<string>();
  const writings = new Writings();
  let isStopping = false;

  const start = (index: number) => {
    const worker = cluster.fork();
    workers.set(index, worker);
    worker.on("message", (message: FromWorker) => {
      if (message === "hearing") {
        hearing.add(worker);
        worker.send({ index, folder, secret: internalSecret() } satisfies ToWorker);
        return;
      }
      if (message === "serving") {
        connections
          .add(worker, HOST, PORT)
          .then((port) => worker.send({ port } satisfies ToWorker))
          .catch(fail);
        return;
      }
      if ("taken" in message) connections.taken(worker, message.taken);
      if ("wrote" in message) writings.tell(worker, message.wrote, [...hearing]);
      if ("known" in message) writings.know(worker, message.known);
      if (!("say" in message)) return;
      haveServed.add(index);
      if (!said.has(message.say)) console.log(message.say);
      said.add(message.say);
      // The others need the first.
      for (let other = 2; index === 1 && other <= count; other += 1) if (!workers.has(other)) start(other);
    });
    // What cannot be told to one that is ending: "exit" follows.
    worker.on("error", () => undefined);
    worker.once("exit", (code) => {
      hearing.delete(worker);
      connections.remove(worker);
      writings.forget(worker);
      if (isStopping) return;
      // It cannot serve here, and has said why. One that has served before is started again until it does.
      if (!haveServed.has(index)) process.exit(1);
      logEvent("error", "A worker ended and is started again", { detail: `worker ${index}, code ${code}` });
      setTimeout(() => isStopping || start(index), PAUSE_MS);
    });
  };

  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    const [first, ...others] = [...workers].sort(([a], [b]) => a - b).map(([, worker]) => worker);
    await Promise.all(others.map(ended));
    if (first) await ended(first);
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT", "disconnect"]) process.on(signal, () => void stop());
  start(1);
}

/** Ends a worker, which finishes what is under way. */
function ended(worker: Worker): Promise<void> {
  if (worker.isDead()) return Promise.resolve();
  return new Promise((resolve) => {
    worker.once("exit", () => resolve());
    worker.process.kill("SIGTERM");
  });
}

/** Tells of what one worker wrote to all others, and it when they know. */
class Writings {
  readonly #waiting = new Map<number, { readonly by: Worker; readonly id: number; readonly for: Set<Worker> }>();
  #last = 0;

  tell(by: Worker, id: number, workers: readonly Worker[]): void {
    this.#last += 1;
    const others = workers.filter((worker) => worker !== by);
    this.#waiting.set(this.#last, { by, id, for: new Set(others) });
    for (const worker of others) worker.send({ written: this.#last } satisfies ToWorker);
    this.#settle(this.#last);
  }

  know(worker: Worker, number: number): void {
    this.#waiting.get(number)?.for.delete(worker);
    this.#settle(number);
  }

  /** Waits for a worker no more. */
  forget(worker: Worker): void {
    for (const number of this.#waiting.keys()) this.know(worker, number);
  }

  #settle(number: number): void {
    const writing = this.#waiting.get(number);
    if (writing === undefined || writing.for.size > 0) return;
    this.#waiting.delete(number);
    if (writing.by.isConnected()) writing.by.send({ allKnow: writing.id } satisfies ToWorker);
  }
}

/** Serves as one of several, as it is told to. */
export async function serveAsWorker(): Promise<void> {
  const tell = (message: FromWorker) => void process.send?.(message);
  const waiting = new Map<number, () => void>();
  let noticed = () => {};
  let opened = (_port: number) => {};
  let serve = (_socket: Socket) => {};
  let last = 0;
  const { index, folder, secret } = await new Promise<Extract<ToWorker, { folder: string }>>((resolve) => {
    process.on("message", (message: ToWorker, socket?: Socket) => {
      if ("folder" in message) resolve(message);
      if ("port" in message) opened(message.port);
      if ("connection" in message) {
        tell({ taken: message.connection });
        // None where whoever connected has gone.
        if (socket) serve(socket);
      }
      if ("written" in message) {
        noticed();
        tell({ known: message.written });
      }
      if ("allKnow" in message) {
        waiting.get(message.allKnow)?.();
        waiting.delete(message.allKnow);
      }
    });
    tell("hearing");
  });
  takeInternalSecret(secret);
  const socketPath = socketOf(folder, index);
  // One that was killed leaves it behind.
  rmSync(socketPath, { force: true });
  const siblings = {
    writer: index === 1 ? null : writerAt(socketOf(folder, 1)),
    watch: (changed: () => void) => {
      noticed = changed;
    },
    tellWritten: () => {
      last += 1;
      const id = last;
      tell({ wrote: id });
      return new Promise<void>((resolve) => waiting.set(id, resolve));
    },
  };
  const listen = (server: Server) =>
    new Promise<number>((resolve) => {
      opened = resolve;
      serve = serverOfGiven(server);
      tell("serving");
    });
  await serveSite({ socketPath, siblings, listen, say: (line) => tell({ say: line }) });
}

/** The app that writes; while it is started again, who asks is told to come back. */
function writerAt(socketPath: string): Upstream {
  const app = appAt(socketPath);
  return (question) =>
    app(question).catch((error: NodeJS.ErrnoException) => {
      throw error.code === "ENOENT" || error.code === "ECONNREFUSED" ? new Busy() : error;
    });
}
