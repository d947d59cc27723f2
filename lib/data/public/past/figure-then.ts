import "server-only";
import { db } from "@/lib/data/db/client";
import { findClaimsThen } from "@/lib/data/public/claims";
import { figureSelect, PUBLISHED, toFigure } from "@/lib/data/public/figure-row";
import { MOST_OTHERS } from "@/lib/data/public/figures";
import { findPublicHistory } from "@/lib/data/public/public-history";
import { countFigures } from "@/lib/data/public/selection/figure-counts";
import {
  conditionOf,
  EVERY_FIGURE,
  type FiguresRead,
  type KnownOn,
} from "@/lib/data/public/selection/figure-selection";
import { readNewest } from "@/lib/data/public/selection/newest-figures";
import type { Figure } from "@/lib/figures/figure";
import type { FigureView } from "@/lib/figures/view-models";
import { seriesScope } from "@/lib/publication/scopes";

/** A figure as it was known on a day, with the internal keys of what it names. */
interface FoundThen {
  readonly figure: Figure;
  readonly metricId: number;
  readonly regionId: number;
  readonly organisationId: number | null;
}

/** A figure as it was known on a day; null where readers did not see it here by then and no source had published it. */
export async function findFigureThen(id: string, knownOn: KnownOn): Promise<FoundThen | null> {
  const corrected = knownOn.corrected.find(({ figure }) => figure.id === id);
  if (corrected) return corrected;
  const shown = db(`figure:${id}`);
  const known = await shown.$queryRaw<object[]>`
    SELECT f."id" FROM "Figure" f WHERE f."publicId" = ${id} AND ${conditionOf({ ...EVERY_FIGURE, knownOn }, "scan")}`;
  if (known.length === 0) return null;
  const row = await shown.figure.findUnique({
    where: { publicId: id, ...PUBLISHED },
    select: { metricId: true, regionId: true, organisationId: true, ...figureSelect },
  });
  if (row === null) return null;
  const { metricId, regionId, organisationId, ...rest } = row;
  return { figure: knownOn.asThen(toFigure(rest)), metricId, regionId, organisationId };
}

/** Everything a figure's page shows, as it was known on a day: null where the figure was not. */
export async function findFigureViewThen(id: string, knownOn: KnownOn): Promise<FigureView | null> {
  const found = await findFigureThen(id, knownOn);
  if (found === null) return null;
  const { figure, metricId, regionId, organisationId } = found;
  const { metric, region, organisation } = figure;
  const series: FiguresRead = {
    selection: {
      ...{ ...EVERY_FIGURE, metrics: [metricId], regions: [regionId], organisation: organisationId },
      ...{ isAboutRegion: organisationId === null, knownOn },
    },
    shown: [seriesScope(metric.slug, region.code, organisation?.slug ?? null)],
  };
  const [newest, inAll, history, claims] = await Promise.all([
    readNewest(series, MOST_OTHERS + 1),
    countFigures(series),
    findPublicHistory(id, knownOn.boundary),
    findClaimsThen(figure, knownOn),
  ]);
  const others = newest.filter((other) => other.id !== id).slice(0, MOST_OTHERS);
  return {
    claims,
    figure,
    others,
    othersInAll: inAll - 1,
    history,
  };
}
