import type { Stretch } from "@/lib/reading/article/split-text";
import type { Unit } from "@/lib/reading/candidate";
import { kindOf } from "@/lib/reading/english/noun-words";
import { SCALED_LANGUAGES } from "@/lib/reading/quantities/scales";
import { isHardly } from "@/lib/reading/quantities/wording-words";

/** Words that look like millions and are none that is known, and words with a digit in them ("bi1lion"). */
const LIKE_SCALE =
  /^(?:\p{L}{0,8}(?:illions?|illiards?|ili[oó]n(?:es)?|iljarde?n?|ilyon|ilyar|ilhão|ilhões)|\p{L}{1,8}\d\p{L}{1,8})$/iu;

/** Why a number cannot be read: the word behind it may change its value. Null where none does. */
export function unreadableScale(unit: Unit | null): string | null {
  if (unit?.kind === "noun" && /^(?:\d+(?![\dA-Za-z-])|[万亿兆](?:$|[\s元]))/.test(unit.text))
    return `“${unit.text}” behind it may belong to the number: write the number plainly.`;
  const word = unit?.kind === "noun" ? (/^[\p{L}\d]+/u.exec(unit.text)?.[0] ?? "") : "";
  return LIKE_SCALE.test(word) ? `“${word}” behind it may be a word of scale: write the number plainly.` : null;
}

/** What surrounds a unit that may change how its number is read. */
interface Around {
  readonly language: string | null;
  readonly text: string;
  /** The digits as written, and the power of ten of their words of scale. */
  readonly written: string;
  readonly power: number;
  readonly multiplier: string | null;
}

const BEYOND_ASCII = /[^ -~]/;
/** A letter of a script whose words are not read. */
const OTHER = "[^\\P{L}\\p{Script=Latin}\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]";
const OTHER_SCRIPT = new RegExp(OTHER, "u");
const TOUCHING = new RegExp(`^${OTHER}\\p{L}{0,3}`, "u");
const UNKNOWN = "Its language is read by numbers only: see that the words behind them do not change it.";
const ENGLISH =
  /(?<!\p{L})(?:the|of|in|and|to|has|have|had|is|are|was|were|with|by|on|at|for|from|its|their|than|about|over|some|nearly|more|it|they|he|she|we|that|this|as|an?)(?!\p{L})/iu;

/** What is to be looked at in a unit that is read: a word that may be of scale in its language. Null where nothing is. */
export function noteOn(unit: Unit | null, { language, text, written, power, multiplier }: Around): string | null {
  const words = `${multiplier ?? ""}${unit?.kind === "noun" ? unit.text : ""}`;
  if (BEYOND_ASCII.test(words) && OTHER_SCRIPT.test(words)) return UNKNOWN;
  if (unit?.kind !== "noun") return null;
  if (language !== null && !SCALED_LANGUAGES.has(language)) return UNKNOWN;
  const isLatin = /^\p{Script=Latin}+$/u.test(unit.text);
  const isOne = isLatin && kindOf(unit.text) === "noun" && !MEASURES.test(unit.text);
  if (isOne && (unit.text.length <= 3 || (language === null && !ENGLISH.test(text))))
    return `“${unit.text}” behind it may be a word of scale: see what it means.`;
  // Half a thousandth of a firm is none: 3.150 is grouped as in German.
  const isWhole = power === 0 && /^[1-9]\d{0,2}\.\d{3}$/.test(written) && !MEASURES.test(unit.text);
  return isWhole && (language === null || ENGLISH_LIKE.has(language))
    ? `“${written}” may be ${written.replace(".", "")}: say which.`
    : null;
}

const ENGLISH_LIKE = new Set(["en", "zh", "ja"]);

/** What touches a number or stands beside it, and may change it; null where nothing does. */
export function doubtBeside(
  text: string,
  { start, end }: Stretch,
  times: readonly Stretch[],
  isBare: boolean,
): string | null {
  const isTime = (at: number) => times.some((time) => time.start <= at && at < time.end);
  const [before, after] = [text.slice(Math.max(0, start - 14), start), text.slice(end, end + 16)];
  const isBeside = (/\d $/.test(before) && !isTime(start - 2)) || (isBare && /^ \d/.test(after) && !isTime(end + 1));
  if (isBeside) return "Digits stand right beside it: perhaps one number.";
  if (
    /(?:±|\+\/-|\bplus or minus)\s?$/i.test(before) ||
    /^\s?(?:%|percent)?\s?(?:±|\+\/-|plus or minus\b)/i.test(after)
  )
    return "A margin of error stands with it: say which number is the figure.";
  if ((/\d，$/.test(before) && /^\d{3}(?!\d)/.test(text.slice(start))) || (isBare && /^，\d{3}(?!\d)/.test(after)))
    return "The comma beside it may group one number: say which.";
  if (/^> ?$/.test(before)) return "“>” may be more than, or the mark of a quotation: say which.";
  const touching = isBare && BEYOND_ASCII.test(after.slice(0, 1)) ? TOUCHING.exec(after)?.[0] : undefined;
  return touching === undefined ? null : `“${touching}” touches it and may be a word of scale: say what it means.`;
}

/** What is to be looked at where a number is hardly more, is still missing, or has not been reached; null where it is none of these. `worded` is how many characters word it. */
export function noteOfMissing(text: string, { start, end }: Stretch, worded: number): string | null {
  const words = text.slice(start, start + worded).trim();
  if (isHardly(words)) return `“${words}” may be less or more: say which.`;
  const [before, after] = [text.slice(Math.max(0, start - 10), start), text.slice(end, end + 24)];
  if (/距离?\p{Script=Han}{0,6}$/u.test(before) && /^[^，,。；;]{0,10}[还尚仍只](?:差|有差距|有)/.test(after))
    return "It has not been reached: say what it is.";
  return /[还尚仍]差(?:了|着)?\s?$/.test(before) || /^ short\b(?! (?:of time|term))/.test(after)
    ? "It is what is missing: say of what."
    : null;
}

/** Short units and nouns that change no value. */
const MEASURES =
  /^(?:[kcmµ]?m|[kMGTPE]?(?:B|W|Wh|Hz|V|VA|bps)|[kmµ]?g|t|ha|[cmhk]?l|L|bbl|bps|MW|GW|GWh|MWh|TWh|kWh|TEU|mu|sq|mi|ft|day|car|bed|job|man|cow|bus|pig|tip|bar|pub|gym|lab|law|map|dam|mW|kV|FTE|°C|h|s|min|hr|mAh|dB|IPO|app|APP)$/;
