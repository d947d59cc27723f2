import type { IncomingMessage, OutgoingHttpHeaders, RequestListener, ServerResponse } from "node:http";
import inject from "light-my-request";
import { clientKey, trustedProxies } from "@/lib/http/client-address";
import { contentSecurityPolicy, SAFE_HEADERS } from "@/lib/http/content-security-policy";
import { beginRefusal, type FrontRefusal, isApi, refuseMethod } from "@/lib/http/front-refusal";
import { LATE_DATA, splitPage } from "@/lib/http/late-scripts";
import { type Answer, makeAnswer, PageMemory } from "@/lib/http/page-memory";
import { statusOfPage } from "@/lib/http/page-status";
import { endAnswer, NO_SUCH_PAGE, passOn, refuseBody } from "@/lib/http/pass-on";
import { PublishedVersion, type ReadChanges } from "@/lib/http/published-version";
import { TELL_SCOPES, tellingScopes, toldScopes } from "@/lib/http/scope-trailer";
import { stampHeader } from "@/lib/http/stamp";
import type { Scope } from "@/lib/publication/scopes";

/** Longest address answered, in characters (RFC 9110 recommends at least 8,000). */
const LONGEST_ADDRESS = 8000;
const MEMORY = { bytes: 64 * 1024 * 1024, entries: 5000, unknown: 100 };

const READING = ["GET", "HEAD"];
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const BROKEN_ESCAPE = {
  status: 400,
  code: "broken_escape",
  message: "The address has a broken escape: write % as %25.",
};
const FAILED = { status: 500, code: "internal", message: "This could not be answered. Please try again." };
/** What changes its address when it changes. */
const FOREVER = /^\/(?:_next\/static|fonts)\//;
/** What is answered anew at every request: it concerns one person, or is asked to be fresh. */
const NEVER_KEPT = /^\/(?:admin|login|setup|invite|api)(?:[/?]|$)/;
/** The files of the interface that are the same for everyone and small. Figures as a file may be of any size: they pass through. */
const PUBLIC_FILE = /^\/api\/v1\/[a-z]+\/[^/?]+\/citation\.(?:json|bib|ris)(?:\?|$)/;

/** Headers of a rendered answer that are the front's own business. */
const OWN_HEADERS: ReadonlySet<string> = new Set([
  "connection",
  "date",
  "keep-alive",
  "transfer-encoding",
  "content-length",
  "content-encoding",
  "cache-control",
  "etag",
  "vary",
  "set-cookie",
]);

/** What the front is told of the world. */
export interface FrontSettings {
  /** Public address; undefined where the site is only for this machine. */
  readonly siteUrl: string | undefined;
  /** Addresses and networks whose X-Forwarded-For is believed. */
  readonly trustedProxy: readonly string[];
  /** Tells what readers see otherwise since a publication version. */
  readonly readChanges: ReadChanges;
}

/** Host names that are answered, without ports. */
function allowedHosts(siteUrl: string | undefined): ReadonlySet<string> {
  const own = siteUrl === undefined ? [] : [new URL(siteUrl).hostname];
  return new Set(["localhost", "127.0.0.1", "[::1]", ...own]);
}

/**
 * Answers requests in front of the app: checks host, method and address, renders each public address once and remembers it
 * until something is published (docs/decisions/0001), and gives every page its own content security policy.
 */
export function createFront(app: RequestListener, settings: FrontSettings): RequestListener {
  const handle = tellingScopes(app);
  const hosts = allowedHosts(settings.siteUrl);
  const trusted = trustedProxies(settings.trustedProxy);
  const published = new PublishedVersion(settings.readChanges);
  const memory = new PageMemory(MEMORY, published.known);

  /** The answer for an address: the one kept, or a new one. */
  async function find(address: string): Promise<Answer> {
    const version = await published.current();
    return memory.find(address) ?? memory.render(address, version, () => render(address, version));
  }

  /** Asks the app for an address as nobody in particular: no cookie, no header of the reader reaches a page that is kept. */
  const ask = (url: string) => inject(handle, { method: "GET", url, headers: { host: "localhost", ...TELL_SCOPES } });

  async function render(address: string, version: number | null): Promise<Answer> {
    const result = await ask(address);
    const isStatic = FOREVER.test(address) && result.statusCode === 200;
    const scopes = isStatic ? new Set<Scope>() : toldScopes(result.trailers);
    const headers = publicHeaders(result.headers, isStatic);
    const isPage = headers["content-type"]?.startsWith("text/html");
    if (!isPage) return makeAnswer(result.statusCode, headers, result.rawPayload, scopes);
    if (result.statusCode >= 500) throw new Error(`the app answered ${result.statusCode}`);
    // Where a slug is unknown the framework leaves the page empty until its scripts run; where no route fits, it is whole.
    const isEmpty = result.statusCode === 404 && address !== NO_SUCH_PAGE;
    const { html, data } = splitPage(isEmpty ? (await ask(NO_SUCH_PAGE)).payload : result.payload, address);
    headers["content-security-policy"] = contentSecurityPolicy(html);
    const dataHeaders = publicHeaders({ "content-type": "text/javascript; charset=utf-8" }, true);
    const [answer, dataAnswer] = await Promise.all([
      makeAnswer(statusOfPage(result.statusCode, result.payload), headers, Buffer.from(html), scopes),
      data === null ? null : makeAnswer(200, dataHeaders, Buffer.from(data.script), scopes),
    ]);
    if (data !== null && dataAnswer !== null) memory.keep(data.path, version, dataAnswer);
    return answer;
  }

  /** The framework's data of a page. Where it is not kept any more, the page is rendered again, which keeps its data. */
  async function findData(path: string, page: string | null): Promise<Answer | null> {
    const version = await published.current();
    const kept = memory.find(path);
    if (kept || page === null || !isPublic(page) || LATE_DATA.test(page)) return kept;
    await render(page, version);
    return memory.find(path);
  }

  async function answer(request: IncomingMessage, response: ServerResponse, address: string): Promise<void> {
    const [path = "", query] = address.split("?", 2);
    if (!LATE_DATA.test(path)) return send(request, response, await find(address));
    const found = await findData(path, addressOf(new URLSearchParams(query).get("of") ?? "%"));
    if (found) send(request, response, found);
    else
      refuseWith(response, address, {
        status: 404,
        code: "changed",
        message: "The page has changed since: reload it.",
      });
  }

  /** Answers what concerns one person: with their cookies, and never from memory. */
  async function answerPrivately(request: IncomingMessage, response: ServerResponse, address: string): Promise<void> {
    const forwarded = request.headers["x-forwarded-for"];
    const client = clientKey(request.socket.remoteAddress, forwarded?.toString(), trusted);
    const stamp = stampHeader({ client, address });
    const refusal =
      (METHODS.includes(request.method ?? "") ? null : await refuseMethod(handle, address)) ??
      refuseBody(request, address) ??
      (await passOn(handle, request, response, address, stamp));
    if (refusal === null) return;
    if (!request.complete) response.setHeader("connection", "close");
    beginRefusal(response, address, refusal);
    await endAnswer(request, response);
  }

  return (request, response) => {
    const refusal = refuse(request, hosts);
    for (const [name, value] of Object.entries(SAFE_HEADERS)) response.setHeader(name, value);
    const url = request.url ?? "/";
    if (refusal) return refuseWith(response, url, refusal);
    const address = addressOf(url);
    if (address === null) return refuseWith(response, url, BROKEN_ESCAPE);
    const answering = isKept(request, address) ? answer : answerPrivately;
    answering(request, response, address).catch((error: unknown) => {
      console.error(`Answering ${address.slice(0, 200)} failed: ${error instanceof Error ? error.message : error}`);
      if (!response.headersSent) refuseWith(response, address, FAILED);
      else response.destroy();
    });
  };
}

