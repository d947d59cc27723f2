import { deflateRawSync } from "node:zlib";

/** An archive of one or more files, made by hand so that it may lie about their sizes. */
export function zip(files: readonly { name: string; data: Uint8Array; claims?: number }[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data, claims = data.length } of files) {
    const packed = deflateRawSync(data, { level: 9 });
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(claims, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claims, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    parts.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...parts, ...directory, end]));
}

/** What is in a workbook that is made by hand. */
interface Made {
  readonly sheets?: readonly { readonly name: string; readonly rows: string; readonly state?: string }[];
  readonly sheetList?: string;
  readonly rows?: string;
  readonly merged?: readonly string[];
  /** How the sheets are shown, and what is said of their columns, as elements. */
  readonly views?: string;
  readonly columns?: string;
  /** Formats of the styles from 1 on, by number or by code. */
  readonly styles?: readonly (number | string)[];
  readonly styleText?: string;
  /** Fonts and fills of the styles, as elements; style 1 has the first. */
  readonly fonts?: readonly string[];
  readonly fills?: readonly string[];
  readonly strings?: readonly string[];
  readonly is1904?: boolean;
  readonly head?: string;
}

/** The parts of a workbook, written out by hand: what a library that writes workbooks would not write. */
export function partsOf({
  rows = "",
  merged = [],
  views = "",
  columns = "",
  styles = [],
  styleText = "",
  fonts = [],
  fills = [],
  strings = [],
  is1904 = false,
  head = "",
  ...made
}: Made) {
  const sheets = made.sheets ?? [{ name: "Any", rows, state: "visible" }];
  const list =
    made.sheetList ??
    sheets.map(({ name, state = "visible" }, at) => `<sheet name="${name}" state="${state}" r:id="r${at}"/>`).join("");
  const types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const related = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`;
  const codes = styles.map((code, at) =>
    typeof code === "number" ? "" : `<numFmt numFmtId="${200 + at}" formatCode="${escaped(code)}"/>`,
  );
  const cellXfs = styles.map(
    (code, at) =>
      `<xf numFmtId="${typeof code === "number" ? code : 200 + at}" fontId="${at + 1}" fillId="${at + 1}"/>`,
  );
  const merges =
    merged.length === 0 ? "" : `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`;
  const texts: Readonly<Record<string, string>> = {
    "xl/workbook.xml": `<workbook><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets>${list}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${[
      ...sheets.map((_, at) => related(`r${at}`, "worksheet", `worksheets/sheet${at}.xml`)),
      related("s", "styles", "styles.xml"),
      related("t", "sharedStrings", "/xl/sharedStrings.xml"),
    ].join("")}</Relationships>`,
    ...Object.fromEntries(
      sheets.map((sheet, at) => [
        `xl/worksheets/sheet${at}.xml`,
        `${head}<worksheet>${views}${columns === "" ? "" : `<cols>${columns}</cols>`}<sheetData>${sheet.rows}</sheetData>${merges}</worksheet>`,
      ]),
    ),
    ...(styles.length > 0 || styleText !== ""
      ? {
          "xl/styles.xml": `<styleSheet><numFmts>${codes.join("")}${styleText}</numFmts><fonts><font/>${fonts.join("")}</fonts><fills><fill><patternFill patternType="none"/></fill>${fills.join("")}</fills><cellXfs><xf numFmtId="0"/>${cellXfs.join("")}</cellXfs></styleSheet>`,
        }
      : {}),
    ...(strings.length > 0 ? { "xl/sharedStrings.xml": `<sst>${strings.join("")}</sst>` } : {}),
  };
  return Object.entries(texts).map(([name, text]) => ({ name, data: new TextEncoder().encode(text) }));
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** A workbook with what only a hand would write into it. */
export const workbook = (made: Made) => zip(partsOf(made));
