import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { Transform } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { internalHeader } from "@/lib/http/internal-header";
import { BODY_BYTES } from "@/lib/schemas/body-limits";
import { beginRefusal, type ErrorResponse, isApi, NOTHING_HERE, refuseMethod } from "@/server/error-response";
import { REQUEST_ID } from "@/server/observed";
import { NOTHING_RUNS, type PagePolicy } from "@/server/pages/content-security-policy";
import { NO_SUCH_PAGE } from "@/server/pages/public-routes";
import type { WorkQueue } from "@/server/pages/work-queue";
import { acceptedCoding } from "@/server/send-response";
import type { Upstream } from "@/server/upstream";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

const MB = 1024 * 1024;
const IMPORTS = /^\/api\/v1\/imports(?:[/?]|$)/;

/** Pages that are whole, for answers that the framework leaves empty until its scripts run. */
const WHOLE: Readonly<Record<number, string>> = { 403: "/login/refused", 404: NO_SUCH_PAGE };

/**
 * What is compressed: the editors' pages. Answers that hold a secret are not, since its compressed size could be made to tell it to
 * whoever watches the line and chooses a part of the answer (BREACH): links and tokens are under /invite, /setup and /api.
 */
const COMPRESSED = /^\/admin(?:[/?]|$)/;

/** Headers about one connection, and what is settled before the app is asked. */
const HOP_BY_HOP = ["connection", "keep-alive", "transfer-encoding", "upgrade", "te", "trailer", "expect"];

/** How long, and how many bytes of, what is still being sent is let go by after the answer: who is cut off at once may not read it. */
const LINGER_MS = 1000;
const LINGER_BYTES = 16 * MB;

class BodyTooLarge extends Error {
  override readonly message = "The body is too large";
}

/** Why a body is not even read; null when it is. */
function refuseBody(request: IncomingMessage, address: string): ErrorResponse | null {
  if ((request.headers["content-encoding"] ?? "identity") !== "identity") {
    return { status: 415, code: "compressed", message: "Send the body as it is, without Content-Encoding." };
  }
  return Number(request.headers["content-length"] ?? 0) > largestBody(address) ? tooLarge(address) : null;
}

function largestBody(address: string): number {
  return IMPORTS.test(address) ? BODY_BYTES.table : BODY_BYTES.any;
}

