/** What the site counts, for Prometheus: kept here, where all requests pass. The app tells what only it knows (lib/counted.ts). */
import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Counter, collectDefaultMetrics, Gauge, Histogram, register } from "prom-client";
import type { CountedEvent } from "@/lib/counted";
import { type ErrorResponse, NOTHING_HERE, refuseWith } from "@/server/error-response";

export const METRICS_ADDRESS = "/api/metrics";

// Of this process: memory, processor, open files, and how late the loop of events of the proxy is.
collectDefaultMetrics();

/** Requests by what they ask for, with their status: how many, and how long they took in seconds. */
export const requestDuration = new Histogram({
  name: "footnote_request_duration_seconds",
  help: "Requests answered, and how long that took, by what was asked for and status (0: the asker left before)",
  labelNames: ["route", "status"] as const,
  buckets: [0.001, 0.005, 0.02, 0.1, 0.3, 1, 3, 10],
});

export const saves = new Counter({
  name: "footnote_saves_total",
  help: "Requests that change something: saved, in conflict with another change, refused, or failed",
  labelNames: ["outcome"] as const,
});

/** Pages given from memory, made, or given although old since making failed. */
export const pageAnswers = new Counter({
  name: "footnote_page_answers_total",
  help: "Public pages by where they came from: kept (a hit of the page cache), made, or old (making failed)",
  labelNames: ["result"] as const,
});

const imports = new Counter({
  name: "footnote_imports_total",
  help: "Imports that ended, by how: done, failed, cancelled",
  labelNames: ["outcome"] as const,
});

export const databaseErrors = new Counter({
  name: "footnote_database_errors_total",
  help: "What the database refused, by kind: busy, read-only, full, moved, version not read",
  labelNames: ["kind"] as const,
});

/** Says how busy the thread of the app is: the share of the time since the last look in which its loop of events was not idle. */
export function watchApp(utilization: () => number): void {
  new Gauge({
    name: "footnote_app_busy_ratio",
    help: "Share of the time since the last reading in which the thread of the app was busy, 0 to 1",
    collect() {
      this.set(utilization());
    },
  });
}

/** Counts what the app tells. */
export function countFromApp(event: CountedEvent): void {
  if (event.name === "import") imports.inc({ outcome: event.outcome });
  else databaseErrors.inc({ kind: event.kind });
}

/** Gives the metrics to whoever sends the token; where there is none, there is nothing here. */
export async function answerMetrics(
  request: IncomingMessage,
  response: ServerResponse,
  token: string | undefined,
): Promise<void> {
  if (token === undefined) return refuseWith(response, METRICS_ADDRESS, NOTHING_HERE);
  const [, sent = ""] = /^Bearer (.+)$/i.exec(request.headers.authorization ?? "") ?? [];
  // Of equal length, so that the time it takes tells nothing.
  const digest = (text: string) => createHash("sha256").update(text).digest();
  if (!timingSafeEqual(digest(sent), digest(token))) return refuseWith(response, METRICS_ADDRESS, NO_TOKEN);
  const text = await register.metrics();
  response.writeHead(200, { "content-type": register.contentType, "cache-control": "no-store" });
  response.end(request.method === "HEAD" ? undefined : text);
}

const NO_TOKEN: ErrorResponse = {
  status: 401,
  code: "no_token",
  message: "Send the METRICS_TOKEN of the site's settings: Authorization: Bearer …",
  headers: { "www-authenticate": "Bearer" },
};
