import "server-only";
import { db } from "@/lib/data/db/client";
import { countBy } from "@/lib/data/public/selection/figure-counts";
import { EVERY_FIGURE } from "@/lib/data/public/selection/figure-selection";
import { cacheUntilChange } from "@/lib/data/revisions/revision-cache";
import type { OrganisationRecord } from "@/lib/figures/view-models";

/** Every organisation that a published figure is about, by name. */
export function listOrganisations(): Promise<readonly OrganisationRecord[]> {
  return cacheUntilChange("organisations", async () => {
    const counts = await countBy("organisationId", { selection: EVERY_FIGURE, shown: ["figure-count"] });
    const rows = await db("organisation").organisation.findMany({
      select: { id: true, slug: true, name: true },
      orderBy: { name: "asc" },
    });
    return rows.flatMap(({ id, slug, name }) => {
      const figureCount = counts.get(id)?.figures ?? 0;
      return figureCount === 0 ? [] : { slug, name, figureCount };
    });
  });
}
