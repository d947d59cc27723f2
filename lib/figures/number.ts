/** How numbers are written: "en" 1,234.5 · "de" 1.234,5 · "fr" 1 234,5 · "plain" 1234.5 without groups. */
export type NumberFormat = "en" | "de" | "fr" | "plain";

/** A number as plain decimal digits, or why the text is none: a code for programs, a sentence with cause and cure for people. */
export type NumberReading =
  | { readonly ok: true; readonly digits: string }
  | {
      readonly ok: false;
      readonly code: "missing" | "ambiguous" | "grouping" | "not_a_number" | "wording" | "unit" | "too_long";
      readonly message: string;
      /** What the text may mean, as plain digits; empty where nobody can tell. */
      readonly choices: readonly string[];
    };

/** Digits that a double keeps exactly (IEEE 754: every decimal of up to 15 significant digits survives). */
const MOST_SIGNIFICANT = 15;
const MOST_CHARACTERS = 40;

const SPACES = /[\u0020\u00a0\u2009\u202f]/g;
const MARKS: Readonly<Record<NumberFormat, { readonly group: string; readonly decimal: string }>> = {
  en: { group: ",", decimal: "." },
  de: { group: ".", decimal: "," },
  fr: { group: " ", decimal: "," },
  plain: { group: "", decimal: "." },
};

const WORDING_WORDS =
  /^(?:about|some|around|roughly|approximately|circa|more than|over|above|exceeding|at least|nearly|almost|close to|just under|less than|under|below|fewer than|up to|as many as|between)\b|^[~≈<>≤≥]/i;
const SCALE_WORDS: Readonly<Record<string, number>> = {
  thousand: 3,
  k: 3,
  million: 6,
  m: 6,
  billion: 9,
  bn: 9,
  trillion: 12,
};

/**
 * Reads one number as a person writes it. Without a format, English grouping is understood and text that another country
 * would read differently ("1.234") is asked back, never guessed. Up to 15 significant digits, kept as written; no
 * exponent, hexadecimal, NaN or Infinity.
 */
export function readNumber(text: string, format?: NumberFormat): NumberReading {
  const typed = text.normalize("NFKC").trim().replaceAll("−", "-").replace(SPACES, " ");
  if (typed === "") return refuse("missing", "Write the number, such as 9,500");
  if (typed.length > MOST_CHARACTERS)
    return refuse("too_long", "This is too long for a number: write the digits alone");
  if (/[^-\d.,' ]/.test(typed)) return refuseWords(typed);
  const isNegative = typed.startsWith("-");
  const body = isNegative ? typed.slice(1).trimStart() : typed;
  if (!/\d$/.test(body) || body.includes("-")) return notANumber(text);
  const digits = format === undefined ? readUnknown(body) : readAs(body, format);
  if (typeof digits !== "string") return digits ?? notANumber(text);
  return finish(digits, isNegative);
}

function readUnknown(body: string): string | NumberReading | null {
  const [, whole = "", fraction = ""] = /^(\d{1,3})\.(\d{3})$/.exec(body) ?? [];
  if (fraction !== "" && whole !== "0") {
    return refuse(
      "ambiguous",
      `“${body}” may mean ${grouped(whole + fraction)} or ${whole} and a fraction: choose which`,
      [whole + fraction, `${whole}.${fraction}`],
    );
  }
  const english = readAs(body, "en");
  if (english !== null) return english;
  const meanings = (["de", "fr"] as const).flatMap((format) => readAs(body, format) ?? []);
  if (meanings.length === 0) return null;
  const choices = [...new Set(meanings)];
  return refuse(
    "grouping",
    `Its commas and points are not where English has them: is it ${choices.map(grouped).join(" or ")}?`,
    choices,
  );
}

/** Plain digits of text in one format; null when it is not written so. Spaces and apostrophes group in every format but plain. */
function readAs(body: string, format: NumberFormat): string | null {
  const { group, decimal } = MARKS[format];
  const [whole = "", fraction, ...rest] = body.split(decimal);
  if (rest.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction))) return null;
  for (const separator of new Set([group, " ", "'"])) {
    if (separator === "" || (format === "plain" && separator !== "")) continue;
    const groups = whole.split(separator);
    const isGrouped =
      groups.length > 1 && /^\d{1,3}$/.test(groups[0] ?? "") && groups.slice(1).every((part) => /^\d{3}$/.test(part));
    if (isGrouped) return join(groups.join(""), fraction);
  }
  return /^\d*$/.test(whole) ? join(whole, fraction) : null;
}

function join(whole: string, fraction: string | undefined): string {
  const trimmed = whole.replace(/^0+(?=\d)/, "") || "0";
  return fraction === undefined ? trimmed : `${trimmed}.${fraction}`;
}

function finish(digits: string, isNegative: boolean): NumberReading {
  if (significantDigits(digits) > MOST_SIGNIFICANT) {
    return refuse(
      "too_long",
      "More than 15 significant digits cannot be kept exactly: write it as the source rounds it",
    );
  }
  const isZero = /^[0.]+$/.test(digits);
  return { ok: true, digits: isNegative && !isZero ? `-${digits}` : digits };
}

/** How many significant digits plain decimal digits have; zeros at the end of a whole number are not counted. */
function significantDigits(digits: string): number {
  const bare = digits.replace("-", "");
  const counted = bare.includes(".") ? bare.replace(".", "") : bare.replace(/0+$/, "");
  return counted.replace(/^0+/, "").length;
}

function refuseWords(typed: string): NumberReading {
  const [number = ""] = /\d[\d.,]*\d|\d/.exec(typed) ?? [];
  if (number === "" || /^-?0x|^-?\d[\d.]*e[-+]?\d+$/i.test(typed)) return notANumber(typed);
  const word = WORDING_WORDS.exec(typed)?.[0];
  if (word !== undefined)
    return refuse("wording", `“${word}” is the wording: choose it there and write ${number} here`);
  const [, after = ""] = new RegExp(`${number.replaceAll(".", "\\.")}\\s*([a-z]+)`, "i").exec(typed) ?? [];
  const scale = SCALE_WORDS[after.toLowerCase()];
  if (scale !== undefined) return refuse("unit", `Write the number out: “${after}” stands for ${scale} zeros`);
  return refuse("unit", `The unit belongs to the metric: write ${number} here`);
}

function notANumber(text: string): NumberReading {
  return refuse(
    "not_a_number",
    `“${text.trim().slice(0, MOST_CHARACTERS)}” is not a number: write digits, such as 9,500 or 12.5`,
  );
}

function refuse(
  code: Exclude<NumberReading, { ok: true }>["code"],
  message: string,
  choices: readonly string[] = [],
): NumberReading {
  return { ok: false, code, message, choices };
}

/** Plain digits with English grouping, for a sentence. */
function grouped(digits: string): string {
  const [whole = "", fraction] = digits.split(".");
  const groups = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}
