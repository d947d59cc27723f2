import { analyse } from "chardet";
import { eastAsianEncoding } from "@/lib/importing/files/east-asian";
import { decodedAs, ENCODING_NAMES, type Encoding } from "@/lib/importing/files/encodings";

/** What the detector calls them, where that is another name. Latin-1 is read as its superset, as browsers do. */
const DETECTED: Readonly<Record<string, Encoding>> = {
  "iso-8859-1": "windows-1252",
  "iso-8859-5": "windows-1251",
  "iso-8859-7": "windows-1253",
  "iso-8859-9": "windows-1254",
  gb2312: "gb18030",
};

/** Below this the detector's answer, from 0 to 100, says no more than chance. */
const SUREST_BY_CHANCE = 30;
/** Bytes that are looked at. */
const LOOKED_AT = 256 * 1024;

/** The likeliest encoding of bytes that are not UTF-8: one in which they decode without a fault. */
export function likelyEncoding(bytes: Uint8Array): Encoding {
  const strange = strangeLines(bytes);
  // The detector counts what is frequent in prose, and headers have other words.
  const eastAsian = eastAsianEncoding(strange);
  if (eastAsian !== null) return eastAsian;
  const found = analyse(strange).flatMap(({ name, confidence }): { encoding: Encoding; confidence: number }[] => {
    const lower = name.toLowerCase();
    const encoding = DETECTED[lower] ?? ENCODING_NAMES.find((known) => known === lower);
    return encoding !== undefined && encoding !== "utf-8" && decodes(strange, encoding)
      ? [{ encoding, confidence }]
      : [];
  });
  const [best] = found;
  if (best !== undefined && best.confidence > SUREST_BY_CHANCE && !isChinese(strange)) return best.encoding;
  const asian = found.find(({ encoding, confidence }) => confidence > 50 && /^(?:big5|shift|euc)/.test(encoding));
  if (isChinese(strange)) return asian?.encoding ?? "gb18030";
  return best !== undefined && best.confidence > SUREST_BY_CHANCE ? best.encoding : "windows-1252";
}

/**
 * Whether text that is well-formed UTF-8 is more likely Chinese: 约 in GB 18030 has the bytes of an Armenian letter. Text of those scripts
 * has bytes that GB 2312 has not.
 */
export function isChineseByChance(bytes: Uint8Array, text: string): boolean {
  const isOfThose = !/[^\0-\x7f\ufeff\u0530-\u07ff]/.test(text) && /[\u0530-\u07ff]/.test(text);
  return isOfThose && isChinese(strangeLines(bytes));
}

/** The lines that have bytes above ASCII: numbers tell nothing of an encoding, and there are many of them. */
function strangeLines(bytes: Uint8Array): Uint8Array {
  const kept: number[] = [];
  let from = 0;
  let isStrange = false;
  for (let at = 0; at <= bytes.length && kept.length < LOOKED_AT; at += 1) {
    const byte = bytes[at];
    if (byte !== undefined && byte >= 0x80) isStrange = true;
    if (byte !== undefined && byte !== 10) continue;
    if (isStrange) kept.push(...bytes.subarray(from, Math.min(at + 1, from + 10_000)));
    from = at + 1;
    isStrange = false;
  }
  return Uint8Array.from(kept);
}

/** Whether all bytes above ASCII stand in pairs that GB 2312 has a character for: letters of Western languages stand alone. */
function isChinese(bytes: Uint8Array): boolean {
  let pairs = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[at + 1] ?? 0;
    if (lead < 0xa1 || lead > 0xf7 || trail < 0xa1 || trail > 0xfe) return false;
    pairs += 1;
    at += 1;
  }
  return pairs > 0;
}

function decodes(bytes: Uint8Array, encoding: Encoding): boolean {
  return !/[\u0080-\u009f\ue000-\uf8ff]/.test(decodedAs(bytes, encoding) ?? "\u0080");
}
