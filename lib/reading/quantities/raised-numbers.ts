import { timesTen } from "@/lib/numbers/decimal";
import { type FoundNumber, foundNumber } from "@/lib/reading/quantities/found-number";
import { SCALES_EN } from "@/lib/reading/quantities/scales";

/** Parts as one character, in thousandths; null for those without a last digit. */
const PARTS: Readonly<Record<string, string>> = {
  "½": "5",
  "¼": "25",
  "¾": "75",
  "⅕": "2",
  "⅖": "4",
  "⅗": "6",
  "⅘": "8",
  "⅛": "125",
  "⅜": "375",
  "⅝": "625",
  "⅞": "875",
  "1/2": "5",
  "1/4": "25",
  "3/4": "75",
};
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

const MIXED =
  /(?<![\p{L}\d.,/])(\d{1,3})?(?:([½¼¾⅕⅖⅗⅘⅛⅜⅝⅞])|(?<=\d)[ -](?:([½¼¾⅕⅖⅗⅘⅛⅜⅝⅞])|(1\/2|1\/4|3\/4)))(?![\d/])(?:[ -]?(hundred|thousand|million|billion|trillion|lakh|crore|bn)(?!\p{L}))?/gu;
const POWER = /(?<![\p{L}\d.,])(\d{1,9}(?:\.\d{1,9})?)\s?[×x·*]\s?10(?:\^(\d{1,2})(?!\d)|([⁰¹²³⁴-⁹]{1,2}))/gu;
const BARE_POWER = /(?<![\p{L}\d.,])10[⁰¹²³⁴-⁹]{1,2}/gu;

/** Numbers with a part or a power as one raised character: "3 ½ million", "2½", "3-1/2", "1.2 × 10⁹". */
export function raisedNumbers(text: string): readonly FoundNumber[] {
  return [...mixed(text), ...powers(text), ...bare(text)];
}

function mixed(text: string): FoundNumber[] {
  return [...text.matchAll(MIXED)].flatMap((match) => {
    const [written, whole = "0", tight, loose, typed, scale] = match;
    const part = PARTS[tight ?? loose ?? typed ?? ""];
    if (part === undefined) return [];
    const power = scale === undefined ? 0 : (SCALES_EN[scale] ?? 0);
    const digits = timesTen(`${whole}.${part}`, power);
    return [
      foundNumber({
        start: match.index,
        end: match.index + written.length,
        written,
        digits,
        power,
        multiplier: scale ?? null,
      }),
    ];
  });
}

function powers(text: string): FoundNumber[] {
  return [...text.matchAll(POWER)].map((match) => {
    const [written, digits = "0", caret, raised = ""] = match;
    const power = Number(caret ?? [...raised].map((mark) => RAISED.indexOf(mark)).join(""));
    const value = power > 18 ? null : timesTen(digits, power);
    const doubt = value === null ? "It is larger than any figure: write it plainly." : null;
    return foundNumber({ start: match.index, end: match.index + written.length, written, digits: value, power, doubt });
  });
}

/** "10⁶": a power, or ten and the mark of a footnote. */
function bare(text: string): FoundNumber[] {
  return [...text.matchAll(BARE_POWER)].map(({ index, 0: written }) => {
    const doubt = `“${written}” may be a power of ten, or ten and the mark of a footnote: write it plainly.`;
    return foundNumber({ start: index, end: index + written.length, written, digits: null, doubt });
  });
}
