import "server-only";
import type { CitationDraft } from "@/lib/data/figure-writes";
import type { CitationContent, Labels } from "@/lib/data/writing/record";
import type { Reference, References } from "@/lib/data/writing/references";

/** What every read of citations asks for, in the order in which they were given. */
export const citationSelect = {
  select: {
    locator: true,
    phrase: true,
    prefix: true,
    suffix: true,
    role: true,
    source: { select: { slug: true, title: true } },
  },
  orderBy: { id: "asc" },
} as const;

interface Row extends Omit<CitationContent, "source"> {
  readonly source: { readonly slug: string; readonly title: string };
}

/** Citations as an editor has said them. */
export function toCitations(rows: readonly Row[]): readonly CitationContent[] {
  return rows.map(({ source, locator, phrase, prefix, suffix, role }) => ({
    source: source.slug,
    locator,
    phrase,
    prefix,
    suffix,
    role,
  }));
}

/** The titles of cited sources, by the path of the field. */
export function citationLabels(rows: readonly Row[]): Labels {
  return Object.fromEntries(rows.map(({ source }, index) => [`citations.${index}.source`, source.title]));
}

/** The sources that citations refer to. */
export function citationReferences(citations: readonly CitationContent[]): readonly Reference[] {
  return citations.map(({ source }, index) => ({ path: `citations.${index}.source`, noun: "sources", key: source }));
}

/** Citations as they are written. */
export function citationRows(
  citations: readonly CitationContent[],
  references: Pick<References, "idOf">,
): readonly CitationDraft[] {
  return citations.map(({ source, ...rest }) => ({ ...rest, sourceId: references.idOf("sources", source) }));
}
