import { fileProblem, UnreadableFile } from "@/lib/importing/problem";

/**
 * Bytes of a text file as text: UTF-8, with or without a byte order mark. Throws UnreadableFile for any other encoding, naming
 * the place of the first byte that is wrong, and for a NUL.
 */
export function decodeText(bytes: Uint8Array): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw notUtf8("The file is in UTF-16: save it as CSV UTF-8");
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const offset = firstWrongByte(bytes);
    const line = 1 + bytes.subarray(0, offset).filter((byte) => byte === 10).length;
    throw notUtf8(`Byte ${offset} (line ${line}) is not UTF-8: save the file as CSV UTF-8`);
  }
  const nul = text.indexOf("\0");
  if (nul >= 0) {
    const line = text.slice(0, nul).split("\n").length;
    throw new UnreadableFile(400, fileProblem("nul", `Line ${line} has a NUL character: save the file as CSV UTF-8`));
  }
  return text;
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
