import { spanText } from "@/lib/dates/date-text";
import type { Wording } from "@/lib/figures/figure";
import type { Candidate } from "@/lib/reading/candidate";
import type { Counted } from "@/lib/reading/metrics/fit-unit";
import { readText, UNIT_UNSAID } from "@/lib/reading/read-text";

/** What a phrase of a source says: its number with wording and unit. Numbers are plain digits with million and 万 worked in, and the sign that is written. */
export interface PhraseReading extends Counted {
  readonly wording: Wording;
  readonly digits: string;
  /** Upper end; not null exactly when wording is between. */
  readonly digitsHigh: string | null;
  /** Set where the source calls an exact number a record. */
  readonly qualifier: "record" | null;
  /** A conversion in brackets, in another currency (ISO 4217). */
  readonly alternative: { readonly digits: string; readonly unit: string } | null;
  /** Time as EDTF text, "start/end" for a span; "" where the phrase does not say. At most one of the two is given. */
  readonly period: string;
  readonly asOf: string;
  /** "" where nobody is named. */
  readonly speaker: string;
  /** Whether it is a plan, a target or a forecast. */
  readonly target: boolean;
  /** Why it is not sure, in words; null where it is. */
  readonly doubt: string | null;
}

/** Longest phrase that is read: a source's phrase has at most 300 characters. */
const LONGEST = 1000;

/**
 * Reads the first number of a phrase that is no date, as a source words it: "more than 9,500 companies", "between 70 and 80
 * percent", "70 million yuan ($10.4 million)", "超过9500家企业", "两成". Null when it holds none. What readText reads, for one line.
 */
export function readPhrase(text: string, language: string | null = null): PhraseReading | null {
  return readPhrases(text, language)[0] ?? null;
}

/** Every number of a phrase that is no date, each as readPhrase reads the first. Empty when it holds none. */
export function readPhrases(text: string, language: string | null = null): readonly PhraseReading[] {
  return candidatesOf(text, language).flatMap((candidate) => phraseOf(candidate, signDoubt(text, candidate)) ?? []);
}

/** Why the number of a phrase cannot be read, in words: it gives an order ("thousands of"), or can be read in two ways. Null where it holds none. */
export function whyUnread(text: string): string | null {
  return candidatesOf(text, null).find(({ value }) => value === null)?.reason ?? null;
}

function candidatesOf(text: string, language: string | null): readonly Candidate[] {
  return readText(text.slice(0, LONGEST).replaceAll(/[\r\n]+/g, " "), { language }).candidates;
}

/** A dash that may be a minus, apart from its number: "- 5.2", "5.2-"; and "down 3.2", which says no unit that tells a fall from a level. */
const SIGN_BEFORE = /(?:(?:^|[:=])\s*[-‐‑‒–—−]\s+|^\s*down\s+)(?:[$€£¥]\s?)?$/i;
const SIGN_BEHIND = /^[-‐‑‒–—−]\s*$/;

function signDoubt(text: string, { start, end, change, value }: Candidate): string | null {
  const isSigned = SIGN_BEFORE.test(text.slice(0, start)) || SIGN_BEHIND.test(text.slice(end));
  return isSigned && change === null && !value?.startsWith("-")
    ? "It may be below nought: say if it has a minus."
    : null;
}

function phraseOf(candidate: Candidate, sign: string | null): PhraseReading | null {
  const {
    wording,
    value,
    valueHigh,
    qualifier,
    unit,
    per,
    whole,
    change,
    alternative,
    period,
    speaker,
    target,
    reason,
  } = candidate;
  if (wording === null || value === null) return null;
  const time = period === null ? "" : spanText(period.start, period.end);
  return {
    wording,
    digits: value,
    digitsHigh: valueHigh,
    qualifier,
    unit,
    per,
    whole,
    change,
    alternative,
    period: period?.kind === "during" ? time : "",
    asOf: period?.kind === "as_of" ? time : "",
    speaker: speaker ?? "",
    target,
    // A phrase stands by itself: what it counts may be said by its metric.
    doubt: sign ?? (reason === UNIT_UNSAID ? null : reason),
  };
}
