import type { FieldName } from "@/lib/importing/fields";
import { CommaEvidence } from "@/lib/importing/files/comma-evidence";
import type { FileRow } from "@/lib/importing/files/read-csv";
import type { Samples } from "@/lib/importing/look/table-look";
import type { Column } from "@/lib/importing/match-columns";
import { textOfCell } from "@/lib/importing/table/cell-kind";
import { type NumberWriting, readValue } from "@/lib/importing/units/read-value";

/** What every figure needs, from the file or from a person. */
const NEEDED: readonly FieldName[] = ["metric", "region", "period", "source"];
/** Other ways in which a row may say it. */
const INSTEAD: Readonly<Partial<Record<FieldName, readonly FieldName[]>>> = {
  period: ["period_start", "period_end", "as_of"],
  source: ["source_title", "source_url"],
};
const MOST_SAMPLES = 3;
/** Units that are told. */
const MOST_UNITS = 6;
/** Numbers that are looked at: what a file does not show in so many it does not do. */
const MOST_READ = 20_000;

/** Gathers what the figures of a table leave open, row by row, before anything is judged. */
export class FigureSamples {
  figures = 0;
  readonly unsaid: Partial<Record<FieldName, number>> = {};
  readonly #units = new Set<string>();
  readonly #ambiguous = new Counted();
  readonly #long = new Counted();
  readonly #commas: CommaEvidence | null;
  readonly #places: ReadonlyMap<FieldName, number>;
  readonly #writing: NumberWriting;

  constructor(columns: readonly Column[], writing: NumberWriting) {
    this.#places = new Map(columns.flatMap(({ field }, at) => (field === null ? [] : [[field, at] as const])));
    this.#writing = writing;
    this.#commas = writing.format === undefined ? new CommaEvidence(columns) : null;
  }

  see(row: FileRow): void {
    this.figures += 1;
    const text = (field: FieldName) => textOfCell(row.cells[this.#places.get(field) ?? -1]);
    for (const field of NEEDED) {
      if (text(field) === "" && !INSTEAD[field]?.some((other) => text(other) !== ""))
        this.unsaid[field] = (this.unsaid[field] ?? 0) + 1;
    }
    const unit = text("unit");
    if (unit !== "" && this.#units.size < MOST_UNITS) this.#units.add(unit);
    if (this.figures > MOST_READ) return;
    this.#commas?.see(row);
    const cell = row.cells[this.#places.get("value") ?? -1];
    if (typeof cell !== "string") return;
    const reading = readValue(cell, this.#writing, null);
    if (reading.ok) return;
    if (reading.code === "ambiguous") this.#ambiguous.add(cell);
    if (reading.code === "too_long") this.#long.add(cell);
  }

  get units(): readonly string[] {
    return [...this.#units];
  }

  /** Numbers that can be read in two ways; what commas of others throw doubt on is among them. */
  get ambiguous(): Samples {
    const unsure = this.#commas?.problem() ?? null;
    const { count, first } = this.#ambiguous;
    return count === 0 && unsure !== null ? { count: 1, first: [unsure.message] } : { count, first };
  }

  get long(): Samples {
    const { count, first } = this.#long;
    return { count, first };
  }
}

class Counted {
  count = 0;
  readonly first: string[] = [];

  add(text: string): void {
    this.count += 1;
    if (this.first.length < MOST_SAMPLES && !this.first.includes(text)) this.first.push(text);
  }
}
