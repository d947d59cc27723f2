import { timesTen } from "@/lib/numbers/decimal";
import type { FoundNumber } from "@/lib/reading/quantities/found-number";
import { SCALES_ZH } from "@/lib/reading/quantities/wording-words";

/** A number, or two that are the ends of one range. */
export interface NumberOrRange {
  readonly low: FoundNumber;
  readonly high: FoundNumber | null;
  /** Where the words that make it a range begin ("between", "from"); the number's own start without them. */
  readonly start: number;
}

const SIGN = "-?(?:US\\$|HK\\$|R\\$|RMB|CNY|Rs\\.?|[$€£¥₩₹₪])?";
const JOINER = new RegExp(
  `^\\s{0,2}(?:%|percent|per cent|yuan|[美欧日港]?元|℃|度|个月|个?小时|分钟|公里|平方米|米|吨|亩|年|天|人|[家个名座台件]|[$€])?\\s{0,2}(?:(-|–|—|~|至|到)|(to|a|or)|(and|und|e))\\s{0,2}${SIGN}\\s?$`,
  "i",
);
const CHANGES =
  /(?:\b(?:grew|grow|grown|growing|rose|rise|risen|rising|fell|fall|fallen|falling|increas\w+|decreas\w+|declin\w+|drop\w*|jump\w*|surg\w+|climb\w*|soar\w*|expand\w*|shrank|shrunk|cut|rais\w+|lift\w*|improv\w+|went|gone|mov\w+|up|down|chang\w+|doubl\w+|tripl\w+|tripling|passou|passando|boost\w*|widen\w*|swell\w*|swollen)\b[^.;]{0,60}\bfrom|从|由|\bde|\bfrom)\s{0,2}(?:US\$|HK\$|[$€£¥])?\s?$/i;
/** What stands right before how far something went: "rose £4,200 to £231,000". */
const STEP =
  /\b(?:by|rose|risen|fell|fallen|up|down|gained|lost|climbed|dropped|slipped|jumped|grew|grown|increased|declined|decreased|added)\s(?:\p{Sc}|US\$)?$/iu;
/** "From last year's $17 million to": words between it and what was. */
const FROM = /\bfrom\b (?!between\b)[^.;,\d]{2,40}$/i;
const RANGES =
  /\b(?:(?:rang\w+|var(?:y|ies|ied)|span\w*|anywhere|runs?|ran|extend\w*|differ\w*)\b[^.;]{0,30}|(?:prices?|priced|costs?|estimat\w+)(?: at)?\s)\bfrom\s{0,2}(?:US\$|HK\$|[$€£¥])?\s?$/i;

/** Joins numbers that are the two ends of one range: "between 3 and 5", "3-5 percent", 30 到 50. "From 1,400 to 850" are two numbers. */
export function joinRanges(text: string, numbers: readonly FoundNumber[]): readonly NumberOrRange[] {
  const joined: NumberOrRange[] = [];
  for (let index = 0; index < numbers.length; index += 1) {
    const [low, next] = [numbers[index], numbers[index + 1]];
    if (low === undefined) continue;
    if (low.digitsHigh !== null) {
      joined.push({ low, high: { ...low, digits: low.digitsHigh, digitsHigh: null }, start: low.start });
      continue;
    }
    const range = next === undefined ? null : rangeOf(text, low, next);
    joined.push(range ?? { low, high: null, start: low.start });
    if (range !== null) index += 1;
  }
  return joined;
}

function rangeOf(text: string, low: FoundNumber, high: FoundNumber): NumberOrRange | null {
  if (
    low.digits === null ||
    high.digits === null ||
    high.start - low.end > 24 ||
    (low.unit !== null && low.unit.kind !== high.unit?.kind)
  )
    return null;
  const joiner = JOINER.exec(withoutRepeatedUnit(text, low, high));
  if (joiner === null) return null;
  const before = text.slice(Math.max(0, low.start - 100), low.start);
  const [, dash, to, and] = joiner;
  const opening = /\b(between|from|zwischen|entre)\s{1,2}(?:US\$|HK\$|[$€£¥])?\s?$/i.exec(before);
  const isBetween = opening !== null && /^(?:between|zwischen|entre)$/i.test(opening[1] ?? "");
  if (and !== undefined && !isBetween) return null;
  // 从800元到5000元不等 is spread, 从800元提高到 is a change.
  const spread = /^[^，,。；;]{0,8}(?:不等|之间)/.test(text.slice(high.end, high.end + 12))
    ? /[从由]\s?$/.exec(before)
    : null;
  const isChange = CHANGES.test(before) || FROM.test(before);
  if (!isBetween && spread === null && dash === undefined && isChange && !RANGES.test(before)) return null;
  if (!isOneUnit(text, low, high)) return null;
  if (dash === undefined && to === undefined && and === undefined) return null;
  if (to === "a" && !/^\d/.test(text.slice(high.start))) return null;
  const lowDigits = scaledAlike(low, high);
  // "Three or four" is one guess, "red or 40 blue" none.
  if (to === "or" && Number(high.digits) - Number(lowDigits) > Math.max(2, Number(lowDigits) / 2)) return null;
  // "Fell by 36 to 324": by how much, and to where.
  const isStep = to !== undefined && STEP.test(before) && Number(high.digits) > Number(lowDigits) * 5;
  if (isStep) return null;
  if (!(Number(lowDigits) < Number(high.digits))) return null;
  // "Is 40-45 percent, from 30-35 percent": a dash needs no word before it.
  const start = low.start - (((dash === undefined || isBetween ? opening : null) ?? spread)?.[0].length ?? 0);
  return { low: { ...low, digits: lowDigits }, high, start };
}

/** What stands between two numbers, without a unit that the second one has, too: "5 km to 10 km". */
function withoutRepeatedUnit(text: string, low: FoundNumber, high: FoundNumber): string {
  const between = text.slice(low.end, high.start);
  const [whole = "", unit = ""] = /^[\s-]?(\p{L}{1,14})(?=\s(?:to|and|or)\s)/u.exec(between) ?? [];
  const isRepeated =
    whole !== "" &&
    text
      .slice(high.end, high.end + 20)
      .trimStart()
      .startsWith(unit.replace(/s$/, ""));
  return isRepeated ? between.slice(whole.length) : between;
}

/** "Rose 12 percent to 48.6 billion yuan": what carries a unit of its own is an end only of a range in that unit. */
function isOneUnit(text: string, low: FoundNumber, high: FoundNumber): boolean {
  const between = text.slice(low.end, high.start);
  const after = text.slice(high.end, high.end + 12);
  if (/%|per\s?cent/i.test(between)) return /^\s?(?:%|per\s?cent)/i.test(after);
  const sign = /[$€£¥₩₹]\s?$/.exec(between)?.[0].trim();
  return sign === undefined || text.slice(Math.max(0, low.start - 2), low.start).includes(sign);
}

/** The lower end with the scale that only the upper one carries: "2 to 3 million" begins at two million. */
function scaledAlike(low: FoundNumber, high: FoundNumber): string {
  const digits = low.digits ?? "0";
  // 3千到5千万: the 万 counts both thousands.
  const shared = low.multiplier === null ? null : new RegExp(`^${low.multiplier}([万亿])$`).exec(high.multiplier ?? "");
  if (shared !== null) return timesTen(digits, SCALES_ZH[shared[1] ?? ""] ?? 0);
  if (low.multiplier !== null || high.power === 0) return digits;
  const isBelow = Number(digits) < Number(high.digits) / 10 ** high.power;
  return isBelow ? timesTen(digits, high.power) : digits;
}
