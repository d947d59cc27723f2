import { expect, test } from "vitest";
import { readText } from "@/lib/reading/read-text";

/** Times the reading of a text; the shortest of three, since the machine may be busy. */
function milliseconds(text: string): number {
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    readText(text, { published: "2019-02-28" });
    return performance.now() - start;
  });
  return Math.min(...times);
}

/** Growth that a quadratic reader would go beyond (it has 4); bench/reading-speed.ts measures it closely. */
const MOST_GROWTH = 3;

test.each([
  ["spaces", " "],
  ["digits", "7"],
  ["brackets", "("],
  ["dollar signs", "$"],
  ["letters", "x"],
  ["one endless sentence", "a network of some 2,000 medical experts and "],
  ["number words", "seven hundred "],
  ["capital words", "Wang "],
  ["Chinese numerals", "三千六百"],
])("reading time grows with the length and no faster: %s", { timeout: 60_000 }, (_, piece) => {
  const text = (length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
  milliseconds(text(5_000));
  const [short, long] = [milliseconds(text(50_000)), milliseconds(text(100_000))];
  expect(long).toBeLessThan(Math.max(short, 20) * MOST_GROWTH);
});
