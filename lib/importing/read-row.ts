import { readDateSpan, spanText } from "@/lib/dates/date-text";
import { CITATION_TEXTS } from "@/lib/figures/citation-fields";
import { FIGURE_FIELDS, PLAIN_FIELDS } from "@/lib/figures/figure-fields";
import type { FieldName } from "@/lib/importing/fields";
import type { FileRow } from "@/lib/importing/files/read-csv";
import { fillFromWords } from "@/lib/importing/fill-from-words";
import type { Column } from "@/lib/importing/match-columns";
import type { Problem } from "@/lib/importing/problem";
import { RowCells } from "@/lib/importing/row-cells";
import { financialYears } from "@/lib/importing/times/periods";
import { readQuantity, type UnitSaid } from "@/lib/importing/units/read-quantity";
import type { NumberWriting } from "@/lib/importing/units/read-value";
import { parseUnit } from "@/lib/importing/units/stated-unit";

/** What a row says of the parts of a figure, in the names of the figure input; a part without a column, or empty where it cannot be, is left out. */
export interface RowReading {
  readonly row: number;
  /** Public key and key of the file's own, as written; null when there is none. */
  readonly figure: string | null;
  readonly importKey: string | null;
  /** Key or name, as written; null when empty. */
  readonly metric: string | null;
  readonly region: string | null;
  /** Undefined when there is no such column: a figure that is there keeps its own. */
  readonly organisation: string | null | undefined;
  readonly source: string | null;
  /** Parts of the figure, ready for the figure input. */
  readonly parts: Readonly<Record<string, unknown>>;
  /** Parts of its citation, without the source. */
  readonly citation: Readonly<Record<string, unknown>>;
  /** What the row says of a metric, region, organisation and source, should they be new. */
  readonly news: Readonly<Record<"metric" | "region" | "organisation" | "source", Readonly<Record<string, unknown>>>>;
  /** Units that the row states for its value, to be compared with the metric's. */
  readonly units: readonly UnitSaid[];
  /** What the note is to keep of the cells with the value and its time. */
  readonly remarks: readonly string[];
  readonly problems: readonly Problem[];
  /** What is not wrong and yet to be looked at. */
  readonly warnings: readonly Problem[];
}

/** Fields that hold a part as it is. Those of the number are read with it (read-quantity.ts). */
const OF_NUMBER: ReadonlySet<string> = new Set(["wording", "qualifier", "alternativeUnit"]);
const PLAIN = PLAIN_FIELDS.filter((name) => !OF_NUMBER.has(name));

