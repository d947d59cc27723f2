import { kindOf } from "@/lib/reading/english/noun-words";
import { ORDINAL, ordinalValue, SMALL_WORD, wordsToDigits } from "@/lib/reading/english/number-words";
import { type FoundNumber, foundNumber, PERCENT } from "@/lib/reading/quantities/found-number";

const FRACTION_WORD = "half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?";
const FRACTIONS: readonly RegExp[] = [
  new RegExp(
    `(?<![\\p{L}\\d.,-])(${SMALL_WORD}|\\d{1,3}) (?:in|out of|of(?= every))(?: every)? (a hundred|${SMALL_WORD}(?: hundred| thousand)?|\\d{1,3})(?!\\s(?:hundred|thousand|million|billion)(?!\\p{L})|[\\p{L}\\d.,:-]\\d|\\p{L})(?=\\s[\\p{L}(]|[.,;)]|$)`,
    "giu",
  ),
  new RegExp(
    `(?<![\\p{L}\\d.-])(an?|one|two|three|four|five|six|seven|eight|nine)[ -](${FRACTION_WORD})(?!\\p{L})`,
    "giu",
  ),
  /(?<![\p{L}-])()(half)(?=\s(?:of|the|its|their|all|his|our)\s)/giu,
  // "Wants half", "fell by half".
  /(?<=\p{L} )(?<!\b(?:an?|the|first|second|other|latter|in|this|that|last|than|over|about|almost|nearly|around|under|roughly|and|or|its|their) )()(half)(?=[.;]|$)/giu,
  /(?<=\b(?:than|over|about|almost|nearly|around|under|roughly) )()(half)(?=\s(?!an?\b|years?\b|hours?\b|decades?\b|dozen|million|billion)\p{L}|[.,;)]|$)/giu,
];

/** Fractions as percentages: "one in five", "two-thirds", "half of". Those without an end are rounded to one place. */
export function fractionsEn(text: string): readonly FoundNumber[] {
  return FRACTIONS.flatMap((pattern, kind) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const [whole, upper = "", lower = ""] = match;
      const [start, end] = [match.index, match.index + whole.length];
      const before = text.slice(Math.max(0, start - 16), start);
      const after = text.slice(end, end + 12);
      if (/\b(?:first|second|latter|other|last|this|that)(?: a)?\s$/i.test(before) && kind > 0 && !/^an?$/i.test(upper))
        return [];
      if (/^an?$/i.test(upper) && /(?:\d|\b\p{L}+) and\s$/iu.test(before)) return [];
      if (kind > 0 && !isPart(lower, upper, before, after)) return [];
      const top =
        upper === "" || /^an?$/i.test(upper) ? 1 : Number(/^\d/.test(upper) ? upper : (wordsToDigits(upper) ?? "0"));
      const bottom = kind === 0 ? wholeOf(lower) : partOf(lower);
      if (top <= 0 || bottom <= top || bottom > 1000) return [];
      if (kind === 0 && /^\d/.test(upper) && !/^\d/.test(lower)) return [];
      const share = (top / bottom) * 100;
      const isEven = Number.isInteger(Math.round(share * 1e9) / 1e7);
      const digits = isEven ? String(Math.round(share * 100) / 100) : share.toFixed(1);
      return [
        foundNumber({
          start,
          end,
          written: whole,
          digits,
          unit: PERCENT,
          isRough: !isEven,
          doubt: isEven ? null : `A ${lower.replace(/s$/, "")} has no last digit: it is given to one place.`,
        }),
      ];
    }),
  );
}

