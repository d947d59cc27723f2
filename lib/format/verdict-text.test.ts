import { expect, test } from "vitest";
import type { Figure } from "@/lib/figures/figure";
import { apartText } from "@/lib/format/verdict-text";
import { sampleFigure } from "@/tests/setup/data/sample-figure";

const NUMBERS = [sampleFigure({ value: 90.5 }), sampleFigure({ value: 99.7 })];
const BOUND = [sampleFigure({ value: 45.9 }), sampleFigure({ value: 60, wording: "more_than" })];

test.each<[readonly Figure[], number, string]>([
  // (99.7 - 90.5) / 99.7 = 0.09228
  [NUMBERS, 9.2 / 99.7, "About 9.2% apart."],
  [NUMBERS, 0.000_788, "About 0.079% apart."],
  [NUMBERS, 0.9999, "About 100% apart."],
  // (60 - 45.9) / 60 = 0.235: more than 60 is farther, so 24% would be too much.
  [BOUND, 14.1 / 60, "At least 23% apart."],
  [BOUND, 0, "They touch and do not meet."],
])("how far apart claims are keeps what their wordings leave open", (figures, apart, expected) => {
  expect(apartText(figures, apart, "en")).toBe(expected);
});
