import type { Figure, Wording } from "@/lib/figures/figure";

/**
 * English words that mean a wording and can stand before a number, the canonical one first (as /method explains them).
 * The canonical word of exactly is empty: an exact number carries no word.
 */
const WORDS: Readonly<Record<Wording, readonly string[]>> = {
  exactly: [""],
  about: ["about", "some", "around", "roughly", "approximately", "an estimated", "circa"],
  more_than: ["more than", "over", "above", "upwards of"],
  at_least: ["at least", "no fewer than", "no less than"],
  nearly: ["nearly", "almost", "close to", "just under"],
  less_than: ["less than", "under", "below", "fewer than", "lower than"],
  up_to: ["up to", "as many as"],
  between: ["between"],
};

const CANONICAL: Readonly<Record<Wording, string>> = {
  exactly: "",
  about: "about",
  more_than: "more than",
  at_least: "at least",
  nearly: "nearly",
  less_than: "less than",
  up_to: "up to",
  between: "between",
};

/** The canonical English words of a wording; "" for exactly. */
export function wordingWords(wording: Wording): string {
  return CANONICAL[wording];
}

/**
 * The words a source itself used for a wording, such as "some" where we file "about"; the first such word in the phrase
 * that stands before a number (a conversion in brackets comes later). Falls back to the canonical words when the phrase has none (another language, a verb such as "exceeded").
 */
export function wordingInPhrase(phrase: string, wording: Wording): string {
  const text = phrase.toLowerCase();
  let best: { word: string; at: number } | null = null;
  for (const word of WORDS[wording]) {
    if (word === "") continue;
    const at = text.search(new RegExp(`\\b${word} (?=\\D{0,12}\\d|a |one )`));
    if (at >= 0 && (best === null || at < best.at)) best = { word, at };
  }
  return best?.word ?? CANONICAL[wording];
}

/** The wording of a figure in its source's own words ("some", "over"); "" for an exact number, "record" where the source says so. */
export function wordingAsStated(figure: Pick<Figure, "wording" | "qualifier" | "citations">): string {
  if (figure.qualifier !== null) return figure.qualifier;
  const origin = figure.citations[0];
  if (origin?.phrase == null || origin.source.language !== "en") return CANONICAL[figure.wording];
  return wordingInPhrase(origin.phrase, figure.wording);
}