/** Why a request is not answered (RFC 9110, 9112); null when it is. */
function refuse(request: IncomingMessage, hosts: ReadonlySet<string>): FrontRefusal | null {
  // Pages are read; what changes something is under /api, where each address has methods of its own.
  if (!READING.includes(request.method ?? "") && !isApi(request.url ?? "")) {
    const headers = { allow: READING.join(", ") };
    return { status: 405, code: "not_offered", message: "A page can only be read.", headers };
  }
  if ((request.url ?? "").length > LONGEST_ADDRESS) {
    return { status: 414, code: "address_too_long", message: "The address is too long: ask for less at once." };
  }
  const host = (request.headers.host ?? "").replace(/:\d+$/, "").toLowerCase();
  if (hosts.has(host)) return null;
  const message = "This host is not served here: set SITE_URL to the public address of the site.";
  return { status: 421, code: "other_host", message };
}

/** Path and query with the parameters in one order, so that one view has one address; null for a broken escape. */
function addressOf(url: string): string | null {
  const [path = "/", query] = url.split("?", 2);
  try {
    decodeURIComponent(path);
  } catch {
    return null;
  }
  if (query === undefined || query === "") return path;
  const parameters = new URLSearchParams(query);
  parameters.sort();
  return `${path}?${parameters}`;
}

function isKept(request: IncomingMessage, address: string): boolean {
  const { headers, method } = request;
  const isDocument = headers.rsc === undefined && headers["next-router-prefetch"] === undefined;
  return READING.includes(method ?? "") && isDocument && isPublic(address);
}

function isPublic(address: string): boolean {
  return address.startsWith("/") && (!NEVER_KEPT.test(address) || PUBLIC_FILE.test(address));
}

/** Headers of an answer that may be given to anyone: for ever where the address changes with the content, else after asking. */
function publicHeaders(rendered: OutgoingHttpHeaders, isForever: boolean): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(rendered)) {
    if (!OWN_HEADERS.has(name) && !name.startsWith("x-nextjs") && value !== undefined) headers[name] = String(value);
  }
  headers["cache-control"] = isForever ? "public, max-age=31536000, immutable" : "public, max-age=0, must-revalidate";
  headers.vary = "Accept-Encoding";
  return headers;
}

function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const accepted = String(request.headers["accept-encoding"] ?? "").split(/\s*,\s*/);
  const coded = answer.coded.find(({ coding }) => accepted.includes(coding));
  const body = coded?.body ?? answer.body;
  const etag = coded ? answer.etag.replace(/"$/, `-${coded.coding}"`) : answer.etag;
  // Every compressed form of one body is the same page, however hard it was compressed.
  const isSame = (tag: string) => tag.replace(/^W\//, "").startsWith(answer.etag.slice(0, -1));
  const known = String(request.headers["if-none-match"] ?? "");
  const unchanged = known === "*" || known.split(/\s*,\s*/).some(isSame);
  if (answer.status === 200 && unchanged) {
    response.writeHead(304, { etag, "cache-control": answer.headers["cache-control"], vary: answer.headers.vary });
    response.end();
    return;
  }
  response.writeHead(answer.status, {
    ...answer.headers,
    etag,
    "content-length": body.length,
    ...(coded ? { "content-encoding": coded.coding } : {}),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

function refuseWith(response: ServerResponse, address: string, refusal: FrontRefusal): void {
  beginRefusal(response, address, refusal);
  response.end();
}
