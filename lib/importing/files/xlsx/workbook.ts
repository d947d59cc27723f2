import { type Archive, broken } from "@/lib/importing/files/archive";
import { type NumberFormat, numberFormat } from "@/lib/importing/files/xlsx/number-format";
import { readPart } from "@/lib/importing/files/xlsx/xml";
import { fileProblem, UnreadableFile } from "@/lib/importing/problem";

/** A sheet larger than this in its styles or lists is no spreadsheet's, in bytes. */
const MOST = 8 * 1024 * 1024;

/** A sheet with cells, in the order of its tabs. */
export interface SheetName {
  readonly name: string;
  readonly isHidden: boolean;
  readonly part: string;
}

/** What all sheets of a workbook share. */
export interface Workbook {
  readonly sheets: readonly SheetName[];
  /** Whether day 0 is 1 January 1904, as in workbooks of old Macs. */
  readonly is1904: boolean;
  /** How the cells of each style are shown. */
  readonly formats: readonly NumberFormat[];
  /** Styles that strike their cells out, and those that write them white on white. */
  readonly struck: ReadonlySet<number>;
  readonly unseen: ReadonlySet<number>;
  /** Part of the shared texts; "" where there is none. */
  readonly strings: string;
}

/** Reads what a workbook says of its sheets and styles (ECMA-376, 18.2 and 18.8). Throws UnreadableFile where it has no sheet with cells. */
export async function readWorkbook(workbook: Archive): Promise<Workbook> {
  const root = await relations(workbook, "_rels/.rels", "");
  const main = [...root.values()].find(({ type }) => type.endsWith("/officeDocument"))?.part ?? "xl/workbook.xml";
  if (!workbook.has(main) || OTHERS.some(([part]) => part === main)) throw notAWorkbook(workbook);
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const related = await relations(workbook, `${folder}_rels/${main.slice(folder.length)}.rels`, folder);
  const listed: { readonly name: string; readonly state: string; readonly id: string }[] = [];
  let is1904 = false;
  await readPart(workbook.read(main), MOST, {
    open: (name, attributes) => {
      if (name === "workbookPr") is1904 = ["1", "true"].includes(attributes.date1904 ?? "");
      if (name !== "sheet") return;
      const id = Object.entries(attributes).find(([key]) => /^\w+:id$/.test(key))?.[1] ?? "";
      listed.push({ name: attributes.name ?? "", state: attributes.state ?? "visible", id });
    },
  });
  const sheets = listed.flatMap(({ name, state, id }) => {
    const relation = related.get(id);
    return relation?.type.endsWith("/worksheet") ? [{ name, isHidden: state !== "visible", part: relation.part }] : [];
  });
  if (sheets.length === 0) {
    throw new UnreadableFile(
      422,
      fileProblem("no_sheet", "The workbook has no sheet with cells: save its table as CSV"),
    );
  }
  const partOf = (type: string) => [...related.values()].find((relation) => relation.type.endsWith(type))?.part ?? "";
  return { sheets, is1904, ...(await stylesOf(workbook, partOf("/styles"))), strings: partOf("/sharedStrings") };
}

/** Archives of other programs, by a part that they have, and what to do with them. */
const OTHERS: readonly (readonly [string, string])[] = [
  ["content.xml", "This is an OpenDocument file (.ods): save it as .xlsx or CSV UTF-8"],
  ["xl/workbook.bin", "This is a binary workbook (.xlsb): save it as .xlsx or CSV UTF-8"],
  [
    "word/document.xml",
    "This is a Word document: copy its table into a spreadsheet and save that as .xlsx or CSV UTF-8",
  ],
  [
    "ppt/presentation.xml",
    "This is a presentation: copy its table into a spreadsheet and save that as .xlsx or CSV UTF-8",
  ],
];

function notAWorkbook(workbook: Archive): UnreadableFile {
  const other = OTHERS.find(([part]) => workbook.has(part));
  return other === undefined ? broken() : new UnreadableFile(415, fileProblem("other_kind", other[1]));
}

interface Relation {
  readonly type: string;
  readonly part: string;
}

/** What a part refers to, by the ids it uses; parts by their full names. Nothing where it says so of none. */
export async function relations(
  workbook: Archive,
  part: string,
  folder: string,
): Promise<ReadonlyMap<string, Relation>> {
  const found = new Map<string, Relation>();
  await readPart(workbook.read(part), MOST, {
    open: (name, { Id = "", Type = "", Target = "" }) => {
      if (name === "Relationship") found.set(Id, { type: Type, part: resolved(folder, Target) });
    },
  });
  return found;
}

function resolved(folder: string, target: string): string {
  return decodeURI(new URL(target, `file:///${folder}`).pathname).slice(1);
}

/** White by its code, or as the first colour of a theme (18.8.3): the paper. */
const isWhite = ({ rgb, theme, tint }: Readonly<Record<string, string>>) =>
  /^(?:FF)?FFFFFF$/i.test(rgb ?? "") || (theme === "0" && tint === undefined);

/** How each style of cells shows a number, by its index, and which of them strike it out or write it white on white. */
async function stylesOf(workbook: Archive, part: string): Promise<Pick<Workbook, "formats" | "struck" | "unseen">> {
  const codes = new Map<number, string>();
  const styles: { readonly format: number; readonly font: number; readonly fill: number }[] = [];
  const [struckFonts, whiteFonts, colouredFills] = [new Set<number>(), new Set<number>(), new Set<number>()];
  let [font, fill] = [-1, -1];
  let inside = "";
  await readPart(workbook.read(part), MOST, {
    open: (name, attributes) => {
      const { numFmtId = "0", formatCode = "", fontId = "0", fillId = "0", val = "1", patternType } = attributes;
      if (/^(?:fonts|fills|cellXfs|dxfs)$/.test(name)) inside = name;
      else if (name === "numFmt") codes.set(Number(numFmtId), formatCode);
      else if (inside === "fonts") {
        if (name === "font") font += 1;
        else if (name === "strike" && (val === "1" || val === "true")) struckFonts.add(font);
        else if (name === "color" && isWhite(attributes)) whiteFonts.add(font);
      } else if (inside === "fills") {
        if (name === "fill") fill += 1;
        else if (name === "gradientFill" || (name === "patternFill" && patternType !== "none")) colouredFills.add(fill);
        else if (name === "fgColor" && isWhite(attributes)) colouredFills.delete(fill);
      } else if (name === "xf" && inside === "cellXfs")
        styles.push({ format: Number(numFmtId), font: Number(fontId), fill: Number(fillId) });
    },
    close: (name) => {
      if (name === inside) inside = "";
    },
  });
  const known = new Map<number, NumberFormat>();
  const formats = styles.map(({ format: id }) => {
    const format = known.get(id) ?? numberFormat(id, codes.get(id));
    known.set(id, format);
    return format;
  });
  const those = (isSo: (style: (typeof styles)[number]) => boolean) =>
    new Set(styles.flatMap((style, at) => (isSo(style) ? [at] : [])));
  return {
    formats,
    struck: those((style) => struckFonts.has(style.font)),
    unseen: those((style) => whiteFonts.has(style.font) && !colouredFills.has(style.fill)),
  };
}
