import "server-only";
import { setImmediate as otherWork } from "node:timers/promises";
import type { Candidate, ReadingOptions, TextReading } from "@/lib/reading/candidate";
import { readInSlices, readText } from "@/lib/reading/read-text";

/** Milliseconds of reading after which other requests get their turn. */
const TURN = 8;
/** Most figures read from one text: an article has dozens, a long report a thousand. The answer is written in one go, so its length is bounded, too. */
const MOST_FIGURES = 2000;

/** What was read, and whether it stopped early because there were too many figures. */
export interface BesideReading extends Pick<TextReading, "paragraphs" | "sentences"> {
  readonly candidates: readonly Candidate[];
  readonly isCut: boolean;
}

/** Reads a text as readText does, letting other requests in every few milliseconds. Texts are read one after another. */
export function readBeside(text: string, options: ReadingOptions): Promise<BesideReading> {
  const reading = waiting.then(() => read(text, options));
  waiting = reading.then(
    () => undefined,
    () => undefined,
  );
  return reading;
}

// The patterns are made ready before the first request needs them.
readText("In 2018, more than 8,900 companies paid 3.1 billion yuan ($460 million). 超过9500家企业。");

let waiting: Promise<void> = Promise.resolve();

async function read(text: string, options: ReadingOptions): Promise<BesideReading> {
  let since = performance.now();
  let last: TextReading = { paragraphs: [], sentences: [], candidates: [] };
  for (const reading of readInSlices(text, options)) {
    last = reading;
    if (reading.candidates.length > MOST_FIGURES) break;
    if (performance.now() - since < TURN) continue;
    await otherWork();
    since = performance.now();
  }
  const isCut = last.candidates.length > MOST_FIGURES;
  return {
    paragraphs: last.paragraphs,
    sentences: last.sentences,
    candidates: last.candidates.slice(0, MOST_FIGURES),
    isCut,
  };
}
