import { type Stretch, splitParagraphs, splitSentences } from "@/lib/reading/article/split-text";
import type { Candidate, ReadingOptions, TextReading } from "@/lib/reading/candidate";
import { isRatio } from "@/lib/reading/changes";
import { timesZh } from "@/lib/reading/chinese/times";
import { BRACKET_MINUS, compactText } from "@/lib/reading/compact-text";
import { findSpeakers, hasPronounSpeaker } from "@/lib/reading/english/speakers";
import { timesEn } from "@/lib/reading/english/times";
import { findForecastCues, isTarget } from "@/lib/reading/forecast-cues";
import { timesOfMovements } from "@/lib/reading/movements";
import { normalizeText, unfoldHan } from "@/lib/reading/normalize-text";
import { type MoneyOfText, moneyOf, yenOrYuan } from "@/lib/reading/quantities/money";
import type { Quantity } from "@/lib/reading/quantities/quantity";
import { type DecimalMark, decimalMarkOf } from "@/lib/reading/quantities/written-digits";
import { readQuantities } from "@/lib/reading/read-sentence";
import { timeFor } from "@/lib/reading/time-of-figure";
import { type FoundTime, type Published, publishedOf } from "@/lib/reading/time-spans";
import { inOrder } from "@/lib/reading/times-in-order";

/** What is known of the whole text while its sentences are read, one after another. */
interface Reader {
  readonly text: string;
  readonly folded: string;
  readonly language: string | null;
  readonly published: Published | null;
  readonly mark: DecimalMark;
  readonly money: MoneyOfText;
}

/** Why a number without a unit is not sure. */
export const UNIT_UNSAID = "What it counts is not said beside it.";

/** Longest start of a text that is looked at to tell whose ¥ and 元 it is, and how it writes decimals. */
const HEAD = 20_000;

/**
 * Finds every figure of a text and reads it: wording, value, unit, period, speaker, and whether it is a target. English and
 * Chinese; numbers and wordings of a few other languages. The work grows with the length of the text and no faster.
 */
export function readText(text: string, options: ReadingOptions = {}): TextReading {
  let last: TextReading = { paragraphs: [], sentences: [], candidates: [] };
  for (const reading of readInSlices(text, options)) last = reading;
  return last;
}

/** The same, handing over after each sentence what was read so far, so that other work can be let in between. */
export function* readInSlices(text: string, options: ReadingOptions = {}): Generator<TextReading> {
  const folded = normalizeText(text);
  const reader: Reader = {
    text,
    folded,
    language: options.language ?? null,
    published: publishedOf(options.published),
    mark: decimalMarkOf(folded.slice(0, HEAD)),
    money: moneyOf(text.slice(0, HEAD)),
  };
  const paragraphs = splitParagraphs(folded);
  const sentences: (Stretch & { paragraph: number })[] = [];
  const candidates: Candidate[] = [];
  const reading: TextReading = { paragraphs, sentences, candidates };
  for (const [index, paragraph] of paragraphs.entries()) {
    let speaker: string | null = null;
    for (const sentence of splitSentences(folded, paragraph)) {
      sentences.push({ ...sentence, paragraph: index + 1 });
      const read = readSentence(reader, sentence, {
        paragraph: index + 1,
        sentence: sentences.length,
        isParagraphStart: sentence.start === paragraph.start,
        speakerBefore: speaker,
      });
      candidates.push(...read.candidates);
      speaker = read.speaker ?? speaker;
      yield reading;
    }
  }
  yield reading;
}

interface Position {
  readonly paragraph: number;
  readonly sentence: number;
  readonly isParagraphStart: boolean;
  readonly speakerBefore: string | null;
}

