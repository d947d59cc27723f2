import "server-only";
import { assertVersion, findNewest, type Target } from "@/lib/data/commands/optimistic-lock";
import type { Author, Tx } from "@/lib/data/db/transaction";
import { conflict, invalid } from "@/lib/data/errors";
import { storeOf } from "@/lib/data/resources/registry";
import type { Dependant } from "@/lib/data/resources/store";
import { type Stored, snapshot } from "@/lib/data/revisions/record";
import { recordRevisions } from "@/lib/data/revisions/revisions";
import type { ChangeReasonFields, Resource } from "@/lib/schemas/resources";

/**
 * Withdraws a row: it leaves every list, its address says that it was withdrawn, and it can be restored. Refused while something
 * published depends on it, and without a reason where readers have seen it. `replacedBy` is the key of a published row of the
 * same resource that stands in its place; its history keeps that.
 */
export async function retractRow<N extends Resource>(
  tx: Tx,
  target: Target<N>,
  { replacedBy = null, ...changeReason }: ChangeReasonFields & { readonly replacedBy?: string | null },
  author: Author,
): Promise<Stored<N>> {
  const { resource, key } = target;
  const store = storeOf(resource);
  const before = await findNewest(tx, target, {});
  if (before.state === "retracted") throw conflict("retracted", "This is retracted already");
  if (before.state === "published" && changeReason.reason === null) {
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
  await assertVersion(await store.mark(tx, before, "retracted"), tx, resource, key, {});
  const [was, becomes] = [
    snapshot(resource, before.content, before.state),
    snapshot(resource, before.content, "retracted"),
  ];
  const cause = changeReason.cause ?? (resource === "figures" && before.state === "published" ? "retracted" : null);
  const after = replacedBy === null ? becomes : { ...becomes, replacedBy };
  const change = { resource, key, kind: "retracted", before: was, after } as const;
  await recordRevisions(tx, [change], { author, changeReason: { ...changeReason, cause }, batchId: null });
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
