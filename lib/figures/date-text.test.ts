import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDateSpan, spanText } from "@/lib/figures/date-text";

const spanOf = (text: string) => {
  const reading = readDateSpan(text);
  return reading.ok ? spanText(reading.start, reading.end) : reading.code;
};

describe("a time is read as a person writes it", () => {
  test.each([
    ["2019", "2019"],
    ["2019-02", "2019-02"],
    ["2019-02-28", "2019-02-28"],
    ["Feb 2019", "2019-02"],
    ["february, 2019", "2019-02"],
    ["Sept. 2019", "2019-09"],
    ["2019 March", "2019-03"],
    ["28 Feb 2019", "2019-02-28"],
    ["Feb 28, 2019", "2019-02-28"],
    ["2019-Q1", "2019-01/2019-03"],
    ["Q4 2019", "2019-10/2019-12"],
    ["2019 Q2", "2019-04/2019-06"],
    ["H1 2019", "2019-01/2019-06"],
    ["2019年", "2019"],
    ["2019年2月", "2019-02"],
    ["2019年2月28日", "2019-02-28"],
    ["2014–2019", "2014/2019"],
    ["2014-2019", "2014/2019"],
    ["2014 – Feb 2019", "2014/2019-02"],
    ["from 2014 to Feb 2019", "2014/2019-02"],
    ["Jan–Mar 2019", "2019-01/2019-03"],
    ["2014/2019-02", "2014/2019-02"],
    ["2014-03/..", "2014-03/.."],
    ["../2019", "../2019"],
    ["not stated", ""],
    ["", ""],
  ])("“%s” is %s", (text, span) => expect(spanOf(text)).toBe(span));

  test.each([
    ["2019-02-30", "not_a_date"],
    ["2019-13", "not_a_date"],
    ["30 Feb 2019", "not_a_date"],
    ["0219", "not_a_date"],
    ["../..", "not_a_date"],
    ["last year", "not_a_date"],
    ["03/04/2019", "ambiguous"],
    ["2014-19", "ambiguous"],
    ["19", "ambiguous"],
    ["2019–2014", "backwards"],
    ["Feb 2019 to Jan 2019", "backwards"],
  ])("“%s” is asked back as %s", (text, code) => expect(spanOf(text)).toBe(code));

  test("a date that can be read in two ways is answered with both, a possible one alone", () => {
    expect(readDateSpan("03/04/2019")).toMatchObject({ message: expect.stringContaining("2019-04-03 or 2019-03-04") });
    expect(readDateSpan("28/02/2019")).toMatchObject({ message: expect.stringContaining("2019-02-28") });
  });

  test("canonical text reads as itself, and no text throws", () => {
    const canonical = fc.constantFrom(
      "2014",
      "2014-03",
      "2014-03-05",
      "2014/2019",
      "../2019",
      "2014/..",
      "2014-01/2014-03",
    );
    fc.assert(
      fc.property(canonical, (text) => {
        expect(spanOf(text)).toBe(text);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const span = spanOf(text);
        if (readDateSpan(text).ok) expect(spanOf(span)).toBe(span);
      }),
    );
  });
});
