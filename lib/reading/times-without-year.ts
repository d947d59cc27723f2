import type { ReadTime } from "@/lib/reading/candidate";
import type { FoundTime, Published } from "@/lib/reading/time-spans";

/** A time with the words that name it, and how they read against another date than that of the text. */
export interface NamedTime extends FoundTime {
  readonly said: string;
  readonly readAt: (date: Published) => ReadTime | null;
}

const YEAR = /\d{4}|[一二][零〇一二三四五六七八九]{3}年/;
/** What says by itself which year is meant, as told from the date of the text. */
const RELATIVE =
  /\b(?:last|this|next|past|previous|preceding|current|same|years?|decades?)\b|[去今明前后上本]年|近|过去|最近|[上本当]个?月|年(?:来|间|以来)/i;
const COMPARED = /\b(?:from|than|against|versus|vs|compared|after|before|until)\b|[比较从由]|相比/i;
/** What may stand between two times of one row ("2017, 2018 and 2019", 一季度和二季度). */
const JOIN = /^(?:, (?:and )?|,? and |[、，]|[和与及]|以及)(?:in |of )?(?:the )?$/;

/** The times of a sentence in rows: those that only commas and "and" part stand in one, any other by itself. */
export function rowsOf<Time extends FoundTime>(text: string, times: readonly Time[]): readonly (readonly Time[])[] {
  const rows: Time[][] = [];
  for (const time of times) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (row !== undefined && last !== undefined && JOIN.test(text.slice(last.end, time.start))) row.push(time);
    else rows.push([time]);
  }
  return rows;
}

/**
 * Gives a quarter, a half or a month that is named without its year the one of the part of a year named beside it ("in May 2021 from
 * 9 percent in April"). Its time is null where the date of the text gives another, or where it may be of the year before or after.
 */
export function withYearsBeside(text: string, times: readonly NamedTime[]): readonly FoundTime[] {
  const anchors = times.filter((one) => !one.isAside && YEAR.test(one.said) && one.time?.end.includes("-") === true);
  if (times.length < 2 || anchors.length === 0) return times;
  return rowsOf(text, times).flatMap((row) =>
    row.map((time) => {
      if (!isBare(time)) return time;
      const own = nearest(
        row.filter((one) => anchors.includes(one)),
        time,
      );
      const anchor = own ?? nearest(anchors, time);
      return anchor === null ? time : { ...time, time: besideOf(text, time, anchor, own !== null) };
    }),
  );
}

function isBare({ said, isAside }: NamedTime): boolean {
  return !isAside && !YEAR.test(said) && !RELATIVE.test(said);
}

/** The nearest part of a year with its year: before the time, else behind it. */
function nearest(anchors: readonly NamedTime[], time: NamedTime): NamedTime | null {
  return anchors.findLast((one) => one.start < time.start) ?? anchors.find((one) => one.start > time.start) ?? null;
}

function besideOf(text: string, time: NamedTime, anchor: NamedTime, isInRow: boolean): ReadTime | null {
  const [from = "", to = ""] = [anchor.time?.start, anchor.time?.end];
  const read = time.readAt({ year: Number(to.slice(0, 4)), month: null });
  if (read === null || !read.start.includes("-")) return time.time;
  const isLater = read.end.slice(0, 7) > to.slice(0, 7);
  const isEarlier = read.start.slice(0, 7) < from.slice(0, 7);
  if (isInRow) return (anchor.start < time.start ? isEarlier : isLater) ? null : read;
  const isCompared = COMPARED.test(text.slice(Math.max(anchor.end, time.start - 60), time.start));
  if (isLater && (anchor.start > time.start || isCompared)) return null;
  return time.time === null || time.time.start === read.start ? read : null;
}
