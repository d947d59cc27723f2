import "server-only";
import { setImmediate as otherWork } from "node:timers/promises";
import type { Candidate, ReadingOptions, TextReading } from "@/lib/reading/candidate";
import { readInSlices, readText } from "@/lib/reading/read-text";

/** Milliseconds of reading after which other requests get their turn. */
const TURN = 3;
/** Most figures, and most sentences, read from one text: an article has dozens, a long report a thousand. The answer is written in one go, so its length is bounded, too. */
const MOST_FIGURES = 2000;
const MOST_SENTENCES = 20_000;

/** What was read, and whether it stopped early because there was too much. */
export interface BesideReading extends Pick<TextReading, "paragraphs" | "sentences"> {
  readonly candidates: readonly Candidate[];
  readonly isCut: boolean;
}

/** A text that is being read, and who waits for it. */
interface Reader {
  readonly slices: Iterator<TextReading>;
  last: TextReading;
  readonly resolve: (reading: BesideReading) => void;
  readonly reject: (error: unknown) => void;
}

/** Reads a text as readText does, letting other requests in every few milliseconds. Texts that come together take turns, so that a short one need not wait for a long one. */
export function readBeside(text: string, options: ReadingOptions): Promise<BesideReading> {
  return new Promise((resolve, reject) => {
    const slices = readInSlices(text, options)[Symbol.iterator]();
    readers.push({ slices, last: { paragraphs: [], sentences: [], candidates: [] }, resolve, reject });
    if (readers.length === 1) void takeTurns();
  });
}

// The patterns are made ready before the first request needs them.
readText("In 2018, more than 8,900 companies paid 3.1 billion yuan ($460 million). 超过9500家企业。");

const readers: Reader[] = [];

/** Reads all there are, one turn each, until none is left. */
async function takeTurns(): Promise<void> {
  for (let reader = readers[0]; reader !== undefined; reader = readers[0]) {
    const isDone = takeTurn(reader);
    readers.shift();
    if (!isDone) readers.push(reader);
    if (readers.length > 0) await otherWork();
  }
}

/** Whether the reader needs no further turn. */
function takeTurn(reader: Reader): boolean {
  const until = performance.now() + TURN;
  try {
    do {
      const slice = reader.slices.next();
      if (!slice.done) reader.last = slice.value;
      const isCut = isTooMuch(reader.last);
      if (slice.done || isCut) {
        reader.resolve(answerOf(reader.last, isCut));
        return true;
      }
    } while (performance.now() < until);
    return false;
  } catch (error) {
    reader.reject(error);
    return true;
  }
}

function isTooMuch({ candidates, sentences }: TextReading): boolean {
  return candidates.length > MOST_FIGURES || sentences.length > MOST_SENTENCES;
}

function answerOf({ paragraphs, sentences, candidates }: TextReading, isCut: boolean): BesideReading {
  return { paragraphs, sentences, candidates: candidates.slice(0, MOST_FIGURES), isCut };
}
