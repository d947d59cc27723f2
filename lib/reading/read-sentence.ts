import type { Wording } from "@/lib/figures/figure";
import type { Candidate, Unit } from "@/lib/reading/candidate";
import { changeAround } from "@/lib/reading/changes";
import { type FoundNumber, withoutOverlaps } from "@/lib/reading/found-number";
import { fractionsEn, ordersEn, ordinalsEn } from "@/lib/reading/fractions-en";
import { slipBetween, type YenOrYuan } from "@/lib/reading/money";
import { findNoise } from "@/lib/reading/noise";
import { nounBeforeZh } from "@/lib/reading/noun-before-zh";
import { nounBefore, wholeAfter } from "@/lib/reading/noun-en";
import { isNounToo, kindOf } from "@/lib/reading/noun-words";
import { NUMBER_WORD } from "@/lib/reading/number-words";
import { numbersEn } from "@/lib/reading/numbers-en";
import { numbersZh } from "@/lib/reading/numbers-zh";
import { joinRanges, type NumberOrRange } from "@/lib/reading/ranges";
import type { Stretch } from "@/lib/reading/split-text";
import type { FoundTime } from "@/lib/reading/time-spans";
import { type FoundUnit, unitAround } from "@/lib/reading/unit-words";
import { type FoundWording, recordBefore, wordingAfter, wordingBefore } from "@/lib/reading/wording-around";

/** A number of a sentence with everything that belongs to it. Offsets are within the sentence. */
export interface Quantity
  extends Pick<
    Candidate,
    | "wording"
    | "value"
    | "valueHigh"
    | "digits"
    | "multiplier"
    | "qualifier"
    | "unit"
    | "whole"
    | "per"
    | "change"
    | "alternative"
  > {
  readonly start: number;
  readonly end: number;
  readonly isSmallWord: boolean;
  /** The Chinese measure behind it (家, 个); null without. */
  readonly measure: string | null;
  /** Why it is doubtful; empty when it is not. */
  readonly doubts: readonly string[];
}

/** What reading a sentence needs to know of the text around it. */
export interface SentenceContext {
  readonly language: string | null;
  readonly isChinese: boolean;
  readonly isParagraphStart: boolean;
  readonly bareYen: YenOrYuan;
  readonly times: readonly FoundTime[];
}

/** Reads every figure of one folded sentence, in order of place. */
export function readQuantities(text: string, context: SentenceContext): readonly Quantity[] {
  const quantities: Quantity[] = [];
  let reached = 0;
  for (const number of joinRanges(text, countedNumbers(text, context))) {
    if (number.start < reached) continue;
    const quantity = read(text, number, context, quantities);
    if (quantity === null) continue;
    quantities.push(quantity);
    reached = quantity.end;
  }
  return quantities;
}

/** The numbers of a sentence that are neither times nor noise. */
function countedNumbers(text: string, context: SentenceContext): readonly FoundNumber[] {
  const { isChinese, language } = context;
  const taken: readonly Stretch[] = [...context.times, ...findNoise(text, context.isParagraphStart)];
  const isTaken = ({ start, end }: Stretch) => taken.some((other) => start < other.end && end > other.start);
  const special = isChinese ? [] : [...fractionsEn(text), ...ordinalsEn(text), ...ordersEn(text)];
  const plain = isChinese ? [...numbersZh(text), ...numbersEn(text, language ?? "zh")] : numbersEn(text, language);
  const free = plain.filter((number) => number.unit?.kind === "place" || !isTaken(number));
  return withoutOverlaps([...special.filter((number) => number.unit !== null || !isTaken(number)), ...free]);
}

