import "server-only";
import { type CitationWithSource, toCitations } from "@/lib/data/writing/citations";
import type { References } from "@/lib/data/writing/references";
import { daysCovered } from "@/lib/figures/edtf";
import { columnsOf, type ReadColumns, saidIn } from "@/lib/figures/figure-columns";
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

/** What an editor has said as the columns that a change may set, with the days that its times cover. */
export function rowOf(content: FigureContent, references: Pick<References, "idOf">) {
  const said = columnsOf(content);
  return {
    metricId: references.idOf("metrics", content.metric),
    regionId: references.idOf("regions", content.region),
    organisationId: content.organisation === null ? null : references.idOf("organisations", content.organisation),
    ...said,
    ...daysCovered(said.periodStart, said.periodEnd, said.asOf),
  };
}
