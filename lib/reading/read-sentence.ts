import type { Wording } from "@/lib/figures/figure";
import type { Unit } from "@/lib/reading/candidate";
import { changeAround, contradicts, doubtOfFall, isOfGrowth, noteOfLoss } from "@/lib/reading/changes";
import { nounBeforeZh } from "@/lib/reading/chinese/noun-before";
import { nounBefore, wholeAfter } from "@/lib/reading/english/noun";
import { NUMBER_WORD } from "@/lib/reading/english/number-words";
import { conversionAfter, isPrice, perAfter } from "@/lib/reading/quantities/beside-number";
import { countedNumbers, type SentenceContext } from "@/lib/reading/quantities/counted-numbers";
import { doubtBeside, noteOfMissing, noteOn, unreadableScale } from "@/lib/reading/quantities/doubtful-units";
import { slipBetween } from "@/lib/reading/quantities/money";
import type { Quantity } from "@/lib/reading/quantities/quantity";
import { joinRanges, type NumberOrRange } from "@/lib/reading/quantities/ranges";
import { withSharedUnits } from "@/lib/reading/quantities/shared-units";
import { type FoundUnit, unitAround } from "@/lib/reading/quantities/unit-words";
import {
  type FoundWording,
  recordBefore,
  wordingAfter,
  wordingBefore,
  wordingBeforeWhole,
} from "@/lib/reading/quantities/wording-around";

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
  return withSharedUnits(text, quantities);
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
  const lead = isOpened ? 0 : unit.before + low.signBefore;
  const tight = wordingAfter(text.slice(last.end));
  const loose = unit.after > 0 ? wordingAfter(afterUnit, isAmount(unit)) : null;
  const stated = low.isOrder
    ? null
    : statedBefore(text.slice(0, reached), before.slice(0, before.length - lead), unit.unit);
  let end = last.end + Math.max(unit.after, tight?.length ?? 0);
  if (loose !== null) end += loose.length;
  const isOutOf = low.unit?.kind === "percent" && /\s(?:in|out of|of every)\s/i.test(low.written);
  const isShare = unit.unit?.kind === "percent" && !context.isChinese;
  const of = isShare ? wholeAfter(text.slice(end, end + 160), isOutOf, /^(?:an?|one)\b/i.test(low.written)) : null;
  // "The 15 percent of the first half": a time is no whole.
  const whole = of !== null && isWithinTime(end + of.length, context) ? null : of;
  end += whole?.length ?? 0;
  const conversion = conversionAfter(text.slice(end, end + 80), unit.unit, context);
  end += conversion?.length ?? 0;
  const late = conversion === null ? null : wordingAfter(text.slice(end));
  end += late?.length ?? 0;
  const per = perAfter(text.slice(end, end + 80), isPrice(unit.unit));
  end += per?.length ?? 0;
  const wording = wordingOf(found, [
    ...[stated, tight, loose, late].map((one) => one?.wording ?? null),
    context.isChinese && unit.unit?.kind === "percent"
      ? wordingBeforeWhole(before.slice(0, before.length - lead), low.written)
      : null,
  ]);
  const record = wording === "exactly" ? recordBefore(before.slice(0, before.length - lead)) : 0;
  const start = found.start - lead - (record > 0 ? record : (stated?.length ?? 0));
  const unread = unreadableScale(unit.unit);
  const value = unread === null ? low.digits : null;
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
  // "Cut a fifth of its network" names a part, not a change; "of the first half" says when.
  const isPart = OUT_OF.test(text.slice(end, end + 10)) && !isWithinTime(end + 8, context);
  const change = whole === null && !isPart ? changeAround(text, start, end, counted) : null;
  // From below zero to above it is neither.
  const isAcross = high !== null && value?.startsWith("-") === true && high.digits?.startsWith("-") === false;
  const isNegative = value?.startsWith("-") === true;
  const isShareOfChange = high === null && (counted?.kind === "percent" || counted?.kind === "points");
  const besides = doubtBeside(text, { start: low.start, end: last.end }, context.times, unit.after === 0);
  return {
    start: Math.max(start, reached),
    end,
    wording,
    value,
    valueHigh: high === null || value === null ? null : high.digits,
    digits: low.written,
    multiplier: last.multiplier,
    power: last.power,
    qualifier: record > 0 ? "record" : null,
    unit: counted,
    whole: whole?.text ?? null,
    per: per?.text ?? null,
    // Growth of -3 percent is a fall; the value has its sign.
    change:
      isNegative && isShareOfChange && (change === "up" || isOfGrowth(text.slice(0, start)))
        ? "down"
        : isAcross
          ? null
          : change,
    // The same currency again is no conversion, though it may show a slip.
    alternative: converted?.unit === counted?.text ? null : converted,
    isSmallWord: low.isSmallWord && stated === null,
    measure,
    doubts: [
      low.doubt,
      high?.doubt ?? null,
      unit.doubt,
      unread,
      slip,
      besides,
      doubtOfFall(text, start, counted),
      isNegative && change === "down" && contradicts(text.slice(0, start)) ? FALLS_AND_MINUS : null,
    ].filter((doubt) => doubt !== null),
    note:
      noteOn(counted, { ...last, language: context.language, text }) ??
      (isNegative ? null : noteOfLoss(text, start, end, counted)) ??
      noteOfMissing(text, { start, end }, stated?.length ?? 0),
  };
}

