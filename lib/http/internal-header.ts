import { randomBytes } from "node:crypto";

/** The header by which the proxy tells the app what only the proxy can know. */
const NAME = "x-footnote-stamp";

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
