import "server-only";
import type { Tx } from "@/lib/data/db/transaction";
import { invalid } from "@/lib/data/errors";
import { makeStore } from "@/lib/data/resources/store";

/** Regions: a tree whose roots are countries. */
export const regionStore = makeStore("regions", {
  include: { parent: { select: { code: true, name: true } } },
  references: ({ parent }) => (parent === null ? [] : [{ path: "parent", resource: "regions", key: parent }]),

  async check(tx, key, { code, level, parent }) {
    if (level === "country" && parent !== null) {
      throw invalid(
        "parent",
        "country",
        "A country lies in no other region: leave this empty, or choose another level",
      );
    }
    if (level !== "country" && parent === null) {
      throw invalid("parent", "missing", "Choose the region it lies in; only a country lies in none");
    }
    if (key !== null && parent !== null && (await liesWithin(tx, parent, code))) {
      throw invalid("parent", "circle", "A region cannot lie in itself or in a place within it");
    }
  },

  read: ({ parentId: _, parent, ...content }) => ({
    content: { ...content, parent: parent?.code ?? null },
    labels: parent === null ? {} : { parent: parent.name },
  }),

  columns: ({ parent, code: _, ...columns }, references) => ({
    ...columns,
    parentId: parent === null ? null : references.idOf("regions", parent),
  }),

  dependants: (tx, regionId) => ({
    "published figure": tx.figure.count({ where: { regionId, status: "published" } }),
    "published milestone": tx.milestone.count({ where: { regionId, status: "published" } }),
    "published chart": tx.chartRegion.count({ where: { regionId, chart: { status: "published" } } }),
    "place within it": tx.region.count({ where: { parentId: regionId, retracted: false } }),
  }),
});

/** Whether a region is another one or lies in it, however deep. */
async function liesWithin(tx: Tx, code: string, within: string): Promise<boolean> {
  for (let at: string | null = code; at !== null; ) {
    if (at === within) return true;
    const row: { parent: { code: string } | null } | null = await tx.region.findUnique({
      where: { code: at },
      select: { parent: { select: { code: true } } },
    });
    at = row?.parent?.code ?? null;
  }
  return false;
}
