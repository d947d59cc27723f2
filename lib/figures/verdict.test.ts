import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ENUMS } from "@/lib/enums";
import { countOrigins, verdict, worstVerdict } from "@/lib/figures/verdict";
import { sampleCitation, sampleFigure } from "@/tests/setup/data/sample-figure";

describe("verdict on two claims", () => {
  test.each([
    ["exactly", 34, "exactly", 34, "agree"],
    ["exactly", 34, "exactly", 35.3, "differ"],
    ["more_than", 40, "exactly", 42, "agree"],
    ["more_than", 40, "at_least", 40, "vaguer"],
    ["more_than", 40, "exactly", 40, "differ"],
    ["about", 40, "exactly", 40, "vaguer"],
    ["about", 40, "exactly", 41, "cannot_tell"],
    ["more_than", 40, "less_than", 50, "cannot_tell"],
    ["nearly", 300, "exactly", 310, "differ"],
  ] as const)("%s %d against %s %d: %s", (wordingA, valueA, wordingB, valueB, expected) => {
    const a = sampleFigure({ wording: wordingA, value: valueA });
    const b = sampleFigure({ wording: wordingB, value: valueB });
    expect(verdict(a, b).kind).toBe(expected);
  });

  test.each([
    ["region", { region: { code: "YY", name: "Elsewhere" } }],
    ["organisation", { organisation: { slug: "acme", name: "Acme" } }],
    ["outlook", { outlook: "target" }],
    ["time", { periodStart: "2021", periodEnd: "2021" }],
    ["missing time", { periodStart: null, periodEnd: null }],
  ] as const)("another %s is not comparable", (_, part) => {
    expect(verdict(sampleFigure(), sampleFigure(part)).kind).toBe("not_comparable");
  });

  test("is symmetric, and a claim agrees with itself", () => {
    const figure = fc
      .record({ wording: fc.constantFrom(...ENUMS.Wording), value: fc.integer({ min: 0, max: 9 }) })
      .map(({ wording, value }) =>
        sampleFigure({ wording, value, valueHigh: wording === "between" ? value + 3 : null }),
      );
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        expect(verdict(a, b)).toEqual(verdict(b, a));
        expect(verdict(a, a).kind).toBe("agree");
      }),
    );
  });

  test("the worst of several is told, and none when nothing is comparable", () => {
    const figure = sampleFigure({ value: 34 });
    const others = [sampleFigure({ value: 34 }), sampleFigure({ value: 36 }), sampleFigure({ outlook: "target" })];
    expect(worstVerdict(figure, others)?.kind).toBe("differ");
    expect(worstVerdict(figure, others.slice(2))).toBeNull();
  });

  test("repeats of one origin count once", () => {
    const citations = [sampleCitation(), sampleCitation({ role: "repeat" }), sampleCitation({ role: "repeat" })];
    expect(countOrigins(sampleFigure({ citations }))).toEqual({ sources: 3, origins: 1 });
  });
});
