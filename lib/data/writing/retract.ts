import "server-only";
import { findNewest, refuseUnless, type Target } from "@/lib/data/writing/newest";
import { type Stored, snapshot } from "@/lib/data/writing/record";
import { conflict, invalid } from "@/lib/data/writing/refusal";
import { remember } from "@/lib/data/writing/revisions";
import type { Dependant } from "@/lib/data/writing/store";
import { storeOf } from "@/lib/data/writing/stores";
import type { Author, Tx } from "@/lib/data/writing/transaction";
import type { Noun, Why } from "@/lib/schemas/nouns";

/**
 * Withdraws a row: it leaves every list, its address says that it was withdrawn, and it can be restored. Refused while something
 * published depends on it, and without a reason where readers have seen it. `replacedBy` is the key of a published row of the
 * same noun that stands in its place; its history keeps that.
 */
export async function retractRow<N extends Noun>(
  tx: Tx,
  target: Target<N>,
  { replacedBy = null, ...why }: Why & { readonly replacedBy?: string | null },
  author: Author,
): Promise<Stored<N>> {
  const { noun, key } = target;
  const store = storeOf(noun);
  const before = await findNewest(tx, target, {});
  if (before.state === "retracted") throw conflict("retracted", "This is retracted already");
  if (before.state === "published" && why.reason === null) {
    throw invalid("reason", "missing", "Say in a few words why it is retracted");
  }
  if (replacedBy !== null && (replacedBy === key || (await store.find(tx, replacedBy))?.state !== "published")) {
    throw invalid(
      "replacedBy",
      "unknown_reference",
      `There is no other published record “${replacedBy}” to replace it`,
    );
  }
  const dependants = (await store.dependants(tx, before.id)).filter(({ count }) => count > 0);
  if (dependants.length > 0) throw conflict("in_use", inUse(dependants));
  await refuseUnless(await store.mark(tx, before, "retracted"), tx, noun, key, {});
  const [was, becomes] = [snapshot(noun, before.content, before.state), snapshot(noun, before.content, "retracted")];
  const cause = why.cause ?? (noun === "figures" && before.state === "published" ? "retracted" : null);
  const after = replacedBy === null ? becomes : { ...becomes, replacedBy };
  const change = { noun, key, kind: "retracted", before: was, after } as const;
  await remember(tx, [change], { author, why: { ...why, cause }, batchId: null });
  return { ...before, version: before.version + 1, state: "retracted" };
}

function inUse(dependants: readonly Dependant[]): string {
  const parts = dependants.map(({ count, what }) => `${count} ${count === 1 ? what : plural(what)}`);
  const list = [parts.slice(0, -1).join(", "), parts.at(-1)].filter(Boolean).join(" and ");
  const isOne = dependants.length === 1 && dependants[0]?.count === 1;
  return isOne
    ? `Readers see ${list} that needs it: retract that or take it out of that first`
    : `Readers see ${list} that need it: retract those or take it out of them first`;
}

function plural(what: string): string {
  return what.startsWith("place ") ? what.replace("place", "places") : `${what}s`;
}
