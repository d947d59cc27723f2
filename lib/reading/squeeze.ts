/** A text with single spaces, and where its characters stood before. */
export interface Squeezed {
  readonly text: string;
  /** The place in the text as it was of a place in the squeezed one; the end of the one is the end of the other. */
  readonly placeOf: (at: number) => number;
}

/** A hard space between digits groups them (1 234): it stays. */
const GROUPING = /^\d[\u00a0\u2009\u202f]\d{3}(?!\d)/;

/** The same text with every gap between words as one space, as the patterns of the reader expect it. */
export function squeeze(text: string): Squeezed {
  if (!/[^\S ]|\s\s/.test(text)) return { text, placeOf: (at) => at };
  const places: number[] = [];
  let squeezed = "";
  let done = 0;
  for (const { index, 0: gap } of text.matchAll(/\s+/g)) {
    if (gap === " " || GROUPING.test(text.slice(Math.max(0, index - 1), index + 5))) continue;
    for (let at = done; at <= index; at += 1) places.push(at);
    squeezed += `${text.slice(done, index)} `;
    done = index + gap.length;
  }
  for (let at = done; at <= text.length; at += 1) places.push(at);
  squeezed += text.slice(done);
  return { text: squeezed, placeOf: (at) => places[at] ?? text.length };
}
