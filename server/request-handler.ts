import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { READ_BY_ALL } from "@/lib/http/cors";
import { asOfHeader } from "@/lib/http/internal-header";
import { logEvent } from "@/lib/log";
import { clientKey, trustedProxies } from "@/server/client-address";
import { type ErrorResponse, isApi, refusalFor, refuseWith } from "@/server/error-response";
import { answerMetrics, METRICS_ADDRESS } from "@/server/metrics";
import { REQUEST_ID } from "@/server/observed";
import { NOTHING_RUNS, policiesLike, SAFE_HEADERS } from "@/server/pages/content-security-policy";
import { LATE_DATA, splitPage } from "@/server/pages/deferred-hydration";
import { PageCache, publicHeaders } from "@/server/pages/page-cache";
import { addressOf, NO_SUCH_PAGE, publicAddress } from "@/server/pages/public-routes";
import type { PublishedChanges } from "@/server/pages/publication-version";
import { WorkQueue } from "@/server/pages/work-queue";
import { proxyRequest } from "@/server/proxy-request";
import { readTarget, type Target } from "@/server/request-target";
import { acceptedCoding, NOT_ACCEPTABLE, sendAnswer } from "@/server/send-response";
import { isStatic, sendStatic } from "@/server/static-files";
import type { Upstream } from "@/server/upstream";

/** What is made at once: pages for one person, and files that stream as long as they are read. */
const PRIVATE_LIMITS = { running: 4, waiting: 64 };
const DOWNLOAD_LIMITS = { running: 20, ofOne: 4, waiting: 16 };
/** Requests to the API: each may hold a body. One client leaves room for others, also while it sends slowly. */
const API_LIMITS = { running: 200, ofOne: 150, waiting: 200 };

const READING = ["GET", "HEAD"];
/** What is answered anew at every request: it concerns one person, or is asked to be fresh. */
const PRIVATE = /^\/(?:admin|login|setup|invite|api)(?:\/|$)/;
/** Files of figures, of the API or of a page, and parts of the sitemap, that are the same for everyone, and of any length: they are neither kept nor held whole. */
const DOWNLOAD =
  /^(?:\/api\/v1\/figures\.(?:csv|json)|(?:\/(?:compare|disagreements|search|(?:metrics|regions|sources|charts|figures)\/[^/]+))?\/figures\.(?:csv|json|xlsx|parquet|zip)|\/sitemaps\/[a-z]+-\d+\.xml)$/;
/** Those that are packed already. */
const PACKED = /\.(?:xlsx|parquet|zip)$/;

/** What is sent to be read, and changes nothing. */
const ONLY_ASKS = /^\/api\/v1\/(?:read|charts\/preview)(?:[/?]|$)/;
/** What one process knows alone: imports and backups under way. */
const OF_ONE = /^\/api\/v1\/(?:imports|backups)(?:[/?]|$)/;

/** The other processes at the same port, each with a proxy and an app. */
export interface Siblings {
  /** The app of the one that writes; null where that is the own one. */
  readonly writer: Upstream | null;
  /** Calls back when another has written. */
  readonly watch: (noticed: () => void) => void;
  /** Tells the others that something was written; fulfilled once they know. */
  readonly tellWritten: () => Promise<void>;
}

/** What the proxy is told of the world. */
export interface HandlerSettings {
  /** Public address; undefined where the site is only for this machine. */
  readonly siteUrl: string | undefined;
  /** Addresses and networks whose X-Forwarded-For is believed. */
  readonly trustedProxy: readonly string[];
  /** What has to be sent to be given the metrics; undefined where they are not offered. */
  readonly metricsToken: string | undefined;
  /** The folder of the project, for static files. */
  readonly root: string;
  /** Tells what readers see otherwise since a publication version. */
  readonly published: PublishedChanges;
  /** Null where there are none. */
  readonly siblings: Siblings | null;
}

/** Host names that are answered, without ports. */
function allowedHosts(siteUrl: string | undefined): ReadonlySet<string> {
  const own = siteUrl === undefined ? [] : [new URL(siteUrl).hostname];
  return new Set(["localhost", "127.0.0.1", "[::1]", ...own]);
}

/**
 * Answers requests in front of the app: checks host, method and address, renders each public address once and remembers it
 * until something is published (docs/decisions/0001), and gives every page its own content security policy. Rejects where the app
 * writes its pages in a shape that is not known here.
 */
