import type { ServerResponse } from "node:http";
import { PROBLEM_JSON, problemOf } from "@/lib/http/problem";
import { Busy } from "@/server/pages/work-queue";
import type { Upstream } from "@/server/upstream";

/** What programs ask; everything else is a page, /api about them included. */
const API = /^\/api\//;

/** Why the proxy does not give a request to the app, or does not give its answer back. The message names the cause and the cure. */
export interface ErrorResponse {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Whether an address is one of the API, where errors have one shape. */
export function isApi(address: string): boolean {
  return API.test(address);
}

/** Begins the answer to a refused request: in the shape of errors to whoever asks the API, else as a line of text. It is not ended. */
export function beginRefusal(response: ServerResponse, address: string, refusal: ErrorResponse): void {
  const { status, code, message, headers } = refusal;
  const [type, text] = isApi(address)
    ? [PROBLEM_JSON, JSON.stringify(problemOf(status, code, message))]
    : ["text/plain; charset=utf-8", `${message}\n`];
  response.writeHead(status, {
    "content-type": type,
    "content-length": Buffer.byteLength(text),
    "cache-control": "no-store",
    ...headers,
  });
  response.write(text);
}

/** Refuses a request. */
export function refuseWith(response: ServerResponse, address: string, refusal: ErrorResponse): void {
  beginRefusal(response, address, refusal);
  response.end();
}

/** 405 with the methods that the app offers at an address; 404 where it has none. */
export async function refuseMethod(app: Upstream, address: string): Promise<ErrorResponse> {
  const { headers } = (await app({ method: "OPTIONS", address })).resume();
  if (headers.allow === undefined) return NOTHING_HERE;
  const { allow } = headers;
  return { status: 405, code: "not_offered", message: `This address offers ${allow}.`, headers: { allow } };
}

/** What is said where answering failed. */
export function refusalFor(error: unknown): ErrorResponse {
  if (!(error instanceof Busy)) {
    return { status: 500, code: "internal", message: "This could not be answered. Please try again." };
  }
  const headers = { "retry-after": String(error.seconds) };
  return { status: 503, code: "busy", message: `${error.message}: try again in ${error.seconds} seconds.`, headers };
}

/** What is said while the site is being stopped. */
export const STOPPING: ErrorResponse = {
  status: 503,
  code: "stopping",
  message: "The site is being stopped: try again in 5 seconds.",
  headers: { "retry-after": "5", connection: "close" },
};

/** What is said where no address fits. */
export const NOTHING_HERE: ErrorResponse = {
  status: 404,
  code: "not_found",
  message: "There is nothing here: check the address.",
};
