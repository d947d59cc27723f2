import { expect, test } from "vitest";
import { type NumberWriting, readValue, UNKNOWN_WRITING } from "@/lib/importing/units/read-value";

const read = (text: string, writing: Partial<NumberWriting> = {}) => {
  const reading = readValue(text, { ...UNKNOWN_WRITING, ...writing }, null);
  return reading.ok ? `${reading.says?.digits}${reading.margin ? ` ± ${reading.margin}` : ""}` : reading;
};

test.each([
  ["12.5 ± 0.3", "12.5 ± 0.3"],
  ["12.5±0.3%", "12.5 ± 0.3%"],
  ["1,234 +/- 56", "1234 ± 56"],
])("%s is a number with its margin of error", (text, expected) => expect(read(text)).toBe(expected));

test.each([
  ["#DIV/0!", "cell_error", /shows the error #DIV\/0!/],
  ["=B2*2", "no_result", /formula without a result/],
  ["1.23E+10", "exponent", /is 12300000000 as far as it is shown/],
  ["-1,5e-3", "exponent", /is -0.0015 as far/],
  ["(250)", "ambiguous", /−250 or 250/],
  ["43 b", "ambiguous", /43,000,000,000 or 43/],
  ["±5", "not_a_number", /“±5” is not a number/],
])("%s is refused, with the reason", (text, code, message) =>
  expect(read(text)).toMatchObject({ code, message: expect.stringMatching(message) }),
);

test("brackets are what somebody said of them", () => {
  expect(read("(1,250)", { brackets: "minus" })).toBe("-1250");
  expect(read("(1,250)", { brackets: "mark" })).toBe("1250");
  // A sign within them is asked about all the same.
  expect(read("(-5)", { brackets: "minus" })).toMatchObject({ ok: false });
});
