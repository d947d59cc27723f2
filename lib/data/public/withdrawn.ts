import "server-only";
import { db } from "@/lib/data/db/client";
import { figureSelect, NEWEST_FIRST, PUBLISHED, toFigure } from "@/lib/data/public/figure-row";
import { findPublicHistory } from "@/lib/data/public/public-history";
import { storeOf } from "@/lib/data/resources/registry";
import { hasDrafts, type Snapshot } from "@/lib/data/revisions/record";
import { readSnapshot } from "@/lib/data/revisions/revisions";
import { MODELS } from "@/lib/data/revisions/tables";
import type { Withdrawal, WithdrawnFigure } from "@/lib/figures/view-models";
import { scopeOf } from "@/lib/publication/changed-scopes";
import { seriesScope } from "@/lib/publication/scopes";
import type { Resource } from "@/lib/schemas/resources";

/** Most figures that are named as standing in place of a withdrawn one. */
const MOST_INSTEAD = 20;

/** When and why a record that readers have seen was withdrawn; null where it was not, or where no reader ever saw it. */
export async function findWithdrawal(resource: Resource, key: string): Promise<Withdrawal | null> {
  const shown = db(scopeOf(resource, key));
  const stored = await storeOf(resource).find(shown, key);
  if (stored?.state !== "retracted" || stored.listed === false) return null;
  const rows = await shown.revision.findMany({
    where: { resource: MODELS[resource], key },
    select: { at: true, reason: true, before: true, after: true },
    orderBy: { id: "asc" },
  });
  const versions = rows.flatMap(({ before, after }) => [readSnapshot(resource, before), readSnapshot(resource, after)]);
  const last = rows.at(-1);
  if (last === undefined || !versions.some((version) => version !== null && isPublic(resource, version))) return null;
  const replacedBy = readSnapshot(resource, last.after)?.replacedBy;
  return {
    name: nameOf(stored.content),
    at: last.at.toISOString(),
    reason: last.reason,
    replacedBy: typeof replacedBy === "string" ? replacedBy : null,
  };
}

/** Whether readers could see a version of a record. */
export function isPublic(resource: Resource, version: Snapshot): boolean {
  return hasDrafts(resource) ? version.status === "published" : version.retracted === false;
}

function nameOf(content: object): string | null {
  const { name, title } = content as { readonly name?: string; readonly title?: string };
  return name ?? title ?? null;
}

/**
 * A figure that was withdrawn, as readers last saw it, and what stands in its place: the figure that whoever withdrew it named,
 * else those in use that say the same thing from the same place. Null where no reader ever saw it.
 */
export async function findWithdrawnFigure(id: string): Promise<WithdrawnFigure | null> {
  const withdrawal = await findWithdrawal("figures", id);
  if (withdrawal === null) return null;
  const row = await db(`figure:${id}`).figure.findUnique({
    where: { publicId: id },
    select: { id: true, metricId: true, regionId: true, organisationId: true, ...figureSelect },
  });
  if (row === null) return null;
  const { id: key, metricId, regionId, organisationId, ...rest } = row;
  const figure = toFigure(rest);
  const { periodStart, periodEnd, asOf, outlook } = figure;
  const [citation] = figure.citations;
  const sameThing = {
    ...{ metricId, regionId, organisationId, outlook, periodStart, periodEnd },
    ...(periodStart === null && periodEnd === null ? { asOf } : {}),
    citations: { some: { locator: citation?.locator ?? null, source: { slug: citation?.source.slug ?? "" } } },
  };
  const { metric, region, organisation } = figure;
  const series = seriesScope(metric.slug, region.code, organisation?.slug ?? null);
  const shown = withdrawal.replacedBy === null ? series : (`figure:${withdrawal.replacedBy}` as const);
  const instead = await db(shown).figure.findMany({
    where: {
      ...(withdrawal.replacedBy === null ? sameThing : { publicId: withdrawal.replacedBy }),
      id: { not: key },
      ...PUBLISHED,
    },
    select: figureSelect,
    orderBy: [...NEWEST_FIRST],
    take: MOST_INSTEAD,
  });
  return { figure, withdrawal, instead: instead.map(toFigure), history: await findPublicHistory(id) };
}
