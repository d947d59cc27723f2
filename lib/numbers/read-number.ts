import type { NumberFormat } from "@/lib/numbers/grouped-digits";
import { readTyped, type Said, type TypedNumber, type Unread } from "@/lib/numbers/typed-number";
import { visibleText } from "@/lib/text/visible-text";

/** A number as plain decimal digits, or why the text is none: a code for programs, a sentence with cause and cure for people. */
export type NumberReading = { readonly ok: true; readonly digits: string; readonly says: Said } | RefusedNumber;

interface RefusedNumber {
  readonly ok: false;
  readonly code: "missing" | "ambiguous" | "grouping" | "not_a_number" | "wording" | "unit" | "mark" | "too_long";
  readonly message: string;
  /** What the text may mean, as plain digits with sign and scale; empty where nobody can tell. */
  readonly choices: readonly string[];
  /** What it says beside the number, where it is understood whole and in one way. */
  readonly says: Said | null;
}

const MOST_CHARACTERS = 80;
/** Units whose number is the one to write under a metric of that unit, whatever the metric. */
const KNOWN_UNIT =
  /^(?:%|percent|per cent|pct|prozent|\p{Sc}|[A-Z]{1,3}\s?\p{Sc}|RMB|yuan|renminbi|euros?|dollars?|元)$/iu;
const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

/**
 * Reads a number as a person writes it: any minus, any space or apostrophe between groups, words of scale ("1.2 million", 1.2万). Without
 * a format, English grouping is understood and text that another country would read differently ("1.234") is asked back, never
 * guessed. Up to 15 significant digits, kept as written; no exponent, hexadecimal, NaN or Infinity. A refusal offers a number only
 * where it keeps everything that was typed.
 */
export function readNumber(text: string, format?: NumberFormat): NumberReading {
  const typed = visibleText(text);
  if (typed === "") return refuse("missing", "Write the number, such as 9,500");
  if (typed.length > MOST_CHARACTERS)
    return refuse("too_long", "This is too long for a number: write the digits alone");
  const reading = readTyped(typed, format);
  if (typeof reading === "string") return unread(reading, typed);
  if (reading.code !== null) return askBack(reading, typed);
  const { says } = reading;
  return says.wording === null && says.unit === null && says.mark === null
    ? { ok: true, digits: says.digits, says }
    : withMore(says, typed);
}

function unread(why: Unread, typed: string): RefusedNumber {
  if (why === "too_many_digits")
    return refuse(
      "too_long",
      "More than 15 significant digits cannot be kept exactly: write it as the source rounds it",
    );
  if (why === "unclear_range")
    return refuse(
      "wording",
      `“${typed}” has not two ends that can be read in one way: choose “between” and write both`,
    );
  if (why === "unknown_word") {
    const word = typed.slice(0, typed.search(/\d/)).trim();
    return refuse(
      "wording",
      `What “${word}” says of the number is not known here: choose the wording, and write the number alone`,
    );
  }
  if (/(?![0-9])\p{Nd}/u.test(typed))
    return refuse("not_a_number", `“${typed}” has digits of another script, such as Arabic: write the digits 0 to 9`);
  return refuse("not_a_number", `“${typed}” is not a number: write digits, such as 9,500 or 12.5`);
}

function askBack({ code, digits, says }: TypedNumber, typed: string): RefusedNumber {
  const readings = digits.map((one) => spoken(one));
  if (code === "grouping") {
    const either = readings.join(" or ");
    return refuse("grouping", `Its commas and points are not where English has them: is it ${either}?`, digits);
  }
  const [first = "", second = ""] = digits;
  const [whole = "", fraction] = second.split(".");
  const isFraction = digits.length === 2 && fraction?.length === 3 && whole + fraction === first;
  const choices = isFraction ? `${spoken(first)} or ${spoken(whole)} and a fraction` : readings.join(" or ");
  const word = says.wording === null && says.mark === null ? "" : ", and say the rest in the wording or the note";
  return refuse("ambiguous", `“${typed}” may mean ${choices}: choose which${word}`, [...new Set(digits)]);
}

/** A number with a wording, a unit or a mark: each has a place of its own. The number is offered where all of the rest is known. */
function withMore(says: Said, typed: string): RefusedNumber {
  const { wording, digits, digitsHigh, unit, mark } = says;
  const isKnown = (unit === null || KNOWN_UNIT.test(unit) || CODES.has(unit)) && digitsHigh === null;
  const choices = isKnown ? [digits] : [];
  const here = isKnown ? `write ${spoken(digits)} here` : "write the digits alone here, with words of scale worked in";
  if (digitsHigh !== null) {
    const message = `This is a range: choose “between”, with ${spoken(digits)} and ${spoken(digitsHigh)} as its ends`;
    return refuse("wording", message, choices, says);
  }
  if (wording !== null) {
    const word = typed.slice(0, typed.search(/[\d\p{Sc}]/u)).replace(/[-−–+. ]+$/, "");
    const name = word === "" || word.startsWith("*") ? wording.replaceAll("_", " ") : word;
    return refuse("wording", `“${name}” is the wording: choose it there and ${here}`, choices, says);
  }
  if (unit !== null)
    return refuse("unit", `The unit belongs to the metric: if that is in “${unit}”, ${here}`, choices, says);
  return refuse("mark", `“${mark}” may be a mark or a unit: say it in the note, and ${here}`, choices, says);
}

function refuse(
  code: RefusedNumber["code"],
  message: string,
  choices: readonly string[] = [],
  says: Said | null = null,
): RefusedNumber {
  return { ok: false, code, message, choices, says };
}

/** Plain digits with English grouping and a minus, for a sentence. */
function spoken(digits: string): string {
  const [whole = "", fraction] = digits.replace("-", "−").split(".");
  const groups = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}
