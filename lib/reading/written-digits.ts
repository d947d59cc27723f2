/** Digits as written, made plain, or why they cannot be. */
export interface PlainDigits {
  readonly digits: string | null;
  readonly doubt: string | null;
}

/** Languages that write 1.234,5 and those that write 1 234,5; the others write 1,234.5. */
const POINT_GROUPS = new Set(["de", "es", "pt", "it", "nl", "da", "id", "tr", "el", "ro", "hr", "sl"]);
const SPACE_GROUPS = new Set(["fr", "ru", "pl", "cs", "sv", "fi", "nb", "no", "uk", "bg", "hu", "sk"]);
const ENGLISH_LIKE = new Set(["en", "zh", "ja", "ko", "he", "th", "hi"]);

const ENGLISH = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;
const INDIAN = /^\d{1,2}(?:,\d{2})*,\d{3}(?:\.\d+)?$/;
const POINTED = /^(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/;
const SPACED = /^(?:\d{1,3}(?:\s\d{3})+|\d+)(?:,\d+)?$/;
/** Digits that a double keeps. */
const MOST = 15;

/** How digits look in a language, as the source of a pattern; bounded, so that no text takes long. */
export function digitsPattern(language: string | null): string {
  const spaced = "\\d{1,3}(?:[\\u00a0\\u2009\\u202f]\\d{3}){1,4}(?:,\\d{1,9})?";
  const marked = "\\d{1,15}(?:[.,]\\d{1,15}){0,6}";
  return language !== null && SPACE_GROUPS.has(language)
    ? `\\d{1,3}(?:[\\s]\\d{3}){1,4}(?!\\d)(?:,\\d{1,9})?|${spaced}|${marked}`
    : `${spaced}|${marked}`;
}

/**
 * Makes digits plain as the language writes them. Without a language, what other countries read differently ("1.234", "360,2")
 * is not guessed unless a word of scale stands behind it ("1.234 million" has a decimal point).
 */
export function plainDigits(written: string, language: string | null, hasScale: boolean): PlainDigits {
  const digits = asWritten(written, language, hasScale);
  if (digits === null) return { digits: null, doubt: doubtOf(written) };
  const plain = digits.replace(/^0+(?=\d)/, "");
  const significant = plain.replace(".", "").replace(/^0+/, "").length;
  if (significant > MOST) return { digits: null, doubt: "It has more than 15 digits." };
  return { digits: plain, doubt: null };
}

function asWritten(written: string, language: string | null, hasScale: boolean): string | null {
  const isSpaced = /\s/.test(written);
  if (language !== null && POINT_GROUPS.has(language) && !isSpaced) {
    return POINTED.test(written) ? written.replaceAll(".", "").replace(",", ".") : null;
  }
  if ((language !== null && SPACE_GROUPS.has(language)) || isSpaced) {
    if (SPACED.test(written)) return written.replaceAll(/\s/g, "").replace(",", ".");
    return ENGLISH.test(written) && !isSpaced ? written.replaceAll(",", "") : null;
  }
  const isEnglish = language !== null && ENGLISH_LIKE.has(language);
  if (!isEnglish && !hasScale && /^[1-9]\d{0,2}\.\d{3}$/.test(written)) return null;
  if (ENGLISH.test(written) || INDIAN.test(written)) return written.replaceAll(",", "");
  // 1.234,5 and 1.234.567 can be read in one way only.
  const isClear = /^\d{1,3}(?:\.\d{3})+,\d+$|^\d{1,3}(?:\.\d{3}){2,}$/.test(written);
  return !isEnglish && isClear ? written.replaceAll(".", "").replace(",", ".") : null;
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
