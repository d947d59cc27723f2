import "server-only";
import { createHash } from "node:crypto";
import { Archive, looksLikeArchive } from "@/lib/importing/files/archive";
import { type DecodedText, decodeText } from "@/lib/importing/files/decode-text";
import { type FileDescription, NO_DESCRIPTION } from "@/lib/importing/files/description";
import type { Encoding } from "@/lib/importing/files/encodings";
import { refuseOtherKinds } from "@/lib/importing/files/file-kind";
import { looksLikeJson, readJson } from "@/lib/importing/files/json/json-table";
import { archivedTable } from "@/lib/importing/files/packed/archived-table";
import { splitDimensions } from "@/lib/importing/files/packed-dimensions";
import { type FileRow, readCsv } from "@/lib/importing/files/read-csv";
import { isWorkbook, listSheets, readXlsx } from "@/lib/importing/files/read-xlsx";
import type { SheetChoice } from "@/lib/importing/files/sheet-choice";

/** A file whose rows can be read, more than once. */
export interface ReadableFile {
  readonly sha256: string;
  /** About how many rows it has, the header among them; null when that cannot be told beforehand. */
  readonly estimate: number | null;
  rows(): AsyncIterable<FileRow> | Iterable<FileRow>;
  /** Sheets of a workbook; empty for CSV. */
  sheets(): Promise<readonly SheetChoice[]>;
  /** How the text was decoded; null for a workbook. */
  readonly decoded: Omit<DecodedText, "text"> | null;
  /** What the file says of its table beside it. */
  readonly description: FileDescription;
  /** Name of the file in the archive that is read; null where none is packed. */
  readonly packed: string | null;
}

/** What somebody said about how a file is read; null as it looks. */
export interface ReadingChoices {
  readonly sheet: string | null;
  readonly encoding: Encoding | null;
  readonly delimiter: string | null;
}

const AS_IT_LOOKS: ReadingChoices = { sheet: null, encoding: null, delimiter: null };

/** Opens a file of any kind that is read: a text, a workbook, or an archive with one table. Throws UnreadableFile for others, and for an archive of several. */
export async function openFile(bytes: Uint8Array, choices: ReadingChoices = AS_IT_LOOKS): Promise<ReadableFile> {
  if (!looksLikeArchive(bytes)) return readableFile(bytes, choices);
  const archive = await Archive.open(bytes);
  if (isWorkbook(archive)) return readableFile(bytes, choices);
  const table = await archivedTable(archive, choices.sheet);
  const description = table.description ?? NO_DESCRIPTION;
  const file = readableFile(table.bytes, {
    sheet: table.isChosen ? null : choices.sheet,
    encoding: choices.encoding ?? description.encoding,
    delimiter: choices.delimiter ?? description.delimiter,
  });
  return {
    ...file,
    sha256: hashOf(bytes),
    description: table.description ?? file.description,
    packed: table.name,
  };
}

/** Takes bytes for text (CSV, JSON) or, where they begin as one, an Excel workbook. Throws UnreadableFile for files of other kinds. */
export function readableFile(
  bytes: Uint8Array,
  { sheet, encoding, delimiter }: ReadingChoices = AS_IT_LOOKS,
): ReadableFile {
  const plain = { sha256: hashOf(bytes), description: NO_DESCRIPTION, packed: null };
  if (looksLikeArchive(bytes)) {
    const sheets = () => listSheets(bytes, sheet);
    return { ...plain, estimate: null, rows: () => readXlsx(bytes, sheet), sheets, decoded: null };
  }
  refuseOtherKinds(bytes);
  const { text, ...decoded } = decodeText(bytes, encoding);
  const sheets = async () => [];
  if (looksLikeJson(text)) return { ...plain, ...readJson(text), estimate: null, sheets, decoded };
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines += 1;
  return { ...plain, estimate: lines, rows: () => splitDimensions(readCsv(text, { delimiter })), sheets, decoded };
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