function tooLarge(address: string): ErrorResponse {
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

/** What private requests need besides the request itself. */
export interface Private {
  readonly app: Upstream;
  /** Path and query, as they were read. */
  readonly address: string;
  readonly client: string;
  /** Where the request waits for its turn: pages and calls of the API have one each. */
  readonly queue: WorkQueue;
  readonly policyOf: PagePolicy;
}

/**
 * Gives one request to the app with its cookies and its body, and its answer back, or says why it is refused: nothing is kept. Answers
 * of pages are held until they are whole, since a content security policy names the scripts in them; those of the API stream.
 */
export async function proxyRequest(asked: Private, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { app, address } = asked;
  const refusal =
    (METHODS.includes(request.method ?? "") ? null : await refuseMethod(app, address)) ??
    refuseBody(request, address) ??
    (await ask(asked, request, response));
  if (refusal === null) return;
  if (!request.complete) response.setHeader("connection", "close");
  beginRefusal(response, address, refusal);
  await endAnswer(request, response);
}

/** Asks the app and answers; returns why nothing was answered, else null. */
async function ask(asked: Private, request: IncomingMessage, response: ServerResponse): Promise<ErrorResponse | null> {
  const { app, address, client, queue } = asked;
  const hasBody = request.headers["content-length"] !== undefined || request.headers["transfer-encoding"] !== undefined;
  let body = null as Transform | null;
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  const id = String(response.getHeader(REQUEST_ID) ?? "");
  const headers = { ...endToEnd(request.headers), ...internalHeader({ client, address, id }) };
  const made = () => {
    // Not before its turn: what waits holds no body.
    if (request.headers.expect !== undefined) response.writeContinue();
    body = hasBody ? counted(request, largestBody(address)) : null;
    return app({ method: request.method ?? "GET", address, headers, body, signal: gone.signal });
  };
  const asker = { client, gone: gone.signal };
  try {
    if (isApi(address)) {
      return await queue.run(gone, asker, async () => stream(asked, await made(), request, response));
    }
    const { answer, content } = await queue.run(gone, asker, async () => {
      const page = await made();
      return { answer: page, content: await wholePage(app, page) };
    });
    await givePage(asked, answer, content, request, response);
    return null;
  } catch (error) {
    if (body?.errored instanceof BodyTooLarge && !response.headersSent) return tooLarge(address);
    if (gone.signal.aborted) return null;
    throw error;
  } finally {
    if (!request.complete) gone.abort();
  }
}

/** Gives an answer of the API as it comes; returns why it is not given, else null. */
async function stream(
  { app, address }: Private,
  answer: IncomingMessage,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<ErrorResponse | null> {
  // The framework refuses a method without saying which it has, and shows programs the page for people.
  const isNothing = answer.statusCode === 404 && isPage(answer.headers);
  if (answer.statusCode === 405 || isNothing) {
    answer.resume();
    return isNothing ? NOTHING_HERE : await refuseMethod(app, address);
  }
  const isForAll = answer.headers["cache-control"]?.startsWith("public") ?? false;
  const headers = { ...privateHeaders(answer.headers, isForAll), "content-security-policy": NOTHING_RUNS };
  response.writeHead(answer.statusCode ?? 500, { ...headers, ...closing(request) });
  await pipeline(answer, response, { end: false });
  await endAnswer(request, response);
  return null;
}

/** Headers without those about one connection (RFC 9110, 7.6.1). */
function endToEnd(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const kept: OutgoingHttpHeaders = { ...headers };
  const named = String(headers.connection ?? "")
    .toLowerCase()
    .split(/\s*,\s*/);
  for (const name of [...HOP_BY_HOP, ...named]) delete kept[name];
  return kept;
}

/** Who has not sent the whole request is not asked another. */
function closing(request: IncomingMessage): OutgoingHttpHeaders {
  return request.complete ? {} : { connection: "close" };
}

/**
 * Headers of an answer to one person: never kept, never framed, and where it goes stays on this site. What the API says is the same for
 * everyone may be kept.
 */
function privateHeaders(made: IncomingHttpHeaders, isForAll = false): OutgoingHttpHeaders {
  const headers = endToEnd(made);
  delete headers.date;
  if (!isForAll) headers["cache-control"] = "private, no-store";
  headers["referrer-policy"] = "same-origin";
  return headers;
}

function isPage(headers: IncomingHttpHeaders): boolean {
  return String(headers["content-type"] ?? "").startsWith("text/html");
}

/** The content of an answer; where it is a page that says why there is none, the whole of that. */
async function wholePage(app: Upstream, answer: IncomingMessage): Promise<Buffer> {
  const address = isPage(answer.headers) ? WHOLE[answer.statusCode ?? 0] : undefined;
  const own = await buffer(answer);
  return address === undefined ? own : buffer(await app({ address }));
}

/**
 * Ends an answer. Where the request is still being sent, its rest is let go by for a moment and the connection closed then, so that
 * the sender gets to read the answer and cannot go on sending.
 */
async function endAnswer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!request.complete) {
    request.unpipe();
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, LINGER_MS);
      const done = () => resolve(clearTimeout(timer));
      for (const event of ["end", "close", "error"]) request.once(event, done);
      let left = LINGER_BYTES;
      // Who sends on is held up then, not cut off: a sender whose writing fails does not read what was answered.
      request.on("data", (chunk: Buffer) => {
        left -= chunk.length;
        if (left < 0) request.pause();
      });
      request.resume();
    });
  }
  response.end();
  if (!request.complete) request.destroy();
}

/** Gives a page that is whole, with the policy for what is in it. */
async function givePage(
  { address, policyOf }: Private,
  answer: IncomingMessage,
  content: Buffer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const headers = privateHeaders(answer.headers);
  headers["content-security-policy"] = isPage(answer.headers) ? policyOf(content.toString()) : NOTHING_RUNS;
  const isOffered = COMPRESSED.test(address) && content.length > 0;
  if (isOffered) headers.vary = [headers.vary, "Accept-Encoding"].filter(Boolean).join(", ");
  const isSmaller = isOffered && acceptedCoding(request, ["gzip"]) === "gzip";
  if (isSmaller) headers["content-encoding"] = "gzip";
  const sent = isSmaller ? await promisify(gzip)(content) : content;
  // An answer to HEAD has no content, and how long it would be is not known.
  if (request.method !== "HEAD") headers["content-length"] = sent.length;
  response.writeHead(pageStatus(answer), { ...headers, ...closing(request) });
  if (request.method !== "HEAD") response.write(sent);
  await endAnswer(request, response);
}

/** The framework sends on with 307, which would repeat the method; who is sent on here is to look at a page (303). */
function pageStatus({ statusCode = 500, headers }: IncomingMessage): number {
  return statusCode === 307 && headers.location !== undefined ? 303 : statusCode;
}
