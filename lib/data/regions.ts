import "server-only";
import { db } from "@/lib/data/client";
import { IN_USE, milestoneSelect, NEWEST_FIRST, PUBLISHED, readFigures, toMilestone } from "@/lib/data/figure-row";
import { keptUntilChange } from "@/lib/data/kept";
import { descendantsOf } from "@/lib/figures/descendants";
import type { RegionRef } from "@/lib/figures/figure";
import { groupBy } from "@/lib/figures/group";
import type { RegionRecord, RegionView } from "@/lib/figures/records";
import type { Prisma } from "@/lib/generated/prisma/client";
import { readingOnly } from "@/lib/publication/reads";
import type { Scope } from "@/lib/publication/scopes";

/** Most figures that a region's page lists. */
const MOST_FIGURES = 1000;
const MOST_PEERS = 6;

/** Every region in use with its counts, parents before their places, otherwise by name. */
export function listRegions(): Promise<readonly RegionRecord[]> {
  return keptUntilChange("regions", async () => {
    const [rows, counts] = await Promise.all([
      db("region").region.findMany({
        where: IN_USE,
        include: { parent: { select: { code: true } } },
        orderBy: { name: "asc" },
      }),
      db("figure-count").figure.groupBy({ by: ["regionId"], where: PUBLISHED, _count: { _all: true } }),
    ]);
    const countOf = new Map(counts.map(({ regionId, _count }) => [regionId, _count._all]));
    const placesOf = groupBy(rows, (row) => row.parentId);
    const withPlaces = (id: number): number =>
      (countOf.get(id) ?? 0) + (placesOf.get(id) ?? []).reduce((sum, place) => sum + withPlaces(place.id), 0);
    const inOrder = (parentId: number | null): typeof rows =>
      (placesOf.get(parentId) ?? []).flatMap((row) => [row, ...inOrder(row.id)]);
    return inOrder(null).map((row) => ({
      code: row.code,
      name: row.name,
      nameLocal: row.nameLocal,
      level: row.level,
      parentCode: row.parent?.code ?? null,
      figureCount: countOf.get(row.id) ?? 0,
      figureCountWithPlaces: withPlaces(row.id),
    }));
  });
}

/** The condition that a region is one of those given or lies below one, whether it is in use or not. */
export async function withinRegions(codes: readonly string[]): Promise<Prisma.RegionWhereInput> {
  const tree = await keptUntilChange("region tree", async () => {
    const rows = await db("region").region.findMany({ select: { code: true, parent: { select: { code: true } } } });
    return rows.map(({ code, parent }) => ({ code, parentCode: parent?.code ?? null }));
  });
  return { code: { in: [...new Set(codes.flatMap((code) => descendantsOf(tree, code)))] } };
}

/** A region in use by its code in any case; null when there is none. */
export async function findRegionName(code: string): Promise<string | null> {
  const regions = await readingOnly(["region"], listRegions);
  return regions.find((region) => region.code.toLowerCase() === code.toLowerCase())?.name ?? null;
}

/** A region by its code in any case, with its places and figures; null when there is none. */
export async function findRegion(code: string): Promise<RegionView | null> {
  // Their counts are shown for places within only, which the figures of those places decide.
  const regions = await readingOnly(["region"], listRegions);
  const region = regions.find((candidate) => candidate.code.toLowerCase() === code.toLowerCase());
  if (!region) return null;
  const codes = descendantsOf(regions, region.code);
  const within = { region: await withinRegions([region.code]), ...PUBLISHED };
  const [figures, milestones, peers] = await Promise.all([
    readFigures(
      within,
      MOST_FIGURES,
      NEWEST_FIRST,
      codes.map((each): Scope => `figures-of-region:${each}`),
    ),
    db(...codes.map((each): Scope => `milestones-of-region:${each}`)).milestone.findMany({
      where: within,
      select: milestoneSelect,
      orderBy: { day: "asc" },
    }),
    listPeers(region, regions),
  ]);
  const ancestors: RegionRef[] = [];
  for (let at = region.parentCode; at !== null; ) {
    const parent = regions.find((candidate) => candidate.code === at);
    if (parent) ancestors.unshift(parent);
    at = parent?.parentCode ?? null;
  }
  return {
    region,
    ancestors,
    places: regions.filter((place) => place.parentCode === region.code),
    peers,
    figures,
    milestones: milestones.map(toMilestone),
  };
}

/** Regions of the same level that have metrics in common with one, most first. */
async function listPeers(region: RegionRecord, regions: readonly RegionRecord[]): Promise<RegionView["peers"]> {
  const own = await db(`figures-of-region:${region.code}`).figure.groupBy({
    by: ["metricId"],
    where: { region: { code: region.code }, ...PUBLISHED },
  });
  const metricIds = own.map(({ metricId }) => metricId);
  const metrics = await readingOnly([], () =>
    db().metric.findMany({ where: { id: { in: metricIds } }, select: { slug: true } }),
  );
  const counted = metrics.map(({ slug }): Scope => `figure-count:${slug}`);
  const pairs = await db("region", ...counted).figure.groupBy({
    by: ["regionId", "metricId"],
    where: { metricId: { in: metricIds }, region: { level: region.level, code: { not: region.code } }, ...PUBLISHED },
  });
  const shared = new Map<number, number>();
  for (const { regionId } of pairs) shared.set(regionId, (shared.get(regionId) ?? 0) + 1);
  const rows = await db("region").region.findMany({
    where: { id: { in: [...shared.keys()] } },
    select: { id: true, code: true },
  });
  return rows
    .flatMap(({ id, code }) => {
      const peer = regions.find((candidate) => candidate.code === code);
      return peer ? [{ code, name: peer.name, sharedMetrics: shared.get(id) ?? 0 }] : [];
    })
    .sort((a, b) => b.sharedMetrics - a.sharedMetrics || a.name.localeCompare(b.name, "en"))
    .slice(0, MOST_PEERS);
}