export async function createRequestHandler(app: Upstream, settings: HandlerSettings): Promise<RequestListener> {
  const hosts = allowedHosts(settings.siteUrl);
  const trusted = trustedProxies(settings.trustedProxy);
  const privatePages = new WorkQueue(PRIVATE_LIMITS);
  const downloads = new WorkQueue(DOWNLOAD_LIMITS);
  const calls = new WorkQueue(API_LIMITS);
  // The one page that shows nothing from the database: what runs in it is the site's own.
  const model = String(await buffer(await app({ address: NO_SUCH_PAGE })));
  const policyOf = policiesLike(model, splitPage(model, NO_SUCH_PAGE).html);
  const { published, siblings } = settings;
  const answers = new PageCache(app, policyOf, published.read);
  for (const told of [published, siblings]) told?.watch(() => answers.expire());
  // Once an answer to a request that may write is known, so is what was written: who reads it finds the public pages so.
  const writingApp: Upstream = async (question) => {
    const isWrite = !READING.includes(question.method ?? "GET") && !ONLY_ASKS.test(question.address);
    const answer = await ((isWrite || OF_ONE.test(question.address)) && siblings?.writer ? siblings.writer : app)(
      question,
    );
    if (!isWrite) return answer;
    answers.expire();
    await siblings?.tellWritten();
    return answer;
  };

  async function answer(request: IncomingMessage, response: ServerResponse, target: Target): Promise<void> {
    const askerOf = () => ({ client: clientOf(request), gone: goneWith(response) });
    const [, hash] = LATE_DATA.exec(target.path) ?? [];
    const form = hash !== undefined ? "late" : request.headers.rsc !== undefined ? "router" : "page";
    const page = (form === "late" ? pageOf(target.query) : publicAddress(target)) ?? NO_SUCH_PAGE;
    const found = await answers.find(page, form, askerOf);
    if (hash === undefined || found.etag === `"${hash}"`) sendAnswer(request, response, found);
    else refuseWith(response, target.path, CHANGED);
  }

  /** The public page that a query names as `of`; null where it names none. */
  function pageOf(query: string): string | null {
    return addressOf(new URLSearchParams(query).get("of") ?? "");
  }

  /** Streams a file that is the same for everyone, as fast as it is read. */
  async function answerDownload(request: IncomingMessage, response: ServerResponse, target: Target): Promise<void> {
    const { path, query } = target;
    const address = path + query;
    const gone = goneWith(response);
    const coding = acceptedCoding(request, PACKED.test(path) ? [] : ["gzip"]);
    if (coding === null) return refuseWith(response, address, NOT_ACCEPTABLE);
    const isHead = request.method === "HEAD";
    await downloads.run(response, { client: clientOf(request), gone }, async () => {
      const headers = { host: "localhost", ...asOfHeader(await answers.version()) };
      const made = await app({ method: isHead ? "HEAD" : "GET", address, headers, signal: gone });
      response.writeHead(made.statusCode ?? 500, {
        ...publicHeaders(made.headers),
        ...(made.statusCode === 200 ? {} : { "cache-control": "no-store" }),
        "content-security-policy": NOTHING_RUNS,
        ...READ_BY_ALL,
        ...(coding === "gzip" ? { "content-encoding": coding } : {}),
      });
      if (coding === "gzip" && !isHead) await pipeline(made, createGzip(), response);
      else await pipeline(made, response);
    });
  }

  /** Answers what concerns one person: with their cookies, and never from memory. */
  function answerPrivately(request: IncomingMessage, response: ServerResponse, address: string): Promise<void> {
    const queue = isApi(address) ? calls : privatePages;
    const asked = { app: writingApp, address, client: clientOf(request), queue, policyOf };
    return proxyRequest(asked, request, response);
  }

  function clientOf({ socket, headers }: IncomingMessage): string {
    return clientKey(socket.remoteAddress, headers["x-forwarded-for"]?.toString(), trusted);
  }

  async function route(request: IncomingMessage, response: ServerResponse, target: Target): Promise<void> {
    const { path, query } = target;
    const isReading = READING.includes(request.method ?? "");
    if (path === METRICS_ADDRESS && isReading) return answerMetrics(request, response, settings.metricsToken);
    if (!isReading && !isApi(path)) return refuseWith(response, path, ONLY_READ);
    if (isStatic(path) && (await sendStatic(settings.root, request, response, path))) return;
    if (isReading && DOWNLOAD.test(path)) return answerDownload(request, response, target);
    const isPrivate = PRIVATE.test(path) && !(isReading && publicAddress(target) !== null);
    return isPrivate ? answerPrivately(request, response, path + query) : answer(request, response, target);
  }

  return (request, response) => {
    for (const [name, value] of Object.entries(SAFE_HEADERS)) response.setHeader(name, value);
    const target = readTarget(request, hosts);
    if ("status" in target) return refuseWith(response, request.url ?? "", target);
    route(request, response, target).catch((error: unknown) => {
      if (response.destroyed) return;
      const refusal = refusalFor(error);
      if (refusal.status === 500) {
        logEvent("error", "Answering failed", { detail: error, request: String(response.getHeader(REQUEST_ID)) });
      }
      if (response.headersSent) response.destroy();
      else refuseWith(response, target.path, refusal);
    });
  };
}

// Pages are read; what changes something is under /api, where each address has methods of its own.
const ONLY_READ: ErrorResponse = {
  status: 405,
  code: "not_offered",
  message: "A page can only be read.",
  headers: { allow: READING.join(", ") },
};
const CHANGED: ErrorResponse = { status: 404, code: "changed", message: "The page has changed since: reload it." };

/** Says when the reader has gone before the answer was whole. */
function goneWith(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  if (response.destroyed) gone.abort();
  return gone.signal;
}
