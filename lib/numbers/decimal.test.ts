import { describe, expect, test } from "vitest";
import { plainDecimal, timesTen } from "@/lib/numbers/decimal";

describe("decimal digits", () => {
  test.each([
    ["10.4", 6, "10400000"],
    ["-0.25", 1, "-2.5"],
    ["1.2345", 2, "123.45"],
    ["0.07", 0, "0.07"],
  ] as const)("%s times ten to the power %i is %s", (digits, power, expected) => {
    expect(timesTen(digits, power)).toBe(expected);
  });

  test.each([
    [0, "0"],
    [-9500, "-9500"],
    [20.5, "20.5"],
    [1e21, "1000000000000000000000"],
    [-1.25e22, "-12500000000000000000000"],
    [2e-7, "0.0000002"],
    [-1.5e-7, "-0.00000015"],
    [3e-24, "0.000000000000000000000003"],
  ])("%d is written without an exponent", (value, expected) => {
    expect(plainDecimal(value)).toBe(expected);
  });
});
