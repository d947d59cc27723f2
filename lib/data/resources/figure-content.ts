import "server-only";
import { type CitationWithSource, toCitations } from "@/lib/data/resources/citations";
import { daysCovered } from "@/lib/dates/edtf";
import { type ReadColumns, saidIn, toColumns } from "@/lib/figures/figure-columns";
import type { FigureContent } from "@/lib/figures/figure-fields";

/** What a row of the table says, with the keys of what it refers to. */
export interface FigureWithKeys extends ReadColumns {
  readonly metric: { readonly slug: string };
  readonly region: { readonly code: string };
  readonly organisation: { readonly slug: string } | null;
  readonly citations: readonly CitationWithSource[];
}

/** A database row as an editor has said it. */
export function contentOf(row: FigureWithKeys): FigureContent {
  return {
    metric: row.metric.slug,
    region: row.region.code,
    organisation: row.organisation?.slug ?? null,
    ...saidIn(row),
    citations: toCitations(row.citations),
  };
}

/** Internal keys of what figures refer to, by its key. Throws for what is not there. */
export interface FigureIds {
  idOf(resource: "metrics" | "regions" | "organisations" | "sources", key: string): number;
}

/** What an editor has said as the columns that a change may set, with the days that its times cover. */
export function rowOf(content: FigureContent, ids: FigureIds) {
  const said = toColumns(content);
  return {
    metricId: ids.idOf("metrics", content.metric),
    regionId: ids.idOf("regions", content.region),
    organisationId: content.organisation === null ? null : ids.idOf("organisations", content.organisation),
    ...said,
    ...daysCovered(said.periodStart, said.periodEnd, said.asOf),
  };
}
