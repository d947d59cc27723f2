import type { Wording } from "@/lib/figures/figure";
import type { Candidate, Unit } from "@/lib/reading/candidate";
import { readText } from "@/lib/reading/read-text";

/** What a phrase of a source says: its number with wording and unit. Numbers are plain digits with million and 万 worked in. */
export interface PhraseReading {
  readonly wording: Wording;
  readonly digits: string;
  /** Upper end; not null exactly when wording is between. */
  readonly digitsHigh: string | null;
  /** Set where the source calls an exact number a record. */
  readonly qualifier: "record" | null;
  readonly unit: Unit | null;
  /** A conversion in brackets, in another currency (ISO 4217). */
  readonly alternative: { readonly digits: string; readonly unit: string } | null;
}

/** Longest phrase that is read: a source's phrase has at most 300 characters. */
const LONGEST = 1000;

/**
 * Reads the first number of a phrase that is no date, as a source words it: "more than 9,500 companies", "between 70 and 80
 * percent", "70 million yuan ($10.4 million)", "超过9500家企业", "两成". Null when it holds none. What readText reads, for one line.
 */
export function readPhrase(text: string, language: string | null = null): PhraseReading | null {
  const { candidates } = readText(text.slice(0, LONGEST).replaceAll(/\s+/g, " "), { language });
  const read = candidates.flatMap((candidate) => phraseOf(candidate) ?? []);
  return read[0] ?? null;
}

function phraseOf({ wording, value, valueHigh, qualifier, unit, alternative }: Candidate): PhraseReading | null {
  if (wording === null || value === null) return null;
  return { wording, digits: value, digitsHigh: valueHigh, qualifier, unit, alternative };
}
