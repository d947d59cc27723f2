import type { Wording } from "@/lib/figures/figure";
import { readWording, wordingAfter } from "@/lib/figures/wording-words";
import { timesTen } from "@/lib/numbers/decimal";
import { meaningsOf, type NumberFormat, significantDigits } from "@/lib/numbers/grouped-digits";
import { type FoundScale, scaleAfter } from "@/lib/numbers/scale-words";

/** What text with a number in it says, every character of it: sign and words of scale are worked into the digits. */
export interface Said {
  /** Null where no word or sign says how exact it is. */
  readonly wording: Wording | null;
  readonly digits: string;
  /** Upper end of "between"; null otherwise. */
  readonly digitsHigh: string | null;
  /** Unit as written ("%", "yuan", "US$"); null without one. */
  readonly unit: string | null;
  /** A footnote mark, or a letter that may be one; null without one. */
  readonly mark: string | null;
  /** Power of ten of the word of scale that is worked in; 0 without one. */
  readonly power: number;
}

/** What a text may mean. With several meanings `says` holds the first; `digits` holds them all. */
export interface TypedNumber {
  readonly says: Said;
  readonly digits: readonly string[];
  readonly code: "ambiguous" | "grouping" | null;
}

/** Why text is no number that can be read. */
export type Unread = "not_a_number" | "unknown_word" | "unclear_range" | "too_many_digits";

/** Digits that a double keeps exactly (IEEE 754: every decimal of up to 15 significant digits survives). */
const MOST_SIGNIFICANT = 15;

