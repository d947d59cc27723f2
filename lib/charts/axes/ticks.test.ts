import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  everyYear,
  linearTicks,
  logTicks,
  multiples,
  spanningTicks,
  stepAtLeast,
  ticksThatFit,
  yearStep,
} from "@/lib/charts/axes/ticks";

test.each([
  [1, 1],
  [1.1, 2],
  [3, 5],
  [5.1, 10],
  [0.07, 0.1],
  [0.15, 0.2],
  [2_000_001, 5_000_000],
])("a step of at least %s is %s", (least, step) => {
  expect(stepAtLeast(least)).toBe(step);
});

test.each([
  [0, 100, 6, [0, 20, 40, 60, 80, 100]],
  [0, 17_000, 6, [0, 5000, 10_000, 15_000]],
  [-5, 15, 6, [-5, 0, 5, 10, 15]],
  [0, 0.3, 4, [0, 0.1, 0.2, 0.3]],
  [0, 7, 2, [0, 5]],
])("ticks from %s to %s, at most %s", (start, end, most, ticks) => {
  expect(linearTicks(start, end, most)).toEqual(ticks);
});

test("an axis with round ends has a tick at both", () => {
  expect(spanningTicks(0, 15, 8)).toEqual([0, 5, 10, 15]);
  expect(spanningTicks(0, 60, 8)).toEqual([0, 10, 20, 30, 40, 50, 60]);
  expect(spanningTicks(0, 7, 3)).toEqual([0, 5]);
});

test.each([
  [1, 100_000, 6, [1, 10, 100, 1000, 10_000, 100_000]],
  [100, 100_000, 3, [100, 10_000]],
  [0.01, 1, 6, [0.01, 0.1, 1]],
])("powers of ten from %s to %s, at most %s", (start, end, most, ticks) => {
  expect(logTicks(start, end, most)).toEqual(ticks);
});

test.each([
  [2016, 2024, 9, 0, 1],
  [2016, 2024, 5, 0, 2],
  [1965, 2024, 6, 0, 10],
  [1965, 2024, 5, 0, 20],
  [2016, 2024, 9, 4, 1],
  [2000, 2024, 9, 5, 5],
])("years %s to %s, at most %s of them, within steps of %s: every %s", (first, last, most, within, step) => {
  expect(yearStep(first, last, most, within)).toBe(step);
});

test("the last year is always named", () => {
  expect(everyYear(4, 2016, 2023)).toEqual([2019, 2023]);
  expect(everyYear(1, 2020, 2020)).toEqual([2020]);
});

describe("for any axis", () => {
  const axis = fc
    .tuple(fc.double({ min: -1e12, max: 1e12, noNaN: true }), fc.double({ min: 1e-6, max: 1e12, noNaN: true }))
    .filter(([start, length]) => Math.abs(start) < length * 1e6);

  test("ticks ascend by one step, lie within it, and are never too many", () => {
    fc.assert(
      fc.property(axis, fc.integer({ min: 2, max: 12 }), ([start, length], most) => {
        const ticks = linearTicks(start, start + length, most);
        expect(ticks.length).toBeLessThanOrEqual(most);
        const slack = length * 1e-6;
        for (const tick of ticks) {
          expect(tick).toBeGreaterThanOrEqual(start - slack);
          expect(tick).toBeLessThanOrEqual(start + length + slack);
        }
        const steps = ticks.slice(1).map((tick, index) => tick - (ticks[index] ?? 0));
        for (const step of steps) expect(Math.abs(step - (steps[0] ?? 0))).toBeLessThan((steps[0] ?? 1) * 1e-3);
      }),
    );
  });

  test("multiples are multiples", () => {
    expect(multiples(0.1, 0.25, 0.55)).toEqual([0.3, 0.4, 0.5]);
  });

  test("labels that would touch are thinned out", () => {
    const make = (most: number) => linearTicks(0, 100, most);
    const roomy = ticksThatFit(
      make,
      6,
      600,
      (tick) => tick / 100,
      () => 30,
    );
    const tight = ticksThatFit(
      make,
      6,
      120,
      (tick) => tick / 100,
      () => 30,
    );
    expect(roomy).toHaveLength(6);
    expect(tight.length).toBeLessThan(6);
  });
});
