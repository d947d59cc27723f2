import "server-only";
import { db } from "@/lib/data/db/client";
import { metricSelect } from "@/lib/data/public/figure-row";
import { type FiguresRead, readNewest } from "@/lib/data/public/newest-figures";
import type { FileQuery } from "@/lib/figures/figure";
import type { KnownMetric } from "@/lib/figures/view-models";
import type { Prisma } from "@/lib/generated/prisma/client";

/** From so many figures of a metric on, a chart tells more than the table. */
const FEWEST = 3;
/** Figures that one chart is given, the newest. */
const MOST_FIGURES = 600;

/**
 * The metrics with most figures about a region itself, at most `most`, without those named. `where` and `file` say which figures of it are
 * meant: as a condition, and as a file is asked for them.
 */
export async function readKnownMetrics(
  code: string,
  { where, shown }: FiguresRead,
  { file, without, most }: { readonly file: FileQuery; readonly without: readonly string[]; readonly most: number },
): Promise<readonly KnownMetric[]> {
  if (most <= 0) return [];
  const own: Prisma.FigureWhereInput = { AND: [where, { region: { code }, organisationId: null }] };
  const counts = await db(...shown).figure.groupBy({
    by: ["metricId"],
    where: { AND: [own, { metric: { slug: { notIn: [...without] } } }] },
    _count: { id: true },
    having: { id: { _count: { gte: FEWEST } } },
    orderBy: [{ _count: { id: "desc" } }, { metricId: "asc" }],
    take: most,
  });
  const metrics = await db(...shown).metric.findMany({
    where: { id: { in: counts.map(({ metricId }) => metricId) } },
    select: { id: true, ...metricSelect },
  });
  const metricOf = new Map(metrics.map(({ id, ...metric }) => [id, metric]));
  const known = await Promise.all(
    counts.map(async ({ metricId, _count }) => {
      const metric = metricOf.get(metricId);
      if (metric === undefined) return [];
      const figures = await readNewest({ where: { AND: [own, { metricId }] }, shown }, MOST_FIGURES);
      const asked = { ...file, metric: metric.slug, region: code, places: "without", about: "region" };
      return [{ metric, total: _count.id, figures, file: asked }];
    }),
  );
  return known.flat();
}