function read(
  text: string,
  found: NumberOrRange,
  context: SentenceContext,
  earlier: readonly Quantity[],
): Quantity | null {
  const reached = earlier.at(-1)?.end ?? 0;
  const { low, high } = found;
  const last = high ?? low;
  const before = text.slice(reached, found.start);
  // "Between $3 million and": the sign stands behind the word that opens the range.
  const isOpened = found.start < low.start;
  const unit = unitOf(text, found, context, isOpened ? text.slice(reached, low.start) : before);
  const afterUnit = text.slice(last.end + unit.after);
  const lead = isOpened ? 0 : unit.before;
  const tight = wordingAfter(text.slice(last.end));
  const loose = unit.after > 0 ? wordingAfter(afterUnit) : null;
  const stated = low.isOrder ? null : statedBefore(text.slice(0, reached), before.slice(0, before.length - lead));
  let end = last.end + Math.max(unit.after, tight?.length ?? 0);
  if (loose !== null) end += loose.length;
  const isOutOf = low.unit?.kind === "percent" && /\s(?:in|out of|of every)\s/i.test(low.written);
  const isShare = unit.unit?.kind === "percent" && !context.isChinese;
  const whole = isShare ? wholeAfter(text.slice(end, end + 160), isOutOf, /^(?:an?|one)\b/i.test(low.written)) : null;
  end += whole?.length ?? 0;
  const conversion = conversionAfter(text.slice(end, end + 80), unit.unit, context);
  end += conversion?.length ?? 0;
  const late = conversion === null ? null : wordingAfter(text.slice(end));
  end += late?.length ?? 0;
  const per = perAfter(text.slice(end, end + 80), isPrice(unit.unit));
  end += per?.length ?? 0;
  const wording = wordingOf(
    found,
    [stated, tight, loose, late].map((one) => one?.wording ?? null),
  );
  const record = wording === "exactly" ? recordBefore(before.slice(0, before.length - lead)) : 0;
  const start = found.start - lead - (record > 0 ? record : (stated?.length ?? 0));
  const value = low.digits;
  if (isNoFigure(text, found, unit.unit, wording, end)) return null;
  const isNamed = unit.unit !== null && unit.isMeasure !== true;
  const measure = unit.measure ?? null;
  const named = isNamed
    ? null
    : (nounStandingBefore(text.slice(0, start), context, measure) ??
      sameAs(measure, text.slice(reached, start), earlier));
  const counted = named ?? unit.unit;
  const converted = conversion?.alternative ?? null;
  const slip =
    converted !== null && value !== null && counted?.kind === "currency"
      ? slipBetween(value, counted.text, converted.digits, converted.unit)
      : null;
  return {
    start: Math.max(start, reached),
    end,
    wording,
    value,
    valueHigh: high === null ? null : high.digits,
    digits: low.written,
    multiplier: last.multiplier,
    qualifier: record > 0 ? "record" : null,
    unit: counted,
    whole: whole?.text ?? null,
    per: per?.text ?? null,
    // "Cut a fifth of its network" names a part, not a change.
    change: whole === null && !OUT_OF.test(text.slice(end, end + 10)) ? changeAround(text, start, end, counted) : null,
    // The same currency again is no conversion, though it may show a slip.
    alternative: converted?.unit === counted?.text ? null : converted,
    isSmallWord: low.isSmallWord && stated === null,
    measure,
    doubts: [low.doubt, unit.doubt, slip].filter((doubt) => doubt !== null),
  };
}

function unitOf(text: string, { low, high }: NumberOrRange, context: SentenceContext, before: string): FoundUnit {
  const last = high ?? low;
  const after = text.slice(last.end);
  if (last.unit !== null) return { unit: last.unit, before: 0, after: 0, doubt: null };
  // "an estimated 7.2 ($117.2 billion) percent": the unit stands behind the bracket.
  const bracket = /^\s\([^()]{1,40}\)(?=\s(?:percent|per cent|%))/.exec(after)?.[0].length ?? 0;
  if (bracket > 0)
    return {
      ...unitAround(before, after.slice(bracket), context.isChinese, context.bareYen, context.language),
      before: 0,
      after: bracket + 8,
    };
  const skipped = wordingAfter(after)?.length ?? 0;
  const unit = unitAround(before, after.slice(skipped), context.isChinese, context.bareYen, context.language);
  const withSkipped = { ...unit, after: unit.after === 0 ? 0 : unit.after + skipped };
  if (withSkipped.unit !== null || high === null) return withSkipped;
  const between = unitAround(
    before,
    text.slice(low.end, high.start),
    context.isChinese,
    context.bareYen,
    context.language,
  );
  return between.unit?.kind === "noun" ? withSkipped : { ...between, after: 0 };
}

/** The wording before a number; "40 percent less than the 900 firms" compares and words nothing. */
function statedBefore(earlier: string, before: string): FoundWording | null {
  const stated = wordingBefore(before);
  const words = stated === null ? "" : before.slice(-stated.length);
  const isCompared = /than\b/.test(words) && words.length >= before.trimStart().length;
  return isCompared && /(?:%|\bper ?cent|\bpoints|\btimes|fold)$/i.test(earlier) ? null : stated;
}

function wordingOf({ low, high }: NumberOrRange, stated: readonly (Wording | null)[]): Wording | null {
  if (low.isOrder) return null;
  if (high !== null) return "between";
  const said = stated.find((wording) => wording !== null);
  if (low.isMore) return "more_than";
  return said ?? (low.isRough ? "about" : "exactly");
}

function nounStandingBefore(before: string, { isChinese }: SentenceContext, measure: string | null): Unit | null {
  const text = isChinese ? nounBeforeZh(before, measure) : nounBefore(`${before.trimEnd()} `);
  return text === null ? null : { kind: "noun", text };
}

/** What the last figure with the same measure counts (企业达1200家，比上年增加80家), or the one right before (图书5万种、12万册). */
function sameAs(measure: string | null, between: string, earlier: readonly Quantity[]): Unit | null {
  if (measure === null) return null;
  const last = earlier.at(-1);
  if (between === "、" && last?.measure != null) return last.unit;
  return earlier.findLast((one) => one.measure === measure)?.unit ?? null;
}

const DURATION =
  /^(?:consecutive )?(?:years?|months?|weeks?|days?|hours?|minutes?|decades?|quarters?|centur(?:y|ies)|nights?|seconds?)$/i;
const OUT_OF = /^ of (?:the|its|their|his|her|our) /;
const OUT_OF_ANOTHER = new RegExp(`^ of (?:the|its|their|his|her|our|these|those) (?:\\d|${NUMBER_WORD}\\b)`, "i");
const VAGUE =
  /^(?:sides|ways|things|parties|others|reasons|aspects|parts|halves|times|of|major|main|different|key|types|kinds)\b/i;

