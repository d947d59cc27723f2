import "server-only";
import { db } from "@/lib/data/db/client";
import { engine } from "@/lib/data/db/engines";
import type { KnownOn } from "@/lib/data/public/selection/figure-selection";
import { readByIds } from "@/lib/data/public/selection/newest-figures";
import { groupClaims } from "@/lib/figures/claims/claims";
import { claimKey } from "@/lib/figures/claims/verdict";
import type { Figure } from "@/lib/figures/figure";
import { groupBy } from "@/lib/figures/group";
import { Prisma } from "@/lib/generated/prisma/client";
import { type Scope, seriesScope } from "@/lib/publication/scopes";

/** Figures beside those of a page that are read to tell what was said of the same. */
const MOST_READ = 500;

/**
 * What was said of the same as figures that were known on a day, themselves included: group by group, those of one alone, too. Where more would
 * have to be read than is, the last of the figures are in no group.
 */
export async function readClaimsThen(
  figures: readonly Figure[],
  knownOn: KnownOn,
): Promise<readonly (readonly Figure[])[]> {
  const timed = figures.filter(({ lastDay }) => lastDay !== null);
  if (timed.length === 0) return [];
  const shown = timed.flatMap(({ metric, region, organisation }): Scope[] => [
    seriesScope(metric.slug, region.code, organisation?.slug ?? null),
    `metric:${metric.slug}`,
  ]);
  const places = [...groupBy(timed, placeKey).values()];
  const table = await tableOf(places, shown);
  const rows = await db(...shown).$queryRaw<{ id: number | bigint; key: string; place: number | bigint }[]>`
    SELECT f."id", f."publicId" AS "key", k."column1" AS "place" FROM (VALUES ${table}) k
    ${engine().dialect.orderedJoin} "Figure" f ON f."metricId" = k."column2" AND f."regionId" = k."column3" AND f."lastDay" = k."column4"
    WHERE f."status" = 'published' AND ${knownOn.condition} ORDER BY k."column1", f."id" LIMIT ${timed.length + MOST_READ + 1}`;
  const own = new Set(timed.map(({ id }) => id));
  const further = rows.filter(({ key }) => !own.has(key));
  // A place that was not read to its end tells nothing.
  const end = Number(further[MOST_READ]?.place ?? places.length);
  const ids = further.flatMap(({ id, place }) => (Number(place) < end ? Number(id) : []));
  const told = places.slice(0, end).flat();
  const keys = new Set(told.map(claimKey));
  const others = [...(await readByIds(ids, shown, knownOn)), ...knownOn.corrected.map(({ figure }) => figure)];
  return groupClaims([...told, ...others.filter((figure) => !own.has(figure.id) && keys.has(claimKey(figure)))]);
}

/** Where and when figures are about what may be the same. */
const placeKey = ({ metric, region, lastDay }: Figure) => `${metric.slug} ${region.code} ${lastDay}`;

/** Rows of a number, the internal keys of a metric and a region, and a day, for places in this order. */
async function tableOf(places: readonly (readonly Figure[])[], shown: readonly Scope[]): Promise<Prisma.Sql> {
  const firsts = places.flatMap(([figure]) => figure ?? []);
  const [metrics, regions] = await Promise.all([
    db(...shown).metric.findMany({
      where: { slug: { in: [...new Set(firsts.map(({ metric }) => metric.slug))] } },
      select: { id: true, slug: true },
    }),
    db(...shown).region.findMany({
      where: { code: { in: [...new Set(firsts.map(({ region }) => region.code))] } },
      select: { id: true, code: true },
    }),
  ]);
  const metricIds = new Map(metrics.map(({ id, slug }) => [slug, id]));
  const regionIds = new Map(regions.map(({ id, code }) => [code, id]));
  const rows = firsts.map(({ metric, region, lastDay }, index) => {
    const row = [index, metricIds.get(metric.slug) ?? 0, regionIds.get(region.code) ?? 0, lastDay ?? 0];
    return Prisma.sql`(${Prisma.join(row.map((number) => Prisma.sql`CAST(${number} AS INTEGER)`))})`;
  });
  return Prisma.join(rows);
}
