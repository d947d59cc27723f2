import { decodedAs, ENCODINGS, type Encoding } from "@/lib/importing/files/encodings";
import { isChineseByChance, likelyEncoding } from "@/lib/importing/files/guess-encoding";
import { fileProblem, UnreadableFile } from "@/lib/importing/problem";

/** The text of a file, and how it was read. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
  /** Where the encoding was guessed: the first line that would read otherwise in another, for a person to confirm. Null where it is sure or was said. */
  readonly guessedFrom: string | null;
}

/**
 * Bytes of a text file as text: in the encoding that somebody said; else UTF-8, UTF-16 by its mark or its noughts, or the likeliest other one.
 * Throws UnreadableFile where the bytes are not of the encoding that was said, and for a NUL.
 */
export function decodeText(bytes: Uint8Array, said: Encoding | null = null): DecodedText {
  const decoded = decode(bytes, said);
  if (decoded.guessedFrom !== null && isNoText(decoded.text)) {
    throw new UnreadableFile(415, fileProblem("not_text", "This file is no text: choose a table as CSV or .xlsx"));
  }
  const nul = decoded.text.indexOf("\0");
  if (nul >= 0) {
    const line = decoded.text.slice(0, nul).split("\n").length;
    throw new UnreadableFile(400, fileProblem("nul", `Line ${line} has a NUL character: save the file as CSV UTF-8`));
  }
  return decoded;
}

/** Whether text has more control characters than a slip explains. */
function isNoText(text: string): boolean {
  const head = text.slice(0, 64 * 1024);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is counted
  const controls = head.match(/[\u0001-\u0008\u000e-\u001f\u007f-\u009f]/g)?.length ?? 0;
  return controls * 100 > head.length;
}

/** Bytes of a file of our own, which is UTF-8. Throws UnreadableFile for any other. */
export function decodeOwnText(bytes: Uint8Array): string {
  const text = decodedAs(bytes, "utf-8");
  if (text === null)
    throw new UnreadableFile(422, fileProblem("not_utf8", "The file is not in UTF-8: save it as CSV UTF-8"));
  return text;
}

function decode(bytes: Uint8Array, said: Encoding | null): DecodedText {
  const sure = said ?? wideEncoding(bytes);
  if (sure !== null) {
    const text = decodedAs(bytes, sure);
    if (text !== null) return { text, encoding: sure, guessedFrom: null };
    const message = `The file is not in ${ENCODINGS[sure]}: choose another encoding, or save it as CSV UTF-8`;
    throw new UnreadableFile(422, fileProblem("encoding", message));
  }
  const unicode = decodedAs(bytes, "utf-8");
  if (unicode !== null && !isChineseByChance(bytes, unicode))
    return { text: unicode, encoding: "utf-8", guessedFrom: null };
  const encoding = likelyEncoding(bytes);
  const text = decodedAs(bytes, encoding);
  if (text === null) {
    const message = "The file is no text in an encoding that is known here: save it as CSV UTF-8";
    throw new UnreadableFile(422, fileProblem("encoding", message));
  }
  return { text, encoding, guessedFrom: sampleOf(text) };
}

/** The first line with a letter beyond ASCII, cut to its surroundings. */
function sampleOf(text: string): string {
  const at = text.search(/[^\0-\x7f]/);
  const from = text.lastIndexOf("\n", at) + 1;
  const end = text.indexOf("\n", at);
  return text.slice(Math.max(from, at - 40), Math.min(end < 0 ? text.length : end, at + 60)).trim();
}

/** UTF-16 by its mark; without one where every other byte of the beginning is nought, as in text of Latin letters. */
function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = bytes.subarray(0, 64);
  const [even = 0, odd = 0] = [0, 1].map((side) => head.filter((byte, at) => at % 2 === side && byte === 0).length);
  if (head.length < 4 || Math.max(even, odd) * 2 < head.length * 0.8 || Math.min(even, odd) > 0) return null;
  return odd > even ? "utf-16le" : "utf-16be";
}
