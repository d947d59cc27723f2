import type { TableCell } from "@/lib/exports/csv-table";
import type { FilePart } from "@/lib/exports/figures-package";
import { guardedCell } from "@/lib/exports/formula-cells";
import { escapeMarkup } from "@/lib/text/escape-markup";

// The few parts of an Excel workbook (ECMA-376) that a table needs, written as they come: libraries that write several sheets hold them whole.

type Row = readonly TableCell[];

const HEAD = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Characters of a sheet that are handed on at once: a whole set of rows is a megabyte, which would lie in memory several times while it is packed. */
const PART = 64_000;

/** A sheet, its rows given set after set. The first is its header: bold, and always in view. */
export async function* sheetXml(
  sets: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>,
): AsyncGenerator<string> {
  const pane = `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>`;
  yield `${HEAD}<worksheet xmlns="${MAIN}">${pane}<sheetFormatPr defaultRowHeight="15"/><sheetData>`;
  let [number, xml] = [0, ""];
  for await (const rows of sets) {
    // Of neighbours half the cells say the same. The header looks otherwise.
    const above: TableCell[] = [];
    const written: string[] = [];
    for (const row of rows) {
      number += 1;
      xml += `<row r="${number}">`;
      for (let at = 0; at < row.length; at += 1) {
        const cell = row[at] ?? null;
        if (cell === null || cell === "") continue;
        if (cell !== above[at] || number < 3) {
          above[at] = cell;
          written[at] = cellXml(cell, number === 1);
        }
        xml += `<c r="${columnLetters(at)}${number}"${written[at]}`;
      }
      xml += "</row>";
      if (xml.length > PART) {
        yield xml;
        xml = "";
      }
    }
  }
  yield `${xml}</sheetData></worksheet>`;
}

/** A cell behind its place. */
function cellXml(cell: Exclude<TableCell, null>, isHeader: boolean): string {
  if (typeof cell === "number") return `><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return ` t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === "object" && !cell.isText) return `><v>${cell.digits}</v></c>`;
  const text = typeof cell === "object" ? cell.digits : guardedCell(cell);
  const style = isHeader ? ` s="1"` : "";
  return ` t="inlineStr"${style}><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

const LETTERS: string[] = [];

/** The letters of a column, from 0: A, …, Z, AA. */
function columnLetters(at: number): string {
  for (let next = LETTERS.length; next <= at; next += 1) {
    const last = String.fromCharCode(65 + (next % 26));
    LETTERS.push(next < 26 ? last : `${columnLetters(Math.floor(next / 26) - 1)}${last}`);
  }
  return LETTERS[at] ?? "";
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no XML may hold
const SPECIAL = /[&<>"\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the same
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu;

/** Text within XML 1.0. A line end that XML would change, and what reads like one of Excel's own codes (_x000D_), are written as codes. */
function escaped(text: string): string {
  if (!SPECIAL.test(text)) return text;
  const coded = text
    .replace(FORBIDDEN, "")
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replaceAll("\r", "_x000D_");
  return escapeMarkup(coded);
}

/** The parts around sheets 1, 2, … of those names. */
export function* workbookFrame(names: readonly string[]): Generator<FilePart> {
  const each = (xml: (name: string, number: number) => string) => names.map((name, at) => xml(name, at + 1)).join("");
  const styles = names.length + 1;
  yield part(
    "xl/workbook.xml",
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${each(
      (name, number) => `<sheet name="${name}" sheetId="${number}" r:id="rId${number}"/>`,
    )}</sheets></workbook>`,
  );
  yield part(
    "xl/_rels/workbook.xml.rels",
    `<Relationships xmlns="${PACKAGE}/relationships">${each((_, number) =>
      relation(number, "worksheet", `worksheets/sheet${number}.xml`),
    )}${relation(styles, "styles", "styles.xml")}</Relationships>`,
  );
  yield part(
    "xl/styles.xml",
    `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
  );
  yield part(
    "_rels/.rels",
    `<Relationships xmlns="${PACKAGE}/relationships">${relation(1, "officeDocument", "xl/workbook.xml")}</Relationships>`,
  );
  yield part(
    "[Content_Types].xml",
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("xl/workbook.xml", "sheet.main")}${override("xl/styles.xml", "styles")}${each(
      (_, number) => override(`xl/worksheets/sheet${number}.xml`, "worksheet"),
    )}</Types>`,
  );
}

const part = (name: string, xml: string): FilePart => ({ name, content: [HEAD + xml] });
const relation = (id: number, type: string, target: string) =>
  `<Relationship Id="rId${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
const override = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${TYPE}.${type}+xml"/>`;
