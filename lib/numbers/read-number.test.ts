import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { NumberFormat } from "@/lib/numbers/grouped-digits";
import { readNumber } from "@/lib/numbers/read-number";

const digitsOf = (text: string, format?: NumberFormat) => {
  const reading = readNumber(text, format);
  return reading.ok ? reading.digits : reading.code;
};

describe("a number is read as a person writes it", () => {
  test.each([
    ["9,500", "9500"],
    ["9500", "9500"],
    [" 9 500 ", "9500"],
    ["9\u202f500", "9500"],
    ["1,234,567.25", "1234567.25"],
    ["12.5", "12.5"],
    ["12.50", "12.50"],
    ["0.125", "0.125"],
    [".5", "0.5"],
    ["1.2345", "1.2345"],
    ["−4.2", "-4.2"],
    ["-0", "0"],
    ["007", "7"],
    ["９５００", "9500"],
    ["1'234'567", "1234567"],
    ["123456789012345", "123456789012345"],
    ["70000000000000000", "70000000000000000"],
  ])("%s is %s", (text, digits) => expect(digitsOf(text)).toBe(digits));

  test.each([
    ["", "missing"],
    ["   ", "missing"],
    ["1.234", "ambiguous"],
    ["-1.234", "ambiguous"],
    ["999.000", "ambiguous"],
    ["1,5", "grouping"],
    ["1,2345", "grouping"],
    ["1.234.567", "grouping"],
    ["1.234,5", "grouping"],
    ["1,234.5.6", "not_a_number"],
    ["abc", "not_a_number"],
    ["NaN", "not_a_number"],
    ["Infinity", "not_a_number"],
    ["0x10", "not_a_number"],
    ["1e5", "not_a_number"],
    ["5.", "not_a_number"],
    ["5-6", "wording"],
    ["--5", "not_a_number"],
    ["about 2,000", "wording"],
    ["more than 9,500", "wording"],
    ["~300", "wording"],
    ["20%", "unit"],
    ["$5", "unit"],
    ["9,500 companies", "unit"],
    ["70 dozen", "unit"],
    ["1234567890123456", "too_long"],
    ["1".repeat(41), "too_long"],
  ])("“%s” is asked back as %s", (text, code) => expect(digitsOf(text)).toBe(code));

  test.each<[NumberFormat, string, string]>([
    ["en", "1,234.5", "1234.5"],
    ["en", "1.234", "1.234"],
    ["de", "1.234,5", "1234.5"],
    ["de", "1.234", "1234"],
    ["de", "1,234", "1.234"],
    ["fr", "1 234,5", "1234.5"],
    ["plain", "1234.500", "1234.500"],
    ["plain", "1,234", "not_a_number"],
    ["plain", "1 234", "not_a_number"],
    ["de", "1,234.5", "not_a_number"],
  ])("declared as %s, %s is %s", (format, text, digits) => expect(digitsOf(text, format)).toBe(digits));

  test("what may be meant is offered", () => {
    expect(readNumber("1.234")).toMatchObject({ choices: ["1234", "1.234"] });
    expect(readNumber("1,5")).toMatchObject({ choices: ["1.5"] });
  });

  test("every refusal says cause and cure in a sentence, and no text throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const reading = readNumber(text);
        if (reading.ok) expect(Number.isFinite(Number(reading.digits))).toBe(true);
        else expect(reading.message.length).toBeGreaterThan(10);
      }),
    );
  });

  test("plain digits come back as they are, and a double keeps them (T68)", () => {
    const digits = fc
      .tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.stringMatching(/^\d{0,6}$/))
      .map(([whole, fraction]) => (fraction === "" ? String(whole) : `${whole}.${fraction}`));
    fc.assert(
      fc.property(digits, (text) => {
        expect(digitsOf(text, "plain")).toBe(text);
        expect(Number(Number(text).toPrecision(15))).toBe(Number(text));
      }),
    );
  });

  test("what one format writes, that format reads", () => {
    const amount = fc.integer({ min: 0, max: 10 ** 12 });
    fc.assert(
      fc.property(
        amount,
        fc.constantFrom(["en", "en-GB"], ["de", "de-DE"], ["fr", "fr-FR"]),
        (value, [format, locale]) => {
          const text = new Intl.NumberFormat(locale).format(value);
          expect(digitsOf(text, format as NumberFormat)).toBe(String(value));
        },
      ),
    );
  });
});
