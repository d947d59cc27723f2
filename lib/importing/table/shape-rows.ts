import { FIELDS, type FieldName } from "@/lib/importing/fields";
import type { FileDescription } from "@/lib/importing/files/description";
import type { Cell, FileRow } from "@/lib/importing/files/read-csv";
import type { Column } from "@/lib/importing/match-columns";
import type { PlaceMatcher } from "@/lib/importing/places/match-place";
import { fileProblem, LIMITS, UnreadableFile } from "@/lib/importing/problem";
import { isBlankRow, isMissingMark, textOfCell } from "@/lib/importing/table/cell-kind";
import type { Flags } from "@/lib/importing/table/flags";
import { FIELD_OF_LEVEL } from "@/lib/importing/table/header-levels";
import type { TableColumn } from "@/lib/importing/table/headers";
import { partOf } from "@/lib/importing/table/labelled";
import { type LeftOut, NOTHING_LEFT } from "@/lib/importing/table/left-out";
import { NumberDoubts } from "@/lib/importing/table/number-doubts";
import { onlyMetric } from "@/lib/importing/table/only-metric";
import type { ColumnRole, TableUses } from "@/lib/importing/table/propose-uses";
import type { Recipe } from "@/lib/importing/table/recipe";
import { metricFields, ownCitation, regionFields, SHAPED_FIELDS } from "@/lib/importing/table/record-fields";
import {
  beside,
  estimateFlag,
  flagsIn,
  joined,
  NO_UNIT,
  noteOf,
  partIn,
  placeIn,
  type Said,
  timesOf,
  unlessSaid,
} from "@/lib/importing/table/said";
import type { TableFacts } from "@/lib/importing/table/scan-table";
import { isSum, sectionOf } from "@/lib/importing/table/sections";
import { markedTime, Periods, periodOf, type TimeQuestion } from "@/lib/importing/times/periods";
import type { FileUnit } from "@/lib/importing/units/file-unit";
import { NearestUnit } from "@/lib/importing/units/nearest-unit";
import { headerName } from "@/lib/importing/units/stated-unit";

/** Everything that is known of a table before its rows are made into those of an import. */
export interface ShapeContext {
  readonly facts: TableFacts;
  readonly uses: TableUses;
  readonly recipe: Recipe;
  readonly places: PlaceMatcher;
  readonly flags: Flags;
  /** Whether letters behind numbers are flags in this file. */
  readonly hasFlags: boolean;
  /** Sheet of a workbook of several; null otherwise. */
  readonly sheet: string | null;
  /** What is said of the table beside it, and above it of all its numbers. */
  readonly description: FileDescription;
  readonly fileUnit: FileUnit | null;
}

