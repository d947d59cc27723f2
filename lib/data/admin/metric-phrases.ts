import "server-only";
import { db } from "@/lib/data/db/client";

/** Most phrases looked at, the newest first. */
const MOST = 600;

/** Phrases that hold figures in use, each with the metric it was recorded under, the newest first; at most 600. */
export async function listMetricPhrases(): Promise<readonly { readonly metric: string; readonly phrase: string }[]> {
  const rows = await db().citation.findMany({
    where: { phrase: { not: null }, figure: { status: { not: "retracted" } } },
    select: { phrase: true, figure: { select: { metric: { select: { slug: true } } } } },
    orderBy: { id: "desc" },
    take: MOST,
  });
  return rows.flatMap(({ phrase, figure }) =>
    phrase === null || figure === null ? [] : [{ metric: figure.metric.slug, phrase }],
  );
}
