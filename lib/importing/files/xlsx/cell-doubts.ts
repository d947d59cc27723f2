import type { Archive } from "@/lib/importing/files/archive";
import type { Doubt } from "@/lib/importing/files/read-csv";
import { placeOf, type RawRow } from "@/lib/importing/files/xlsx/sheet-rows";
import { relations, type Workbook } from "@/lib/importing/files/xlsx/workbook";
import { readPart } from "@/lib/importing/files/xlsx/xml";

const HIDDEN: Doubt = {
  code: "hidden",
  message: "The workbook hides this number, or its row or column: look whether it is meant",
};
const STRUCK: Doubt = {
  code: "struck",
  message: "The workbook has struck this number out: look whether its source still says it",
};
const SUBTOTAL: Doubt = {
  code: "subtotal",
  message: "The workbook sums up here what it shows, and some rows are hidden: look whether it is the whole",
};
/** Functions that leave out what a filter hides (ECMA-376, 18.17.7). */
const SUMS_UP_SHOWN = /(?<![A-Z])(?:SUBTOTAL|AGGREGATE)\(/i;
/** Bytes of the comments of a sheet, and characters of one that are told. */
const MOST = 8 * 1024 * 1024;
const LONGEST = 200;

/** Finds what a person is to look at in the numbers of a sheet, row by row from the first. */
export class CellDoubts {
  readonly #styles: Pick<Workbook, "struck" | "unseen">;
  readonly #comments: ReadonlyMap<string, string>;
  #hasHidden = false;

  /** `comments` are those of the sheet by row and column. */
  constructor(styles: Pick<Workbook, "struck" | "unseen">, comments: ReadonlyMap<string, string>) {
    this.#styles = styles;
    this.#comments = comments;
  }

  of({ index, cells, isHidden, hiddenColumns }: RawRow): ReadonlyMap<number, readonly Doubt[]> {
    this.#hasHidden ||= isHidden;
    const found = new Map<number, readonly Doubt[]>();
    for (const [column, { style, formula }] of cells) {
      const comment = this.#comments.get(keyOf(index, column));
      const doubts = [
        ...(isHidden || hiddenColumns.has(column) || this.#styles.unseen.has(style) ? [HIDDEN] : []),
        ...(this.#styles.struck.has(style) ? [STRUCK] : []),
        ...(this.#hasHidden && formula !== null && SUMS_UP_SHOWN.test(formula) ? [SUBTOTAL] : []),
        ...(comment === undefined
          ? []
          : [{ code: "comment", message: `The workbook says of this cell: “${comment}”` }]),
      ];
      if (doubts.length > 0) found.set(column, doubts);
    }
    return found;
  }
}

/** The comments of a sheet, by row and column. Throws UnreadableFile where they are too large. */
export async function readComments(workbook: Archive, sheet: string): Promise<ReadonlyMap<string, string>> {
  const [folder, name] = [sheet.slice(0, sheet.lastIndexOf("/") + 1), sheet.slice(sheet.lastIndexOf("/") + 1)];
  const related = await relations(workbook, `${folder}_rels/${name}.rels`, folder);
  const part = [...related.values()].find(({ type }) => type.endsWith("/comments"))?.part;
  const comments = new Map<string, string>();
  if (part === undefined) return comments;
  let [key, text, isText] = ["", "", false];
  await readPart(workbook.read(part), MOST, {
    open: (element, { ref = "" }) => {
      if (element === "comment") {
        const { row, column } = placeOf(ref);
        [key, text] = [keyOf(row, column), ""];
      }
      isText = element === "t";
    },
    text: (piece) => {
      if (isText && text.length < LONGEST) text += piece;
    },
    close: (element) => {
      isText = false;
      const told = text.replace(/\s+/g, " ").trim().slice(0, LONGEST);
      if (element === "comment" && told !== "") comments.set(key, told);
    },
  });
  return comments;
}

const keyOf = (row: number, column: number) => `${row}:${column}`;