/** What reads like a number but counts nothing: "two years ago", "two of them", small numbers in words with nothing behind. */
function isNoFigure(
  text: string,
  { low, high }: NumberOrRange,
  unit: Unit | null,
  wording: Wording | null,
  end: number,
): boolean {
  const after = text.slice(end, end + 16);
  if (
    unit?.kind === "noun" &&
    DURATION.test(unit.text) &&
    /^\s(?:ago|later|earlier|before|after|from now|old)\b/i.test(after)
  )
    return true;
  if (low.isOrder) return unit === null;
  // "Over five years" says how long.
  const isOver = wording === "more_than" && /\bover\s$/i.test(text.slice(0, low.start));
  if (isOver && low.isSmallWord && unit?.kind === "noun" && DURATION.test(unit.text)) return true;
  if (high === null && low.isSmallWord && wording === "exactly") {
    // "Three of the five largest": one number out of another.
    if (unit === null && OUT_OF_ANOTHER.test(text.slice(end, end + 24))) return false;
    if (unit === null || (unit.kind === "noun" && VAGUE.test(unit.text))) return true;
    const isRow = /consecutive|straight|in a row|running|连续/i.test(text.slice(Math.max(0, low.start - 4), end));
    if (unit.kind === "noun" && (DURATION.test(unit.text) || /^(?:[年天个周日秒]|小时|分钟)/.test(unit.text)) && !isRow)
      return true;
  }
  return false;
}

function conversionAfter(after: string, unit: Unit | null, context: SentenceContext) {
  const match =
    /^\s?\(([^()]{1,60})(?:\)|$)/.exec(after) ??
    /^,? or (?=(?:about |around |some |nearly )?(?:US)?\$)((?:[^,.;()]|[.,](?=\d)){1,40})/.exec(after);
  if (match === null || (!isPrice(unit) && unit?.kind !== "percent")) return null;
  const [whole, inner = ""] = match;
  const [number, second] = numbersIn(inner, context);
  if (number?.digits == null || second !== undefined) return null;
  const other = unitAround(
    inner.slice(0, number.start),
    inner.slice(number.end),
    context.isChinese,
    context.bareYen,
    context.language,
  ).unit;
  // A bracket that the phrase breaks off before its currency ("(around 327 billion") is dollars where yuan stand before it.
  const isCut = other === null && unit?.text === "CNY" && !whole.endsWith(")") && number.power > 0;
  const code = isCut ? "USD" : other?.kind === "currency" ? other.text : null;
  // "$389 million, or $1.04 a share" says no other currency.
  if (code === null || (code === unit?.text && whole.startsWith(","))) return null;
  return { alternative: { digits: number.digits, unit: code }, length: whole.trimEnd().length };
}

function numbersIn(text: string, { isChinese, language }: SentenceContext): readonly FoundNumber[] {
  return withoutOverlaps([
    ...(isChinese ? numbersZh(text) : []),
    ...numbersEn(text, isChinese ? (language ?? "zh") : language),
  ]);
}

const PER =
  /^(?:,?\s(?:(?:a|an|each|every|per)\s(year|month|week|day|hour|minute|second|quarter|night|hectare|acre)(?!\p{L}|\s(?:ago|earlier|later|before|after|since))|per\s((?:(?:\d[\d,]{0,9}|ten thousand|one hundred|hundred|thousand|million|one million)\s)?(?:cubic |square )?\p{L}[\p{L}-]{1,20}))|\/\s?(year|month|day|hour|kg|km|平方米|立方米|千瓦时|公斤|千克|公里|小时|分钟|工作日|[吨米瓦斤度秒天日月年人次户股台件亩升桶只头株张例])|每(平方米|立方米|公里|公斤|千克|吨|斤|亩|小时|分钟|秒|天|日|月|年|人|户|股|度|台|桶|升)(?!\p{Script=Han}))/iu;

function isPrice(unit: Unit | null): boolean {
  return (
    unit?.kind === "currency" ||
    /^(?:cents|pence|paise|pesos|dinars|francs|kroner|crowns|shillings)$/.test(unit?.text ?? "")
  );
}

/** What a price is for, where no noun goes on behind it: "$9 a barrel". */
const EACH = /^\san? (\p{Ll}{2,14})(?=(?:\s(\p{L}+))?)(?!\p{L}|\s(?:ago|earlier|later|before|after|since))/u;

function perAfter(after: string, isPrice: boolean): { readonly text: string; readonly length: number } | null {
  const match = PER.exec(after);
  if (match !== null) return { text: match[1] ?? match[2] ?? match[3] ?? match[4] ?? "", length: match[0].length };
  const [whole = "", each = "", next] = (isPrice ? EACH.exec(after) : null) ?? [];
  const isLast = next === undefined || ["stop", "verb", "adverb"].includes(kindOf(next));
  return each !== "" && isLast && (isNounToo(each) || ["noun", "plural"].includes(kindOf(each)))
    ? { text: each, length: whole.length }
    : null;
}
