import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ENUMS } from "@/lib/enums";
import { type Bounds, bounds, contains } from "@/lib/figures/bounds";
import { claimKey, verdict } from "@/lib/figures/claims/verdict";
import type { Figure } from "@/lib/figures/figure";
import { sampleFigure } from "@/tests/setup/data/sample-figure";

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

  const BASIS = { basis: "with suppliers" } as const;
  const [JUNE, YEAR] = [
    { periodStart: "2020-01", periodEnd: "2020-06" },
    { periodStart: "2020", periodEnd: "2020" },
  ];
  const metric = sampleFigure().metric;
  const run = { metric: { ...metric, kind: "duration", unit: "years", accumulation: null } } as const;
  const flow = { metric: { ...metric, accumulation: "flow" } } as const;
  test.each([
    ["what is counted", BASIS, {}, "not_comparable", /do not count the same/],
    ["the same basis", BASIS, BASIS, "agree", /both say the same/],
    ["preliminary and final", { release: "preliminary" }, { release: "final" }, "not_comparable", /preliminary.*final/],
    ["preliminary and unsaid", { release: "preliminary" }, {}, "not_comparable", /only one of them/],
    ["target and outcome", { outlook: "target" }, {}, "not_comparable", /one is a target/],
    ["units", { metric: { ...metric, unit: "CNY" } }, {}, "not_comparable", /units differ/],
    [
      "a flow of half a year and of the year",
      { ...flow, ...JUNE },
      { ...flow, ...YEAR },
      "not_comparable",
      /longer time/,
    ],
    ["a stock within the year and in the year", JUNE, YEAR, "cannot_tell", /different days/],
    [
      "runs of years to one end",
      { ...run, value: 6, periodStart: "2015" },
      { ...run, value: 5, periodStart: "2016" },
      "differ",
      /no number/,
    ],
    [
      "runs of years to two ends",
      { ...run, periodStart: "2015" },
      { ...run, periodStart: "2015", periodEnd: "2021" },
      "not_comparable",
      /times/,
    ],
    ["rounded", { value: 339_000 }, { value: 340_000 }, "differ", /unless one is rounded/],
    [
      "touching",
      { value: 40, wording: "more_than" },
      { value: 40 },
      "differ",
      /^no number is both, though they touch$/,
    ],
    [
      "touching from below",
      { value: 40, wording: "nearly" },
      { value: 40, wording: "at_least" },
      "differ",
      /they touch$/,
    ],
    ["not rounded", { value: 99.7, digits: "99.7" }, { value: 90.5, digits: "90.5" }, "differ", /^no number is both$/],
  ] as const)("%s", (_, a, b, kind, reason) => {
    const [one, other] = [sampleFigure(a as Partial<Figure>), sampleFigure(b as Partial<Figure>)];
    expect(verdict(one, other)).toEqual({ kind, reason: expect.stringMatching(reason) });
    expect(verdict(other, one)).toEqual(verdict(one, other));
  });
});

const wordings = fc.constantFrom(...ENUMS.Wording);
const numbers = fc.integer({ min: -9, max: 9 });
const figures = fc
  .record({ wording: wordings, value: numbers, wide: fc.boolean(), release: fc.constantFrom(null, "final" as const) })
  .map(({ wording, value, wide, release }) =>
    sampleFigure({
      ...{ wording, value, release, valueHigh: wording === "between" ? value + 3 : null },
      ...(wide ? { periodStart: "2019" } : {}),
    }),
  );

/** Every claim whose bounds hold those of a figure, and whose number is at most 2 away. */
function widerThan(figure: Figure): readonly Figure[] {
  const near = [-2, -1, 0, 1, 2].map((step) => figure.value + step);
  const all = near.flatMap((value) =>
    ENUMS.Wording.map((wording) => ({
      ...figure,
      wording,
      value,
      valueHigh: wording === "between" ? value + 4 : null,
    })),
  );
  return all.filter((other) => contains(bounds(other), bounds(figure)));
}

test("is symmetric, and a claim agrees with itself", () => {
  fc.assert(
    fc.property(figures, figures, (a, b) => {
      expect(verdict(a, b)).toEqual(verdict(b, a));
      expect(verdict(a, a).kind).toBe("agree");
    }),
  );
});

test("wider bounds never make two claims differ that did not", () => {
  fc.assert(
    fc.property(figures, figures, (a, b) => {
      const before = verdict(a, b).kind;
      if (before === "differ") return;
      for (const wider of widerThan(b)) expect(verdict(a, wider).kind).not.toBe("differ");
    }),
  );
});

test("claims differ exactly where no number satisfies both bounds, so that no order is claimed where bounds overlap", () => {
  const steps = Array.from({ length: 81 }, (_, index) => index / 2 - 20);
  const holds = (number: number, { low, lowOpen, high, highOpen }: Bounds) =>
    (low === null || number > low || (number === low && !lowOpen)) &&
    (high === null || number < high || (number === high && !highOpen));
  fc.assert(
    fc.property(figures, figures, (a, b) => {
      fc.pre(claimKey(a) === claimKey(b));
      const together = steps.some((number) => holds(number, bounds(a)) && holds(number, bounds(b)));
      expect(verdict(a, b).kind === "differ").toBe(!together);
    }),
  );
});
