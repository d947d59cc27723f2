import { descriptionSentence, type FileDescription } from "@/lib/importing/files/description";
import { ENCODINGS, type Encoding } from "@/lib/importing/files/encodings";
import type { TableUses } from "@/lib/importing/table/propose-uses";
import type { TableFacts } from "@/lib/importing/table/scan-table";
import type { FileUnit } from "@/lib/importing/units/file-unit";

/** How a text was decoded where that was guessed, so that a person can tell whether it is so; "" where it is sure. */
export function encodingSentence(
  decoded: { readonly encoding: Encoding; readonly guessedFrom: string | null } | null,
): string {
  if (decoded === null || decoded.guessedFrom === null) return "";
  return `Read as ${ENCODINGS[decoded.encoding]}: “${decoded.guessedFrom}”. If that is not what the file says, another encoding has to be named, or the file saved as CSV UTF-8.`;
}

/** What a file says of its table beside it and above it, in sentences. */
export function saidSentences(
  packed: string | null,
  description: FileDescription,
  fileUnit: FileUnit | null,
  /** What stands above the table and is not kept; "" for nothing. */
  above: string,
): readonly string[] {
  const said = descriptionSentence(description);
  return [
    ...(packed === null ? [] : [`“${packed}” is read, from the archive.`]),
    ...(said === "" ? [] : [said]),
    ...(fileUnit === null ? [] : [`Row ${fileUnit.row} says the unit of the numbers: “${fileUnit.text}”.`]),
    ...(above === ""
      ? []
      : [`Not kept of the lines above the table: “${above}”. A note of all numbers would keep them.`]),
  ];
}

/** Words of how cells look, which is not read, and of what a line that explains it is about. */
const LOOKS =
  /(?<!\p{L})(?:italics?|kursiv\p{L}*|cursiv[ao]s?|italique|corsivo|cursief|bold(?:face)?|fett(?:druck|gedruckt)?|gras|negrita|shad(?:ed|ing)|gr[ea]y|grau|gris|yellow|gelb|jaune|amarill[oa]|red|rote?|rouge|roj[oa]|rood|rode|green|grün|colou?r(?:ed|s)?|farb\p{L}*|couleurs?)(?!\p{L})|[红黄灰绿蓝]色|斜体|粗体|黑体|阴影/iu;
const EXPLAINS =
  /[=:：]|figures?|numbers?|values?|cells?|data|zahlen|werte|zellen|cijfers|chiffres|valeurs|datos|cifras|valori|dati|数字|数据|单元格/iu;

/** Lines around the table that say what the looks of cells mean, in a sentence; nothing without one. */
export function looksSentences({ above, below }: TableFacts): readonly string[] {
  const said = [...above, ...below].map(({ text }) => text).filter((text) => LOOKS.test(text) && EXPLAINS.test(text));
  const [first] = said;
  if (first === undefined) return [];
  return [`How cells look is not read: look in the file at which numbers it means by “${first.slice(0, 200)}”.`];
}

/** Where a table was found and what its columns of numbers say, in sentences. */
export function tableSentences({ place, lastRow }: TableFacts, { roles, levels }: TableUses): readonly string[] {
  if (place === null) return [];
  const header = place.header === null ? "no header" : `its header in row ${place.header}`;
  const data = place.firstRow === lastRow ? `row ${lastRow}` : `rows ${place.firstRow} to ${lastRow}`;
  const across = roles.flatMap(({ column, use }) => (use === "across" ? [column.name] : []));
  const [first, last] = [across[0], across.at(-1)];
  const found = `The table has ${header} and its data in ${data}.`;
  if (first === undefined) return [found];
  const isOne = across.length === 1;
  const what = isOne
    ? `The numbers of “${first}” become rows`
    : `${across.length} columns of numbers become rows, from “${first}” to “${last}”`;
  const says = levels.length === 0 ? "" : `; ${isOne ? "its header says" : "their headers say"} ${levels.join(", ")}`;
  return [found, `${what}${says}.`];
}
