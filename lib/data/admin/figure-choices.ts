import "server-only";
import { listInUse, listRecords } from "@/lib/data/admin/choices";
import { type FigureChoices, referencesOf } from "@/lib/figures/figure-choices";

/**
 * What a form needs to know to begin with: every record that `fields` refer to (see referencesOf), and all topics in use. With
 * `isNew`, as for what an address asks a new record to begin with, retracted records are left out.
 */
export async function readFigureChoices(
  fields: unknown,
  { isNew = false }: { readonly isNew?: boolean } = {},
): Promise<FigureChoices> {
  const keys = referencesOf(fields);
  const [metrics, regions, organisations, sources, topics] = await Promise.all([
    listRecords("metrics", keys.metrics, isNew),
    listRecords("regions", keys.regions, isNew),
    listRecords("organisations", keys.organisations, isNew),
    listRecords("sources", keys.sources, isNew),
    listInUse("topics"),
  ]);
  return { metrics, regions, organisations, sources, topics };
}
