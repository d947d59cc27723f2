import "server-only";
import { db } from "@/lib/data/db/client";
import { PUBLISHED } from "@/lib/data/public/figure-row";
import { cacheUntilChange } from "@/lib/data/revisions/revision-cache";
import type { OrganisationRecord } from "@/lib/figures/view-models";

/** Every organisation that a published figure is about, by name. */
export function listOrganisations(): Promise<readonly OrganisationRecord[]> {
  return cacheUntilChange("organisations", async () => {
    const rows = await db("organisation", "figure-count").organisation.findMany({
      where: { figures: { some: PUBLISHED } },
      select: { slug: true, name: true, _count: { select: { figures: { where: PUBLISHED } } } },
      orderBy: { name: "asc" },
    });
    return rows.map(({ slug, name, _count }) => ({ slug, name, figureCount: _count.figures }));
  });
}
