import { kindOf } from "@/lib/reading/english/noun-words";

/** What may stand right before a number and after the verb that leads to it. */
const LEAD = "(?: (?:to|from|by|at|above|below))?(?: (?:just|only|about|nearly|almost|some|around|a record))*";
const MOVES =
  "rose|risen|fell|fallen|grew|grown|climbed|dropped|increased|decreased|declined|jumped|shrank|swelled|went";
/** Verbs that say how many a plural subject is, and what of them stands before. */
const COUNTS = new RegExp(
  `^(?:(?:have|has|had|will|could|may|should) )?(?:since |now |already |also )?(?:passed|reached|hit|topped|exceeded|surpassed|total(?:s|l?ed)?|number(?:s|ed)?|stood|stands?|${MOVES})(?: from [\\d.,]{1,12}(?: million| billion)?)?${LEAD}$`,
  "i",
);
/** "Branches from 20 to": the verb is that of the part before. */
const GAPPED = /^from(?: [\d.,]{1,12}(?: million| billion)? to)?$/i;
/** Plurals that are amounts of money: a bare number of them is none of pieces. */
const MONEY =
  /^(?:sales|exports|imports|profits|revenues|earnings|costs|prices|losses|assets|debts|reserves|wages|rents|values|takings|savings|returns|shipments|orders|deposits|loans|funds|investments|temperatures|results|levels|rates|margins|points|percentages|shares|stocks)$/i;

/** The plural that is the subject of a clause whose number comes next: "mobile subscribers have passed", "staff rose from 300 to"; null for none. */
export function subjectBefore(before: string): string | null {
  const clause = before.split(/[.;:,]\s|\b(?:and|but|while|as|that|when|where|whereas)\s|[()–—]\s?/i).at(-1) ?? "";
  const words = clause.trim().split(/\s+/);
  for (let length = Math.min(4, words.length - 1); length > 0; length -= 1) {
    const subject = words.slice(0, length);
    const head = subject.at(-1) ?? "";
    const kind = kindOf(head);
    if ((kind !== "plural" && kind !== "mass") || MONEY.test(head) || !subject.slice(0, -1).every(isWithin)) continue;
    const rest = words.slice(length).join(" ");
    const isGapped = GAPPED.test(rest) && new RegExp(`\\b(?:${MOVES}) from\\b`, "i").test(before);
    if (COUNTS.test(rest) || isGapped) return decapitalised(subject).join(" ");
  }
  return null;
}

/** Whether a word may stand before the head of a subject. */
function isWithin(word: string): boolean {
  return /^\p{L}[\p{L}-]*$/u.test(word) && !["stop", "verb", "adverb"].includes(kindOf(word));
}

/** Without the capital of a sentence's first word, unless it is a name or an abbreviation. */
function decapitalised([first = "", ...rest]: readonly string[]): readonly string[] {
  return [/^\p{Lu}\p{Ll}+$/u.test(first) ? first.toLowerCase() : first, ...rest];
}