function readSentence(reader: Reader, { start, end }: Stretch, position: Position) {
  const { text, placeOf } = compactText(reader.folded.slice(start, end));
  if (!/\d|\p{L}{3}|\p{Script=Han}/u.test(text)) return { candidates: [], speaker: null };
  const isChinese = isMostlyChinese(text);
  const times = isChinese ? timesZh(text, reader.published) : timesEn(text, reader.published);
  const context = {
    language: reader.language,
    isChinese,
    isParagraphStart: position.isParagraphStart,
    mark: reader.mark,
    money: { ...reader.money, yen: yenOrYuan(text) ?? reader.money.yen },
    times,
  };
  const quantities = readQuantities(text, context);
  if (quantities.length === 0) return { candidates: [], speaker: lastName(text, isChinese) };
  const speakers = findSpeakers(text, isChinese);
  const spoken =
    speakers.length === 0 && (hasPronounSpeaker(text) || (!isChinese && /^["“]/.test(text)))
      ? position.speakerBefore
      : null;
  const outlooks = findForecastCues(text, isChinese);
  const written = (part: string, near: number) => {
    const at = text.indexOf(part, near) < 0 ? text.lastIndexOf(part, near) : text.indexOf(part, near);
    return at < 0 || !isChinese
      ? part
      : unfoldHan(part, reader.text.slice(start + placeOf(at), start + placeOf(at + part.length)));
  };
  const own = quantities.map((quantity, index) =>
    timeFor(times, text, {
      start: quantity.start,
      end: quantity.end,
      previousEnd: quantities[index - 1]?.end ?? 0,
      nextStart: quantities[index + 1]?.start ?? text.length,
      firstStart: quantities[0]?.start ?? 0,
      isChinese,
      isChange: quantity.change !== null && isRatio(quantity.unit),
    }),
  );
  const told = inOrder(text, quantities, times, timesOfMovements(text, quantities, own));
  const candidates = quantities.map((quantity, index): Candidate => {
    const { time: timed, doubt } = told[index] ?? { time: null, doubt: null };
    const isMeant = isTarget(outlooks, quantity.start, text.slice(quantity.end, quantity.end + 60));
    // "Was worth 88 million in 2018 and is expected to grow": what is meant to be is not of a year gone by.
    const isOfPast = isGone(timed, reader.published) && !(isChinese && isInClause(text, timed, quantity.start));
    const found = isMeant && isOfPast ? (isChinese ? null : nextYear(timed, text)) : timed;
    const name = speakers.filter((one) => one.start <= quantity.start).at(-1) ?? speakers[0];
    const { confidence, reason } = judge(quantity, {
      time: found,
      timeDoubt: doubt,
      isDated: reader.published !== null,
      isByPronoun: spoken !== null,
    });
    const last = start + placeOf(quantity.end - 1) + 1;
    // "$(4.5)": the bracket that was taken out belongs to it.
    const isBracket = text.slice(quantity.start, quantity.end).includes(BRACKET_MINUS) && reader.folded[last] === ")";
    const span = { start: start + placeOf(quantity.start), end: isBracket && last < end ? last + 1 : last };
    // Written out: spreading a figure here took four fifths of the time of reading.
    return {
      wording: quantity.wording,
      value: quantity.value,
      valueHigh: quantity.valueHigh,
      digits: quantity.digits,
      multiplier: quantity.multiplier,
      qualifier: quantity.qualifier,
      unit:
        quantity.unit?.kind === "noun"
          ? { ...quantity.unit, text: written(quantity.unit.text, quantity.start) }
          : quantity.unit,
      whole: quantity.whole,
      per: quantity.per,
      change: quantity.change,
      alternative: quantity.alternative,
      start: span.start,
      end: span.end,
      text: reader.text.slice(span.start, span.end),
      paragraph: position.paragraph,
      sentence: position.sentence,
      period: found?.time ?? null,
      speaker: name === undefined ? spoken : written(name.name, 0),
      target: isMeant || isAhead(found, reader.published, isChinese),
      confidence,
      reason,
    };
  });
  return { candidates, speaker: speakers.at(-1)?.name ?? null };
}

function lastName(text: string, isChinese: boolean): string | null {
  return findSpeakers(text, isChinese).at(-1)?.name ?? null;
}

/** A time after the text's own is ahead: what is said for it is no outcome. */
function isAhead(found: FoundTime | null, published: Published | null, isChinese: boolean): boolean {
  if (found?.time == null || published === null) return false;
  const [year, month] = found.time.end.split("-").map(Number);
  // In Chinese 上半年 is the half of this year, told of when it is over.
  if (!isChinese && year === published.year && month !== undefined)
    return published.month !== null && month > published.month;
  return Number(year) > published.year;
}

/** "2018年收入预计突破": the time and the figure stand in one clause. */
function isInClause(text: string, found: FoundTime | null, at: number): boolean {
  return found !== null && found.end <= at && !/[，,;；]/.test(text.slice(found.end, at));
}

/** A month named without a year ("from April") lies ahead where something is meant; null where the time is one gone by. */
function nextYear(found: FoundTime | null, text: string): FoundTime | null {
  if (found?.time == null || /\d{4}|last|past/i.test(text.slice(found.start, found.end))) return null;
  const later = (date: string) => date.replace(/^\d{4}/, (year) => String(Number(year) + 1));
  return { ...found, time: { ...found.time, start: later(found.time.start), end: later(found.time.end) } };
}

function isGone(found: FoundTime | null, published: Published | null): boolean {
  return found?.time != null && published !== null && Number(found.time.end.slice(0, 4)) < published.year;
}

/** What is known of a quantity beside itself. */
interface Beside {
  readonly time: FoundTime | null;
  readonly timeDoubt: string | null;
  /** Whether the date of the text is known. */
  readonly isDated: boolean;
  readonly isByPronoun: boolean;
}

/** How sure a reading is, and why it is not. */
function judge(
  quantity: Quantity,
  { time, timeDoubt, isDated, isByPronoun }: Beside,
): Pick<Candidate, "confidence" | "reason"> {
  if (quantity.value === null && quantity.doubts.length === 0) {
    return { confidence: "low", reason: "The text gives an order, not a number." };
  }
  const [doubt] = quantity.doubts;
  if (doubt !== undefined) return { confidence: "low", reason: doubt };
  if (quantity.isSmallWord) return { confidence: "low", reason: "A small number in words: perhaps not a figure." };
  if (timeDoubt !== null) return { confidence: "medium", reason: timeDoubt };
  if (quantity.unit === null) return { confidence: "medium", reason: UNIT_UNSAID };
  if (time !== null && time.time === null) {
    return {
      confidence: "medium",
      reason: isDated ? YEAR_UNSAID : "Its time depends on the date of the text: give that date.",
    };
  }
  if (quantity.note !== null) return { confidence: "medium", reason: quantity.note };
  if (isByPronoun) return { confidence: "medium", reason: "The speaker is named in an earlier sentence." };
  return { confidence: "high", reason: null };
}

const YEAR_UNSAID = "The year of its time is not said beside it: say which.";

function isMostlyChinese(text: string): boolean {
  const han = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  if (han === 0) return false;
  return han * 3 >= (text.match(/\p{Script=Latin}/gu)?.length ?? 0);
}
