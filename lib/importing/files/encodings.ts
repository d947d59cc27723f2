/** Encodings that a text file is read in, by the names of the Encoding Standard, each as a person knows it. */
export const ENCODINGS = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16, little end first",
  "utf-16be": "UTF-16, big end first",
  gb18030: "GB 18030 (Chinese, simplified; also GBK)",
  big5: "Big5 (Chinese, traditional)",
  shift_jis: "Shift JIS (Japanese)",
  "euc-jp": "EUC-JP (Japanese)",
  "euc-kr": "EUC-KR (Korean)",
  "windows-1250": "Windows-1250 (Central European)",
  "windows-1251": "Windows-1251 (Cyrillic)",
  "windows-1252": "Windows-1252 (Western European; also Latin-1)",
  "windows-1253": "Windows-1253 (Greek)",
  "windows-1254": "Windows-1254 (Turkish)",
  "windows-1257": "Windows-1257 (Baltic)",
  "iso-8859-2": "ISO 8859-2 (Central European)",
  "koi8-r": "KOI8-R (Russian)",
} as const;

export type Encoding = keyof typeof ENCODINGS;
export const ENCODING_NAMES = Object.keys(ENCODINGS) as [Encoding, ...Encoding[]];

/** What stands at 0x80 to 0x9f in windows-1252; the five that are free are controls, as the Encoding Standard has them. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Bytes as text of an encoding; null where they are not of it. */
export function decodedAs(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // Some releases of Node 20 to 24 read it as Latin-1, in which a dash before a number is a control.
    return encoding === "windows-1252"
      ? text.replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? control)
      : text;
  } catch {
    return null;
  }
}
