import type { FileRow } from "@/lib/importing/files/read-csv";
import { textOfCell } from "@/lib/importing/table/cell-kind";

/** A column of a table, by its place. */
export interface TableColumn {
  /** From 0. */
  readonly index: number;
  /** As a spreadsheet calls it: A, B, … AA. */
  readonly letter: string;
  /** The name by which it is spoken of, unlike any other: what its header says, from the first row down. */
  readonly name: string;
  /** What each row of the header says above it; a name over a group of columns stands above each of them. */
  readonly levels: readonly string[];
}

/** The columns of a table, `width` many, named by the rows of its header. */
export function tableColumns(header: readonly FileRow[], width: number): readonly TableColumn[] {
  const rows = header.flatMap(({ cells }, at) => {
    const texts = Array.from({ length: width }, (_, index) => textOfCell(cells[index]));
    // Only rows above the last have names over groups of columns.
    return partsOf(at < header.length - 1 ? spread(texts) : texts);
  });
  const taken = new Map<string, number>();
  return Array.from({ length: width }, (_, index) => {
    const levels = rows.map((texts) => texts[index] ?? "");
    const letter = columnLetter(index);
    const said = [...new Set(levels.filter((text) => text !== ""))].join(" › ") || `Column ${letter}`;
    const count = (taken.get(said) ?? 0) + 1;
    taken.set(said, count);
    return { index, letter, name: count === 1 ? said : `${said} (${letter})`, levels };
  });
}

/** Names in one cell that stand one below the other elsewhere: "California!!Estimate", as the US Census writes. */
function partsOf(texts: readonly string[]): readonly (readonly string[])[] {
  const parts = texts.map((text) => text.split("!!").map((part) => part.trim()));
  const depth = Math.max(1, ...parts.map(({ length }) => length));
  return Array.from({ length: depth }, (_, at) => parts.map((one) => one[at] ?? ""));
}

/** Fills empty cells between two names with the name before them. Those before the first name stay empty. */
function spread(texts: readonly string[]): readonly string[] {
  let last = "";
  const end = texts.findLastIndex((text) => text !== "");
  return texts.map((text, index) => {
    if (text !== "") last = text;
    return index === 0 || text !== "" ? text : index <= end || last !== "" ? last : "";
  });
}

/** A, B, … Z, AA for 0, 1, … 25, 26. */
function columnLetter(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? columnLetter(rest) : "") + String.fromCharCode(65 + (index % 26));
}
