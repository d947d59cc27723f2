import { byName } from "@/lib/figures/by-name";
import { CITATION_NAMES } from "@/lib/figures/citation-fields";
import { FIGURE_FIELDS, FIGURE_NAMES, type FigureContent } from "@/lib/figures/figure-fields";
import { FIELDS, type FieldName } from "@/lib/importing/fields";
import type { Column } from "@/lib/importing/match-columns";
import type { Problem } from "@/lib/importing/problem";
import { NEW_RECORD_FIELDS, type RowReading } from "@/lib/importing/read-row";
import { type InputIssue, parseNew, withDigits } from "@/lib/schemas/resources";
import { contentOfInput } from "@/lib/schemas/resources/figure";

/** A figure as it stands in the database. */
export interface KnownFigure {
  readonly state: "draft" | "published" | "retracted";
  readonly content: FigureContent;
}

/** Keys that the row's metric, region, organisation and source turned out to be; null where the row names none. */
export interface Resolved {
  readonly metric: string | null;
  readonly region: string | null;
  /** Undefined when the file says nothing about organisations. */
  readonly organisation: string | null | undefined;
  readonly source: string | null;
}

/** One part of a figure that an import changes, as text; null where nothing is stated. */
export interface PartChange {
  readonly part: string;
  readonly before: string | null;
  readonly after: string | null;
}

export type Evaluation =
  | { readonly fate: "added"; readonly content: FigureContent }
  | {
      readonly fate: "changed";
      readonly content: FigureContent;
      readonly status: "draft" | "published";
      readonly changes: readonly PartChange[];
    }
  | { readonly fate: "unchanged" }
  | { readonly fate: "refused"; readonly problems: readonly Problem[] };

/** Field that holds a part of the figure input, by the part's path; what is not here has the name of its first part. */
const FIELD_OF_PATH: ReadonlyMap<string, FieldName> = new Map<string, FieldName>([
  ...FIGURE_NAMES.map((name) => [name, FIGURE_FIELDS[name].csv] as const),
  ["citations", "source"],
  ["citations.0.source", "source"],
  ...CITATION_NAMES.map((name) => [`citations.0.${name}`, name] as const),
]);

/** What a row without a figure in the database comes to: a new figure, or why not. */
export function evaluateNew(
  reading: RowReading,
  resolved: Resolved,
  status: "draft" | "published",
  columns: readonly Column[],
): Evaluation {
  const { speaker } = reading.parts;
  const isNamed = resolved.source !== null || reading.source !== null;
  const hasPhrase = isNamed || Object.values(reading.citation).some((part) => part !== null);
  const raw = {
    wording: "exactly",
    speakerKind: speaker === undefined || speaker === null ? "outlet" : "unnamed",
    ...reading.parts,
    ...fullNote(reading.remarks, reading.parts.note),
    metric: resolved.metric ?? undefined,
    region: resolved.region ?? undefined,
    organisation: resolved.organisation ?? null,
    citations: hasPhrase ? [{ ...reading.citation, source: resolved.source ?? undefined }] : [],
    status,
  };
  const parsed = parseNew("figures", raw);
  if (parsed.ok) return { fate: "added", content: contentOfInput(parsed.data) };
  const parts: Readonly<Record<string, unknown>> = raw;
  const issues = [...parsed.issues, ...furtherIssues(raw, parsed.issues)].map((issue) =>
    parts[issue.path] === undefined && issue.code === "invalid_value" ? { ...issue, code: "missing" } : issue,
  );
  return { fate: "refused", problems: problemsOf(issues, reading.row, columns) };
}

/** What a row comes to whose figure is there: what the file says is laid over it, the rest stays. */
export function evaluateKnown(
  reading: RowReading,
  resolved: Resolved,
  known: KnownFigure,
  status: "draft" | "published",
  columns: readonly Column[],
): Evaluation {
  const citations = citationsOf(reading, resolved, known);
  if (citations === null) {
    const message = `The figure has ${known.content.citations.length} citations, none at this place: change them in the form`;
    return { fate: "refused", problems: [{ row: reading.row, column: null, code: "which_citation", message }] };
  }
  const statusAfter: "draft" | "published" = known.state === "published" ? "published" : status;
  const raw = {
    ...withDigits(known.content),
    ...reading.parts,
    ...fullNote(reading.remarks, reading.parts.note ?? known.content.note),
    metric: resolved.metric ?? known.content.metric,
    region: resolved.region ?? known.content.region,
    organisation: resolved.organisation === undefined ? known.content.organisation : resolved.organisation,
    citations,
    status: statusAfter,
  };
  const parsed = parseNew("figures", raw);
  if (!parsed.ok) {
    const issues = [...parsed.issues, ...furtherIssues(raw, parsed.issues)];
    return { fate: "refused", problems: problemsOf(issues, reading.row, columns) };
  }
  const content = contentOfInput(parsed.data);
  const changes = changesBetween({ ...known.content, status: known.state }, { ...content, status: statusAfter });
  return changes.length === 0 ? { fate: "unchanged" } : { fate: "changed", content, status: statusAfter, changes };
}

/** A row that is refused for one reason that concerns the whole of it. */
export function refusedRow({ row }: RowReading, code: string, message: string): Evaluation {
  return { fate: "refused", problems: [{ row, column: null, code, message }] };
}