/** "A third hospital" counts, "a third of hospitals" and "two-thirds" are parts; "a quarter of 2018" is time. */
function isPart(lower: string, upper: string, before: string, after: string): boolean {
  if (/^\sof\s(?:the year|\d{4}|last year|this year)/i.test(after)) return false;
  if (/^hal/i.test(lower) && upper === "") return true;
  if (/^hal/i.test(lower)) return /^\s(?:of|the|its|their|all|his|our)\s/i.test(after);
  if (/s$/i.test(lower) && !/^(?:an?|one)$/i.test(upper)) return !/^\s(?:ago|later|in a row|running)/i.test(after);
  if (/^\s(?:of|the|its|their|all)\s|^[.,;)]|^$/i.test(after)) return true;
  // "A quarter left the valley", "a quarter lower", "fell by a third to 1,046", "by more than a third in 2017"
  const next = /^\s(\p{L}{2,12})(?!\p{L})/u.exec(after)?.[1] ?? "";
  if (/^in$/i.test(next)) return /\b(?:by|than|about|almost|nearly|over|around|roughly|to|from)\s$/i.test(before);
  if (/^(?:lower|higher|larger|smaller|bigger|cheaper|faster|slower|longer|shorter|more|less|fewer)$/i.test(next))
    return true;
  return (
    kindOf(next) === "verb" || (kindOf(next) === "stop" && !/^(?:one|and|or|ago|later|earlier|which|that)$/i.test(next))
  );
}

function wholeOf(lower: string): number {
  if (/^\d/.test(lower)) return Number(lower);
  return Number(wordsToDigits(lower) ?? "0");
}

function partOf(lower: string): number {
  const word = lower.toLowerCase().replace(/s$/, "");
  if (word === "half" || word === "halve") return 2;
  if (word === "quarter") return 4;
  return ordinalValue(word) ?? 0;
}

const ROW = new RegExp(
  `(?<![\\p{L}\\d-])(${ORDINAL}) (?:consecutive year|straight year|year (?:in a row|running))(?!\\p{L})`,
  "giu",
);
const RANK = new RegExp(
  `(?<!\\p{L})(?:rank(?:s|ed|ing)?|plac(?:es|ed|ing)|c(?:a|o)mes?|stood|finish(?:es|ed))(?: at)?(?: the)? (${ORDINAL})(?!\\p{L}|-)(?: place)?`,
  "giu",
);

/** Ordinals that are figures: "the seventh year in a row" is 7 years, "ranked third" is place 3. */
export function ordinalsEn(text: string): readonly FoundNumber[] {
  const rows = [...text.matchAll(ROW)].map((match) => {
    const [whole, ordinal = ""] = match;
    const end = match.index + whole.length;
    return {
      start: match.index,
      end,
      written: ordinal,
      digits: ordinalValue(ordinal),
      text: "years",
      kind: "noun" as const,
    };
  });
  const ranks = [...text.matchAll(RANK)].flatMap((match) => {
    const [whole, ordinal = ""] = match;
    const end = match.index + whole.length;
    if (/^ (?:consecutive|straight|year|quarter|half|time)/.test(text.slice(end, end + 12))) return [];
    return [
      {
        start: match.index,
        end,
        written: ordinal,
        digits: ordinalValue(ordinal),
        text: "place",
        kind: "place" as const,
      },
    ];
  });
  return [...rows, ...ranks].flatMap(({ digits, kind, text: unit, ...place }) =>
    digits === null ? [] : [foundNumber({ ...place, digits: String(digits), unit: { kind, text: unit } })],
  );
}

const ORDERS: readonly RegExp[] = [
  /(?<!\p{L})(?:(?:tens|hundreds|thousands) of (?:thousands|millions|billions)|dozens|scores|hundreds|thousands|millions|billions|trillions|lakhs|crores)(?= of (?!the\s|those\s|them\b|these\s))(?: of)/giu,
  /(?<!\p{L})(?:several|a few|many|some few|a couple of) (?:hundred|thousand|million|billion|trillion|dozen|lakh|crore)(?:s)?(?: thousand| million| billion)?(?: of)?(?!\p{L})/giu,
];

/** Orders without a value: "thousands of", "several hundred". */
export function ordersEn(text: string): readonly FoundNumber[] {
  return ORDERS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) =>
      foundNumber({
        start: match.index,
        end: match.index + match[0].length,
        digits: null,
        written: match[0].replace(/ of$/i, ""),
        isOrder: true,
      }),
    ),
  );
}
