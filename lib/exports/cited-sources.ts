import type { TableCell } from "@/lib/exports/csv-table";
import type { CitedSource, FigureSets, FigureToExport } from "@/lib/exports/figure-row";

/** Figures as they pass: how many they were, and which sources they are cited from. Complete when the last one has passed. */
export class CitedSources {
  readonly #cited = new Map<string, { readonly source: CitedSource; figures: number }>();
  count = 0;

  /** The same sets, looked at one by one. */
  async *watch(sets: FigureSets): AsyncGenerator<readonly FigureToExport[]> {
    for await (const figures of sets) {
      this.count += figures.length;
      for (const { citations } of figures) for (const source of sourcesIn(citations)) this.#add(source);
      yield figures;
    }
  }

  /** Rows below SOURCE_COLUMNS, by key. */
  rows(): readonly (readonly TableCell[])[] {
    return [...this.#cited.values()]
      .sort((a, b) => (a.source.slug < b.source.slug ? -1 : 1))
      .map(({ source: { slug, title, publisher, published, url }, figures }) => [
        ...[slug, title, publisher, published, url],
        figures,
      ]);
  }

  #add(source: CitedSource): void {
    const known = this.#cited.get(source.slug);
    if (known) known.figures += 1;
    else this.#cited.set(source.slug, { source, figures: 1 });
  }
}

/** Each source once, however often a figure is cited from it. */
function sourcesIn(citations: FigureToExport["citations"]): readonly CitedSource[] {
  const [first, ...others] = citations.map(({ source }) => source);
  if (first === undefined) return [];
  return others.length === 0 ? [first] : [...new Map([first, ...others].map((each) => [each.slug, each])).values()];
}
