import { subjectBefore } from "@/lib/reading/english/noun-subject";
import { isBeforePlural, isNounToo, isThirdPerson, kindOf, type WordKind } from "@/lib/reading/english/noun-words";

/** Measures whose noun follows with "of": pieces of data. */
const PIECES = /^(?:pieces|sets|pairs|batches|units|copies|kinds|types|sorts|items|head|cups|rolls)$/i;
/** Measures that stand right behind digits. */
const GLUED =
  /^\s?°\s?[CF](?!\p{L})|^(?:sq ?)?(?:[kcm]?m[²2³3]?|km\/h|kg|[kMGT]?Wh|[kMGT]?W|kV|[kMGTPE]B|[KMGT]bps|[PE][Ff]lops|[PE]FLOPS|ha|t|[kMG]?Hz|nm|mAh)(?![\p{L}\d])/u;
const COLLECTIVE = /^(?:population|workforce|public|electorate|group|total|class|generation|team)$/i;
const MOST_WORDS = 6;
const WORD = /^(?:&(?= )|[\p{L}\d][\p{L}\d.&/'’²³-]{0,40})/u;

/** The counted noun right after a number, and how many characters with the space before it; null when none stands there. */
export function nounAfter(
  after: string,
  mostWords = MOST_WORDS,
  isOne = false,
): { readonly text: string; readonly length: number } | null {
  const glued = GLUED.exec(after)?.[0];
  if (glued !== undefined) return { text: glued.trim(), length: glued.length };
  const gap = /^(?:\s{1,2}|-)/.exec(after)?.[0] ?? "";
  // "A 400-strong crew" names no noun.
  const isAdjective = gap === "-" && kindOf(WORD.exec(after.slice(1, 40))?.[0] ?? "") === "adverb";
  if (gap === "" || isAdjective) return null;
  const found = nounPhrase(after.slice(gap.length), gap === "-" ? 1 : mostWords, false, isOne);
  return found === null ? null : { text: found, length: gap.length + found.length };
}

/** The noun of "eleven of the villages", with how many characters from there; null unless it is a plural. */
export function membersAfter(after: string): { readonly text: string; readonly length: number } | null {
  const lead = /^\sof\s(?:the|its|their|these|those|our|his|her)\s/i.exec(after)?.[0];
  const found = lead === undefined ? null : nounPhrase(after.slice(lead.length), MOST_WORDS, true);
  if (lead === undefined || found === null || kindOf(found.split(" ").at(-1) ?? "") !== "plural") return null;
  return { text: found.replace(/^(?:[\p{L}-]+ )?[\p{L}-]+['’]s? /u, ""), length: lead.length + found.length };
}

/** What a share is of: the noun phrase after "percent of", with how many characters from there; null when none stands there. */
export function wholeAfter(
  after: string,
  isOutOf: boolean,
  isOne: boolean,
): { readonly text: string; readonly length: number } | null {
  const lead =
    /^\sof\s(?:(?:all|both)(?: of)? )?(?:the |its |their |his |her |our |a |an |this |that |these |those (?!\p{L}+(?:ed|ing)\b|(?:who|whose|that|with|in|at|from|on|under|over)\b)|all |every |each )?/iu.exec(
      after,
    )?.[0] ?? /^\s(?:the|its|their|our)\s(?=\p{L})/iu.exec(after)?.[0];
  if (lead === undefined) {
    // "One in five adults" needs no "of".
    return isOutOf ? nounAfter(after, MOST_WORDS, true) : null;
  }
  const isThem = /^(?:them|it|us|you|those|which|whom)(?!\p{L})/iu.exec(after.slice(lead.length))?.[0];
  const found = isThem ?? nounPhrase(after.slice(lead.length), MOST_WORDS, true, isOne);
  // "Nine in ten of the country's 5,400 schools": one number out of another.
  if (found === null || /^ \d/.test(after.slice(lead.length + found.length))) return null;
  const length = lead.length + found.length;
  return { text: after.slice(0, length).replace(/^\s(?:of\s)?/i, ""), length };
}

interface Word {
  readonly text: string;
  readonly kind: WordKind;
  readonly end: number;
}

/**
 * A noun phrase at the start of a text: up to its first plural or noun of many, or to what cannot belong to it. Participles,
 * adverbs and what else stands before a head belong to it only where a head follows.
 */
function nounPhrase(text: string, most: number, isAfterOf = false, isOne = false): string | null {
  const words = wordsOf(text, most + 2, isAfterOf);
  let end = 0;
  for (const [index, word] of words.entries()) {
    if (index >= most && end > 0) break;
    const next = words[index + 1];
    if (word.kind === "plural" || word.kind === "mass") {
      end = word.end;
      if (next === undefined || !isCompound(word, next)) break;
    } else if (word.kind === "noun") end = word.end;
    else if (!isBeforeHead(words, index) && !(isAfterOf && isInstalled(word, next))) break;
  }
  if (end === 0 || (isOne && !isAfterOf && words.every(({ kind }) => kind !== "plural" && kind !== "mass")))
    return null;
  const found = text.slice(0, end);
  const pieces = PIECES.test(found) && text.startsWith(" of ", end) ? nounPhrase(text.slice(end + 4), 3, true) : null;
  return pieces === null ? found : text.slice(0, end + 4 + pieces.length);
}

/** Whether a plural or a noun of many stands before its head: "jobs fairs", "staff members"; else what follows in -s is a verb ("two ferries closes"). */
function isCompound(word: Word, next: Word): boolean {
  return next.kind === "plural" && !isThirdPerson(next.text) && (word.kind === "mass" || isBeforePlural(word.text));
}

/** "Of total installed capacity": in the whole of a share a participle belongs to the noun right behind it. */
function isInstalled(word: Word, next: Word | undefined): boolean {
  return /ed$/i.test(word.text) && next?.kind === "noun";
}

/** Whether a plural or a noun of many follows a word within three more. */
function isBeforeHead(words: readonly Word[], index: number): boolean {
  return words.slice(index + 1, index + 4).some(({ kind }) => kind === "plural" || kind === "mass");
}

/** The words of a text that can belong to one noun phrase. */
function wordsOf(text: string, most: number, isAfterOf: boolean): readonly Word[] {
  const words: Word[] = [];
  let at = 0;
  while (words.length < most) {
    const raw = WORD.exec(text.slice(at, at + 42))?.[0] ?? "";
    const isOwner = /s['’]$/.test(raw) && /^ \p{L}/u.test(text.slice(at + raw.length, at + raw.length + 2));
    // "U.S. firms" keeps its last full stop.
    const isShort =
      /^(?:(?:\p{L}\.){2,}|sq\.)$/u.test(raw) && /^ \p{L}/u.test(text.slice(at + raw.length, at + raw.length + 2));
    const bare = isOwner || isShort ? raw : raw.replace(/(?<=.)[.'’/&-]+$/, "");
    const kind = kindHere(text.slice(at, at + 120), bare, words, isAfterOf);
    if (kind === null) break;
    at += bare.length;
    words.push({ text: bare, kind, end: at });
    const gap = /^(?:,? |\n)/.exec(text.slice(at, at + 2))?.[0];
    if (gap === undefined || (gap.startsWith(",") && !isJoiningAdjectives(text.slice(at + 2), words))) break;
    at += gap.length;
  }
  return words;
}

/** What a word is where it stands; null where the phrase ends before it. */
function kindHere(rest: string, word: string, before: readonly Word[], isAfterOf: boolean): WordKind | null {
  const last = before.at(-1);
  if (word === "") return null;
  // "12 Boeing 737 jets", "of the top 30 firms"
  if (/^\d[\d.,]*$/.test(word)) return /^(?:\p{Lu}|top$)/u.test(last?.text ?? "") ? "modifier" : null;
  if (/^(?:and|or|&)$/i.test(word)) return isJoiningAdjectives(rest.slice(word.length + 1), before) ? "modifier" : null;
  if (/['’]$/.test(word)) return "modifier";
  const kind = kindOf(word);
  if (kind === "stop") return null;
  if (isAfterOf) {
    if (last === undefined) return kind === "verb" || kind === "participle" ? "noun" : kind;
    // A singular takes another form of its verb: "energy use" is a noun, but a population may use.
    if (isNounToo(word) && last.kind === "noun" && !COLLECTIVE.test(last.text)) return "noun";
    return isThirdPerson(word) && last.kind === "noun" ? null : verbless(kind, word, rest, before);
  }
  return verbless(kind, word, rest, before);
}

function verbless(kind: WordKind, word: string, rest: string, before: readonly Word[]): WordKind | null {
  if (kind !== "verb") return kind;
  const next = /^ ([\p{L}-]{2,30})/u.exec(rest.slice(word.length))?.[1];
  return (isNounToo(word) || before.at(-1)?.kind === "adverb") && next !== undefined && kindOf(next) === "plural"
    ? "modifier"
    : null;
}

/** Whether an "and" or a comma joins two adjectives of one noun: "large and ultra-large data centers". */
function isJoiningAdjectives(rest: string, before: readonly Word[]): boolean {
  const last = before.at(-1);
  if (last === undefined || last.kind === "plural" || last.kind === "mass") return false;
  if (/^\d/.test(rest)) return false;
  const [first, ...others] = [
    ...(/(?:[\p{L}\d-]{2,24}(?:,? |$|[.;:)])){1,4}/u.exec(rest.slice(0, 100))?.[0].matchAll(/[\p{L}\d-]{2,24}/gu) ??
      []),
  ]
    .filter(([word]) => !/^(?:and|or)$/.test(word))
    .map(([word]) => kindOf(word));
  if (first === undefined || first === "stop" || first === "verb" || first === "plural" || first === "mass")
    return false;
  const head = others.findIndex((kind) => kind === "plural" || kind === "mass");
  return head >= 0 && others.slice(0, head).every((kind) => kind !== "stop" && kind !== "verb");
}

const COUNTED_BEFORE = /\b(?:number|total|count|amount) of (?=\p{L})/giu;
/** What leads from that noun to its number, in one clause. */
const REACHES =
  /\b(?:to|at|was|were|is|are|by|reach\w*|hit|totall?ed|topped|exceed\w*|surpass\w*|from|of|passed|has|have|had|will|could)(?: (?:just|only|already|a|an|record|total of))*$/i;

/** The noun that a number is the number of, where it stands before in the same clause: "the number of tenants reached", "tenants reached". */
export function nounBefore(before: string): string | null {
  const near = before.slice(-160).trimEnd();
  const start = [...near.matchAll(COUNTED_BEFORE)].map(({ index, 0: lead }) => index + lead.length).at(-1);
  if (start === undefined) return subjectBefore(near);
  const found = nounPhrase(near.slice(start), MOST_WORDS, true);
  if (found === null) return null;
  const between = near.slice(start + found.length);
  return REACHES.test(between) && !/[;:.]\s|,\s(?:and|but|while|of)\b/.test(between) ? found : null;
}
