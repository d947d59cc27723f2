import "server-only";
import { db } from "@/lib/data/db/client";
import { findClaims } from "@/lib/data/public/claims";
import { figureSelect, NEWEST_FIRST, PUBLISHED, toFigure } from "@/lib/data/public/figure-row";
import { findPublicHistory } from "@/lib/data/public/public-history";
import { regionsWithin } from "@/lib/data/public/regions";
import type { FigureSelection } from "@/lib/data/public/selection/figure-selection";
import type { Figure } from "@/lib/figures/figure";
import type { FigureFilter, FigureView } from "@/lib/figures/view-models";
import { type Scope, seriesScope } from "@/lib/publication/scopes";

/** Other claims on a figure's page. */
export const MOST_OTHERS = 100;
/** No record has it. */
const NO_KEY = -1;

/** The figures of a filter, of any age. A region stands for itself and every place below it; what there is none of has no figures. */
export async function selectionOf(
  filter: Omit<FigureFilter, "age"> & { readonly metric?: string | null },
): Promise<FigureSelection> {
  const { region, metric = null, topic, source, organisation, wording, outlook, fromYear, toYear } = filter;
  const select = { id: true } as const;
  const idOf = async (slug: string | null, find: (slug: string) => Promise<{ readonly id: number } | null>) =>
    slug === null ? null : ((await find(slug))?.id ?? NO_KEY);
  return {
    regions: region === null ? null : await regionsWithin([region]),
    metrics: topic === null && metric === null ? null : await metricsOf(metric, topic),
    source: await idOf(source, (slug) => db(`source:${slug}`).source.findUnique({ where: { slug }, select })),
    organisation: await idOf(organisation, (slug) =>
      db(`organisation:${slug}`).organisation.findUnique({ where: { slug }, select }),
    ),
    isAboutRegion: false,
    ...{ wording, outlook, fromYear, toYear, fresh: null, knownOn: null },
  };
}

/** Internal keys of the metrics of a slug, of a topic, or of both. */
async function metricsOf(slug: string | null, topic: string | null): Promise<readonly number[]> {
  const where = { ...(slug === null ? {} : { slug }), ...(topic === null ? {} : { topic: { slug: topic } }) };
  const rows = await db("metric", "topic").metric.findMany({ where, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Published figures by their public keys, in the order asked; unknown keys are left out. */
export async function listFiguresByIds(ids: readonly string[]): Promise<readonly Figure[]> {
  if (ids.length === 0) return [];
  const rows = await db(...ids.map((id): Scope => `figure:${id}`)).figure.findMany({
    where: { publicId: { in: [...ids] }, ...PUBLISHED },
    select: figureSelect,
  });
  const byId = new Map(rows.map((row) => [row.publicId, toFigure(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** A published figure with what others say about the same thing and its public history; null when there is none. */
export async function findFigure(id: string): Promise<FigureView | null> {
  const row = await db(`figure:${id}`).figure.findUnique({
    where: { publicId: id, ...PUBLISHED },
    select: { id: true, metricId: true, regionId: true, organisationId: true, ...figureSelect },
  });
  if (!row) return null;
  const { id: key, metricId, regionId, organisationId, ...rest } = row;
  const series = db(seriesScope(rest.metric.slug, rest.region.code, rest.organisation?.slug ?? null));
  const where = { metricId, regionId, organisationId, id: { not: key }, ...PUBLISHED };
  const figure = toFigure(rest);
  const [others, othersInAll, claims, history] = await Promise.all([
    series.figure.findMany({ where, select: figureSelect, orderBy: [...NEWEST_FIRST], take: MOST_OTHERS }),
    series.figure.count({ where }),
    findClaims(figure),
    findPublicHistory(id),
  ]);
  return {
    figure,
    claims,
    others: others.map(toFigure),
    othersInAll,
    history,
  };
}
