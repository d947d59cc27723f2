import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { barDomain, lineDomain, logDomain, roundDomain, wholeDomain, yearDomain } from "@/lib/charts/axes/domain";
import { fractionOf, valueAt } from "@/lib/charts/axes/scale";

test.each([
  [
    [5, 20],
    [0, 20],
  ],
  [
    [-4, 6],
    [-4, 6],
  ],
  [
    [-4, -1],
    [-4, 0],
  ],
  [[0], [0, 1]],
])("bars %j stand on zero: %j", (values, domain) => {
  expect(barDomain(values)).toEqual(domain);
});

test("a share has its whole only where it can be one", () => {
  expect(wholeDomain([20, 7.7])).toEqual([0, 100]);
  expect(wholeDomain([20, 120])).toBeNull();
  expect(wholeDomain([-1])).toBeNull();
});

test.each([
  [
    [19.7, 53.3],
    [0, 60],
  ],
  [
    [98, 99],
    [98, 99],
  ],
  [
    [2000, 2000],
    [1800, 2200],
  ],
  [
    [0, 0],
    [-1, 1],
  ],
  [
    [-3, 9.1],
    [-5, 10],
  ],
])("%j on an axis of round ends: %j", (values, domain) => {
  expect(roundDomain(values, 5)).toEqual(domain);
});

test.each([
  [
    [200, 100_000],
    [100, 100_000],
  ],
  [[1000], [1000, 10_000]],
  [
    [0.02, 3],
    [0.01, 10],
  ],
])("%j on a log axis: %j", (values, domain) => {
  expect(logDomain(values)).toEqual(domain);
});

test("zero has no place on a log axis", () => {
  expect(logDomain([0, 10])).toBeNull();
  expect(() => fractionOf({ kind: "log", domain: [1, 10] }, 0)).toThrow(RangeError);
});

test("no values give an axis all the same, not one from infinity to infinity", () => {
  expect(barDomain([])).toEqual([0, 1]);
  expect(roundDomain([], 5)).toEqual([-1, 1]);
  expect(lineDomain([], 5)).toEqual([-1, 1]);
  expect(wholeDomain([])).toBeNull();
  expect(logDomain([])).toBeNull();
  expect(yearDomain([])).toEqual([0, 1]);
});

test("values that a float can hardly tell apart are flat", () => {
  const [start, end] = roundDomain([1_000_000_000_000_001, 1_000_000_000_000_003], 5);
  expect(end - start).toBeGreaterThan(1e14);
});

test.each([
  // The lowest value lies at the foot of the axis: one more step below it.
  [
    [98, 99],
    [97.8, 99],
  ],
  [
    [-12, -4],
    [-15, 0],
  ],
  // It has room already, or stands on zero.
  [
    [19.7, 53.3],
    [0, 60],
  ],
  [
    [0, 10],
    [0, 10],
  ],
])("%j on an axis that runs upwards: %j", (values, domain) => {
  expect(lineDomain(values, 5)).toEqual(domain);
});

test("years begin and end whole", () => {
  expect(yearDomain([2016.5, 2019.16])).toEqual([2016, 2020]);
  expect(yearDomain([2020])).toEqual([2020, 2021]);
});

describe("for any values", () => {
  const values = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 12 });

  test("every value lies within its axis, and the axis has a length", () => {
    fc.assert(
      fc.property(values, (some) => {
        for (const [start, end] of [roundDomain(some, 5), barDomain(some)]) {
          expect(end).toBeGreaterThan(start);
          const slack = (end - start) * 1e-6;
          expect(Math.min(...some)).toBeGreaterThanOrEqual(start - slack);
          expect(Math.max(...some)).toBeLessThanOrEqual(end + slack);
        }
      }),
    );
  });

  test("a place leads back to its value, linear and log", () => {
    const domain = fc.tuple(
      fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
      fc.double({ min: 2, max: 1e6, noNaN: true }),
    );
    fc.assert(
      fc.property(domain, fc.double({ min: 0, max: 1, noNaN: true }), ([start, factor], fraction) => {
        for (const kind of ["linear", "log"] as const) {
          const scale = { kind, domain: [start, start * factor] as const };
          expect(fractionOf(scale, valueAt(scale, fraction))).toBeCloseTo(fraction, 6);
        }
      }),
    );
  });
});
