import type { IncomingMessage, OutgoingHttpHeaders, RequestListener, ServerResponse } from "node:http";
import { type Readable, Transform } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { constants, createGzip, gzip } from "node:zlib";
import inject from "light-my-request";
import { contentSecurityPolicy, NOTHING_RUNS } from "@/lib/http/content-security-policy";
import { type FrontRefusal, isApi, NOTHING_HERE, refuseMethod } from "@/lib/http/front-refusal";

const MB = 1024 * 1024;
/** Largest body in bytes: a table to import may be larger than anything that is typed. */
const LARGEST_BODY = MB;
const LARGEST_IMPORT = 10 * MB;
const IMPORTS = /^\/api\/v1\/imports(?:[/?]|$)/;

/** An address that no page has. */
export const NO_SUCH_PAGE = "/_missing";
/** Pages that are whole, for answers that the framework leaves empty until its scripts run. */
const WHOLE: Readonly<Record<number, string>> = { 403: "/login/refused", 404: NO_SUCH_PAGE };

/**
 * What is compressed: the editors' pages, and figures as a file. Answers that hold a secret are not, since its compressed size could be made to tell it to
 * whoever watches the line and chooses a part of the answer (BREACH): links and tokens are under /invite, /setup and /api.
 */
const COMPRESSED = /^\/(?:admin(?:[/?]|$)|api\/v1\/figures\.(?:csv|json)(?:\?|$))/;

/** Headers about one connection, not about the answer (RFC 9110, 7.6.1). */
const HOP_BY_HOP = ["connection", "keep-alive", "transfer-encoding", "date"];

/** How long, and how many bytes of, what is still being sent is let go by after the answer: who is cut off at once may not read it. */
const LINGER_MS = 1000;
const LINGER_BYTES = 16 * MB;

class BodyTooLarge extends Error {
  override readonly message = "The body is too large";
}

/** Why a body is not even read; null when it is. */
export function refuseBody(request: IncomingMessage, address: string): FrontRefusal | null {
  if ((request.headers["content-encoding"] ?? "identity") !== "identity") {
    return { status: 415, code: "compressed", message: "Send the body as it is, without Content-Encoding." };
  }
  return Number(request.headers["content-length"] ?? 0) > largestBody(address) ? tooLarge(address) : null;
}

function largestBody(address: string): number {
  return IMPORTS.test(address) ? LARGEST_IMPORT : LARGEST_BODY;
}

function tooLarge(address: string): FrontRefusal {
  const message = `The body is larger than the ${largestBody(address) / MB} MB that fit here: send less at once.`;
  return { status: 413, code: "too_long", message };
}

/** Counts a body while it passes and breaks off when it is too large, whatever its length was said to be. */
function counted(request: IncomingMessage, most: number): Transform {
  let seen = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > most) done(new BodyTooLarge());
      else done(null, chunk);
    },
  });
  request.on("error", (error) => counter.destroy(error));
  return request.pipe(counter);
}

/**
 * Gives one request to the app with its cookies and its body, and its answer back: nothing is kept. A page is held until it is whole,
 * since its content security policy names the scripts in it; anything else streams. Returns why it is refused, else null.
 */
export async function passOn(
  handle: RequestListener,
  request: IncomingMessage,
  response: ServerResponse,
  address: string,
  stamp: Readonly<Record<string, string>>,
): Promise<FrontRefusal | null> {
  const { method = "GET", url = "/", headers } = request;
  const hasBody = headers["content-length"] !== undefined || headers["transfer-encoding"] !== undefined;
  const body = hasBody ? counted(request, largestBody(address)) : null;
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  try {
    const result = await inject(handle, {
      method: method as "GET",
      url,
      headers: { ...(headers as Record<string, string | string[]>), ...stamp },
      ...(body === null ? {} : { payload: body }),
      payloadAsStream: true,
      signal: gone.signal,
    });
    // The framework refuses a method without saying which it has, and shows programs the page for people.
    if (result.statusCode === 405) return await refuseMethod(handle, url);
    if (result.statusCode === 404 && isApi(address) && isPage(result.headers)) return NOTHING_HERE;
    const given = privateHeaders(result.headers);
    const isSmaller = COMPRESSED.test(address) && /\bgzip\b/.test(String(headers["accept-encoding"] ?? ""));
    if (isSmaller) given.vary = [given.vary, "Accept-Encoding"].filter(Boolean).join(", ");
    await deliver(handle, request, response, result.statusCode, given, result.stream(), isSmaller);
    return null;
  } catch (error) {
    if (body?.errored instanceof BodyTooLarge) return tooLarge(address);
    if (gone.signal.aborted) return null;
    throw error;
  }
}

/** Headers of an answer to one person: never kept, never framed, and where it goes stays on this site. */
function privateHeaders(rendered: OutgoingHttpHeaders): OutgoingHttpHeaders {
  const headers: OutgoingHttpHeaders = { ...rendered };
  for (const name of HOP_BY_HOP) delete headers[name];
  headers["cache-control"] = "private, no-store";
  headers["referrer-policy"] = "same-origin";
  if (!isPage(headers)) headers["content-security-policy"] = NOTHING_RUNS;
  return headers;
}

function isPage(headers: OutgoingHttpHeaders): boolean {
  return String(headers["content-type"] ?? "").startsWith("text/html");
}

/** The page that says why there is none; null where the answer is a page itself. */
async function wholePage(handle: RequestListener, status: number): Promise<Buffer | null> {
  const url = WHOLE[status];
  if (url === undefined) return null;
  return (await inject(handle, { method: "GET", url, headers: { host: "localhost" } })).rawPayload;
}

/**
 * Ends an answer. Where the request is still being sent, its rest is let go by for a moment and the connection closed then, so that
 * the sender gets to read the answer and cannot go on sending.
 */
export async function endAnswer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!request.complete) {
    request.unpipe();
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, LINGER_MS);
      const done = () => resolve(clearTimeout(timer));
      for (const event of ["end", "close", "error"]) request.once(event, done);
      let left = LINGER_BYTES;
      request.on("data", (chunk: Buffer) => {
        left -= chunk.length;
        if (left < 0) done();
      });
      request.resume();
    });
  }
  response.end();
  if (!request.complete) request.destroy();
}

async function deliver(
  handle: RequestListener,
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders,
  content: Readable,
  isSmaller: boolean,
): Promise<void> {
  const coding = isSmaller ? { "content-encoding": "gzip" } : {};
  const closing = request.complete ? {} : { connection: "close" };
  if (!isPage(headers)) {
    const hasContent = isSmaller && request.method !== "HEAD" && status === 200;
    response.writeHead(status, { ...headers, ...closing, ...(hasContent ? coding : {}) });
    if (hasContent) await pipeline(content, createGzip({ flush: constants.Z_SYNC_FLUSH }), response, { end: false });
    else await pipeline(content, response, { end: false });
    return endAnswer(request, response);
  }
  const own = await buffer(content);
  const page = (await wholePage(handle, status)) ?? own;
  const sent = isSmaller ? await promisify(gzip)(page) : page;
  response.writeHead(pageStatus(status, headers), {
    ...headers,
    ...closing,
    "content-security-policy": contentSecurityPolicy(page.toString()),
    ...coding,
    "content-length": sent.length,
  });
  if (request.method !== "HEAD") response.write(sent);
  return endAnswer(request, response);
}

/** The framework sends on with 307, which would repeat the method; who is sent on here is to look at a page (303). */
function pageStatus(status: number, headers: OutgoingHttpHeaders): number {
  return status === 307 && headers.location !== undefined ? 303 : status;
}
