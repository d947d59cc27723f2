import "server-only";
import { type IncomingMessage, request as openHttp } from "node:http";
import { request as openHttps } from "node:https";
import { pipeline, type Readable } from "node:stream";
import { createBrotliDecompress, createGunzip } from "node:zlib";
import {
  type RequestFilteringAgentOptions,
  RequestFilteringHttpAgent,
  RequestFilteringHttpsAgent,
} from "request-filtering-agent";
import type { PageAnswer } from "@/lib/reading/article/link-finding";

const MOST_HOPS = 5;
/** How long a page may take in all, in milliseconds. */
const TIME_MS = 15_000;
/** Bytes of a page that are read; what a longer one holds is not known. */
const MOST_BYTES = 3_000_000;
const FOR_GOOD = [301, 308];
const MOVED = [301, 302, 303, 307, 308];

/** Which addresses may be asked besides public ones: none but in tests. */
export type Allowed = Pick<RequestFilteringAgentOptions, "allowIPAddressList">;

/**
 * Asks for a page as a browser would, without cookies, through at most 5 redirects. Addresses of this machine and of private networks are refused
 * when they are connected to, whatever name led there. Never rejects: what keeps a page from being read is the answer.
 */
export async function fetchPage(address: string, allowed: Allowed = {}): Promise<PageAnswer> {
  const signal = AbortSignal.timeout(TIME_MS);
  let [url, lasting] = [address, address];
  let isLasting = true;
  try {
    for (let hop = 0; hop <= MOST_HOPS; hop += 1) {
      const response = await ask(url, signal, allowed);
      const status = response.statusCode ?? 0;
      const { location } = response.headers;
      if (!MOVED.includes(status) || location === undefined) {
        const text = status === 200 ? await textOf(response) : null;
        response.destroy();
        return { status, address: lasting, text };
      }
      response.destroy();
      url = new URL(location, url).href;
      isLasting &&= FOR_GOOD.includes(status);
      if (isLasting) lasting = url;
    }
    return { problem: `It leads on more than ${MOST_HOPS} times` };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

function ask(address: string, signal: AbortSignal, allowed: Allowed): Promise<IncomingMessage> {
  const { protocol } = new URL(address);
  const open = { "http:": openHttp, "https:": openHttps }[protocol];
  if (open === undefined) throw new Error(`It leads to an address that is not of the web (${protocol})`);
  const agent = protocol === "http:" ? new RequestFilteringHttpAgent(allowed) : new RequestFilteringHttpsAgent(allowed);
  const headers = {
    "user-agent": "Footnote (looks whether a source is still there)",
    accept: "text/html,*/*;q=0.5",
    "accept-encoding": "gzip, br",
  };
  return new Promise((resolve, reject) => {
    open(address, { agent, signal, headers }).on("response", resolve).on("error", reject).end();
  });
}

/** The text of an answer; null where it is none or too long. */
async function textOf(response: IncomingMessage): Promise<string | null> {
  const type = response.headers["content-type"] ?? "text/html";
  if (!/^(?:text\/|application\/(?:xhtml\+xml|xml|json))/i.test(type)) return null;
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of decoded(response)) {
    parts.push(part as Buffer);
    length += (part as Buffer).length;
    if (length > MOST_BYTES) return null;
  }
  const bytes = Buffer.concat(parts);
  const said = /charset=["']?([\w-]+)/i.exec(type) ?? /charset=["']?([\w-]+)/i.exec(bytes.toString("latin1", 0, 2048));
  try {
    return new TextDecoder(said?.[1] ?? "utf-8").decode(bytes);
  } catch {
    return bytes.toString();
  }
}

function decoded(response: IncomingMessage): Readable {
  const coding = response.headers["content-encoding"];
  const decoder = coding === "br" ? createBrotliDecompress() : coding === "gzip" ? createGunzip() : null;
  // What goes wrong in one of both is met where the bytes are read.
  return decoder === null ? response : pipeline(response, decoder, () => undefined);
}

function problemOf(error: unknown): string {
  const { name = "", code, message = "" } = error as NodeJS.ErrnoException;
  if (name === "TimeoutError" || name === "AbortError") return `No answer within ${TIME_MS / 1000} seconds`;
  if (/private|is not allowed|not unicast/i.test(message)) return "The address is not of the public web";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return "There is no server of that name, or this one cannot look names up";
  return code === undefined ? message : `The server could not be reached (${code})`;
}
