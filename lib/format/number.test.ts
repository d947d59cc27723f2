import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exactNumber, readableNumber, tickNumber } from "@/lib/format/number";

describe("numbers are written by locale and never rounded", () => {
  test.each([
    ["9500", "9,500"],
    ["60.53", "60.53"],
    ["4.0", "4.0"],
    ["-1.5", "−1.5"],
    ["999999", "999,999"],
    ["1000000", "1 million"],
    ["1186471", "1,186,471"],
    ["2250000", "2.25 million"],
    ["70000000", "70 million"],
    ["999999999", "999,999,999"],
    ["2016460000000", "2.01646 trillion"],
    ["572580000000", "572.58 billion"],
    ["12345678901234567890.5", "12,345,678,901,234,567,890.5"],
  ])("%s reads %s", (digits, expected) => {
    expect(readableNumber(digits, "en-GB")).toBe(expected);
  });

  test("a German reader gets German numbers", () => {
    expect(readableNumber("9500.25", "de")).toBe("9.500,25");
    expect(readableNumber("70000000", "de")).toBe("70 Millionen");
  });

  test.each(["", "1e3", "1,000", "0x10", "NaN", "１２"])("%j is refused", (digits) => {
    expect(() => exactNumber(digits, "en-GB")).toThrow(/not a plain decimal number/);
  });

  test("what is written reads back as the same digits", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (value) => {
        const scale: Record<string, bigint> = {
          million: 10n ** 6n,
          billion: 10n ** 9n,
          trillion: 10n ** 12n,
          thousand: 1000n,
        };
        const [number = "", word = ""] = readableNumber(String(value), "en-GB").replaceAll(",", "").split(/\s/);
        const [whole = "0", fraction = ""] = number.split(".");
        const factor = scale[word] ?? 1n;
        const read = BigInt(whole) * factor + (BigInt(fraction || "0") * factor) / 10n ** BigInt(fraction.length);
        if (word !== "quadrillion") expect(read).toBe(value);
      }),
    );
  });

  test.each([
    [0, "0"],
    [0.5, "0.5"],
    [5000, "5,000"],
    [10000, "10k"],
    [20e6, "20m"],
    [500e9, "500bn"],
    [2.5e12, "2.5tn"],
    [-20, "−20"],
    [-20e6, "−20m"],
  ])("tick %d is %s, whichever short words the engine has for a locale", (value, expected) => {
    expect(tickNumber(value, "en-GB")).toBe(expected);
    expect(tickNumber(value, "en-US")).toBe(expected);
  });
});
