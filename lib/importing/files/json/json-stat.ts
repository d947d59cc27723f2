// @ts-expect-error: the package comes without types
import JSONstat from "jsonstat-toolkit";
import type { FieldName } from "@/lib/importing/fields";
import { type DescribedTable, type FileDescription, NO_DESCRIPTION } from "@/lib/importing/files/description";
import { cellOfJson, type JsonValue } from "@/lib/importing/files/json/numbers-as-written";
import type { Cell, FileRow } from "@/lib/importing/files/read-csv";
import { fileProblem, LIMITS, UnreadableFile } from "@/lib/importing/problem";

/** What the library tells of a category of a dimension. */
interface Category {
  readonly id: string;
  readonly label: string;
  readonly unit: Readonly<Record<string, unknown>> | null;
}

/** What is used of what the library makes of a data set. */
interface DataSet {
  readonly id: readonly string[];
  Dimension(at: number): {
    readonly id: readonly string[];
    readonly label: string | null;
    readonly role: string | null;
    Category(at: number): { readonly label: string; readonly unit: unknown };
  };
}

/** A dimension: one column with the names of its categories, and for places one with their codes. */
interface Dimension {
  readonly id: string;
  readonly label: string;
  readonly role: string | null;
  readonly categories: readonly Category[];
}

/** Cells of a data set, filled or not, beyond which it is asked for in parts. */
const MOST_CELLS = 1_000_000;
const FIELD_OF_ROLE: Readonly<Record<string, FieldName>> = { time: "period", geo: "region", metric: "metric" };

/**
 * The table of JSON-stat (json-stat.org, 2.0 and before): one row for each value, in the order of its dimensions. Null for other JSON.
 * `written` gives the same with numbers as written. Throws UnreadableFile for several data sets, and for one that is broken or too large.
 */
