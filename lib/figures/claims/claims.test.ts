import { describe, expect, test } from "vitest";
import {
  claimsTogether,
  countOrigins,
  differingClaims,
  groupClaims,
  lowestAndHighest,
} from "@/lib/figures/claims/claims";
import type { Figure } from "@/lib/figures/figure";
import { sampleCitation, sampleFigure } from "@/tests/setup/data/sample-figure";

/** A made-up figure that a speaker states in a source of that name, or in one of the same publisher. */
function told(value: number, speaker: string | null, source: string, part: Partial<Figure> = {}): Figure {
  const citation = sampleCitation();
  return sampleFigure({
    ...{ value, speaker },
    citations: [{ ...citation, source: { ...citation.source, slug: source, publisher: source } }],
    ...part,
  });
}

describe("origins", () => {
  test("repeats within one figure count once", () => {
    const citations = [sampleCitation(), sampleCitation({ role: "repeat" }), sampleCitation({ role: "repeat" })];
    expect(countOrigins([sampleFigure({ citations })])).toEqual({ sources: 1, origins: 1 });
  });

  test("one speaker with one number in three articles is one origin", () => {
    const figures = [told(7, "The mayor", "a"), told(7, "the mayor", "b"), told(7, "The mayor", "c")];
    expect(countOrigins(figures)).toEqual({ sources: 3, origins: 1 });
  });

  test("one speaker with two numbers, and two speakers with one, are two", () => {
    expect(countOrigins([told(7, "The mayor", "a"), told(8, "The mayor", "b")]).origins).toBe(2);
    expect(countOrigins([told(7, "The mayor", "a"), told(7, "A company", "b")]).origins).toBe(2);
    expect(countOrigins([told(7, null, "a"), told(7, null, "b")]).origins).toBe(2);
  });

  test("what is marked as a repeat is no origin beside the number that it repeats, and one without it", () => {
    const repeat = told(7, null, "b", { citations: [sampleCitation({ role: "repeat" })] });
    expect(countOrigins([told(7, "The mayor", "a"), repeat]).origins).toBe(1);
    expect(countOrigins([told(8, "The mayor", "a"), repeat]).origins).toBe(2);
    expect(countOrigins([repeat]).origins).toBe(1);
  });
});

describe("claims together", () => {
  test.each([
    [[100, 100], "agree"],
    [[100, 100, 101], "differ"],
  ] as const)("%j: %s", (values, kind) => {
    const figures = values.map((value, index) => told(value, null, `source-${index}`));
    expect(claimsTogether(figures)).toEqual({
      kind,
      figures: values.length,
      counted: { sources: values.length, origins: values.length },
    });
  });

  test("what cannot be told stands before what is vaguer, and one alone says nothing together", () => {
    const [exact, atLeast, about] = [
      told(7, null, "a"),
      told(7, null, "b", { wording: "at_least" }),
      told(9, null, "c", { wording: "about" }),
    ];
    expect(claimsTogether([exact, atLeast])?.kind).toBe("vaguer");
    expect(claimsTogether([exact, atLeast, about])?.kind).toBe("cannot_tell");
    expect(claimsTogether([exact])).toBeNull();
  });

  test("are those of one thing and one time; a figure without a time stands with none", () => {
    const [a, b] = [told(7, null, "a"), told(8, null, "b")];
    const other = told(9, null, "c", { basis: "with suppliers" });
    const undated = [1, 2].map((value) =>
      told(value, null, "d", { periodStart: null, periodEnd: null, firstDay: null, lastDay: null }),
    );
    expect(groupClaims([a, other, ...undated, b])).toEqual([[a, b], [other]]);
    expect(differingClaims([a, other, ...undated, b])).toEqual([[a, b]]);
  });
});

test("of too many the lowest and the highest are kept, as many of each", () => {
  expect(lowestAndHighest([1, 2, 3, 4], 4)).toEqual([1, 2, 3, 4]);
  expect(lowestAndHighest([1, 2, 3, 4, 5], 4)).toEqual([1, 2, 4, 5]);
});
