import "server-only";
import { db } from "@/lib/data/db/client";
import { metricSelect } from "@/lib/data/public/figure-row";
import { countBy } from "@/lib/data/public/selection/figure-counts";
import type { FiguresRead } from "@/lib/data/public/selection/figure-selection";
import { readNewest } from "@/lib/data/public/selection/newest-figures";
import type { FileQuery } from "@/lib/figures/figure";
import type { KnownMetric } from "@/lib/figures/view-models";

/** From so many figures of a metric on, a chart tells more than the table. */
const FEWEST = 3;
/** Figures that one chart is given, the newest. */
const MOST_FIGURES = 600;

/**
 * The metrics with most figures about a region itself, at most `most`, without those named. The selection and `file` say which figures of it are
 * meant: as keys, and as a file is asked for them.
 */
export async function readKnownMetrics(
  code: string,
  { selection, shown }: FiguresRead,
  { file, without, most }: { readonly file: FileQuery; readonly without: readonly string[]; readonly most: number },
): Promise<readonly KnownMetric[]> {
  if (most <= 0) return [];
  const region = await db(...shown).region.findUnique({ where: { code }, select: { id: true } });
  if (region === null) return [];
  const own = { ...selection, regions: [region.id], isAboutRegion: true };
  const [counts, left] = await Promise.all([
    countBy("metricId", { selection: own, shown }),
    db(...shown).metric.findMany({
      where: { slug: { in: [...without] } },
      select: { id: true },
    }),
  ]);
  const isLeft = new Set(left.map(({ id }) => id));
  const chosen = [...counts]
    .filter(([id, { figures }]) => figures >= FEWEST && !isLeft.has(id))
    .sort(([a, { figures: ofA }], [b, { figures: ofB }]) => ofB - ofA || a - b)
    .slice(0, most);
  const metrics = await db(...shown).metric.findMany({
    where: { id: { in: chosen.map(([id]) => id) } },
    select: { id: true, ...metricSelect },
  });
  const metricOf = new Map(metrics.map(({ id, ...metric }) => [id, metric]));
  const known = await Promise.all(
    chosen.map(async ([id, { figures: total }]) => {
      const metric = metricOf.get(id);
      if (metric === undefined) return [];
      const figures = await readNewest({ selection: { ...own, metrics: [id] }, shown }, MOST_FIGURES);
      const asked = { ...file, metric: metric.slug, region: code, places: "without", about: "region" };
      const { knownOn } = selection;
      return [{ metric: knownOn?.recordThen("metrics", metric.slug, metric) ?? metric, total, figures, file: asked }];
    }),
  );
  return known.flat();
}
