import { db } from "@/lib/data/db/client";
import { ReferenceIds } from "@/lib/data/import/figures";
import { type NewFigure, writeFigures } from "@/lib/data/resources/write-figures";
import { byName } from "@/lib/figures/by-name";
import { CITATION_TEXTS, type CitationContent } from "@/lib/figures/citation-fields";
import type { FigureContent } from "@/lib/figures/figure-fields";
import { sampleContent } from "@/tests/setup/data/sample-figure";

/** What a test says of a figure, in canonical form; the rest is made up. A citation names its source, or the first one is cited. */
export type SampleFigure = Partial<Omit<FigureContent, "citations">> &
  Partial<Omit<NewFigure, "content">> & { readonly citations?: readonly Partial<CitationContent>[] };

/** Writes made-up figures, published unless told otherwise, all at once; answers their internal keys. */
export async function writeSamples(samples: readonly SampleFigure[]): Promise<readonly number[]> {
  const { slug: source } = await db().source.findFirstOrThrow();
  const figures = samples.map(({ publicId, recordedAt, importKey, status = "published", citations, ...said }) => {
    const cited = citations ?? [{ locator: "para 1", phrase: `${said.value ?? "5"} things` }];
    const content = sampleContent({
      period: "2020",
      ...said,
      citations: cited.map((citation) => ({
        source,
        ...byName(CITATION_TEXTS, () => null),
        role: "origin",
        ...citation,
      })),
    });
    return { publicId, recordedAt, importKey, status, content };
  });
  const context = { author: { id: null, name: "A test" }, changeReason: { cause: null, reason: null }, batchId: null };
  return db().$transaction(async (tx) => writeFigures(tx, figures, await ReferenceIds.read(tx), context), {
    timeout: 60_000,
  });
}
