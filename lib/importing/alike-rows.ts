import type { FigureContent } from "@/lib/figures/figure-fields";
import { claimOf } from "@/lib/importing/identity";
import type { Problem } from "@/lib/importing/problem";
import { textHash } from "@/lib/text/text-hash";

/** A row before that makes the claim of another from elsewhere in the same source. */
export interface AlikeRow {
  readonly row: number;
  /** Whether it says another number. */
  readonly isOther: boolean;
}

/** Finds rows that say something of the same metric, place and time from the same source as a row before. */
export class AlikeRows {
  /** First rows by what they claim, and claims with their numbers; a hundred thousand texts would take much memory. */
  readonly #rows = new Map<number, number>();
  readonly #said = new Set<number>();

  /** The row before; null where there is none. Of several citations nobody can tell. */
  see(content: FigureContent, row: number): AlikeRow | null {
    const { citations, value, valueHigh } = content;
    if (citations.length !== 1) return null;
    const text = claimOf(content);
    const [claim, said] = [textHash(text), textHash(`${text} ${value} ${valueHigh}`)];
    const earlier = this.#rows.get(claim);
    const isOther = !this.#said.has(said);
    this.#said.add(said);
    if (earlier !== undefined) return { row: earlier, isOther };
    this.#rows.set(claim, row);
    return null;
  }
}

/** That a row of a table says what another does, in a table that does not say how they differ. */
export function toldApart({ row: earlier, isOther }: AlikeRow): string {
  const what = isOther ? "another number" : "the same";
  return `Row ${earlier} says ${what} of this metric, place and time: look whether a column or a line that tells them apart is left out`;
}

/** Who else says something of the same: a figure of the site, from another place in its source, and a row before. */
export interface Alike {
  readonly twin: { readonly publicId: string; readonly content: FigureContent } | null;
  readonly alike: AlikeRow | null;
}

/** What is to be said of a figure that is added beside them. */
export function alikeWarnings({ twin, alike }: Alike, row: number): readonly Problem[] {
  if (twin === null) return alike === null ? [] : [{ row, column: null, code: "row_alike", message: toldApart(alike) }];
  const where = twin.content.citations[0]?.locator ?? null;
  const place = where === null ? "without saying where in it" : `from “${where}”`;
  const message = `Figure ${twin.publicId} says ${twin.content.value} of the same, from the same source, ${place}: look whether it is this one`;
  return [{ row, column: null, code: "same_elsewhere", message }];
}
