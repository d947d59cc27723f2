import { fileProblem, UnreadableFile } from "@/lib/importing/problem";

/**
 * Bytes of a text file as text: UTF-8, or UTF-16 with a byte order mark. Throws UnreadableFile for any other encoding, naming the
 * place of the first byte that is wrong and what it may be, and for a NUL.
 */
export function decodeText(bytes: Uint8Array): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
  let text: string;
  try {
    text = new TextDecoder(wide ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    if (wide !== null) throw notUtf8("The file says that it is in UTF-16, and is not: save it as CSV UTF-8");
    const offset = firstWrongByte(bytes);
    const line = 1 + bytes.subarray(0, offset).filter((byte) => byte === 10).length;
    throw notUtf8(`Byte ${offset} (line ${line}) is not UTF-8${guess(bytes, offset)}: save the file as CSV UTF-8`);
  }
  const nul = text.indexOf("\0");
  if (nul >= 0) {
    const line = text.slice(0, nul).split("\n").length;
    const isWide = isSpreadOut(bytes);
    const cause = isWide
      ? "The file seems to be in UTF-16 without a mark that says so"
      : `Line ${line} has a NUL character`;
    throw new UnreadableFile(400, fileProblem(isWide ? "not_utf8" : "nul", `${cause}: save the file as CSV UTF-8`));
  }
  return text;
}

/** Text of Latin letters in UTF-16: every other byte is nought. */
function isSpreadOut(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 64);
  const noughts = [0, 1].map((odd) => head.filter((byte, at) => at % 2 === odd && byte === 0).length);
  return head.length >= 4 && Math.max(...noughts) * 2 >= head.length * 0.8 && Math.min(...noughts) === 0;
}

/** What other encoding the bytes from the first wrong one on may be in, with how they read in it; "" where that cannot be told. */
function guess(bytes: Uint8Array, offset: number): string {
  const near = [...bytes.subarray(offset, offset + 4)];
  const isHigh = (byte: number | undefined) => byte !== undefined && byte >= 0x80;
  // Everyday characters and marks of GB 2312 take two bytes each, all of them high.
  const isChinese = near.length === 4 && near.every((byte, at) => byte >= 0xa1 && (at % 2 === 1 || byte <= 0xd7));
  if (!isChinese && isHigh(near[1])) return "";
  const decoder = new TextDecoder(isChinese ? "gb18030" : "windows-1252");
  const [before = ""] = isChinese
    ? []
    : decoder
        .decode(bytes.subarray(Math.max(0, offset - 8), offset))
        .split("\n")
        .slice(-1);
  const [after = ""] = decoder.decode(bytes.subarray(offset, offset + 16)).split(/[\r\n\ufffd]/);
  const name = isChinese ? "GB 18030 (Chinese)" : "Windows-1252 (Western European)";
  return `; it may be ${name}, where it reads “${(before + after).trim()}”`;
}

function notUtf8(message: string): UnreadableFile {
  return new UnreadableFile(422, fileProblem("not_utf8", message));
}

/** Offset of the first byte that begins no well-formed UTF-8 (The Unicode Standard, table 3-7). */
function firstWrongByte(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    // In a stream the last character may be unfinished.
    if (isWellFormed(bytes.subarray(0, middle + 1), true)) low = middle + 1;
    else high = middle;
  }
  // The character that went wrong may have begun up to three bytes before.
  while (low > 0 && !isWellFormed(bytes.subarray(0, low), false)) low -= 1;
  return low;
}

function isWellFormed(bytes: Uint8Array, stream: boolean): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}
