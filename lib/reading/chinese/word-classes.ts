import {
  ATTRIBUTES,
  DEEDS,
  FUNCTION_WORDS,
  NOUN_ENDS,
  NOUNS,
  OPENING,
  VERB_STARTS,
  VERBS,
} from "@/lib/reading/chinese/word-lists";

/**
 * What a Chinese word can be beside a number: a function word and a verb end a noun; an attribute or a deed (服务, 研发) may stand
 * before one; a noun can be counted; of other words nothing is known.
 */
type WordClass = "function" | "verb" | "attribute" | "deed" | "noun" | "other";

/** A word of a run of Chinese text. */
export interface Word {
  readonly text: string;
  readonly kind: WordClass;
}

const KNOWN: ReadonlyMap<string, WordClass> = new Map(
  (
    [
      ["verb", VERBS],
      ["attribute", ATTRIBUTES],
      ["deed", DEEDS],
      ["function", FUNCTION_WORDS],
      ["noun", NOUNS],
    ] as const
  ).flatMap(([kind, words]) =>
    words
      .trim()
      .split(/\s+/)
      .map((word) => [word, kind] as const),
  ),
);
/** Most characters of a known word. */
const LONGEST = 8;
const ENDS_AS_NOUN = new RegExp(`^\\p{Script=Han}{1,5}${NOUN_ENDS}$`, "u");
const NOUN_END = new RegExp(`^${NOUN_ENDS}$`, "u");
const STARTS_AS_VERB = new RegExp(`^${VERB_STARTS}\\p{Script=Han}$`, "u");
const ATTRIBUTE_SHAPE = /^(?:\p{Script=Han}{1,3}[型级性化式制系]|[A-Za-z]+\d*|\d{1,4}[A-Za-z]+|\d{2,3}强)$/u;
/** A verb with how it ended: 增加到, 改造成. */
const DONE = /^(\p{Script=Han}{2})[到至出成为于入了过]$/u;
/** What makes an attribute of a word: 标准化, 智能型. */
const OF_KIND = /^[化型级性式制]$/;
const SEGMENTER = new Intl.Segmenter("zh", { granularity: "word" });

/** The words of a short run: the longest known ones, between them those of the language's own segmenter. */
export function wordsOf(run: string): readonly Word[] {
  const words: Word[] = [];
  const pieces = piecesOf(run);
  for (let at = 0; at < run.length; ) {
    const opening = OPENING.exec(run.slice(at))?.[0] ?? "";
    const known = longestKnown(run, at, pieces);
    const isOpening = opening.length > known.length || (opening !== "" && KNOWN.get(known) !== "noun");
    const text = isOpening ? opening : known !== "" ? known : (pieces.get(at) ?? "");
    const kind = isOpening ? "attribute" : classOf(text);
    let end = at + text.length;
    keepRest(pieces, end);
    const tail = pieces.get(end) ?? "";
    if (known !== "" && !isOpening && OF_KIND.test(tail)) {
      end += 1;
      words.push({ text: text + tail, kind: "attribute" });
    } else if (canJoin(text, kind) && NOUN_END.test(tail) && isTailAlone(run, end, kind, pieces)) {
      // 志愿|者, 卫生|间: a last character that makes a noun of what is none by itself.
      end += 1;
      words.push({ text: text + tail, kind: STARTS_AS_VERB.test(text + tail) ? "verb" : "noun" });
    } else words.push({ text, kind });
    at = end;
  }
  return words;
}

function canJoin(text: string, kind: WordClass): boolean {
  return kind !== "function" && (kind !== "noun" || text.length === 1);
}

/** Whether a last character begins no word of its own: behind a verb, one that stands before another single character may. */
function isTailAlone(run: string, at: number, kind: WordClass, pieces: ReadonlyMap<number, string>): boolean {
  if (longestKnown(run, at, pieces).length > 1) return false;
  return kind !== "verb" || at + 1 >= run.length || pieces.get(at + 1)?.length !== 1 || KNOWN.has(run[at + 1] ?? "");
}

/** Whether a word is one character that can end a noun (快递柜, 儿童画), and not the first of another word. */
export function isNounEnd({ text, kind }: Word, next: Word | undefined): boolean {
  if (!NOUN_END.test(text) || (kind !== "other" && kind !== "noun")) return false;
  return next === undefined || next.kind === "verb" || next.kind === "function" || next.text.length > 1;
}

/** The segmenter's pieces of a text, by where they begin. */
function piecesOf(text: string): Map<number, string> {
  return new Map([...SEGMENTER.segment(text)].map(({ segment, index }) => [index, segment]));
}

/** Makes what a known word left over of a piece that it cut a piece of its own. */
function keepRest(pieces: Map<number, string>, end: number): void {
  if (pieces.has(end)) return;
  for (let start = end - 1; start >= 0; start -= 1) {
    const piece = pieces.get(start);
    if (piece === undefined) continue;
    if (start + piece.length > end) pieces.set(end, piece.slice(end - start));
    return;
  }
}

function classOf(word: string): WordClass {
  const known = KNOWN.get(word);
  if (known !== undefined) return known;
  if (
    STARTS_AS_VERB.test(word) ||
    /^\p{Script=Han}有$/u.test(word) ||
    /^(?:verb|deed)$/.test(KNOWN.get(DONE.exec(word)?.[1] ?? "") ?? "")
  )
    return "verb";
  if (ENDS_AS_NOUN.test(word)) return "noun";
  return ATTRIBUTE_SHAPE.test(word) ? "attribute" : "other";
}

/** The longest known word at a place; one that cuts a piece of the segmenter only where nothing is known of that piece. */
function longestKnown(run: string, at: number, pieces: ReadonlyMap<number, string>): string {
  const first = pieces.get(at) ?? "";
  for (let length = Math.min(LONGEST, run.length - at); length > 0; length -= 1) {
    const text = run.slice(at, at + length);
    if (!KNOWN.has(text) || (length === 1 && first.length > 1)) continue;
    const cut = pieceAround(at + length, pieces);
    if (cut === "" || !KNOWN.has(cut)) return text;
  }
  return "";
}

/** The piece that a place lies within; empty at the edge of one. */
function pieceAround(place: number, pieces: ReadonlyMap<number, string>): string {
  for (let start = place; start >= 0; start -= 1) {
    const piece = pieces.get(start);
    if (piece !== undefined) return start < place && start + piece.length > place ? piece : "";
  }
  return "";
}
