import { descriptionSentence, type FileDescription } from "@/lib/importing/files/description";
import { ENCODINGS, type Encoding } from "@/lib/importing/files/encodings";
import type { FileUnit } from "@/lib/importing/table/file-unit";
import type { TableUses } from "@/lib/importing/table/propose-uses";
import type { TableFacts } from "@/lib/importing/table/scan-table";

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
