import "server-only";
import type { Reference } from "@/lib/data/resources/references";
import type { Labels } from "@/lib/data/revisions/record";
import { byName, picked } from "@/lib/figures/by-name";
import { CITATION_NAMES, type CitationContent, type CitationSaid } from "@/lib/figures/citation-fields";

/** What every read of citations asks for, in the order in which they were given. */
export const citationSelect = {
  select: { ...byName(CITATION_NAMES, () => true as const), source: { select: { slug: true, title: true } } },
  orderBy: { id: "asc" },
} as const;

/** A citation as it is read, with its source. */
export interface CitationWithSource extends CitationSaid {
  readonly source: { readonly slug: string; readonly title: string };
}

/** Citations as an editor has said them. */
export function toCitations(rows: readonly CitationWithSource[]): readonly CitationContent[] {
  return rows.map((row) => ({ source: row.source.slug, ...picked(row, CITATION_NAMES) }));
}

/** The titles of cited sources, by the path of the field. */
export function citationLabels(rows: readonly CitationWithSource[]): Labels {
  return Object.fromEntries(rows.map(({ source }, index) => [`citations.${index}.source`, source.title]));
}

/** The sources that citations refer to. */
export function citationReferences(citations: readonly CitationContent[]): readonly Reference[] {
  return citations.map(({ source }, index) => ({
    path: `citations.${index}.source`,
    resource: "sources",
    key: source,
  }));
}

/** Citations as they are written. */
export function citationRows(
  citations: readonly CitationContent[],
  sources: { idOf(resource: "sources", key: string): number },
) {
  return citations.map(({ source, ...rest }) => ({ ...rest, sourceId: sources.idOf("sources", source) }));
}
