import "server-only";
import { randomBytes } from "node:crypto";
import { conflict } from "@/lib/data/writing/refusal";
import type { Tx } from "@/lib/data/writing/transaction";
import { newPublicId } from "@/lib/data/writing/write-figures";
import type { Noun, NounInput } from "@/lib/schemas/nouns";
import { slugOf } from "@/lib/schemas/text";

type Slugged = Exclude<Noun, "figures" | "regions">;

/** Slugs that begin with a text, for each noun that has slugs. */
const SLUGS: Readonly<Record<Slugged, (tx: Tx, beginning: string) => Promise<{ slug: string }[]>>> = {
  metrics: (tx, slug) => tx.metric.findMany({ where: { slug: { startsWith: slug } }, select: { slug: true } }),
  organisations: (tx, slug) =>
    tx.organisation.findMany({ where: { slug: { startsWith: slug } }, select: { slug: true } }),
  topics: (tx, slug) => tx.topic.findMany({ where: { slug: { startsWith: slug } }, select: { slug: true } }),
  sources: (tx, slug) => tx.source.findMany({ where: { slug: { startsWith: slug } }, select: { slug: true } }),
  milestones: (tx, slug) => tx.milestone.findMany({ where: { slug: { startsWith: slug } }, select: { slug: true } }),
  charts: (tx, slug) => tx.chart.findMany({ where: { slug: { startsWith: slug } }, select: { slug: true } }),
};

/**
 * The key that a new row will have for ever. A figure's is random, a region's is its code; another row's is the slug asked for, or
 * one made from its name, with a number where that is taken. Refuses a code or slug that is taken.
 */
export async function newKey<N extends Noun>(tx: Tx, noun: N, input: NounInput<N>): Promise<string> {
  if (noun === "figures") return newPublicId();
  const { code, slug, name, title } = input as { code?: string; slug?: string; name?: string; title?: string };
  if (noun === "regions") {
    const other = await tx.region.findUnique({ where: { code: code ?? "" }, select: { name: true } });
    if (other) throw conflict("taken", `The code ${code} belongs to ${other.name}: write another`, "code");
    return code ?? "";
  }
  // A name without a Latin letter makes no slug.
  const wanted = slug ?? (slugOf(name ?? title ?? "") || randomBytes(4).toString("hex"));
  const taken = new Set((await SLUGS[noun as Slugged](tx, wanted)).map((row) => row.slug));
  if (!taken.has(wanted)) return wanted;
  if (slug !== undefined)
    throw conflict("taken", `The key “${slug}” is taken: write another, or leave it empty`, "slug");
  for (let number = 2; ; number += 1) if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`;
}
