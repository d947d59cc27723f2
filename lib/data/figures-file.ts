import "server-only";
import { PUBLISHED, readFigures } from "@/lib/data/figure-row";
import { listFiguresByIds } from "@/lib/data/figures";
import { withinRegions } from "@/lib/data/regions";
import type { Figure } from "@/lib/figures/figure";

/** Most figures in one file; a larger set is asked for in parts (by metric or region). */
const MOST_IN_FILE = 20_000;

/** What a file of figures holds: those named, or those of a metric, of regions (with the places below them), of a source. */
export interface FiguresFileQuery {
  readonly id: readonly string[];
  readonly metric?: string | undefined;
  readonly region: readonly string[];
  readonly source?: string | undefined;
}

/** Published figures for a file: in the order named, else newest first. */
export async function listFiguresForFile(query: FiguresFileQuery): Promise<readonly Figure[]> {
  if (query.id.length > 0) return listFiguresByIds(query.id);
  return readFigures(
    {
      ...PUBLISHED,
      ...(query.metric === undefined ? {} : { metric: { slug: query.metric } }),
      ...(query.region.length === 0 ? {} : { region: await withinRegions(query.region) }),
      ...(query.source === undefined ? {} : { citations: { some: { source: { slug: query.source } } } }),
    },
    MOST_IN_FILE,
  );
}
