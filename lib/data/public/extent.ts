import "server-only";
import { db } from "@/lib/data/db/client";
import type { FiguresRead } from "@/lib/data/public/newest-figures";
import { yearOf } from "@/lib/dates/edtf";
import type { Extent } from "@/lib/figures/view-models";

/** How much there is of a condition, counted in the database. Targets do not stretch the years. */
export async function readExtent({ where, shown }: FiguresRead): Promise<Extent> {
  const [outlooks, cited] = await Promise.all([
    db(...shown).figure.groupBy({
      by: ["outlook"],
      where,
      _count: { _all: true },
      _min: { firstDay: true },
      _max: { lastDay: true },
    }),
    db(...shown).source.findMany({ where: { citations: { some: { figure: where } } }, select: { slug: true } }),
  ]);
  const outcome = outlooks.find(({ outlook }) => outlook === "outcome");
  const [first, last] = [outcome?._min.firstDay ?? null, outcome?._max.lastDay ?? null];
  return {
    figures: outlooks.reduce((sum, { _count }) => sum + _count._all, 0),
    sources: cited.map(({ slug }) => slug),
    years: first === null || last === null ? null : { first: yearOf(first), last: yearOf(last) },
  };
}
