import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ENUMS } from "@/lib/enums";
import { bounds, contains, overlap } from "@/lib/figures/bounds";
import type { Quantity } from "@/lib/figures/figure";

const quantity = fc
  .record({
    wording: fc.constantFrom(...ENUMS.Wording),
    value: fc.integer({ min: -50, max: 50 }),
    span: fc.integer({ min: 1, max: 20 }),
  })
  .map(
    ({ wording, value, span }): Quantity => ({
      wording,
      value,
      valueHigh: wording === "between" ? value + span : null,
    }),
  );

describe("bounds follow the wording and nothing else", () => {
  test.each([
    ["exactly", null, { low: 7, lowOpen: false, high: 7, highOpen: false }],
    ["about", null, { low: null, high: null }],
    ["more_than", null, { low: 7, lowOpen: true, high: null }],
    ["at_least", null, { low: 7, lowOpen: false, high: null }],
    ["nearly", null, { low: null, high: 7, highOpen: true }],
    ["less_than", null, { low: null, high: 7, highOpen: true }],
    ["up_to", null, { low: null, high: 7, highOpen: false }],
    ["between", 9, { low: 7, lowOpen: false, high: 9, highOpen: false }],
  ] as const)("%s", (wording, valueHigh, expected) => {
    expect(bounds({ wording, value: 7, valueHigh })).toMatchObject(expected);
  });

  test("overlap is symmetric, and what contains also overlaps", () => {
    fc.assert(
      fc.property(quantity, quantity, (a, b) => {
        const [first, second] = [bounds(a), bounds(b)];
        expect(overlap(first, second)).toBe(overlap(second, first));
        if (contains(first, second)) expect(overlap(first, second)).toBe(true);
        expect(contains(first, first)).toBe(true);
      }),
    );
  });

  test.each([
    ["nearly", 300, "exactly", 300, false],
    ["nearly", 300, "at_least", 299, true],
    ["up_to", 300, "exactly", 300, true],
    ["more_than", 300, "up_to", 300, false],
    ["more_than", 300, "less_than", 299, false],
    ["about", 1, "exactly", 900, true],
  ] as const)("%s %d and %s %d", (wordingA, valueA, wordingB, valueB, expected) => {
    const of = (wording: Quantity["wording"], value: number) => bounds({ wording, value, valueHigh: null });
    expect(overlap(of(wordingA, valueA), of(wordingB, valueB))).toBe(expected);
  });
});
