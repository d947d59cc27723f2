import type { FigureContent } from "@/lib/figures/figure-fields";
import type { Measured } from "@/lib/importing/units/row-unit";
import { isOtherUnit } from "@/lib/reading/metrics/fit-unit";
import { hedgeSaid, hedgeWarning, phraseHoldsValue, phraseWarning, unitSaid } from "@/lib/reading/phrase-holds";

/** Words that may make a number a fall, and marks and words that may make it another number. */
const UNPLAIN =
  /(?<!\p{L})-|-(?!\p{L})|[−–—~～〜‐‑¹²³⁰-⁹½¼¾⅓万萬亿億千百兆成减降跌负少]|\b(?:thousand|million|billion|trillion|lakh|crore|hundred|dozen|k|m|bn|mln|mn|tn|to|and|or|f[ea]ll|fallen|falling|drop\w*|declin\w*|decreas\w*|down|los[st]\w*|lower\w*|cut\w*|shr[aiu]nk\w*|slip\w*|plung\w*|minus|negative|contract\w*|reduc\w*|less)\b/iu;

/** Kinds of phrases kept before they are read anew. */
const MOST_KEPT = 10_000;

type Held = Parameters<typeof unitSaid>[1];

/** What is to be said of a phrase: a stable code, and a sentence with the cure. */
interface PhraseWarning {
  readonly code: "phrase_without_number" | "other_wording" | "other_unit";
  readonly message: string;
}

/**
 * Says where the phrase of a figure does not hold its number, hedges it in another way, or states another unit than its metric's. A phrase with the number in
 * plain digits and no other is read once for all that differ in the digits alone: a file has a hundred thousand.
 */
export class PhraseChecks {
  /** What phrases say that hold any one number plainly; "read" for those that have to be read each time. */
  readonly #kinds = new Map<string, ReturnType<typeof saidBeside> | "read">();

  /** `language` (ISO 639-1) is that of the source, null when not known. Null where there is no phrase or nothing to say of it. */
  check(content: FigureContent, measure: Measured, language: string | null): PhraseWarning | null {
    const phrase = content.citations[0]?.phrase;
    if (phrase == null) return null;
    const said = { digits: content.value, digitsHigh: content.valueHigh };
    const plain = this.#plainKind(phrase, said, language);
    const message = plain === "read" ? phraseWarning(phraseHoldsValue(phrase, said, language), said) : null;
    if (message !== null) return { code: "phrase_without_number", message };
    const { unit, hedge } = plain === "read" ? saidBeside(phrase, said, language) : plain;
    const hedged = hedgeWarning(hedge, content.wording);
    if (hedged !== null) return { code: "other_wording", message: hedged };
    // Nouns of most languages cannot be compared with ours.
    const isForeign = unit?.kind === "noun" && !ENGLISH_LIKE.has(language);
    if (unit === null || isForeign || !isOtherUnit(unit, measure)) return null;
    const own = measure.counted ?? measure.unit;
    return { code: "other_unit", message: `The phrase says “${unit.text}”, and the metric is in ${own}` };
  }

  #plainKind(phrase: string, said: Held, language: string | null): ReturnType<typeof saidBeside> | "read" {
    const [number = "", another] = phrase.match(NUMBERS) ?? [];
    // Elsewhere 9,500 is nine and a half.
    const isUnsure = /[.,]/.test(number) && !ENGLISH_LIKE.has(language);
    const isOnly = said.digitsHigh === null && another === undefined && number.replace(GROUP, "") === said.digits;
    if (!isOnly || isUnsure) return "read";
    const kind = `${language} ${phrase.replace(number, "#")}`;
    const known = this.#kinds.get(kind);
    if (known !== undefined) return known;
    const isPlain =
      Number(said.digits) > 0 && !UNPLAIN.test(phrase) && phraseHoldsValue(phrase, said, language).kind === "holds";
    const found = isPlain ? saidBeside(phrase, said, language) : "read";
    if (this.#kinds.size >= MOST_KEPT) this.#kinds.clear();
    this.#kinds.set(kind, found);
    return found;
  }
}

/** The unit and the wording that a phrase gives a number. */
function saidBeside(phrase: string, said: Held, language: string | null) {
  return { unit: unitSaid(phrase, said, language), hedge: hedgeSaid(phrase, said, language) };
}

const ENGLISH_LIKE: ReadonlySet<string | null> = new Set([null, "en", "zh", "ja", "ko"]);
const NUMBERS = /\d[\d.,'’]*\d|\d/g;
const GROUP = /,(?=\d{3}(?!\d))/g;
