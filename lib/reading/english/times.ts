import type { ReadTime } from "@/lib/reading/candidate";
import { DATE_PATTERNS, type Span } from "@/lib/reading/english/date-patterns";
import { isThirdPerson, kindOf } from "@/lib/reading/english/noun-words";
import type { FoundTime, Published } from "@/lib/reading/time-spans";
import { type NamedTime, withYearsBeside } from "@/lib/reading/times-without-year";

const COMPILED = DATE_PATTERNS.map(([source, read]) => ({
  pattern: new RegExp(`(?<![\\p{L}\\d.,$€£¥-])(?:${source})`, "giu"),
  read,
}));

const AS_OF =
  /\b(?:by (?:the )?(?:middle|start|beginning|spring|summer|autumn|winter) of|by|as of|as at|until|till|up to|before|at)(?: the)? (?:the )?$/i;
const BASE =
  /\bthe same (?:period|month|quarter|time|date|half) (?:of |in |a )?$|\b(?:from|than|than in|compared (?:with|to)|against|versus|the number (?:of|in)|over|above|on|relative to|than (?:it was )?in|than that (?:in|of))(?: the)? (?:level (?:in|of) |figure (?:in|of|for) )?$/i;

/** "3.6 times the figure for 2016", "as high as in 2008": what a multiple is of. */
const TIMES_AS =
  /\b(?:times|fold|twice) (?:the|its|their|that|those|what|as \p{L}+ as|more than|higher than|larger than)\b[^,;.]{0,40}\b(?:in|for|of|than) $|\bas \p{L}+ as in $/iu;

/** Times that an English sentence names, in order of place. */
export function timesEn(text: string, published: Published | null): readonly FoundTime[] {
  const found: NamedTime[] = [];
  for (const { pattern, read } of COMPILED) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (found.some((other) => start < other.end && end > other.start)) continue;
      const span = read(match.groups ?? {}, published);
      if (/^\d{4}$/.test(match[0]) && isCount(text, start, end)) continue;
      if (span === null && !/year|month|quarter|half|decade/i.test(match[0]) && !/^\d{1,2} |[a-z]/i.test(match[0]))
        continue;
      const before = text.slice(Math.max(0, start - 40), start);
      found.push({
        start,
        end,
        said: match[0],
        time: timed(span, before, match[0], published),
        readAt: (date) => timed(read(match.groups ?? {}, date), before, match[0], date),
        isBase: isBase(before, match[0]),
        isAside: isAside(before, text.slice(end, end + 16)),
      });
    }
  }
  return withYearsBeside(
    text,
    found.sort((a, b) => a.start - b.start),
  );
}

const MEASURE =
  /^ (?:(?:square |cubic |sq\.? )?(?:(?:kilo|centi|milli)?met(?:re|er)s?|km|cm|mm|m|miles?|feet|ft|lit(?:re|er)s?|tonnes?|tons?|hectares?|ha|acres?|kg|[kMG]Wh?|euros?|dollars?|rupees?|yen|pounds?|won)(?:[²³]|(?![\p{L}\d])))/u;

/** "Is 1998 meters long", "holds 2031 sensors": four digits with a unit, or between a verb and what it holds, are no year. */
function isCount(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 40);
  // "2020 in 2020"
  if (MEASURE.test(after) || /^ in (?:1[89]|20|21)\d{2}(?!\d|,\d|\.\d)/.test(after)) return true;
  const verb = /(\p{L}+) $/u.exec(text.slice(Math.max(0, start - 24), start))?.[1] ?? "";
  const noun = /^ (\p{Ll}[\p{L}-]+)(?=[\s.,;)]|$)/u.exec(after)?.[1] ?? "";
  const isHolding = /^(?:has|have|had|is|was|were|are)$/i.test(verb) || isThirdPerson(verb) || kindOf(verb) === "verb";
  return noun !== "" && isHolding && kindOf(noun) === "plural";
}

function timed(span: Span, before: string, said: string, published: Published | null): ReadTime | null {
  if (span === null) return null;
  const [start, end] = span;
  if (/\bsince (?:\p{L}+ ){0,5}$/iu.test(before) && published !== null && start === end) {
    return { kind: "during", start, end: String(published.year) };
  }
  const isMoment = AS_OF.test(before) || /^(?:the )?end\b|year-?end/i.test(said);
  return { kind: isMoment ? "as_of" : "during", start, end };
}

