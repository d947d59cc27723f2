import "server-only";
import { randomBytes } from "node:crypto";
import type { Tx } from "@/lib/data/db/transaction";
import { conflict } from "@/lib/data/errors";
import { newPublicId } from "@/lib/data/resources/write-figures";
import { tableName, tableOf } from "@/lib/data/revisions/tables";
import type { Resource, ResourceInput } from "@/lib/schemas/resources";
import { slugOf } from "@/lib/schemas/text";

/**
 * The key that a new row will have for ever (the database refuses another). A figure's is random, a region's is its code; another row's is the slug asked for, or
 * one made from its name, with a number where that is taken. Refuses a code or slug that is taken.
 */
export async function newKey<N extends Resource>(tx: Tx, resource: N, input: ResourceInput<N>): Promise<string> {
  if (resource === "figures") return newPublicId();
  const { code, slug, name, title } = input as { code?: string; slug?: string; name?: string; title?: string };
  if (resource === "regions") {
    const other = await tx.region.findUnique({ where: { code: code ?? "" }, select: { name: true } });
    if (other) throw conflict("taken", `The code ${code} belongs to ${other.name}: write another`, "code");
    return code ?? "";
  }
  // A name without a Latin letter makes no slug.
  const wanted = slug ?? (slugOf(name ?? title ?? "") || randomBytes(4).toString("hex"));
  const beginning = { where: { slug: { startsWith: wanted } }, select: { slug: true } };
  const rows = await tableOf(tx, tableName(resource)).findMany(beginning);
  const taken = new Set(rows.map((row) => row.slug));
  if (!taken.has(wanted)) return wanted;
  if (slug !== undefined)
    throw conflict("taken", `The key “${slug}” is taken: write another, or leave it empty`, "slug");
  for (let number = 2; ; number += 1) if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`;
}
