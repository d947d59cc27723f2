/** A stretch of a text; end is exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Longest stretch read as one sentence: what is longer is cut, so that the work per sentence is bounded. */
const LONGEST = 500;

const ABBREVIATED =
  /(?:\b(?:[A-Za-z]|Mr|Mrs|Ms|Dr|Prof|St|No|Nos|Fig|vs|approx|ca|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Gen|Sen|Rep|Gov|Rs|pct|e\.g|i\.e|etc)|\b[A-Z](?:\.[A-Z]){1,4})$/;

const SPEAKER_BEHIND =
  /^(?:\p{Script=Han}{2,16}[，,])?[\p{Script=Han}A-Za-z]{2,26}(?:说|表示|介绍|称|告诉记者|透露|坦言)[。，,]/u;

/**
 * The paragraphs of a text, without the white space around them. Where blank lines stand, they part paragraphs and a single
 * line break is a space (text wrapped by hand); else each line is a paragraph.
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
  const isBlank = ({ start, end }: Stretch) => text.slice(start, end).trim() === "";
  const hasBlank = lines.some((line, index) => isBlank(line) && index > 0 && index < lines.length - 1);
  const paragraphs: Stretch[] = [];
  let isOpen = false;
  for (const line of lines) {
    if (isBlank(line)) {
      isOpen = false;
      continue;
    }
    const last = paragraphs.at(-1);
    if (isOpen && hasBlank && last !== undefined) paragraphs[paragraphs.length - 1] = { ...last, end: line.end };
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
      while (end < paragraph.end && /["')\]”’」』）]/.test(text[end] ?? "")) end += 1;
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
  if (next !== "" && !/[\s"'”’)\]]/.test(next)) return false;
  return !ABBREVIATED.test(text.slice(Math.max(start, at - 12), at)) || /^\s*$/.test(text.slice(at + 1, at + 4));
}

function trimmed(text: string, { start, end }: Stretch): Stretch {
  const within = text.slice(start, end);
  const lead = within.length - within.trimStart().length;
  if (lead === within.length) return { start: end, end };
  return { start: start + lead, end: start + within.trimEnd().length };
}
