import type { FigureContent } from "@/lib/importing/judge-row";
import type { Measured } from "@/lib/importing/row-unit";
import { fitsUnit } from "@/lib/reading/fit-metric";
import { phraseHoldsValue, phraseWarning, unitSaid } from "@/lib/reading/phrase-holds";

/** Words that may make a number a fall, and marks and words that may make it another number. */
const UNPLAIN =
  /(?<!\p{L})-|-(?!\p{L})|[−–—~～〜‐‑¹²³⁰-⁹½¼¾⅓万萬亿億千百兆成减降跌负少]|\b(?:thousand|million|billion|trillion|lakh|crore|hundred|dozen|k|m|bn|mln|mn|tn|to|and|or|f[ea]ll|fallen|falling|drop\w*|declin\w*|decreas\w*|down|los[st]\w*|lower\w*|cut\w*|shr[aiu]nk\w*|slip\w*|plung\w*|minus|negative|contract\w*|reduc\w*|less)\b/iu;

/** Units kept before they are read anew. */
const MOST_KEPT = 10_000;

/** What is to be said of a phrase: a stable code, and a sentence with the cure. */
interface PhraseWarning {
  readonly code: "phrase_without_number" | "other_unit";
  readonly message: string;
}

/**
 * Says where the phrase of a figure does not hold its number, or states another unit than its metric's. A phrase with the number in
 * plain digits and no other is not read for it, and its unit once for all that differ in the digits alone: a file has a hundred thousand.
 */
export class PhraseChecks {
  readonly #units = new Map<string, ReturnType<typeof unitSaid>>();

  /** `language` (ISO 639-1) is that of the source, null when not known. Null where there is no phrase or nothing to say of it. */
  check(content: FigureContent, measure: Measured, language: string | null): PhraseWarning | null {
    const phrase = content.citations[0]?.phrase;
    if (phrase == null) return null;
    const said = { digits: content.value, digitsHigh: content.valueHigh };
    const plain = said.digitsHigh === null && isPlainlyHeld(phrase, said.digits);
    const message = plain ? null : phraseWarning(phraseHoldsValue(phrase, said, language), said);
    if (message !== null) return { code: "phrase_without_number", message };
    const unit = plain ? this.#unitOfKind(phrase, said, language) : unitSaid(phrase, said, language);
    if (unit === null || fitsUnit(unit, measure) !== false) return null;
    const own = measure.counted ?? measure.unit;
    return { code: "other_unit", message: `The phrase says “${unit.text}”, and the metric is in ${own}` };
  }

  #unitOfKind(phrase: string, said: Parameters<typeof unitSaid>[1], language: string | null) {
    const kind = `${language} ${phrase.replace(/\d[\d.,'’]*\d|\d/, "#")}`;
    const known = this.#units.get(kind);
    if (known !== undefined) return known;
    const unit = unitSaid(phrase, said, language);
    if (this.#units.size >= MOST_KEPT) this.#units.clear();
    this.#units.set(kind, unit);
    return unit;
  }
}

function isPlainlyHeld(phrase: string, digits: string): boolean {
  const numbers = phrase.replace(/(?<=\d),(?=\d{3}(?!\d))/g, "").match(/\d[\d.,'’]*\d|\d/g);
  return numbers?.length === 1 && numbers[0] === digits && !UNPLAIN.test(phrase);
}
