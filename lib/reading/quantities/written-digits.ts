/** Digits as written, made plain, or why they cannot be. Digits with a doubt are one way of reading them. */
export interface PlainDigits {
  readonly digits: string | null;
  readonly doubt: string | null;
}

/** How a text writes its decimals, where it shows it: with a point, with a comma; null where it does not. */
export type DecimalMark = "." | "," | null;

/** Languages that write 1.234,5 and those that write 1 234,5; the others write 1,234.5. */
const POINT_GROUPS = new Set(["de", "es", "pt", "it", "nl", "da", "id", "tr", "el", "ro", "hr", "sl"]);
const SPACE_GROUPS = new Set(["fr", "ru", "pl", "cs", "sv", "fi", "nb", "no", "uk", "bg", "hu", "sk"]);
const ENGLISH_LIKE = new Set(["en", "zh", "ja", "ko", "he", "th", "hi"]);

const ENGLISH = /^(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?$/;
const INDIAN = /^\d{1,2}(?:,\d{2})*,\d{3}(?:\.\d+)?$/;
const POINTED = /^(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/;
const SPACED = /^(?:\d{1,3}(?:\s\d{3})+|\d+)(?:,\d+)?$/;
const SPACED_POINT = /^\d{1,3}(?:\s\d{3})+(?:\.\d+)?$/;
const APOSTROPHES = /^\d{1,3}(?:'\d{3})+(?:[.,]\d+)?$/;
/** A space that crept in beside a mark, or a comma of Chinese text that groups: "12. 5", "12 ,500", "14, 500", 3，000. */
const BROKEN = /^\d{1,3}(?:\. \d{1,2}|(?: ,|, )\d{3}|(?:，\d{3})+)$/;
/** Digits that a double keeps. */
const MOST = 15;

const BEHIND_BROKEN = "(?=\\s?(?:%|per ?cent|million|billion|trillion|crore|lakh|[万亿]))";

/** How digits look in a language, as the source of a pattern; bounded, so that no text takes long. */
export function digitsPattern(language: string | null): string {
  const hard = "\\d{1,3}(?:\\u00a0\\d{3}){1,4}(?!\\d)(?:[.,]\\d{1,9})?";
  const soft = "[1-9]\\d{0,2}(?: \\d{3}){1,4}(?:[.,]\\d{1,2})?(?![.,]?\\d| \\d|:)";
  const apostrophes = "[1-9]\\d{0,2}(?:'\\d{3}){1,4}(?!\\d)(?:[.,]\\d{1,2}(?!\\d))?";
  const broken = `\\d{1,3}\\. \\d{1,2}${BEHIND_BROKEN}|\\d{1,3} ,\\d{3}(?!\\d)|\\d{1,3}(?:，\\d{3}){0,3}(?:，000|，\\d{3}，\\d{3})(?!\\d)|(?<=(?:Rs\\.?|[$€£¥₹]) ?)\\d{1,3}, \\d{3}(?!\\d)${BEHIND_BROKEN}`;
  const marked = "\\d{1,15}(?:[.,]\\d{1,15}){0,6}|(?<=(?:^|[\\s($€£¥₹-]))\\.\\d{1,4}(?![\\d.])";
  const spaced =
    language !== null && SPACE_GROUPS.has(language) ? "\\d{1,3}(?:[\\s]\\d{3}){1,4}(?!\\d)(?:,\\d{1,9})?|" : "";
  return `${apostrophes}|${broken}|${spaced}${hard}|${soft}|${marked}`;
}

/** How a text of Spanish, or of no language known, writes decimals: by its numbers that can be read in one way only; null where they disagree or none is there. */
export function decimalMarkOf(text: string): DecimalMark {
  const hasPoint =
    /(?<![\d.,])(?:\d{1,3}(?:,\d{3})+\.\d|\d{1,3}(?:,\d{3}){2,}(?![\d,.])|\d+\.\d{1,2}\s?(?:%|por ciento|mil))/.test(
      text,
    );
  const hasComma =
    /(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+,\d|\d{1,3}(?:\.\d{3}){2,}(?![\d,.])|\d+,\d{1,2}\s?(?:%|por ciento|mil))/.test(
      text,
    );
  return hasPoint === hasComma ? null : hasPoint ? "." : ",";
}

/**
 * Makes digits plain as the language writes them. Without a language, what other countries read differently ("1.234", "360,2")
 * is not guessed unless a word of scale stands behind it ("1.234 million" has a decimal point). Spanish is written in both ways:
 * the text's own decimal mark tells; without one "32,500" is taken for a group, and doubted.
 */
export function plainDigits(
  written: string,
  language: string | null,
  hasScale: boolean,
  mark: DecimalMark = null,
): PlainDigits {
  const { digits, doubt } = asWritten(written, language, hasScale, mark);
  if (digits === null) return { digits: null, doubt: doubt ?? doubtOf(written) };
  const plain = digits.replace(/^0+(?=\d)/, "").replace(/^\./, "0.");
  const significant = plain.replace(".", "").replace(/^0+/, "").length;
  if (significant > MOST) return { digits: null, doubt: "It has more than 15 digits." };
  return { digits: plain, doubt };
}

function asWritten(written: string, language: string | null, hasScale: boolean, mark: DecimalMark): PlainDigits {
  if (APOSTROPHES.test(written)) return sure(written.replaceAll("'", "").replace(",", "."));
  if (BROKEN.test(written)) {
    const joined = written.replaceAll(/[ ,，]/g, "");
    return { digits: joined, doubt: `“${written}” may be ${joined}, or two numbers: say which.` };
  }
  if (/ /.test(written) && !(language !== null && SPACE_GROUPS.has(language))) return softly(written);
  const isSpaced = /\s/.test(written);
  if (isSpaced && SPACED_POINT.test(written)) return sure(written.replaceAll(/\s/g, ""));
  const isPointed = language !== null && POINT_GROUPS.has(language) && !isSpaced;
  if (language === "es" && !isSpaced) {
    const spanish = american(written, mark);
    if (spanish !== null) return spanish;
  }
  if (isPointed) {
    // "250,000" has a fraction of three digits here, and ends in two zeros as no fraction does.
    const doubt = /^[1-9]\d{0,2},\d00$/.test(written) ? doubtOf(written) : null;
    return { digits: POINTED.test(written) ? written.replaceAll(".", "").replace(",", ".") : null, doubt };
  }
  if ((language !== null && SPACE_GROUPS.has(language)) || isSpaced) {
    if (SPACED.test(written)) return sure(written.replaceAll(/\s/g, "").replace(",", "."));
    return sure(ENGLISH.test(written) && !isSpaced ? written.replaceAll(",", "") : null);
  }
  const isEnglish = language !== null && ENGLISH_LIKE.has(language);
  if (!isEnglish && !hasScale && /^[1-9]\d{0,2}\.\d{3}$/.test(written)) return sure(null);
  if (ENGLISH.test(written) || INDIAN.test(written)) return sure(written.replaceAll(",", ""));
  // 1.234,5 and 1.234.567 can be read in one way only.
  const isClear = /^\d{1,3}(?:\.\d{3})+,\d+$|^\d{1,3}(?:\.\d{3}){2,}$/.test(written);
  return sure(!isEnglish && isClear ? written.replaceAll(".", "").replace(",", ".") : null);
}

function sure(digits: string | null): PlainDigits {
  return { digits, doubt: null };
}

/** Groups parted by plain spaces, where the language does not write so: 14 000 is one number, 12 300 may be two. */
function softly(written: string): PlainDigits {
  const joined = written.replaceAll(" ", "").replace(/,(?=\d+$)/, ".");
  const isOne = /(?: \d{3}){2}| 000(?!\d)/.test(written);
  return { digits: joined, doubt: isOne ? null : `“${written}” may be ${joined} or two numbers: say which.` };
}

/** Spanish as the text writes it, by its decimal mark: 32,500 is a group in Mexico and a fraction in Spain. Null where Spain's way is meant. */
function american(written: string, mark: DecimalMark): PlainDigits | null {
  const isGrouped = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(written);
  const isDecimal = /^\d+\.\d+$/.test(written) && !/^[1-9]\d{0,2}\.\d{3}$/.test(written);
  if (mark === "," || !(isGrouped || isDecimal)) return null;
  const isSure = mark === "." || isDecimal || /,\d{3},|\.\d/.test(written);
  return { digits: written.replaceAll(",", ""), doubt: isSure ? null : doubtOf(written) };
}

function doubtOf(written: string): string {
  const bare = written.replaceAll(/[.,\s]/g, "");
  if (/^\d{1,3}[.,]\d{3}$/.test(written)) {
    return `“${written}” may be ${bare} or have a fraction: say which.`;
  }
  if (/^\d+,\d{1,2}$/.test(written))
    return `“${written}” may be ${written.replace(",", ".")}: say if the comma is a decimal one.`;
  return `“${written}” is not grouped as numbers are: write it plainly.`;
}
