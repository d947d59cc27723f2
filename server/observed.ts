import { randomUUID } from "node:crypto";
import type { RequestListener } from "node:http";
import { log } from "@/lib/log";
import { requestDuration, saves } from "@/server/metrics";

/** The number of a request, in its answer, in the log and in what is said of a fault of the program. */
export const REQUEST_ID = "X-Request-Id";

const READING = /^(?:GET|HEAD|OPTIONS)$/;

/** What addresses are counted as, the more exact first; paths alone, and nothing of what was asked for is told. */
const ROUTES: readonly (readonly [RegExp, string])[] = [
  [/^\/(?:_next\/static|fonts)\//, "static"],
  [/^\/api\/(?:health|metrics)(?:[/?]|$)/, "operation"],
  [/^\/(?:api\/auth|login|setup|invite)(?:[/?]|$)/, "sign-in"],
  [/^\/api\/v1\/imports(?:[/?]|$)/, "import"],
  [/^\/api\/v1\/figures\.(?:csv|json)(?:\?|$)/, "download"],
  [/^\/api(?:[/?]|$)/, "api"],
  [/^\/admin(?:[/?]|$)/, "editors"],
  [/^\/search(?:\?|$)/, "search"],
];

/** What a request is counted as: one of a few words. */
export function routeOf(method: string, address: string): string {
  const route = ROUTES.find(([pattern]) => pattern.test(address))?.[1] ?? "page";
  return route === "api" && !READING.test(method) ? "save" : route;
}

function outcomeOf(status: number): string {
  if (status < 400) return "saved";
  if (status >= 500) return "failed";
  return status === 409 || status === 412 ? "conflict" : "refused";
}

/** Gives each request a number, and counts it with its status and time when its answer has ended. */
export function observed(listener: RequestListener): RequestListener {
  return (request, response) => {
    const from = performance.now();
    const id = randomUUID();
    response.setHeader(REQUEST_ID, id);
    response.once("close", () => {
      const method = request.method ?? "";
      const route = routeOf(method, request.url ?? "");
      const status = response.headersSent ? response.statusCode : 0;
      const milliseconds = Math.round(performance.now() - from);
      requestDuration.observe({ route, status }, milliseconds / 1000);
      if (route === "save" && status !== 0) saves.inc({ outcome: outcomeOf(status) });
      log().debug({ request: id, method, route, status, milliseconds }, "Request");
    });
    listener(request, response);
  };
}
