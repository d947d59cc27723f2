import "server-only";
import { createHash } from "node:crypto";
import { decodeText } from "@/lib/importing/files/decode-text";
import { refuseOtherKinds } from "@/lib/importing/files/file-kind";
import { type FileRow, readCsv } from "@/lib/importing/files/read-csv";
import { listSheets, readXlsx } from "@/lib/importing/files/read-xlsx";
import type { SheetChoice } from "@/lib/importing/files/sheet-choice";
import { looksLikeXlsx } from "@/lib/importing/files/xlsx/package";

/** A file whose rows can be read, more than once. */
export interface ReadableFile {
  readonly sha256: string;
  /** About how many rows it has, the header among them; null when that cannot be told beforehand. */
  readonly estimate: number | null;
  rows(): AsyncIterable<FileRow> | Iterable<FileRow>;
  /** Sheets of a workbook; empty for CSV. */
  sheets(): Promise<readonly SheetChoice[]>;
}

/** Takes bytes for CSV text or, where they begin as one, an Excel workbook, of which a sheet may be named. Throws UnreadableFile for files of other kinds and encodings. */
export function readableFile(bytes: Uint8Array, sheet: string | null = null): ReadableFile {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (looksLikeXlsx(bytes)) {
    return { sha256, estimate: null, rows: () => readXlsx(bytes, sheet), sheets: () => listSheets(bytes, sheet) };
  }
  refuseOtherKinds(bytes);
  const text = decodeText(bytes);
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines += 1;
  return { sha256, estimate: lines, rows: () => readCsv(text), sheets: async () => [] };
}
