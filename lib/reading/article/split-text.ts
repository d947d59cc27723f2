/** A stretch of a text; end is exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Longest stretch read as one sentence: what is longer is cut, so that the work per sentence is bounded. */
const LONGEST = 500;

const ABBREVIATED =
  /(?:\b(?:[A-Za-z]|Mr|Mrs|Ms|Dr|Prof|St|No|Nos|Fig|vs|approx|ca|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Gen|Sen|Rep|Gov|Rs|pct|sq|Mrd|Mio|Tsd|Mds?|e\.g|i\.e|etc)|\b[A-Z](?:\.[A-Z]){1,4})$/;

const SPEAKER_BEHIND =
  /^(?:\p{Script=Han}{2,16}[，,])?[\p{Script=Han}A-Za-z]{2,26}(?:说|表示|介绍|称|告诉记者|透露|坦言)[。，,]/u;

/** What begins a line that goes on from a number, and what ends a line that goes on with one. */
const AFTER_NUMBER = /^(?:thousand|million|billion|trillion|crore|lakh|percent|per cent|%|[万亿])/i;
const BEFORE_NUMBER =
  /(?<!\p{L})(?:about|almost|approximately|around|at least|at most|between|by|exceeded|from|in|least|less than|more than|nearly|of|over|roughly|some|than|to|under|up to|was|were|is|are)$|(?:[超越]过|[约近逾达为至到]|不足|至少)$/iu;
/** Length from which a line that ends within a sentence is one that the page broke. */
const BROKEN = 40;

/** Whether a line goes on in the next one: as the page of a PDF breaks lines. */
function goesOn(line: string, next: string): boolean {
  if (/\d$/.test(line) && AFTER_NUMBER.test(next)) return true;
  if (BEFORE_NUMBER.test(line) && /^[$€£¥₹]?\d/.test(next)) return true;
  return /\p{Ll}[-\u00ad]$/u.test(line) || (line.length >= BROKEN && /[\p{L}\d,%]$/u.test(line))
    ? /^\p{Ll}/u.test(next)
    : false;
}

/**
 * The paragraphs of a folded text, without the white space around them. Where blank lines stand, they part paragraphs and a
 * single line break is a space (text wrapped by hand); else each line is a paragraph, but for lines that break a sentence.
 */
export function splitParagraphs(text: string): readonly Stretch[] {
  const lines: Stretch[] = [];
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    lines.push({ start, end });
    start = end + 1;
  }
  const lineOf = ({ start, end }: Stretch) => text.slice(start, end).replace(AROUND, "");
  const isBlank = (line: Stretch) => lineOf(line) === "";
  const hasBlank = lines.some((line, index) => isBlank(line) && index > 0 && index < lines.length - 1);
  const paragraphs: Stretch[] = [];
  let isOpen = false;
  for (const [index, line] of lines.entries()) {
    if (isBlank(line)) {
      isOpen = false;
      continue;
    }
    const last = paragraphs.at(-1);
    const isSame = hasBlank || (last !== undefined && goesOn(lineOf(lines[index - 1] ?? last), lineOf(line)));
    if (isOpen && isSame && last !== undefined) paragraphs[paragraphs.length - 1] = { ...last, end: line.end };
    else paragraphs.push(line);
    isOpen = true;
  }
  return paragraphs.map((paragraph) => trimmed(text, paragraph)).filter(({ start, end }) => end > start);
}

/** The sentences of one paragraph. A point within a number or after an abbreviation ends none; nothing is longer than 500 characters. */
export function* splitSentences(text: string, paragraph: Stretch): Generator<Stretch> {
  let start = paragraph.start;
  const cut = function* (end: number): Generator<Stretch> {
    const sentence = trimmed(text, { start, end });
    start = end;
    if (sentence.end > sentence.start) yield sentence;
  };
  for (let at = paragraph.start; at < paragraph.end; at += 1) {
    if (isEnd(text, at, start)) {
      let end = at + 1;
      while (end < paragraph.end && BEHIND_END.test(text[end] ?? "")) end += 1;
      end += text[end] === "[" ? (/^\[\d{1,3}\]/.exec(text.slice(end, end + 5))?.[0].length ?? 0) : 0;
      // “……。”何志远说。 The speaker stands behind the quotation.
      if (end > at + 1 && SPEAKER_BEHIND.test(text.slice(end, end + 50))) continue;
      // A quotation that ends inside a sentence ("…," or ?" he said) goes on in lower case.
      if (/^\s?(?:[a-z]|(?:said|says|told)\b)/.test(text.slice(end, end + 2)) && end > at + 1) continue;
      at = end - 1;
      yield* cut(end);
    } else if (at - start >= LONGEST) {
      const space = text.slice(start, at).lastIndexOf(" ");
      const end = space > LONGEST / 2 ? start + space : at;
      yield* cut(end);
      at = end;
    }
  }
  yield* cut(paragraph.end);
}

function isEnd(text: string, at: number, start: number): boolean {
  const mark = text[at] ?? "";
  if ("。！？!?".includes(mark)) return true;
  if (mark !== ".") return false;
  const next = text[at + 1] ?? "";
  if (next !== "" && !/\s/.test(next) && !BEHIND_END.test(next) && !/^\[\d{1,3}\]/.test(text.slice(at + 1, at + 6)))
    return false;
  if (isBroken(text.slice(Math.max(start, at - 5), at + 1), text.slice(at + 1, at + 16))) return false;
  return !ABBREVIATED.test(text.slice(Math.max(start, at - 12), at)) || /^\s*$/.test(text.slice(at + 1, at + 4));
}

/** "12. 5 percent": a space that crept in behind the point of a number. */
function isBroken(before: string, after: string): boolean {
  return (
    /(?:^|[^\d.,])\d{1,3}\.$/.test(before) &&
    /^ \d{1,2}\s?(?:%|per ?cent|million|billion|trillion|crore|[万亿])/i.test(after)
  );
}

/** White space and what is not read, at both ends. */
const AROUND = /^[\s\u200b]+|[\s\u200b]+$/g;
/** What may follow the mark that ends a sentence: quotes, brackets, marks of footnotes, what is not read. */
const BEHIND_END = /["')\]”’」』）\u200b⁰¹²³⁴-⁹]/;

function trimmed(text: string, { start, end }: Stretch): Stretch {
  const within = text.slice(start, end);
  const lead = /^[\s\u200b]*/.exec(within)?.[0].length ?? 0;
  if (lead === within.length) return { start: end, end };
  const kept = within.replace(/[\s\u200b]+$/, "");
  return { start: start + lead, end: start + kept.length };
}
