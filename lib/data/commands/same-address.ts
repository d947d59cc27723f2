import "server-only";
import type { Tx } from "@/lib/data/db/transaction";
import { conflict } from "@/lib/data/errors";
import type { Content, State } from "@/lib/data/revisions/record";
import { addressKey } from "@/lib/figures/address-key";
import type { Resource } from "@/lib/schemas/resources";

interface Row {
  readonly slug: string;
  readonly title: string;
  readonly url: string;
}

/**
 * Refuses a source whose address is, in whatever spelling, that of another in use. `before` is what it said so far, null for a new
 * one: sources that had one address before this rule may be changed in everything else, but one that was retracted comes back only
 * where none has taken its place.
 */
export async function refuseSameAddress<N extends Resource>(
  tx: Tx,
  resource: N,
  key: string,
  content: Content<N>,
  before: { readonly content: Content<N>; readonly state: State } | null = null,
): Promise<void> {
  if (resource !== "sources") return;
  const { url } = content as Content<"sources">;
  const wanted = addressKey(url);
  const had = before === null || before.state === "retracted" ? null : (before.content as Content<"sources">).url;
  if (had !== null && addressKey(had) === wanted) return;
  // Few sources share a host; the whole addresses are compared here, since SQL cannot.
  const [host = ""] = wanted.split(/[/:?#]/);
  const rows = await tx.$queryRaw<Row[]>`
    SELECT "slug", "title", "url" FROM "Source"
    WHERE "slug" <> ${key} AND NOT "retracted" AND (LOWER("url") LIKE ${`%${host}%`} OR ${host.includes("xn--") || host.endsWith("doi.org")})`;
  const other = rows.find((row) => addressKey(row.url) === wanted);
  if (other === undefined) return;
  throw conflict("taken", `“${other.title}” (${other.slug}) has this address already: choose it`, "url");
}
