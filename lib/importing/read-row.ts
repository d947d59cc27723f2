import { plainCell } from "@/lib/exports/formula-cells";
import { readDateSpan, spanText } from "@/lib/figures/date-text";
import { WORDINGS } from "@/lib/figures/figure";
import type { NumberFormat } from "@/lib/figures/grouped-digits";
import { readNumber } from "@/lib/figures/number";
import { FIELDS, type FieldName } from "@/lib/importing/fields";
import type { Column } from "@/lib/importing/match-columns";
import type { Problem } from "@/lib/importing/problem";
import type { Cell, FileRow } from "@/lib/importing/read-csv";

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
  readonly problems: readonly Problem[];
}

/** Parts that are text and may be empty. */
const TEXTS = { alternativeUnit: "alternative_unit", speaker: "speaker", note: "note" } as const;
const CHOICES = { speakerKind: "speaker_kind", outlook: "outlook" } as const;
const CITATION = { locator: "locator", phrase: "phrase", prefix: "prefix", suffix: "suffix" } as const;
const NUMBERS = { value: "value", valueHigh: "value_high", alternative: "alternative" } as const;

/** What each new record is made from: its parts by the fields that hold them. */
export const NEWS = {
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
    note: "source_note",
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, FieldName>>>>;

/** Reads one row. `format` is how its numbers are written; undefined when nobody said, then what is ambiguous is a problem. */
export function readRow(file: FileRow, columns: readonly Column[], format: NumberFormat | undefined): RowReading {
  const cells = new Map<FieldName, Cell>();
  const headers = new Map<FieldName, string>();
  for (const [index, { field, header }] of columns.entries()) {
    if (field === null) continue;
    cells.set(field, file.cells[index] ?? "");
    headers.set(field, header);
  }
  const problems: Problem[] = [];
  const add = (field: FieldName, code: string, message: string) =>
    problems.push({ row: file.row, column: headers.get(field) ?? FIELDS[field].label, code, message });
  if (file.cells.length > columns.length) {
    const message = `The row has ${file.cells.length} cells, the header ${columns.length}: look for a stray delimiter`;
    problems.push({ row: file.row, column: null, code: "too_many_cells", message });
  }
  /** Text of a cell: undefined without a column, null when empty. */
  const textOf = (field: FieldName): string | null | undefined => {
    const cell = cells.get(field);
    if (cell === undefined) return undefined;
    return (typeof cell === "string" ? plainCell(cell).trim() : cell.digits) || null;
  };

  const parts: Record<string, unknown> = {};
  for (const [part, field] of Object.entries(TEXTS)) setWhere(parts, part, textOf(field));
  for (const [part, field] of Object.entries(CHOICES)) setWhere(parts, part, textOf(field) ?? undefined);
  for (const [part, field] of Object.entries(NUMBERS)) setWhere(parts, part, numberOf(field));
  // A value that is there cannot be made nothing.
  if (parts.value === null) delete parts.value;
  setWhere(parts, "period", periodOf());
  setWhere(parts, "asOf", textOf("as_of"));
  Object.assign(parts, wordingOf());
  targetOf(parts);

  const citation: Record<string, unknown> = {};
  for (const [part, field] of Object.entries(CITATION)) setWhere(citation, part, textOf(field));
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
      metric: newsOf("metric"),
      region: newsOf("region"),
      organisation: newsOf("organisation"),
      source: newsOf("source"),
    },
    problems,
  };

  function numberOf(field: FieldName): { readonly digits: string } | null | undefined {
    const cell = cells.get(field);
    if (cell === undefined) return undefined;
    const text = typeof cell === "string" ? plainCell(cell).trim() : cell.digits;
    if (text === "") return null;
    const reading = readNumber(text, typeof cell === "string" ? format : "plain");
    if (reading.ok) return { digits: reading.digits };
    const isUndeclared = reading.code === "ambiguous" || reading.code === "grouping";
    add(
      field,
      reading.code,
      isUndeclared ? `${reading.message.replace(/(?<=[^.?])$/, ".")} Say how the file writes numbers` : reading.message,
    );
    return undefined;
  }

  function periodOf(): string | null | undefined {
    const whole = textOf("period");
    if (whole) return whole;
    const sides = [textOf("period_start"), textOf("period_end")];
    if (whole === undefined && sides.every((side) => side === undefined)) return undefined;
    const [start, end] = (["period_start", "period_end"] as const).map((field) => {
      const reading = readDateSpan(textOf(field) ?? "");
      if (reading.ok) return field === "period_start" ? reading.start : reading.end;
      add(field, reading.code, reading.message);
      return null;
    });
    return spanText(start ?? null, end ?? null) || null;
  }

  /** The wording, where the house's own files keep "exact" and "record" in one column with it. */
  function wordingOf(): Record<string, unknown> {
    const hasOwn = cells.has("wording");
    const text = textOf(hasOwn ? "wording" : "qualifier");
    const qualifier = hasOwn ? textOf("qualifier") : undefined;
    const said: Record<string, unknown> = qualifier === undefined ? {} : { qualifier };
    if (text === undefined || text === null) return said;
    const folded = text.toLowerCase().replace(/[\s-]+/g, "_");
    if (folded === "record") return { wording: "exactly", qualifier: "record" };
    const wording = folded === "exact" ? "exactly" : WORDINGS.find((name) => name === folded);
    if (wording !== undefined) return hasOwn ? { ...said, wording } : { wording, qualifier: null };
    const message = `“${text.slice(0, 40)}” is no wording: write one of ${WORDINGS.join(", ")}`;
    add(hasOwn ? "wording" : "qualifier", "wording", message);
    return said;
  }

  /** In the house's own files without a column for it, a note that begins "Target." says that it is one. */
  function targetOf(into: Record<string, unknown>): void {
    const { note } = into;
    if (cells.has("outlook") || note === undefined) return;
    const isTarget = typeof note === "string" && note.startsWith("Target.");
    into.outlook = isTarget ? "target" : "outcome";
    if (isTarget) into.note = note.slice("Target.".length).trimStart() || null;
  }

  function newsOf(noun: keyof typeof NEWS): Readonly<Record<string, unknown>> {
    const said: Record<string, unknown> = {};
    for (const [part, field] of Object.entries(NEWS[noun])) {
      const text = textOf(field);
      if (text === undefined || text === null) continue;
      said[part] = part === "shelfLifeMonths" && /^\d{1,5}$/.test(text) ? Number(text) : text;
    }
    return said;
  }
}

function setWhere(into: Record<string, unknown>, name: string, value: unknown): void {
  if (value !== undefined) into[name] = value;
}