/** Problems of a row with those that judging it found beside them, without what only follows from them. */
export function withFurther(
  problems: readonly Problem[],
  judgement: Evaluation,
  reading: RowReading,
  resolved: Resolved,
  columns: readonly Column[],
): readonly Problem[] {
  if (judgement.fate !== "refused") return problems;
  const named = (["metric", "region", "source"] as const).filter(
    (part) => resolved[part] === null && (reading[part] !== null || Object.keys(reading.news[part]).length > 0),
  );
  const told = new Set([...problems.map(({ column }) => column), ...named.map((part) => columnOf(part, columns))]);
  // Words that could not be read are why there is no value.
  if (told.has(columnOf("as_worded", columns))) told.add(columnOf("value", columns));
  // Where columns became rows, a number is told of by the column it stands in.
  const isElsewhere = (column: string | null) => column !== null && !columns.some(({ header }) => header === column);
  if (problems.some(({ column }) => isElsewhere(column))) told.add(columnOf("value", columns));
  return [...problems, ...judgement.problems.filter(({ column }) => !told.has(column))];
}

/** The note with what it is to keep of the value's cell, so that no mark and no digit is lost. */
function fullNote(remarks: readonly string[], note: unknown): { readonly note?: string } {
  if (remarks.length === 0) return {};
  const own = typeof note === "string" ? note : "";
  return { note: [own, ...remarks.filter((told) => !own.includes(told))].filter(Boolean).join(" ") };
}

/** Right values for parts that are wrong, so that the rules about the whole are told in the same go. */
const STAND_INS: Readonly<Record<string, unknown>> = {
  ...byName(FIGURE_NAMES, () => null),
  metric: "x",
  region: "x",
  wording: "exactly",
  value: { digits: "1" },
  speakerKind: "unnamed",
  outlook: "outcome",
};

/** What is wrong beside the parts that are wrong by themselves: a phrase that is missing, say. */
function furtherIssues(
  raw: Readonly<Record<string, unknown>> & { readonly citations: readonly unknown[] },
  issues: readonly InputIssue[],
): readonly InputIssue[] {
  const wrong = new Set(issues.map(({ path }) => path.split(".")[0] ?? ""));
  // An upper end is judged with the lower one and the wording.
  if (wrong.has("value") || wrong.has("wording")) for (const part of ["wording", "value", "valueHigh"]) wrong.add(part);
  const stood = Object.fromEntries(
    [...wrong].filter((part) => part in STAND_INS).map((part) => [part, STAND_INS[part]]),
  );
  const citations = raw.citations.map((citation) => ({ source: "x", ...removeMissing(citation as object) }));
  const parsed = parseNew("figures", { ...raw, ...stood, citations });
  if (parsed.ok) return [];
  const told = new Set(issues.map(({ path }) => path));
  return parsed.issues.filter(({ path }) => !told.has(path) && !wrong.has(path));
}

function removeMissing(parts: object): object {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}

/** The figure's citations with the row's in its place; null when it is not clear which of several is meant. */
function citationsOf(reading: RowReading, resolved: Resolved, known: KnownFigure): readonly unknown[] | null {
  const said = { ...reading.citation, ...(resolved.source === null ? {} : { source: resolved.source }) };
  const { citations } = known.content;
  if (Object.keys(said).length === 0) return citations;
  if (citations.length <= 1) return [{ ...citations[0], ...said }];
  const ofSource = citations.flatMap((citation, index) =>
    resolved.source === null || citation.source === resolved.source ? [index] : [],
  );
  const atPlace = ofSource.filter((index) => citations[index]?.locator === (reading.citation.locator ?? null));
  const [at, another] = atPlace.length === 1 ? atPlace : ofSource;
  if (at === undefined || another !== undefined) return null;
  return citations.map((citation, index) => (index === at ? { ...citation, ...said } : citation));
}

/** Parts that differ, in the order of the input. */
function changesBetween(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>) {
  return Object.keys(after).flatMap((part): readonly PartChange[] => {
    const [was, is] = [textOf(before[part]), textOf(after[part])];
    return was === is ? [] : [{ part, before: was, after: is }];
  });
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === "string" ? value : JSON.stringify(value, sorted);
}

/** Keys of an object in one order, so that equal objects have equal text. */
function sorted(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Issues of a figure input as problems of the columns that hold its parts. `resource` when the input is that of a new record. */
export function problemsOf(
  issues: readonly InputIssue[],
  row: number,
  columns: readonly Column[],
  resource?: keyof typeof NEW_RECORD_FIELDS,
): readonly Problem[] {
  return issues.map(({ path, code, message }) => {
    const field =
      resource === undefined
        ? fieldOf(path)
        : ((NEW_RECORD_FIELDS[resource] as Record<string, FieldName>)[path] ?? resource);
    const isMissing = code === "invalid_type" || code === "missing";
    return {
      row,
      column: field === null ? null : columnOf(field, columns),
      code: isMissing ? "missing" : code,
      message: field !== null && isMissing && resource === undefined ? missing(field, columns, message) : message,
    };
  });
}

/** Header of the column that holds a field; the field's own label when the file has none. */
function columnOf(field: FieldName, columns: readonly Column[]): string {
  return columns.find((column) => column.field === field)?.header ?? FIELDS[field].label;
}

function missing(field: FieldName, columns: readonly Column[], message: string): string {
  return columns.some((column) => column.field === field)
    ? message
    : `No column is matched to “${FIELDS[field].label}”: match one, or add it`;
}

function fieldOf(path: string): FieldName | null {
  const field = FIELD_OF_PATH.get(path) ?? path.split(".")[0] ?? "";
  return field in FIELDS ? (field as FieldName) : null;
}
