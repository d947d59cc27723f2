import type { FigureContent } from "@/lib/figures/figure-fields";
import type { Measured } from "@/lib/importing/units/row-unit";
import { COMPARED, type PhraseReading, phraseWarning, readPhraseFor } from "@/lib/reading/phrase-holds";

/** Words that may make a number a fall, and marks and words that may make it another number. */
const UNPLAIN =
  /(?<!\p{L})-|-(?!\p{L})|[−–—~～〜‐‑¹²³⁰-⁹½¼¾⅓万萬亿億千百兆成减降跌负少]|\b(?:thousand|million|billion|trillion|lakh|crore|hundred|dozen|k|m|bn|mln|mn|tn|to|and|or|f[ea]ll|fallen|falling|drop\w*|declin\w*|decreas\w*|down|los[st]\w*|lower\w*|cut\w*|shr[aiu]nk\w*|slip\w*|plung\w*|minus|negative|contract\w*|reduc\w*|less)\b/iu;

/** Kinds of phrases kept before they are read anew. */
const MOST_KEPT = 10_000;

/** What is to be said of a row's phrase: a stable code, and a sentence with the cure. */
interface RowWarning {
  readonly code: "phrase_without_number" | "other_wording" | "other_unit";
  readonly message: string;
}

/**
 * Says where the phrase of a figure does not hold its number, hedges it in another way, or states another unit than its metric's. A phrase with the number in
 * plain digits and no other is read once for all that differ in the digits alone: a file has a hundred thousand.
 */
export class PhraseChecks {
  /** What phrases say that hold any one number plainly; null for those that have to be read each time. */
  readonly #kinds = new Map<string, PhraseReading | null>();

  /** `language` (ISO 639-1) is that of the source, null when not known. Null where there is no phrase or nothing to say of it. */
  check(content: FigureContent, measure: Measured, language: string | null): RowWarning | null {
    const phrase = content.citations[0]?.phrase;
    if (phrase == null) return null;
    const said = { digits: content.value, digitsHigh: content.valueHigh };
    const reading = this.#plainKind(phrase, said, language) ?? readPhraseFor(said, phrase, language);
    const warning = phraseWarning(reading, { ...said, wording: content.wording, measure, language });
    if (warning === null) return null;
    const { code, message } = warning;
    return { code: code === "other_wording" || code === "other_unit" ? code : "phrase_without_number", message };
  }

  #plainKind(phrase: string, said: Said, language: string | null): PhraseReading | null {
    const [number = "", another] = phrase.match(NUMBERS) ?? [];
    // Elsewhere 9,500 is nine and a half.
    const isUnsure = /[.,]/.test(number) && !COMPARED.has(language);
    const isOnly = said.digitsHigh === null && another === undefined && number.replace(GROUP, "") === said.digits;
    // No number of companies is nothing, which other words say as well.
    if (!isOnly || isUnsure || Number(said.digits) === 0) return null;
    const kind = `${language} ${phrase.replace(number, "#")}`;
    const known = this.#kinds.get(kind);
    if (known !== undefined) return known;
    const reading = UNPLAIN.test(phrase) ? null : readPhraseFor(said, phrase, language);
    const found = reading?.check.kind === "holds" ? reading : null;
    if (this.#kinds.size >= MOST_KEPT) this.#kinds.clear();
    this.#kinds.set(kind, found);
    return found;
  }
}

type Said = Parameters<typeof readPhraseFor>[0];

const NUMBERS = /\d[\d.,'’]*\d|\d/g;
const GROUP = /,(?=\d{3}(?!\d))/g;
