import type { FieldName } from "@/lib/importing/fields";
import type { FileRow } from "@/lib/importing/files/read-csv";
import type { Column } from "@/lib/importing/match-columns";
import { fileProblem, type Problem } from "@/lib/importing/problem";
import { ONE_COMMA } from "@/lib/importing/units/read-value";

const NUMBERS: ReadonlySet<FieldName | null> = new Set(["value", "value_high", "alternative"]);
const TIMES: ReadonlySet<FieldName | null> = new Set(["period", "period_start", "period_end", "as_of"]);
/** Commas that can only be decimal, and words of scale of countries where they are. */
const DECIMAL_COMMA =
  /(?<![\d.,])\d+,(?:\d{1,2}|\d{4,})(?![\d,])|\b0,\d|\d\.\d{3},\d|\b(?:Mio|Mrd|Tsd|milliards?|millones|milhões)\b/i;
const DATE_WITH_POINTS = /^\d{1,2}\.\d{1,2}\.\d{4}$/;

/** Whether a file whose number format nobody said shows that it may write decimals with a comma, so that "5,125" in it has two readings. */
export class CommaEvidence {
  readonly #numbers: readonly number[];
  readonly #times: readonly number[];
  #unsure: { readonly text: string; readonly row: number } | null = null;
  #evidence: string | null = null;

  constructor(columns: readonly Column[]) {
    const placesOf = (fields: ReadonlySet<FieldName | null>) =>
      columns.flatMap(({ field }, index) => (fields.has(field) ? [index] : []));
    this.#numbers = placesOf(NUMBERS);
    this.#times = placesOf(TIMES);
  }

  see({ cells, row }: FileRow): void {
    for (const at of this.#numbers) {
      const cell = cells[at];
      if (typeof cell !== "string") continue;
      const text = ONE_COMMA.exec(cell)?.[0];
      if (text !== undefined) this.#unsure ??= { text, row };
      else if (this.#evidence === null && DECIMAL_COMMA.test(cell)) this.#evidence = cell;
    }
    if (this.#evidence !== null) return;
    for (const at of this.#times) {
      const cell = cells[at];
      if (typeof cell === "string" && DATE_WITH_POINTS.test(cell.trim())) this.#evidence = cell;
    }
  }

  /** What is to be asked of the whole file; null where nothing is. */
  problem(): Problem | null {
    if (this.#unsure === null || this.#evidence === null) return null;
    const { text, row } = this.#unsure;
    const message = `“${text}” (row ${row}) may mean ${text} or ${text.replace(",", ".")} in a file that also has “${this.#evidence.trim().slice(0, 40)}”: say how the file writes numbers`;
    return fileProblem("number_format", message);
  }
}
