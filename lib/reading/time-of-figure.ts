import type { FoundTime } from "@/lib/reading/time-spans";

/** A figure's place in its sentence, with the places of the figures beside it. */
export interface PlaceInSentence {
  readonly start: number;
  readonly end: number;
  readonly previousEnd: number;
  readonly nextStart: number;
  readonly isChinese: boolean;
  /** Where the first figure of the sentence starts: a time before it holds for all. */
  readonly firstStart: number;
  /** A percentage that rose or fell: the year it is compared with is not its own. */
  readonly isChange: boolean;
}

/** Farthest a time may stand behind a figure to be its own, in characters. */
const FAR_EN = 90;
const FAR_ZH = 20;

/**
 * The time that a figure holds for: the one right behind it before the next figure; else the nearest before it; else the next
 * one behind. Times that figures are compared with count for none.
 */
export function timeFor(times: readonly FoundTime[], text: string, place: PlaceInSentence): FoundTime | null {
  if (
    /^,?\s(?:(?:an?|one|two|three|four|five|six|ten|\d{1,2}) (?:years?|months?|decades?) (?:earlier|before|ago|previously)|(?:in |of )?the (?:previous|preceding|prior) year|the year before|now\b|today\b|at present\b|currently\b)/i.test(
      text.slice(place.end, place.end + 32),
    )
  )
    return null;
  const own = times.filter((time) => !time.isAside && !(time.isBase && isComparison(text, time, place)));
  // "$18 million (2017: $11 million)": a time and a colon head what follows.
  const next = own.find((time) => time.start >= place.end && text[time.end] !== ":");
  const behind =
    next !== undefined &&
    next.start < place.nextStart &&
    next.start - place.end <= (place.isChinese ? FAR_ZH : FAR_EN) &&
    !(place.isChinese ? /[，,；;。的]/ : OTHER_CLAUSE).test(text.slice(place.end, next.start))
      ? next
      : undefined;
  const last = own.filter((time) => time.end <= place.start).at(-1);
  const isOther =
    last !== undefined &&
    (isInClosedClause(text, last, place.start) ||
      isComparedWith(text.slice(last.end, place.start), place) ||
      PRESENT.test(text.slice(place.end, place.end + 40)) ||
      (place.isChinese && last.end <= place.previousEnd && isOneEnd(text, last)) ||
      (!place.isChinese && isLeftBehind(text, last, place)));
  const before = isOther ? undefined : last;
  if (behind === undefined) {
    if (before !== undefined) {
      const isHead = /^(?:(?:In|During|By|For|Over|Through) )?(?:the )?$/.test(text.slice(0, before.start));
      if (isPast(text.slice(before.end, place.start), place.isChinese, isHead)) return null;
      return inBracketOfSince(text, before, place) ?? before;
    }
    const isNear =
      next !== undefined &&
      !place.isChinese &&
      next.start - place.end <= FAR_EN &&
      !/^ (?:have|has|are|is|now|still) /.test(text.slice(next.end, next.end + 8)) &&
      !/\bto \S[^,;]{0,40} from $/.test(text.slice(Math.max(0, place.start - 4), place.end + 6));
    // "8 percent of its staff, or 3,000 jobs, by 2020": said twice.
    const between = text.slice(place.end, next?.start).replace(/, or (?:[^,;]|,\d){0,60},(?!\d)/, "");
    return isNear && !BREAK.test(between) && !OTHER_CLAUSE.test(between) && !NOW.test(text.slice(0, place.start))
      ? next
      : null;
  }
  if (before === undefined) return behind;
  // "In 2018, 300 firms ..., in 2017": what stands behind a break belongs to the next part of the sentence.
  const between = text.slice(place.end, behind.start);
  if (place.isChinese) return before;
  return BREAK.test(between) || /\band\b/.test(between) ? before : behind;
}

/** What stands between a figure and a time that belongs to what is said next. */
const OTHER_CLAUSE =
  /;| and, |, (?:which|who|whose|where) | and (?:\p{L}+ ){0,4}(?:will|would|expects?|plans|aims|hopes|wants|intends) /u;