/** Makes the rows of a table into rows of an import: one for each number, with what its row, its columns and the whole file say of it. */
export class TableShape {
  /** The columns of the rows that come out. */
  readonly columns: readonly Column[];
  /** How many cells or rows were left out so far, by why. */
  readonly left: Record<LeftOut, number> = { ...NOTHING_LEFT };
  /** Names of regions and metrics as the file has them, with how many figures are under each, left out ones included. */
  readonly names = { region: new Map<string, number>(), metric: new Map<string, number>() };
  readonly #context: ShapeContext;
  readonly #fields: readonly FieldName[];
  readonly #labels: readonly ColumnRole[];
  readonly #values: readonly {
    readonly column: TableColumn;
    readonly says: Said;
    readonly flags: TableColumn | null;
    readonly margin: TableColumn | null;
  }[];
  /** Column of the last years that are no estimates; -1 for none. */
  readonly #estimates: number;
  readonly #constants: Said;
  readonly #periods: Periods;
  readonly #units: NearestUnit;
  readonly #doubts: NumberDoubts;
  /** The one name that the file has for what a person says of the whole of it; null where it tells several apart. */
  readonly #onlyName: string | null;
  #sections: Said = {};

  constructor(context: ShapeContext) {
    this.#context = context;
    const { uses, recipe, description, fileUnit } = context;
    this.#units = new NearestUnit({ said: recipe.constants.unit, description, fileUnit });
    this.#periods = new Periods(timesOf(context.facts, uses), recipe);
    this.#constants = { ...unlessSaid(description.constants, recipe.constants), ...recipe.constants };
    this.#labels = uses.roles.filter(({ use }) => !NOT_LABELS.has(use));
    this.#onlyName = onlyMetric(context.facts, uses, recipe);
    this.#doubts = new NumberDoubts(context.facts, uses, this.#onlyName !== null);
    this.#estimates = uses.roles.find(({ use }) => use === "estimates_after")?.column.index ?? -1;
    const flags = uses.roles.flatMap(({ column, use }) => (use === "flags" ? [column] : []));
    this.#values = uses.roles.flatMap(({ column, use }, at) => {
      if (use !== "across" && use !== "value") return [];
      const next = uses.roles[at + 1];
      // A single column of flags is about the whole row; of several each is about the number before it.
      const beside = flags.length === 1 ? flags[0] : next?.use === "flags" ? next.column : undefined;
      const behind = uses.roles.slice(at + 1);
      const end = behind.findIndex((one) => one.use === "across" || one.use === "value");
      const margin = (end < 0 ? behind : behind.slice(0, end)).find((one) => one.use === "margin")?.column ?? null;
      return [{ column, says: use === "across" ? this.#headed(column) : {}, flags: beside ?? null, margin }];
    });
    const used = new Set<FieldName>([
      ...(Object.keys(this.#constants) as FieldName[]),
      ...this.#labels.map(({ use }) =>
        use === "year" || use === "month" || use === "quarter" ? "period" : (use as FieldName),
      ),
      ...this.#values.flatMap(({ says }) => Object.keys(says) as FieldName[]),
      ...SHAPED_FIELDS,
      ...(uses.roles.some(({ use }) => use === "margin") ? (["note"] as const) : []),
    ]);
    this.#fields = (Object.keys(FIELDS) as FieldName[]).filter((field) => used.has(field));
    const names = new Map(uses.roles.map(({ use, column }) => [use as string, column.name]));
    const headerOf = (field: FieldName) => {
      const name = names.get(field) ?? FIELDS[field].label;
      // A unit that a person said stands in place of the one in the header of the numbers.
      return field === "value" && recipe.constants.unit !== undefined ? headerName(name) : name;
    };
    this.columns = this.#fields.map((field) => ({ field, header: headerOf(field), by: "hand" }));
  }

  /** What is to be asked of the times of the table; null where nothing is. */
  get timeQuestion(): TimeQuestion | null {
    return this.#periods.question;
  }

  /** The rows of an import that a sheet's rows come to. */
  async *rows(rows: AsyncIterable<FileRow> | Iterable<FileRow>): AsyncGenerator<FileRow, void, undefined> {
    const { place, lastRow } = this.#context.facts;
    if (place === null || lastRow === null) return;
    let figures = 0;
    for await (const row of rows) {
      if (row.row < place.firstRow || isBlankRow(row)) continue;
      if (row.row > lastRow) this.left.below += 1;
      else
        for (const shaped of this.#shape(row)) {
          figures += 1;
          if (figures > LIMITS.rows) throw tooMany();
          yield shaped;
        }
    }
  }

  *#shape(row: FileRow): Generator<FileRow, void, undefined> {
    const section = sectionOf(row);
    if (section !== null) {
      if (section.field !== null) this.#sections[section.field] = section.text;
      else {
        this.left.section += 1;
        // What it begins may be about something else: better asked than carried on.
        this.#sections = {};
      }
      return;
    }
    const { recipe } = this.#context;
    const said = { ...this.#constants, ...this.#sections, ...this.#labelled(row) };
    if (!recipe.totals && this.#labels.some(({ column }) => isSum(textOfCell(row.cells[column.index]), column.name))) {
      this.left.total += 1;
      return;
    }
    for (const { column, says, flags, margin } of this.#values) {
      const cell = row.cells[column.index] ?? "";
      const stated = flags === null ? "" : flagsIn(row.cells[flags.index], flags);
      const [value, flagged] = this.#split(cell, stated);
      const marks = [flagged, estimateFlag(row.cells[this.#estimates], { ...said, ...says })].filter(Boolean);
      if (this.#isMissing(value)) {
        this.left.no_figure += 1;
        continue;
      }
      const all = this.#resolved(
        {
          ...said,
          ...joined(said, says),
          ...partIn(said, says),
          value,
          ...this.#flagged(marks, says, said),
          ...(margin === null ? NOTHING : noteOf(textOfCell(row.cells[margin.index]), said)),
        },
        column,
      );
      if (typeof all === "string") {
        this.left[all] += 1;
        continue;
      }
      const own = ownCitation(cell, [row.row, column.name], this.#context.sheet);
      const timeDoubt = this.#periods.question && this.#periods.doubtOf(textOfCell(all.period));
      yield {
        row: row.row,
        column: column.name,
        written: cell,
        ...(timeDoubt === null ? {} : { timeDoubt }),
        doubts: this.#doubts.of(row, column.index, this.#fields.indexOf("value")),
        cells: this.#fields.map((field) => all[field] ?? own[field] ?? ""),
        ...(row.delimiter === undefined ? {} : { delimiter: row.delimiter }),
      };
    }
  }

  /** What the columns say that stand beside the numbers. */
  #labelled(row: FileRow): Said {
    const said: Said = {};
    const time: Partial<Record<"year" | "quarter" | "month", string>> = {};
    for (const { use, column } of this.#labels) {
      const cell = partOf(row.cells[column.index] ?? "", column.name, use, this.#context.places);
      if (use === "year" || use === "quarter" || use === "month") time[use] = textOfCell(cell);
      else if (use === "period") Object.assign(said, this.#timed(textOfCell(cell)));
      else if (use === "metric" && this.#onlyName === null)
        Object.assign(said, joined(said, { metric: textOfCell(cell) }));
      else if (use === "unit") said.unit = beside(said.unit, cell);
      else if (use === "region") Object.assign(said, placeIn(cell, said));
      else if (use !== "metric") said[use as FieldName] = cell;
    }
    if (time.year !== undefined) said.period = periodOf({ ...time, year: time.year });
    if (textOfCell(said.unit ?? "-") === "") said.unit = NO_UNIT;
    return said;
  }

  /** What the rows of the header say over a column of numbers. */
  #headed({ levels }: TableColumn): Said {
    let said: Said = {};
    for (const [at, text] of levels.entries()) {
      const field = FIELD_OF_LEVEL[this.#context.uses.levels[at] ?? "ignore"];
      if (field === null || text === "" || (field === "metric" && this.#onlyName !== null)) continue;
      const says = field === "period" ? this.#timed(text) : joined(said, { [field]: text });
      said = { ...said, ...says, ...(field === "period" ? partIn(said, says) : {}) };
    }
    return said;
  }

  /** A time, and what a mark behind it says of all numbers of that time: "2025 (forecast)". */
  #timed(text: string): Said {
    const { time, mark } = markedTime(text) ?? { time: text, mark: "" };
    const period = this.#periods.read(time.trim());
    return /^[a-z]/i.test(mark) ? { period, flags: this.#context.flags.words(mark) } : { period };
  }

  /** A number without the flags that stand with it, and those flags with the column's. */
  #split(cell: Cell, beside: string): readonly [Cell, string] {
    if (typeof cell !== "string") return [cell, beside];
    const parts = this.#context.hasFlags ? this.#context.flags.split(cell) : null;
    return parts === null ? [cell.trim(), beside] : [parts.rest, parts.flags + beside];
  }

  /** Flags of a number, with those that its time has. */
  #flagged(flags: readonly string[], ...times: readonly [Said, Said]): Said {
    const all = [...flags.map((one) => this.#context.flags.words(one)), ...times.map((said) => textOfCell(said.flags))];
    const words = [...new Set(all.filter(Boolean))].join("; ");
    if (words === "") return flags.length === 0 ? NOTHING : { flags: "" };
    return {
      flags: words,
      ...(times.every(({ outlook }) => outlook === undefined) && OUTLOOK.test(words) ? { outlook: "target" } : {}),
    };
  }

  #isMissing(value: Cell): boolean {
    if (this.#context.description.missing.has(textOfCell(value))) return true;
    return typeof value === "string" && (value === "" || isMissingMark(value));
  }

  /** With the keys that names stand for, and what is said of records that are made; why it is left out otherwise. */
  #resolved(said: Said, column: TableColumn): Said | "by_choice" | "group" {
    const { regions, metrics, newPlaces, leavesGroups } = this.#context.recipe;
    const [region, metric] = [textOfCell(said.region), textOfCell(said.metric)];
    for (const [part, name] of [
      ["region", region],
      ["metric", metric],
    ] as const) {
      if (name !== "") this.names[part].set(name, (this.names[part].get(name) ?? 0) + 1);
    }
    const meant = { region: regions[region], metric: metrics[metric] };
    if (meant.region === "" || meant.metric === "") return "by_choice";
    const match = meant.region === undefined && region !== "" ? this.#context.places.match(region) : null;
    if (match?.kind === "group" && leavesGroups) return "group";
    return {
      ...said,
      ...this.#units.of(
        {
          unit: textOfCell(said.unit),
          multiplier: textOfCell(said.unit_multiplier),
          metric: this.#onlyName ?? metric,
        },
        column.name,
      ),
      ...(match?.kind === "region" ? { region: match.code } : {}),
      ...(match?.kind === "place" && newPlaces ? regionFields({ ...match.place, nameLocal: null }) : {}),
      ...(typeof meant.region === "string" ? { region: meant.region } : meant.region ? regionFields(meant.region) : {}),
      ...(typeof meant.metric === "string" ? { metric: meant.metric } : meant.metric ? metricFields(meant.metric) : {}),
    };
  }
}

/** Uses of columns that say nothing of their rows by themselves. */
const NOT_LABELS: ReadonlySet<string> = new Set(["across", "ignore", "value", "flags", "margin", "estimates_after"]);
const NOTHING: Said = {};
const OUTLOOK = /forecast|project|plan|target|budget/i;

function tooMany(): UnreadableFile {
  const message = `The table has more than ${LIMITS.rows.toLocaleString("en")} figures: split it`;
  return new UnreadableFile(422, fileProblem("too_many_rows", message));
}
