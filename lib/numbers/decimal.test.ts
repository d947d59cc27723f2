import { describe, expect, test } from "vitest";
import { plainDecimal, roundedTo15, timesTen } from "@/lib/numbers/decimal";

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

test.each([
  ["3521418059.923445", "3521418059.92345"],
  ["2813571753.8725324", "2813571753.87253"],
  ["0.0000123456789012345678", "0.0000123456789012346"],
  ["999999999999999.6", "1000000000000000"],
  ["12345678901234567", "12345678901234600"],
  ["9.99999999999999999", "10.00000000000000"],
  ["53.601836756756754", "53.6018367567568"],
  ["12.5", "12.5"],
  ["0", "0"],
])("%s is %s in 15 digits", (digits, rounded) => expect(roundedTo15(digits)).toBe(rounded));
