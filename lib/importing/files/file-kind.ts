import { fileProblem, UnreadableFile } from "@/lib/importing/problem";

/** Beginnings of files that are no table: bytes in hexadecimal, or a text in any case after white space; each with what to do instead. */
const KINDS: readonly { readonly code: string; readonly begins: readonly string[]; readonly message: string }[] = [
  {
    code: "old_workbook",
    begins: ["d0cf11e0", "0908", "0904", "0902"],
    message: "This is a workbook of old Excel (.xls) or one with a password: open it and save it as .xlsx or CSV UTF-8",
  },
  {
    code: "pdf",
    begins: ["%pdf-"],
    message: "This is a PDF: copy its table into a spreadsheet and save that as .xlsx or CSV UTF-8",
  },
  {
    code: "web_page",
    begins: ["<!doctype html", "<html", "<table", "<meta"],
    message:
      "This is a web page, whatever its name ends in: open it in a spreadsheet and save it as .xlsx or CSV UTF-8",
  },
  {
    code: "parquet",
    begins: ["50415231"],
    message: "This is a Parquet file: save its table as CSV UTF-8 and choose that",
  },
  {
    code: "xml",
    begins: ["<?xml"],
    message: "This is XML: open it in a spreadsheet and save it as .xlsx or CSV UTF-8",
  },
  {
    code: "packed",
    begins: ["1f8b", "425a68", "377abcaf", "52617221", "fd377a58"],
    message: "This file is packed: unpack it and choose the file inside",
  },
  {
    code: "rich_text",
    begins: ["{\\rtf"],
    message: "This is a text document: copy its table into a spreadsheet and save that as CSV UTF-8",
  },
  {
    code: "picture",
    begins: ["89504e47", "ffd8ff", "47494638", "49492a00", "4d4d002a", "52494646"],
    message: "This is a picture: type its table into a spreadsheet",
  },
];

/** Throws UnreadableFile, naming what it is and what to do, for bytes that begin as a file of another kind than text. */
export function refuseOtherKinds(bytes: Uint8Array): void {
  const head = bytes.subarray(0, 64);
  const hexadecimal = Array.from(head, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const text = new TextDecoder().decode(head).trimStart().toLowerCase();
  const found = KINDS.find(({ begins }) =>
    begins.some((start) => (/^[\da-f]+$/.test(start) ? hexadecimal : text).startsWith(start)),
  );
  if (found) throw new UnreadableFile(415, fileProblem(found.code, found.message));
}