const DIGITS = /^[.,]?\d+(?:[.,'’‘ʼ′`´]\d+| \d{3}(?!\d))*/;
const MINUS = /[-−–‐‑‒]$/;
/** Signs of a fall or a rise that one country reads as minus and another as an arrow. */
const UNSURE_SIGN = /[—―▲△▼▽↓↑]$/;
const MINUS_WORD = /(?:^|\s)(?:minus|negative|moins|menos|meno|负|負|マイナス)$/i;
const PLUS_WORD = /(?:\+|(?:^|\s)plus)$/i;
const MONEY_BEFORE = /(?:[A-Z]{1,3}\s?\p{Sc}|\p{Sc}|(?<![\p{L}])(?:RMB|Rs\.?|[A-Z]{3}))$/u;
const MONEY_AFTER = /^\s?(?:\p{Sc}|(?:[A-Z]{3}|yuan|renminbi|rmb|dollars?|euros?|pounds?|yen|rupees?)(?!\p{L}))/iu;
const RAISED = "[¹²³⁰⁴-⁹ªºⁱⁿᴬ-ᵪ₀-₉①-⓿❶-➓㉑-㊿]";
/** Short words of scale, which are no mark in brackets either: "1.5 (bn)". */
const SCALED = "(?!(?:k|m|mm|mn|mln|bn|bln|tn|trn|mio|mrd|tsd|[百千万萬亿億兆]+)[\\])])";
const MARK = `(?:${RAISED}+|[*†‡§¶#]+|\\[${SCALED}[^\\]\\s]{1,4}\\]|\\[notes? [a-z\\d]{1,3}\\]|\\(${SCALED}[a-z\\d]{1,2}\\)|(?<=\\s)[a-z\\d]{1,2}\\))`;
const MARK_FIRST = new RegExp(`^\\s?${MARK}`, "iu");
const MARK_LAST = new RegExp(`${MARK}$`, "iu");
/** In "m²" the superscript belongs to the unit. */
const POWER_OF_UNIT = /(?:^|[\s/])(?:[kcmd]?m|ft|yd|mi)[²³]$/;
const LETTER_ALONE = /^[a-z]$/i;
/** What a unit may be written with; digits only as in "per 10,000 people" and "5G". */
const UNIT = /^(?=.*[\p{L}\p{Sc}%‰°])[\p{L}\p{Sc}%‰°²³µ.'’&()/, -]+$/u;
const DIGITS_IN_UNIT = /(?<!\p{L})per\s\d[\d,. ]*(?=\s\p{L}|$)|[45]G(?![\p{L}\p{N}])/giu;

interface Before {
  readonly wording: Wording | null;
  readonly sign: "+" | "-" | "?";
  readonly money: string | null;
  readonly isOpen: boolean;
  readonly mark: string | null;
}

/** Reads text that has been made visible (visibleText). Nothing in it is passed over: what is not understood makes the whole unread. */
export function readTyped(text: string, format: NumberFormat | undefined): TypedNumber | Unread {
  const range = rangeOf(text, format);
  return range === null ? readOne(text, format) : { says: range, digits: [range.digits], code: null };
}

function readOne(text: string, format: NumberFormat | undefined): TypedNumber | Unread {
  const first = text.search(/\d/);
  if (first < 0) return "not_a_number";
  const at = /[.,]/.test(text[first - 1] ?? "") && !/\p{L}/u.test(text[first - 2] ?? "") ? first - 1 : first;
  const written = DIGITS.exec(text.slice(at))?.[0] ?? "";
  const before = readBefore(text.slice(0, at));
  if (typeof before === "string") return before;
  const after = readAfter(text.slice(at + written.length), before, format);
  if (after === null) return "not_a_number";
  const { scale, isTrailing } = after;
  const kind = scale === null || scale.powers.includes(0) ? "none" : scale.isContinental ? "continental" : "english";
  const { code, digits } = meaningsOf(written.replace(/[’‘ʼ′`´]/g, "'"), format, kind);
  if (digits.length === 0) return "not_a_number";
  if (digits.some((one) => significantDigits(one) > MOST_SIGNIFICANT)) return "too_many_digits";
  const isPower = written === "10" && scale === null && /^[⁰¹²³⁴-⁹]+$/.test(after.mark ?? "");
  const powers = isPower ? [0, exponentOf(after.mark ?? "") - 1] : (scale?.powers ?? [0]);
  const isUnsure = before.sign === "?" || before.isOpen || isTrailing;
  const signs = isUnsure ? ["-", ""] : before.sign === "-" ? ["-"] : [""];
  const all = digits.flatMap((one) =>
    signs.flatMap((sign) => powers.map((power) => signed(sign, timesTen(one, power)))),
  );
  const { wording } = before.wording === null ? after : before;
  if (before.wording !== null && after.wording !== null) return "not_a_number";
  const mark = before.mark ?? after.mark;
  const says = { wording, digits: all[0] ?? "", digitsHigh: null, unit: after.unit, mark, power: powers[0] ?? 0 };
  return { says, digits: all, code: signs.length * powers.length > 1 ? "ambiguous" : code };
}

/** What stands before the digits, read from them outwards: sign, currency, sign, then nothing or a wording. */
function readBefore(text: string): Before | Unread {
  const mark = /^[*†‡§]+/.exec(text)?.[0] ?? null;
  const isOpen = text.includes("(");
  let rest = text
    .slice(mark?.length ?? 0)
    .replace("(", "")
    .trim();
  let sign: Before["sign"] | null = null;
  let money: string | null = null;
  for (let round = 0; round < 3; round += 1) {
    const found: ReturnType<typeof signAt> = sign === null ? signAt(rest) : null;
    if (found !== null) {
      sign = found.sign;
      rest = rest.slice(0, rest.length - found.length).trim();
    } else if (money === null && MONEY_BEFORE.test(rest)) {
      money = MONEY_BEFORE.exec(rest)?.[0] ?? null;
      rest = rest.slice(0, rest.length - (money?.length ?? 0)).trim();
    }
  }
  if (isOpen && sign !== null) return "not_a_number";
  const wording = rest === "" ? null : readWording(rest);
  if (wording === "between") return "unclear_range";
  if (rest !== "" && wording === null) return /\p{L}/u.test(rest) ? "unknown_word" : "not_a_number";
  return { wording, sign: sign ?? "+", money, isOpen, mark };
}

function signAt(text: string): { readonly sign: Before["sign"]; readonly length: number } | null {
  for (const [sign, pattern] of [
    ["-", MINUS],
    ["-", MINUS_WORD],
    ["+", PLUS_WORD],
    ["?", UNSURE_SIGN],
  ] as const) {
    const found = pattern.exec(text)?.[0];
    // "≥-" and "->" are no signs of a number.
    if (found !== undefined) return { sign, length: found.length };
  }
  return null;
}

interface After {
  readonly scale: FoundScale | null;
  readonly wording: Wording | null;
  readonly unit: string | null;
  readonly mark: string | null;
  readonly isTrailing: boolean;
}

/** What stands behind the digits: scale, wording, unit and mark. Null where some of it is none of these. */
function readAfter(text: string, { money, isOpen }: Before, format: NumberFormat | undefined): After | null {
  let rest = text;
  if (isOpen) {
    if (!rest.includes(")")) return null;
    rest = rest.replace(")", "");
  }
  let wording: Wording | null = null;
  const takeWording = () => {
    const found = wordingAfter(rest);
    if (found === null) return;
    if (wording === null) {
      wording = found.wording;
      rest = rest.slice(found.length);
    }
  };
  takeWording();
  const isLong = format === "de" || format === "fr";
  let scale = scaleAfter(rest, money !== null, isLong);
  if (scale?.powers.includes(0) && MONEY_AFTER.test(rest.slice(scale.length))) scale = scaleAfter(rest, true, isLong);
  rest = rest.slice(scale?.length ?? 0);
  takeWording();
  let mark = MARK_FIRST.exec(rest)?.[0] ?? null;
  rest = rest.slice(mark?.length ?? 0).trimEnd();
  const isTrailing = /^\s?[-−–]$/.test(rest);
  if (isTrailing) rest = "";
  if (mark === null && !POWER_OF_UNIT.test(rest)) {
    mark = MARK_LAST.exec(rest)?.[0] ?? null;
    rest = rest.slice(0, rest.length - (mark?.length ?? 0)).trimEnd();
  }
  const last =
    wording === null
      ? /(?<=\p{L})(?:以上|以下|以内|左右|上下)$|\s(?:or|and) (?:more|less|fewer|above|over)$|\sor so$/u.exec(rest)
      : null;
  if (last) {
    wording = wordingAfter(last[0])?.wording ?? null;
    rest = rest.slice(0, last.index);
  }
  let unit: string | null = rest.trim() || null;
  if (unit !== null && mark === null && LETTER_ALONE.test(unit)) [unit, mark] = [null, unit];
  if (unit !== null && !UNIT.test(unit.replace(DIGITS_IN_UNIT, "per"))) return null;
  if (money !== null && unit !== null) unit = `${money} ${unit}`;
  return { scale, wording, unit: unit ?? money, mark: mark?.trim() ?? null, isTrailing };
}

const JOINER = /\s?(?:[-−–—~～至到]|(?<=\s)(?:to|bis|and|und|et|y|e)(?=\s))\s?/giu;
const OPENING = /^(?:(between|zwischen|entre|tra|tussen|介于)|from|von|从)\s?/i;

/** "Between 5 and 6", "5–6 %", "2 to 3 million": both ends, each read by itself; the scale and the unit that only one carries are both's. */
function rangeOf(text: string, format: NumberFormat | undefined): Said | null {
  const opening = OPENING.exec(text);
  const body = text.slice(opening?.[0].length ?? 0);
  const from = body.search(/\d/) + 1;
  for (const { index, 0: joiner } of body.matchAll(JOINER)) {
    const isAnd = /^\s?(?:and|und|et|y|e)\s?$/i.test(joiner);
    if (index < from || isAnd !== (opening?.[1] !== undefined && /[a-z]/i.test(joiner))) continue;
    const [left, right] = [body.slice(0, index), body.slice(index + joiner.length)];
    if (/^0\d/.test(left) || /^0\d/.test(right) || !/^[\p{Sc}\d.]|^[-−–]\d/u.test(right)) continue;
    if (/^[-−–]/.test(right) && !/[a-z]/i.test(joiner)) continue;
    const range = joined(readOne(left, format), readOne(right, format), left, right);
    if (range !== null) return range;
  }
  return null;
}

function joined(low: TypedNumber | Unread, high: TypedNumber | Unread, left: string, right: string): Said | null {
  if (typeof low === "string" || typeof high === "string" || low.digits.length + high.digits.length > 2) return null;
  if (low.code !== null || high.code !== null) return null;
  if (low.says.wording !== null || high.says.wording !== null || low.says.mark !== null) return null;
  const [unit, upper] = [low.says.unit, high.says.unit];
  if (unit !== null && upper !== null && unit.toLowerCase() !== upper.toLowerCase()) return null;
  const [scale, own] = [scaleOf(right), scaleOf(left)];
  const bare = high.says.digits;
  const shared = own === 0 && scale > 0 ? timesTen(low.says.digits.replace("-", ""), scale) : null;
  const digits = shared === null ? low.says.digits : signed(low.says.digits.startsWith("-") ? "-" : "", shared);
  if (!(Number(digits) < Number(bare))) return null;
  const both = { wording: "between", digits, digitsHigh: bare } as const;
  return { ...both, unit: unit ?? upper, mark: high.says.mark, power: high.says.power };
}

/** The power of the word of scale in a side of a range; 0 without one. */
function scaleOf(side: string): number {
  const rest = side.replace(/^[^\d]*[\d.,' ]*\d/, "");
  return scaleAfter(rest, true, false)?.powers[0] ?? 0;
}

function exponentOf(raised: string): number {
  return Number([...raised].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(digit)).join(""));
}

function signed(sign: string, digits: string): string {
  return sign === "-" && !/^[0.]+$/.test(digits) ? `-${digits}` : digits;
}
