import { randomBytes } from "node:crypto";

/** The header by which the front tells the app what only the front can know. */
const NAME = "x-footnote-stamp";

/** What the front knows of a request. */
export interface Stamp {
  /** What attempts are counted by (client-address.ts); "unknown" where no front is. */
  readonly client: string;
  /** Path and query as asked for; null where no front is. */
  readonly address: string | null;
}

// The app is built apart from what starts it, which hands it the front's secret (scripts/app-thread.mjs).
const shared = globalThis as { footnoteStamp?: string };

/** The secret that stamps begin with, so that nobody outside can write one. */
export function stampSecret(): string {
  shared.footnoteStamp ??= randomBytes(16).toString("base64url");
  return shared.footnoteStamp;
}

/** The header with its value. */
export function stampHeader(stamp: Stamp): Readonly<Record<string, string>> {
  return { [NAME]: `${stampSecret()} ${stamp.client} ${stamp.address ?? ""}` };
}

/** What the front knows of a request; a header that the front did not write says nothing. */
export function readStamp(headers: Headers): Stamp {
  const [secret, client = "", address = ""] = (headers.get(NAME) ?? "").split(" ");
  if (shared.footnoteStamp === undefined || secret !== shared.footnoteStamp)
    return { client: "unknown", address: null };
  return { client, address: address === "" ? null : address };
}
