import type { Doubt, FileRow } from "@/lib/importing/files/read-csv";
import { mayLackScale, textOfCell } from "@/lib/importing/table/cell-kind";
import { isNumeric } from "@/lib/importing/table/column-facts";
import type { TableUses } from "@/lib/importing/table/propose-uses";
import type { ColumnFacts, TableFacts } from "@/lib/importing/table/scan-table";

/** Fewest numbers that say of a column what kind they are of. */
const FEWEST = 3;
const NONE: ReadonlyMap<number, readonly Doubt[]> = new Map();
/** Days of a spreadsheet from 2000 to 2049. */
const DAY = /^(?:3[6-9]|4\d|5[0-3])\d{3}$/;
const PARTS: Doubt = {
  code: "parts",
  message:
    "All numbers of this column are below 1, and those of other years are not: look whether it is in another unit",
};

/** Finds what a person is to look at in the numbers of a table, by what else is in their columns. */
export class NumberDoubts {
  readonly #facts: TableFacts;
  /** Whether all numbers of a column are of one metric, without which each may have a scale of its own. */
  readonly #isOneMetric: boolean;
  /** Columns of nothing but parts of one, where others have few. */
  readonly #parts: ReadonlySet<number>;

  /** `isSaid` where a person says the metric of the whole file. */
  constructor(facts: TableFacts, { roles, levels }: TableUses, isSaid: boolean) {
    this.#facts = facts;
    this.#isOneMetric = isSaid || !roles.some(({ use }) => use === "metric");
    const across = roles.flatMap(({ use, column }) => (use === "across" ? (facts.columns[column.index] ?? []) : []));
    const areTimes = this.#isOneMetric && levels.length > 0 && levels.every((level) => level === "period");
    const isOther = across.some(({ parts, wholes }) => wholes >= FEWEST && wholes > parts);
    const hasOnlyParts = ({ parts, wholes }: ColumnFacts) => parts >= FEWEST && wholes === 0;
    const found = areTimes && isOther ? across.filter(hasOnlyParts) : [];
    this.#parts = new Set(found.map(({ column }) => column.index));
  }

  /** What is to be looked at in the number of a row at an index, with what its file says of the cell, under the index it will have. */
  of({ cells, doubts }: FileRow, at: number, shapedAt: number): ReadonlyMap<number, readonly Doubt[]> {
    const facts = this.#facts.columns[at];
    const cell = cells[at] ?? "";
    const found = [...(doubts?.get(at) ?? [])];
    if (this.#isOneMetric && facts?.scale && mayLackScale(cell, facts.scale)) {
      const message = `Other numbers of the column say “${facts.scale.text}” and this one does not: look whether it is meant in it`;
      found.push({ code: "no_scale", message });
    }
    if (this.#parts.has(at)) found.push(PARTS);
    const text = textOfCell(cell);
    if (facts !== undefined && facts.kinds.time > 0 && isNumeric(facts) && DAY.test(text)) {
      const message = `Other cells of the column are dates, and ${text} is one, too, as a spreadsheet counts days: look whether it is`;
      found.push({ code: "day", message });
    }
    return found.length === 0 ? NONE : new Map([[shapedAt, found]]);
  }
}