function isWithinTime(at: number, { times }: SentenceContext): boolean {
  return times.some(({ start, end }) => start < at && at <= end);
}

const FALLS_AND_MINUS = "It says a fall and has a minus sign: say if it fell or rose.";

function unitOf(text: string, { low, high }: NumberOrRange, context: SentenceContext, before: string): FoundUnit {
  const last = high ?? low;
  const after = text.slice(last.end);
  if (last.unit !== null) return { unit: last.unit, before: 0, after: 0, doubt: null };
  // 4.8亿 in English, and what its characters count.
  const own = { ...context, isChinese: context.isChinese || /^\s?\p{Script=Han}/u.test(after) };
  // "an estimated 7.2 ($117.2 billion) percent": the unit stands behind the bracket.
  const bracket = /^\s\([^()]{1,40}\)(?=\s(?:percent|per cent|%))/.exec(after)?.[0].length ?? 0;
  if (bracket > 0) return { ...unitAround(before, after.slice(bracket), own), before: 0, after: bracket + 8 };
  const skipped = wordingAfter(after)?.length ?? 0;
  const unit = unitAround(before, after.slice(skipped), own);
  const withSkipped = { ...unit, after: unit.after === 0 ? 0 : unit.after + skipped };
  if (withSkipped.unit !== null || high === null) return withSkipped;
  const between = unitAround(before, text.slice(low.end, high.start), own);
  return between.unit?.kind === "noun" ? withSkipped : { ...between, after: 0 };
}

/** Whether 多 may stand behind a unit: 30元多, 5公里多; 企业多为 and 企业余姚 say something else. */
function isAmount({ unit, measure }: FoundUnit): boolean {
  return unit !== null && (unit.kind !== "noun" || (measure ?? null) === null);
}

/** "Spread over 640 acres" says where; "spread over 90 offices" says how many. */
const SPREAD = /\b(?:spread|spreads|spreading|stretch(?:es|ed|ing)?) over $/i;
const AREA = /^(?:acres?|hectares?|ha|mu|(?:square|sq\.?) .+|[kc]?m²|miles|km|kilomet(?:re|er)s|met(?:re|er)s)$/i;

/** The wording before a number; "40 percent less than the 900 firms" compares and words nothing. */
function statedBefore(earlier: string, before: string, unit: Unit | null): FoundWording | null {
  const stated = wordingBefore(before);
  if (SPREAD.test(before) && AREA.test(unit?.text ?? "")) return null;
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
