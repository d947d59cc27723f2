import { type DescribedTable, NO_DESCRIPTION } from "@/lib/importing/files/description";
import { readJsonStat } from "@/lib/importing/files/json/json-stat";
import { cellOfJson, type JsonValue, numbersAsWritten } from "@/lib/importing/files/json/numbers-as-written";
import { checkSize as checkRow, type FileRow } from "@/lib/importing/files/read-csv";
import { fileProblem, LIMITS, UnreadableFile } from "@/lib/importing/problem";

/** Objects within objects beyond which JSON is no table. */
const DEEPEST = 64;
/** Objects and values beyond which JSON is not parsed. Records may hold objects. */
const MOST_OBJECTS = 2 * LIMITS.rows;
const MOST_VALUES = 1_000_000;
const [QUOTE, COMMA, BRACKET, ESCAPE, BRACE] = [0x22, 0x2c, 0x5b, 0x5c, 0x7b];

/** Whether a text is JSON that may hold a table: it begins with an object, or a list of objects or lists. */
export function looksLikeJson(text: string): boolean {
  return /^\ufeff?\s*(?:\{\s*["}]|\[\s*[{[\]])/.test(text.slice(0, 1000));
}

/**
 * The table of a JSON text: JSON-stat, or a list of records with the same names, at its top or within one object or list, as the World Bank
 * writes; or lists of cells, the header first, as the US Census does. Numbers keep the digits that are written. Throws UnreadableFile for broken JSON, and for JSON without a table.
 */
export function readJson(file: string): DescribedTable {
  const text = asList(file);
  checkSize(text);
  const value = parsed(text);
  const statistics = readJsonStat(value, () => numbersAsWritten(text));
  if (statistics !== null) return statistics;
  if (isPackage(value)) {
    const message =
      "This describes a data package: choose an archive (.zip) of it with its tables, or one of the tables";
    throw unreadable("data_package", message);
  }
  const written = numbersAsWritten(text);
  const lists = listsIn(written);
  if (lists !== null) return { description: NO_DESCRIPTION, rows: () => rowsOfLists(lists) };
  const records = recordsIn(written);
  if (records === null) {
    const message = "This JSON holds no table: a list of records, or JSON-stat, is read; or save it as CSV UTF-8";
    throw unreadable("no_table", message);
  }
  return { description: NO_DESCRIPTION, rows: () => rowsOf(records) };
}

/** A record in each line, as logs and exports of databases have them, as one list. */
function asList(text: string): string {
  const [, first = "", next = ""] = /^\ufeff?\s*(\{[^\r\n]*\})\s*[\r\n]+\s*(\S)/.exec(text.slice(0, 20_000)) ?? [];
  if (first === "" || next !== "{") return text;
  return `[${text
    .replace(/^\ufeff/, "")
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== "")
    .join(",")}]`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw unreadable("broken_json", "This begins as JSON and is none: save it again, or save its table as CSV UTF-8");
  }
}

/** Looks at a text before it is parsed, so that no more is made of it than an import holds. */
function checkSize(text: string): void {
  const counts = { objects: 0, values: 0 };
  let depth = 0;
  let isText = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) isText = !isText;
    else if (isText) at += code === ESCAPE ? 1 : 0;
    else if (code === COMMA) counts.values += 1;
    else if (code === BRACKET || code === BRACE) {
      depth += 1;
      if (code === BRACE) counts.objects += 1;
    } else if (code === BRACKET + 2 || code === BRACE + 2) depth -= 1;
    if (depth > DEEPEST) throw unreadable("json_depth", `JSON within more than ${DEEPEST} brackets is no table`);
  }
  if (counts.objects > MOST_OBJECTS || counts.values > MOST_VALUES) {
    const message = `The JSON has more than ${LIMITS.rows} records or ${MOST_VALUES} values: split it, or save it as CSV`;
    throw unreadable("too_many_rows", message);
  }
}

function isPackage(value: unknown): boolean {
  return typeof value === "object" && value !== null && "resources" in value && Array.isArray(value.resources);
}

type JsonRecord = Readonly<Record<string, JsonValue>>;

/** Lists of plain values of one length, the first of texts. */
function listsIn(value: JsonValue): readonly (readonly JsonValue[])[] | null {
  if (!Array.isArray(value)) return null;
  const lists: readonly JsonValue[] = value;
  const [header] = lists;
  const isName = (name: JsonValue) => typeof name === "string" && typeof cellOfJson(name) === "string";
  if (!Array.isArray(header) || header.length === 0 || !header.every(isName)) return null;
  const isTable = (list: JsonValue): list is readonly JsonValue[] =>
    Array.isArray(list) && list.length === header.length && !list.some((cell) => isRecord(cell) || Array.isArray(cell));
  return lists.every(isTable) ? lists : null;
}

/** The longest list of records: at the top, within the list there, or under a name of the object there. */
function recordsIn(value: JsonValue): readonly JsonRecord[] | null {
  const lists = Array.isArray(value)
    ? [value, ...value.filter(Array.isArray)]
    : isRecord(value)
      ? Object.values(value).filter(Array.isArray)
      : [];
  const records = lists.filter((list): list is JsonRecord[] => list.length > 0 && list.every(isRecord));
  return records.reduce<JsonRecord[] | null>(
    (best, one) => (best !== null && best.length >= one.length ? best : one),
    null,
  );
}

function isRecord(value: JsonValue): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What names the thing in an object that stands for one: {"id": "DE", "value": "Germany"}. */
const OWN_NAMES: ReadonlySet<string> = new Set(["value", "name", "label"]);

/** A record whose parts are plain: "country" and "country id" for an object within it. */
function flat(record: JsonRecord): JsonRecord {
  if (!Object.values(record).some(isRecord)) return record;
  return Object.fromEntries(
    Object.entries(record).flatMap(([name, value]) =>
      isRecord(value)
        ? Object.entries(value).map(([part, own]) => [OWN_NAMES.has(part) ? name : `${name} ${part}`, own])
        : [[name, value]],
    ),
  );
}

function* rowsOfLists(lists: readonly (readonly JsonValue[])[]): Generator<FileRow> {
  for (const [at, list] of lists.entries()) {
    if (at > LIMITS.rows) throw unreadable("too_many_rows", `The file has more than ${LIMITS.rows} records: split it`);
    const cells = list.map(cellOfJson);
    checkRow(at + 1, cells);
    yield { row: at + 1, cells };
  }
}

/** A header of all names in order of first appearance, then a row for each record. */
function* rowsOf(records: readonly JsonRecord[]): Generator<FileRow> {
  const names = new Set<string>();
  for (const record of records) {
    for (const name of Object.keys(flat(record))) names.add(name);
    if (names.size > LIMITS.columns)
      throw unreadable("too_many_columns", `The records have more than ${LIMITS.columns} names`);
  }
  yield { row: 1, cells: [...names] };
  for (const [at, record] of records.entries()) {
    if (at >= LIMITS.rows) throw unreadable("too_many_rows", `The file has more than ${LIMITS.rows} records: split it`);
    const parts = flat(record);
    const cells = [...names].map((name) => cellOfJson(parts[name]));
    checkRow(at + 2, cells);
    yield { row: at + 2, cells };
  }
}

function unreadable(code: string, message: string): UnreadableFile {
  return new UnreadableFile(422, fileProblem(code, message));
}