/** What a figure is compared with is of another time than that figure: "in 2018, against a mean of 2.1 percent". */
function isComparedWith(between: string, { isChange, isChinese }: PlaceInSentence): boolean {
  return (
    !isChinese && !isChange && /\b(?:against|versus|compared (?:with|to)|(?:up|down) from)\s[^,;]{0,40}$/i.test(between)
  );
}

/** "由2015年的410家增至": the time of where a change began is that of its first figure only. */
function isOneEnd(text: string, { start, end }: FoundTime): boolean {
  return /[从由]\s?$/.test(text.slice(0, start)) && /^\s?的/.test(text.slice(end));
}

/** Whether a time stands in a relative clause that a comma has closed: "the airline, which flew 9 routes in 2018, has ordered 20 jets". */
function isInClosedClause(text: string, time: FoundTime, at: number): boolean {
  return (
    /,\s(?:which|who|whose|where)\b[^,;]{0,120}$/.test(text.slice(Math.max(0, time.start - 140), time.start)) &&
    /^,\s(?!and|or|but|which|\d|up\b|down\b)/.test(text.slice(time.end, at))
  );
}

/** Whether an English sentence has gone on to a statement of its own since it named a time. */
function isLeftBehind(text: string, time: FoundTime, place: PlaceInSentence): boolean {
  const between = text.slice(time.end, place.start);
  // "From 4 stores in 2009, the chain has grown to 620"
  if (
    /^(?:Up |Down )?[Ff]rom (?:just |only |some |about )?[\d$€£][^,]{1,60}$/.test(text.slice(0, time.start)) &&
    between.startsWith(",")
  )
    return true;
  if (time.start <= place.firstStart) return false;
  const after = text.slice(place.end, place.end + 80);
  return (
    PARTED.test(between) ||
    (/^, and [^,;]{0,60}$/.test(between) && /^[^,;.]{0,60} (?:is|are|has|have|now|will|remain) /.test(after))
  );
}

/** What begins a statement of its own behind a time that stands within the sentence: "300 firms in 2016, and another 90 ...". */
const PARTED =
  /(?:;|\b(?:while|whereas|but)\b[^,;]{0,50}\b(?:has|have|is|are|now|owns|employs|runs)\b|\band (?:another|a further)\b|\bafter [^,;]{0,40}$)|^,? (?:and|which|who) (?:now |also |still )?(?:will \p{L}+|\p{Ll}+s) (?:\p{Ll}+ ){0,2}$/u;
/** What follows a figure that stands in the present. */
const PRESENT = /^[^,;.]{0,12}\b(?:is|are) (?:now|still|under|being|due|planned)\b/;
const NOW = /\b(?:now|today|currently)\b/i;
/** What parts one statement from the next. */
const BREAK =
  /[;:]|,(?!\d{3})|\b(?:but|while|which|after|before|than|against|versus|vs|compared|(?:up|down|changed|unchanged) from)\b/;

/** "Rose 30 percent since 2014 (€2bn)": what stands in the bracket was so when it began. Null for anything else. */
function inBracketOfSince(text: string, found: FoundTime, place: PlaceInSentence): FoundTime | null {
  const isOfStart = text.slice(found.end, place.start) === " (" && /\bsince $/i.test(text.slice(0, found.start));
  return isOfStart && found.time !== null
    ? { ...found, time: { kind: "during", start: found.time.start, end: found.time.start } }
    : null;
}

/** Whether a time named before has been left behind: "In 2010 ...; today there are". One that heads the sentence holds for its parts. */
function isPast(between: string, isChinese: boolean, isHead: boolean): boolean {
  return (
    (!isChinese && !isHead && between.includes(";")) || /\b(?:today|now|currently)\b|(?:目前|如今|现在)/.test(between)
  );
}

function isComparison(text: string, time: FoundTime, place: PlaceInSentence): boolean {
  if (place.isChange) return true;
  // "300 firms, compared with 2017": the time alone is compared with; "up from 250 in 2017" is not of this kind.
  return (
    /\b(?:than|compared (?:with|to)|against|versus|the number (?:of|in)|times|fold|twice|as \p{L}+ as|(?:up|down|changed|unchanged) (?:\p{L}+ ){0,3}from)\b|(?:percent|%|up|down) on $|(?:percent|%|points?) from $/iu.test(
      text.slice(Math.max(0, time.start - 30), time.start),
    ) || /[比较]\s?$/.test(text.slice(0, time.start))
  );
}
