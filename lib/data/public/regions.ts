import "server-only";
import { db } from "@/lib/data/db/client";
import { IN_USE } from "@/lib/data/public/figure-row";
import { countBy } from "@/lib/data/public/selection/figure-counts";
import { EVERY_FIGURE } from "@/lib/data/public/selection/figure-selection";
import { cacheUntilChange } from "@/lib/data/revisions/revision-cache";
import { descendantsOf } from "@/lib/figures/descendants";
import type { RegionRef } from "@/lib/figures/figure";
import { groupBy } from "@/lib/figures/group";
import type { RegionRecord } from "@/lib/figures/view-models";
import { readingOnly } from "@/lib/publication/reads";

/** Every region in use with its counts, parents before their places, otherwise by name. */
export function listRegions(): Promise<readonly RegionRecord[]> {
  return cacheUntilChange("regions", async () => {
    const [rows, counts] = await Promise.all([
      db("region").region.findMany({
        where: IN_USE,
        include: { parent: { select: { code: true } } },
        orderBy: { name: "asc" },
      }),
      countBy("regionId", { selection: EVERY_FIGURE, shown: ["figure-count"] }),
    ]);
    const countOf = (id: number) => counts.get(id)?.figures ?? 0;
    const placesOf = groupBy(rows, (row) => row.parentId);
    const withPlaces = (id: number): number =>
      countOf(id) + (placesOf.get(id) ?? []).reduce((sum, place) => sum + withPlaces(place.id), 0);
    const inOrder = (parentId: number | null): typeof rows =>
      (placesOf.get(parentId) ?? []).flatMap((row) => [row, ...inOrder(row.id)]);
    return inOrder(null).map((row) => ({
      code: row.code,
      name: row.name,
      nameLocal: row.nameLocal,
      level: row.level,
      parentCode: row.parent?.code ?? null,
      figureCount: countOf(row.id),
      figureCountWithPlaces: withPlaces(row.id),
    }));
  });
}

/** Internal keys of regions, found by their codes, and of every place below them, whether they are in use or not. */
export async function regionsWithin(codes: readonly string[]): Promise<number[]> {
  const tree = await cacheUntilChange("region tree", async () => {
    const rows = await db("region").region.findMany({
      select: { id: true, code: true, parent: { select: { code: true } } },
    });
    const places = rows.map(({ code, parent }) => ({ code, parentCode: parent?.code ?? null }));
    return { places, idOf: new Map(rows.map(({ id, code }) => [code, id])) };
  });
  const within = new Set(codes.flatMap((code) => descendantsOf(tree.places, code)));
  return [...within].flatMap((code) => tree.idOf.get(code) ?? []);
}

/** Codes of a region in use and of every place below it. */
export async function codesWithin(code: string): Promise<readonly string[]> {
  return descendantsOf(await readingOnly(["region"], listRegions), code);
}

/** A region in use by its code in any case; null when there is none. */
export async function findRegionRef(code: string): Promise<RegionRef | null> {
  const regions = await readingOnly(["region"], listRegions);
  const found = regions.find((region) => region.code.toLowerCase() === code.toLowerCase());
  return found === undefined ? null : { code: found.code, name: found.name };
}