export function readJsonStat(value: unknown, written: () => JsonValue): DescribedTable | null {
  if (!isObject(value)) return null;
  const path = dataSetPath(value);
  if (path === null) return null;
  const raw = path.reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], value) as Record<
    string,
    unknown
  >;
  const sizes = sizesOf(raw);
  const cells = sizes.reduce((product, size) => product * size, 1);
  if (!Number.isSafeInteger(cells) || cells > MOST_CELLS)
    throw unreadable("too_many_rows", `The data set has more than ${MOST_CELLS} cells: ask for a part of it`);
  try {
    const dimensions = dimensionsOf(raw);
    if (dimensions.length !== sizes.length || dimensions.some(({ categories }, at) => categories.length !== sizes[at]))
      throw broken();
    const digits = path.reduce<JsonValue>((at, name) => (at as Record<string, JsonValue>)[name] ?? null, written());
    return tableOf(raw, dimensions, digits as Record<string, JsonValue>);
  } catch (error) {
    throw error instanceof UnreadableFile ? error : broken();
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Where the data set is: the whole, the one of a bundle, or the one in a collection. Null where there is none. */
function dataSetPath(value: Record<string, unknown>): readonly string[] | null {
  if (isDataSet(value)) return [];
  const { link } = value;
  const items = value.class === "collection" && isObject(link) && Array.isArray(link.item) ? link.item : null;
  const found =
    items === null
      ? Object.keys(value).flatMap((name) => (isDataSet(value[name]) ? [[name]] : []))
      : items.flatMap((item: unknown, at) => (isDataSet(item) ? [["link", "item", String(at)]] : []));
  const [path, another] = found;
  if (another !== undefined) {
    const message = `The file holds ${found.length} data sets of JSON-stat: ask for one of them, or save one by itself`;
    throw unreadable("several_tables", message);
  }
  return path ?? null;
}

function isDataSet(value: unknown): boolean {
  return isObject(value) && isObject(value.dimension) && "value" in value;
}

function sizesOf({ size, dimension }: Record<string, unknown>): readonly number[] {
  const sizes = Array.isArray(size)
    ? size
    : isObject(dimension) && Array.isArray(dimension.size)
      ? dimension.size
      : null;
  if (sizes === null || !sizes.every((one) => Number.isInteger(one) && one > 0)) throw broken();
  return sizes as number[];
}

/** What the library reads of the dimensions, whose categories may be written in several ways. It is handed no value: it would fill all cells. */
function dimensionsOf(raw: Record<string, unknown>): readonly Dimension[] {
  const dimension = structuredClone(raw.dimension);
  const dataSet: DataSet = JSONstat({ ...raw, dimension, class: "dataset", value: [null], status: null });
  return dataSet.id.map((id, at): Dimension => {
    const found = dataSet.Dimension(at);
    const categories = found.id.map((key, place): Category => {
      const { label, unit } = found.Category(place);
      return { id: key, label: label || key, unit: isObject(unit) ? unit : null };
    });
    return { id, label: found.label || id, role: found.role, categories };
  });
}

function tableOf(
  raw: Record<string, unknown>,
  dimensions: readonly Dimension[],
  digits: Record<string, JsonValue>,
): DescribedTable {
  const measured = dimensions.find(({ categories }) => categories.some(({ unit }) => unit !== null));
  const codes = dimensions.filter(
    ({ role, categories }) => role === "geo" && categories.some(({ id, label }) => id !== label),
  );
  const names = uniqueNames(dimensions);
  const header = [
    ...names,
    ...codes.map((dimension) => `${names[dimensions.indexOf(dimension)]} (code)`),
    ...(measured === undefined ? [] : ["unit", "unit_multiplier"]),
    ...["value", "flags"],
  ];
  const fields = new Map<string, FieldName>([
    ["value", "value"],
    ["flags", "flags"],
  ]);
  if (measured !== undefined) fields.set("unit", "unit").set("unit_multiplier", "unit_multiplier");
  for (const [at, { role }] of dimensions.entries()) {
    const field = FIELD_OF_ROLE[role ?? ""];
    if (field !== undefined && ![...fields.values()].includes(field)) fields.set(names[at] ?? "", field);
  }
  function* rows(): Generator<FileRow> {
    yield { row: 1, cells: header };
    const { value, status } = digits;
    const cells = dimensions.reduce((product, { categories }) => product * categories.length, 1);
    let row = 1;
    for (let at = 0; at < cells; at += 1) {
      const cell = cellOfJson(partAt(value, at));
      const flag = typeof status === "string" ? status : cellOfJson(partAt(status, at));
      // What is not in a sparse data set is nowhere said to be missing.
      if (cell === "" && flag === "" && isObject(value)) continue;
      row += 1;
      if (row > LIMITS.rows + 1)
        throw unreadable("too_many_rows", `The data set has more than ${LIMITS.rows} values: ask for a part of it`);
      yield { row, cells: [...placeOf(at), cell, flag] };
    }
  }
  function placeOf(at: number): readonly Cell[] {
    let left = at;
    const found = dimensions.map(() => undefined as Category | undefined);
    for (let place = dimensions.length - 1; place >= 0; place -= 1) {
      const { categories } = dimensions[place] as Dimension;
      found[place] = categories[left % categories.length];
      left = Math.floor(left / categories.length);
    }
    const unit = measured === undefined ? null : (found[dimensions.indexOf(measured)]?.unit ?? null);
    return [
      ...found.map((category) => category?.label ?? ""),
      ...codes.map((dimension) => found[dimensions.indexOf(dimension)]?.id ?? ""),
      ...(measured === undefined ? [] : unitOf(unit)),
    ];
  }
  return { description: { ...NO_DESCRIPTION, constants: sourceOf(raw), fields }, rows };
}

function partAt(values: JsonValue | undefined, at: number): JsonValue | undefined {
  if (Array.isArray(values)) return values[at];
  return isObject(values) ? (values as Record<string, JsonValue>)[String(at)] : undefined;
}

/** Unit and power of ten of a category; the symbol where nothing else is said. */
function unitOf(unit: Category["unit"]): readonly [string, string] {
  if (unit === null) return ["", ""];
  const said = [unit.label, unit.base, unit.symbol].find((one) => typeof one === "string" && one.trim() !== "");
  const power = unit.multiplier ?? unit.mult;
  return [String(said ?? ""), typeof power === "number" || typeof power === "string" ? String(power) : ""];
}

function uniqueNames(dimensions: readonly Dimension[]): readonly string[] {
  const labels = dimensions.map(({ label }) => label);
  return dimensions.map(({ id, label }) => (labels.filter((one) => one === label).length > 1 ? id : label));
}

function sourceOf({ label, source, href, updated }: Record<string, unknown>): FileDescription["constants"] {
  const told = (value: unknown) =>
    typeof value === "string" && value.trim() !== "" ? value.trim().slice(0, 400) : null;
  const [url, day] = [told(href), /^\d{4}-\d{2}-\d{2}/.exec(told(updated) ?? "")?.[0]];
  return {
    ...(told(label) === null ? {} : { source_title: told(label) ?? "" }),
    ...(told(source) === null ? {} : { source_publisher: told(source) ?? "" }),
    ...(url !== null && /^https?:\/\//i.test(url) ? { source_url: url } : {}),
    ...(day === undefined ? {} : { source_published: day }),
    source_kind: "statistics",
  };
}

function broken(): UnreadableFile {
  return unreadable(
    "json_stat",
    "This is JSON-stat whose dimensions and sizes do not fit each other: fetch it again, or save it as CSV",
  );
}

function unreadable(code: string, message: string): UnreadableFile {
  return new UnreadableFile(422, fileProblem(code, message));
}
