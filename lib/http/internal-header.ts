import { randomBytes } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** The header by which the proxy tells the app what only the proxy can know. */
const NAME = "x-footnote-stamp";
/** The header by which the proxy asks for what readers see at a publication version, or later. */
const AS_OF = "x-footnote-as-of";

/** What the proxy knows of a request. */
export interface InternalHeader {
  /** What attempts are counted by (client-address.ts); "unknown" where no proxy is. */
  readonly client: string;
  /** Path and query as asked for; null where no proxy is. */
  readonly address: string | null;
  /** The number of the request; null where no proxy is. */
  readonly id: string | null;
}

// The app is built apart from what starts it, which hands it the proxy's secret (server/next-worker.mjs).
const shared = globalThis as { footnoteInternalSecret?: string };

/** The secret that stamps begin with, so that nobody outside can write one. */
export function internalSecret(): string {
  shared.footnoteInternalSecret ??= randomBytes(16).toString("base64url");
  return shared.footnoteInternalSecret;
}

/** Takes the secret of another process in place of an own: for processes that ask each other's apps. */
export function takeInternalSecret(secret: string): void {
  shared.footnoteInternalSecret = secret;
}

/** The header with its value. */
export function internalHeader(stamp: InternalHeader): Readonly<Record<string, string>> {
  return { [NAME]: `${internalSecret()} ${stamp.client} ${stamp.address ?? ""} ${stamp.id ?? ""}` };
}

/** What the proxy knows of a request; a header that the proxy did not write says nothing. */
export function readInternalHeader(headers: Headers): InternalHeader {
  const [secret, client = "", address = "", id = ""] = (headers.get(NAME) ?? "").split(" ");
  if (shared.footnoteInternalSecret === undefined || secret !== shared.footnoteInternalSecret)
    return { client: "unknown", address: null, id: null };
  return { client, address: address === "" ? null : address, id: id === "" ? null : id };
}

/** The header that asks for what readers see at a publication version, or later; none for null. */
export function asOfHeader(version: number | null): Readonly<Record<string, string>> {
  return version === null ? {} : { [AS_OF]: `${internalSecret()} ${version}` };
}

/** The publication version as of which the proxy asks; null where it does not, or somebody else does. */
export function askedAsOf(headers: IncomingHttpHeaders): number | null {
  const [secret, version = ""] = (headers[AS_OF]?.toString() ?? "").split(" ");
  return secret === shared.footnoteInternalSecret && /^\d+$/.test(version) ? Number(version) : null;
}