const ANNOUNCED =
  /\b(?:announced|said|reported|told \p{L}+|stated|confirmed|disclosed|unveiled|published|released|issued)(?: here| late| early)? on $/iu;
const EVENT =
  "(?:opened|founded|established|built|set up|launched|created|started|began|born|closed|shut|ended|retired|signed|published|made landfall)";
const DATED: readonly RegExp[] = [
  // "born after 1990", "founded before 2000"
  /\bborn (?:in|on|before|after|since) $|\b(?:built|founded|opened|set up|created|made) (?:before|after) $/i,
  /\p{Ll}s (?:built|made|manufactured|founded) between $/u,
  // "a loan, to be repaid by 2034", "the tender closes on 29 March"
  /, (?:to be \p{L}+|due|maturing|expiring) (?:in|by|on|until) $|\b(?:closes|opens|ends|expires|begins|starts) (?:in|on|at) $/iu,
  // "The lease runs to 2039"
  /\b(?:runs?|lasts?|extends?|valid) (?:to|until|through) $/i,
  // "people who left after 2004"
  /\b(?:who|that|which) (?:\p{L}+ ){1,3}(?:after|before) $/iu,
  // "After the storms of 2017"
  /\b(?:after|before|since|until|than) the (?!(?:start|end|beginning|middle|first|second|third|fourth|last|spring|summer|autumn|winter|close|turn)\b)(?:\p{L}+ ){1,2}of $/iu,
  /\b(?:peak|high|low|trough|boom|crash|crisis|recession|war|election|referendum|earthquake) of $/i,
  // "The highest since 2014" dates the last time it was so.
  /\b(?:\p{L}+est|worst|best|most|least|first)\b[^,;]{0,30}\bsince (?:\p{L}+ ){0,2}$/iu,
];
/** An event and its date that end there (a comma, a bracket) or go over to the present ("opened in 2016 and employs"). */
const EVENT_INSIDE = new RegExp(`(?:, |\\bwhich |\\bthat |^)(?:was |were )?${EVENT}(?: back)?(?: in| on)? $`, "iu");
const EVENT_AT_END = new RegExp(`\\b(?:which|that) (?:was |were )?${EVENT}(?: back)?(?: in| on)? $`, "iu");
const EVENT_BEFORE_NOW = new RegExp(`\\b${EVENT}(?: back)?(?: in| on)? $`, "iu");

/** Whether a time dates something else than figures: a law, a founding, the last time it was so. */
function isAside(before: string, after: string): boolean {
  if (
    /^ (?:law|act|decree|treaty|rule|regulation|report|study|survey|census|film|book|flood|crisis|games|olympics|agreement)\b/i.test(
      after,
    )
  )
    return true;
  // "The Horizon 2020 programme"
  if (
    /\p{Lu}\p{L}+ $/u.test(before) &&
    /^ (?:programme|program|plan|strategy|initiative|project|framework|agenda|goals?|targets?)\b/i.test(after)
  )
    return true;
  // The line that says where and when a report was written.
  if (/^\p{Lu}{2}[\p{Lu}\s,./-]{1,36}, $/u.test(before) && /^(?:,? \d{4})?(?:\s(?:\(|-|–|—)|: )/.test(after))
    return true;
  // When something was announced: "said on 3 May that", "in a report published on 12 May,".
  if (ANNOUNCED.test(before) && /^(?: that\b|,|:)/.test(after)) return true;
  if (/^ (?:editions?|versions?|issue|season|model)\b/.test(after)) return true;
  if (DATED.some((pattern) => pattern.test(before))) return true;
  if (/^(?:,|\))/.test(after)) return EVENT_INSIDE.test(before);
  if (/^\.?$/.test(after)) return EVENT_AT_END.test(before);
  return /^ and (?:now |still )?(?:has|is|\p{Ll}+s) /u.test(after) && EVENT_BEFORE_NOW.test(before);
}

function isBase(before: string, said: string): boolean {
  if (TIMES_AS.test(before)) return true;
  if (!BASE.test(before)) return false;
  // "On 12 February" dates; "on 2017" compares.
  if (/\bon $/i.test(before) && !/^\d{4}$|year|half|quarter/i.test(said)) return false;
  // "From 2016 to 2019" and "over the past three years" are times themselves.
  return !/\d{4}\s?(?:to|-|–|through|until)|^(?:over |in |during )?the (?:past|last)|(?:to|through|until|-|–)\s?\p{L}{3,9}\.?,? \d{4}$/iu.test(
    said,
  );
}
