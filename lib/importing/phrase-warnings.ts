import type { FigureContent } from "@/lib/importing/judge-row";
import { phraseHoldsValue, phraseWarning } from "@/lib/reading/phrase-holds";

/** Words that may make a number a fall, and marks and words that may make it another number. */
const UNPLAIN =
  /(?<!\p{L})-|-(?!\p{L})|[−–—~～〜‐‑¹²³⁰-⁹½¼¾⅓万萬亿億千百兆成减降跌负少]|\b(?:thousand|million|billion|trillion|lakh|crore|hundred|dozen|k|m|bn|mln|mn|tn|to|and|or|f[ea]ll|fallen|falling|drop\w*|declin\w*|decreas\w*|down|los[st]\w*|lower\w*|cut\w*|shr[aiu]nk\w*|slip\w*|plung\w*|minus|negative|contract\w*|reduc\w*|less)\b/iu;

/**
 * What is to be said of the phrases of a figure: that the first of them does not hold its number. Null where it does, and where there is none.
 * A phrase that has the number in plain digits and no other is not read further: files have a hundred thousand of them.
 */
export function warningOfPhrase(content: FigureContent): string | null {
  const phrase = content.citations[0]?.phrase;
  if (phrase == null) return null;
  const said = { digits: content.value, digitsHigh: content.valueHigh };
  if (said.digitsHigh === null && isPlainlyHeld(phrase, said.digits)) return null;
  return phraseWarning(phraseHoldsValue(phrase, said), said);
}

function isPlainlyHeld(phrase: string, digits: string): boolean {
  const numbers = phrase.replace(/(?<=\d),(?=\d{3}(?!\d))/g, "").match(/\d[\d.,'’]*\d|\d/g);
  return numbers?.length === 1 && numbers[0] === digits && !UNPLAIN.test(phrase);
}
