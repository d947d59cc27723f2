import { mkdtempSync, rmSync } from "node:fs";
import { Agent, type IncomingMessage, type OutgoingHttpHeaders, request as open } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Readable } from "node:stream";

/** One request to the app. */
interface Question {
  readonly method?: string;
  /** Path and query. */
  readonly address: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: Readable | null;
  /** Gives the question up. */
  readonly signal?: AbortSignal;
}

/** Asks the app: fulfilled when its headers are there. What is asked without headers is asked as nobody in particular. */
export type Upstream = (question: Question) => Promise<IncomingMessage>;

/** Makes a folder for sockets that only this user may open; it goes with this process. */
export function makeSocketFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "footnote-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The name of a socket in such a folder; on Windows a named pipe. */
export function socketIn(folder: string, name: string): string {
  return process.platform === "win32" ? `\\\\.\\pipe\\${path.basename(folder)}-${name}` : path.join(folder, name);
}

/** The app that listens at a socket (server/next-worker.mjs). */
export function appAt(socketPath: string): Upstream {
  const agent = new Agent({ keepAlive: true });
  return ({ method = "GET", address, headers = { host: "localhost" }, body = null, signal }) =>
    new Promise((resolve, reject) => {
      const asked = open({ socketPath, agent, method, path: address, headers, signal });
      asked.on("response", resolve).on("error", reject);
      if (body === null) return asked.end();
      body.on("error", (error) => asked.destroy(error)).pipe(asked);
    });
}
