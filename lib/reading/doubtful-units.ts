import type { Unit } from "@/lib/reading/candidate";
import { kindOf } from "@/lib/reading/noun-words";
import { SCALED_LANGUAGES } from "@/lib/reading/scales";

/** Words that look like millions and are none that is known, and words with a digit in them ("bi1lion"). */
const LIKE_SCALE =
  /^(?:\p{L}{0,8}(?:illions?|illiards?|ili[oó]n(?:es)?|iljarde?n?|ilyon|ilyar|ilhão|ilhões)|\p{L}{1,8}\d\p{L}{1,8})$/iu;

/** Why a number cannot be read: the word behind it may change its value. Null where none does. */
export function unreadableScale(unit: Unit | null): string | null {
  const word = unit?.kind === "noun" ? (/^[\p{L}\d]+/u.exec(unit.text)?.[0] ?? "") : "";
  return LIKE_SCALE.test(word) ? `“${word}” behind it may be a word of scale: write the number plainly.` : null;
}

/** What is to be looked at in a unit that is read: a word that may be of scale in its language. Null where nothing is. */
export function noteOn(
  unit: Unit | null,
  multiplier: string | null,
  { language }: { readonly language: string | null },
): string | null {
  const words = `${multiplier ?? ""}${unit?.kind === "noun" ? unit.text : ""}`;
  if (/[^\P{L}\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(words))
    return "Its language is read by numbers only: see that the words behind them do not change it.";
  if (unit?.kind !== "noun") return null;
  if (language !== null && !SCALED_LANGUAGES.has(language))
    return "Its language is read by numbers only: see that the word behind the number does not change it.";
  const isShort = /^\p{Script=Latin}{1,3}$/u.test(unit.text) && kindOf(unit.text) === "noun";
  return isShort && !MEASURES.test(unit.text)
    ? `“${unit.text}” behind it may be a word of scale: see what it means.`
    : null;
}

/** Short units and nouns that change no value. */
const MEASURES =
  /^(?:[kcmµ]?m|[kMGTPE]?(?:B|W|Wh|Hz|V|VA|bps)|[kmµ]?g|t|ha|[cmhk]?l|L|bbl|bps|MW|GW|GWh|MWh|TWh|kWh|TEU|mu|sq|mi|ft|day|car|bed|job|man|cow|bus|pig|tip|bar|pub|gym|lab|law|map|dam|mW|kV|FTE|°C|h|s|min|hr|mAh|dB|IPO|app|APP)$/;
