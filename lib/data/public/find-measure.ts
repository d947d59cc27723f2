import "server-only";
import { db } from "@/lib/data/db/client";
import type { MetricRef } from "@/lib/figures/figure";

/** What a metric measures in, by its key or by that of one of its figures; null where there is none. */
export async function findMeasure(
  by: { readonly metric: string } | { readonly figure: string },
): Promise<Pick<MetricRef, "unit" | "counted" | "kind"> | null> {
  const select = { unit: true, counted: true, kind: true } as const;
  if ("metric" in by) return db().metric.findUnique({ where: { slug: by.metric }, select });
  const figure = await db().figure.findUnique({ where: { publicId: by.figure }, select: { metric: { select } } });
  return figure?.metric ?? null;
}
