import { FIELD_NAMES, FIELDS, type FieldName, foldHeader, isFieldName, NOT_TAKEN } from "@/lib/importing/fields";
import { fileProblem, type Problem } from "@/lib/importing/problem";
import { headerName } from "@/lib/importing/units/stated-unit";

/** A column of a file and the field it was taken for. */
export interface Column {
  readonly header: string;
  /** Null when the column is read over. */
  readonly field: FieldName | null;
  /** How the field was found: same name, a name that means it, a name spelt nearly so, said by the person; none when it was not. */
  readonly by: "name" | "synonym" | "close" | "hand" | "none";
}

/** Headers that name what every object of the language has: never a column. */
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);
/** A shorter name is too like others to be guessed from a slip of the pen. */
const SHORTEST_GUESSED = 5;

/**
 * Finds the field of each column by its header; `byHand` (header to field, or to "" for none) has the last word. Problems: no
 * columns, a header twice or forbidden, an unknown field or header in `byHand`, a field in two columns.
 */
export function matchColumns(
  headers: readonly string[],
  overrides: ReadonlyMap<string, string> = new Map(),
): { readonly columns: readonly Column[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const header of headers) {
    if (FORBIDDEN.has(header.trim().toLowerCase())) {
      problems.push(headerProblem(header, "forbidden_header", `A column cannot be called “${header}”: rename it`));
    }
    if (header.trim() !== "" && seen.has(header)) {
      problems.push(headerProblem(header, "header_twice", `Two columns are called “${header}”: rename or remove one`));
    }
    seen.add(header);
  }
  if (!headers.some((header) => header.trim() !== "")) {
    problems.push(fileProblem("no_header", "The first row names no columns: put the names of the columns there"));
  }
  for (const [header, field] of overrides) {
    if (!seen.has(header)) {
      problems.push(fileProblem("unknown_header", `No column is called “${header}”: take a name from the first row`));
    }
    if (field !== "" && !isFieldName(field)) {
      problems.push(fileProblem("unknown_field", `“${field}” is no field: take one of ${FIELD_NAMES.join(", ")}`));
    }
  }
  const columns = headers.map((header): Column => {
    const said = overrides.get(header);
    if (said !== undefined) return { header, field: isFieldName(said) ? said : null, by: "hand" };
    return { header, ...fieldOfHeader(header) };
  });
  return { columns: withoutDoubles(columns, problems), problems };
}

function headerProblem(column: string, code: string, message: string): Problem {
  return { row: 1, column, code, message };
}

/** The field that a header names, and how surely; null where it names none. */
export function fieldOfHeader(header: string): Pick<Column, "field" | "by"> {
  const found = guessName(header);
  // "Value (million yuan)" is the value.
  const name = headerName(header);
  return found.field !== null || name === header.trim() ? found : guessName(name);
}

function guessName(header: string): Pick<Column, "field" | "by"> {
  const folded = foldHeader(header);
  if (NOT_TAKEN.has(folded) || !/\p{L}/u.test(folded)) return { field: null, by: "none" };
  if (isFieldName(folded)) return { field: folded, by: "name" };
  const meant = FIELD_NAMES.find((name) => (FIELDS[name].aliases as readonly string[]).includes(folded));
  if (meant) return { field: meant, by: "synonym" };
  if (folded.length < SHORTEST_GUESSED) return { field: null, by: "none" };
  const close = FIELD_NAMES.filter((name) =>
    [name, ...FIELDS[name].aliases].some((text) => text.length >= SHORTEST_GUESSED && isOneSlipAway(folded, text)),
  );
  return close.length === 1 && close[0] ? { field: close[0], by: "close" } : { field: null, by: "none" };
}

/** Of columns that took the same field, the surest keeps it; two said by hand are a problem. */
function withoutDoubles(columns: readonly Column[], problems: Problem[]): readonly Column[] {
  const order = ["hand", "name", "synonym", "close"] as const;
  const owner = new Map<FieldName, number>();
  for (const by of order) {
    for (const [index, column] of columns.entries()) {
      if (column.by !== by || column.field === null) continue;
      if (!owner.has(column.field)) owner.set(column.field, index);
      else if (by === "hand") {
        const text = `Two columns are matched to “${FIELDS[column.field].label}”: choose one of them`;
        problems.push(headerProblem(column.header, "field_twice", text));
      }
    }
  }
  return columns.map((column, index) =>
    column.field === null || owner.get(column.field) === index ? column : { ...column, field: null, by: "none" },
  );
}

/** Whether two texts differ by one letter added, left out, changed or swapped with its neighbour. */
function isOneSlipAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const restA = a.slice(start);
  const restB = b.slice(start);
  if (restA.length === restB.length) {
    const isSwapped = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
    return restA.slice(1) === restB.slice(1) || isSwapped;
  }
  return restA.length > restB.length ? restA.slice(1) === restB : restB.slice(1) === restA;
}
