import { escapeMarkup } from "@/lib/text/escape-markup";

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text within XML 1.0: what no XML may hold is taken out. */
export function escapedXml(text: string): string {
  return escapeMarkup(text.replace(FORBIDDEN, ""));
}
