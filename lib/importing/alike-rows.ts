import type { FigureContent } from "@/lib/figures/figure-fields";
import { claimOf } from "@/lib/importing/identity";
import type { Problem } from "@/lib/importing/problem";
import { textHash } from "@/lib/text/text-hash";

/** A figure of the site that makes the claim of a row from another place in its source. */
interface Twin {
  readonly publicId: string;
  readonly content: FigureContent;
}

/** Tells where a figure that a file adds says what another says from elsewhere in the same source, in the file or on the site. */
export class AlikeRows {
  /** Rows by what they claim; a hundred thousand texts would take much memory. */
  readonly #rows = new Map<number, number>();

  /** What is to be said of a row; null where there is nothing. Of several citations nobody can tell. */
  see(content: FigureContent, row: number, twin: Twin | null): Problem | null {
    const [citation, another] = content.citations;
    if (citation === undefined || another !== undefined) return null;
    const claim = textHash(claimOf(content));
    const earlier = this.#rows.get(claim);
    if (earlier === undefined) this.#rows.set(claim, row);
    if (twin !== null) {
      const where = twin.content.citations[0]?.locator ?? null;
      const place = where === null ? "without saying where in it" : `from “${where}”`;
      const message = `Figure ${twin.publicId} says ${twin.content.value} of the same, from the same source, ${place}: look whether it is this one`;
      return { row, column: null, code: "same_elsewhere", message };
    }
    if (earlier === undefined) return null;
    const message = `Row ${earlier} says something of the same metric, place and time: look whether a column that tells them apart is left out`;
    return { row, column: null, code: "row_alike", message };
  }
}