/** What each new record is made from: its parts by the fields that hold them. */
export const NEW_RECORD_FIELDS = {
  metric: {
    name: "metric_name",
    unit: "metric_unit",
    kind: "metric_kind",
    counted: "metric_counted",
    shareOf: "metric_share_of",
    accumulation: "metric_accumulation",
    higherIs: "metric_higher_is",
    shelfLifeMonths: "metric_shelf_life_months",
    definition: "metric_definition",
    topic: "metric_topic",
  },
  region: {
    name: "region_name",
    nameLocal: "region_name_local",
    level: "region_level",
    parent: "region_parent",
  },
  organisation: { name: "organisation_name" },
  source: {
    title: "source_title",
    url: "source_url",
    publisher: "source_publisher",
    authors: "source_authors",
    published: "source_published",
    language: "source_language",
    kind: "source_kind",
    accessed: "source_accessed",
    licence: "source_licence",
    archiveUrl: "source_archive_url",
    archivedAt: "source_archived",
    note: "source_note",
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, FieldName>>>>;

/** Reads one row, whose numbers are written as `writing` says. */
export function readRow(file: FileRow, columns: readonly Column[], writing: NumberWriting): RowReading {
  const cells = new RowCells(file, columns);
  const textOf = (field: FieldName) => cells.text(field);
  const language = textOf("source_language")?.slice(0, 2).toLowerCase() ?? null;

  const parts: Record<string, unknown> = {};
  for (const name of PLAIN) {
    const text = textOf(FIGURE_FIELDS[name].csv);
    // A text or a date that is empty is none; where nothing is chosen, nothing is said.
    setWhere(parts, name, FIGURE_FIELDS[name].kind === "choice" ? (text ?? undefined) : text);
  }
  const remarks: string[] = [];
  setWhere(parts, "period", periodOf());
  const quantity = readQuantity(cells, writing, language);
  Object.assign(parts, quantity.parts);
  const words = fillFromWords(cells, { parts, isWorded: quantity.isWorded }, writing, language);
  Object.assign(parts, words?.parts);
  targetOf(parts);

  const citation: Record<string, unknown> = {};
  for (const name of CITATION_TEXTS) setWhere(citation, name, textOf(name));
  if (words !== null) citation.phrase ??= textOf("as_worded");
  setWhere(citation, "role", textOf("role") ?? undefined);

  return {
    row: file.row,
    figure: textOf("figure") ?? null,
    importKey: textOf("import_key") ?? null,
    metric: textOf("metric") ?? null,
    region: textOf("region") ?? null,
    organisation: textOf("organisation"),
    source: textOf("source") ?? null,
    parts,
    citation,
    news: {
      metric: newRecordsOf("metric"),
      region: newRecordsOf("region"),
      organisation: newRecordsOf("organisation"),
      source: newRecordsOf("source"),
    },
    units: [...quantity.units, ...(words?.units ?? [])],
    remarks: [...remarks, ...quantity.remarks],
    problems: cells.problems,
    warnings: cells.warnings,
  };

  function periodOf(): string | null | undefined {
    const whole = textOf("period");
    if (file.timeDoubt !== undefined) {
      cells.refuse("period", "ambiguous_time", file.timeDoubt);
      return undefined;
    }
    const years = whole ? financialYears(whole) : null;
    if (years !== null) {
      cells.warn("period", "financial_year", `“${whole}” is a financial year, whose months the file does not say`);
      remarks.push(`The file says “${whole}”, a financial year.`);
      return years;
    }
    if (whole) return whole;
    const sides = [textOf("period_start"), textOf("period_end")];
    if (whole === undefined && sides.every((side) => side === undefined)) return undefined;
    const [start, end] = (["period_start", "period_end"] as const).map((field) => {
      const reading = readDateSpan(textOf(field) ?? "");
      if (reading.ok) return field === "period_start" ? reading.start : reading.end;
      cells.refuse(field, reading.code, reading.message);
      return null;
    });
    return spanText(start ?? null, end ?? null) || null;
  }

  /** In the house's own files without a column for it, a note that begins "Target." says that it is one. */
  function targetOf(into: Record<string, unknown>): void {
    const { note } = into;
    if (cells.has("outlook") || note === undefined || into.outlook === "target") return;
    const isTarget = typeof note === "string" && note.startsWith("Target.");
    into.outlook = isTarget ? "target" : "outcome";
    if (isTarget) into.note = note.slice("Target.".length).trimStart() || null;
  }

  function newRecordsOf(resource: keyof typeof NEW_RECORD_FIELDS): Readonly<Record<string, unknown>> {
    const said: Record<string, unknown> = {};
    for (const [part, field] of Object.entries(NEW_RECORD_FIELDS[resource])) {
      const text = textOf(field);
      if (text === undefined || text === null) continue;
      said[part] = part === "shelfLifeMonths" && /^\d{1,5}$/.test(text) ? Number(text) : text;
    }
    if (resource === "metric" && said.unit === undefined && Object.keys(said).length > 0)
      setWhere(said, "unit", ownUnit());
    return said;
  }

  /** The unit that a new metric takes from the column of the value's unit. */
  function ownUnit(): string | undefined {
    const text = textOf("unit");
    if (!text) return undefined;
    const { kind, names } = parseUnit(text);
    return kind === "percent" ? "percent" : kind === "points" ? "percentage points" : names[0];
  }
}

function setWhere(into: Record<string, unknown>, name: string, value: unknown): void {
  if (value !== undefined) into[name] = value;
}
