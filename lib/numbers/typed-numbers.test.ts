import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { timesTen } from "@/lib/numbers/decimal";
import type { NumberFormat } from "@/lib/numbers/grouped-digits";
import { readNumber } from "@/lib/numbers/read-number";

/** What is made of typed text: its digits, or the code of the refusal with the numbers that it offers. */
function told(text: string, format?: NumberFormat): string {
  const reading = readNumber(text, format);
  return reading.ok ? reading.digits : [reading.code, reading.choices.join(" | ")].filter(Boolean).join(" ");
}

/** What a text with more than a number says: wording, number, upper end, unit, mark, those that are there. */
function said(text: string, format?: NumberFormat): string {
  const reading = readNumber(text, format);
  const says = reading.ok ? null : reading.says;
  if (says === null || says === undefined) return reading.ok ? "a bare number" : "nothing";
  const { wording, digits, digitsHigh, unit, mark } = says;
  const number = digitsHigh === null ? digits : `${digits}..${digitsHigh}`;
  return [wording, number, unit === null ? null : `[${unit}]`, mark === null ? null : `(${mark})`]
    .filter((part) => part !== null)
    .join(" ");
}

describe("signs are kept or asked back", () => {
  test.each([
    ["-5.2", "-5.2"],
    ["−5.2", "-5.2"],
    ["–5.2", "-5.2"],
    ["﹣5.2", "-5.2"],
    ["－5.2", "-5.2"],
    ["‐5.2", "-5.2"],
    ["‑5.2", "-5.2"],
    ["‒5.2", "-5.2"],
    ["- 5.2", "-5.2"],
    ["−\u00a05.2", "-5.2"],
    ["minus 5.2", "-5.2"],
    ["Minus 5.2", "-5.2"],
    ["negative 5.2", "-5.2"],
    ["moins 5.2", "-5.2"],
    ["负5.2", "-5.2"],
    ["負5.2", "-5.2"],
    ["-1,234,567.5", "-1234567.5"],
    ["–9 500", "-9500"],
    ["-0", "0"],
    ["−0.0", "0.0"],
    ["+5.3", "5.3"],
    ["＋5.3", "5.3"],
    ["plus 5.3", "5.3"],
    ["—5.2", "ambiguous -5.2 | 5.2"],
    ["(1,234)", "ambiguous -1234 | 1234"],
    ["( 1,234 )", "ambiguous -1234 | 1234"],
    ["（1,234）", "ambiguous -1234 | 1234"],
    ["(5.2)", "ambiguous -5.2 | 5.2"],
    ["5.2-", "ambiguous -5.2 | 5.2"],
    ["1,234−", "ambiguous -1234 | 1234"],
    ["▲5.2", "ambiguous -5.2 | 5.2"],
    ["△5.2", "ambiguous -5.2 | 5.2"],
    ["▼5.2", "ambiguous -5.2 | 5.2"],
    ["↓ 5.2", "ambiguous -5.2 | 5.2"],
    ["--5", "not_a_number"],
    ["+-5", "not_a_number"],
    ["±5", "not_a_number"],
    ["5±2", "not_a_number"],
    ["-(5)", "not_a_number"],
    ["(5", "not_a_number"],
    ["5)", "not_a_number"],
    ["⁻5", "not_a_number"],
  ])("%s is %s", (text, expected) => expect(told(text)).toBe(expected));
});

describe("groups are one number or asked back, never two and never a part", () => {
  test.each([
    ["9\u2009500", "9500"],
    ["9\u202f500", "9500"],
    ["9\u00a0500", "9500"],
    ["9\u2007500", "9500"],
    ["9\u2008500", "9500"],
    ["9\u3000500", "9500"],
    ["1'234", "1234"],
    ["1’234", "1234"],
    ["1‘234", "1234"],
    ["1ʼ234", "1234"],
    ["1’234’567.80", "1234567.80"],
    ["1 234 567.5", "1234567.5"],
    ["１，２３４", "1234"],
    ["１２．５", "12.5"],
    ["12,34,567", "1234567"],
    ["1,00,000", "100000"],
    ["0,125", "grouping 0.125"],
    ["0,5", "grouping 0.5"],
    ["-0,125", "grouping -0.125"],
    ["0 125", "not_a_number"],
    ["012,345", "not_a_number"],
    ["0.125", "0.125"],
    ["1.234", "ambiguous 1234 | 1.234"],
    ["-1.234", "ambiguous -1234 | -1.234"],
    ["−1.234", "ambiguous -1234 | -1.234"],
    ["1.234,5", "grouping 1234.5"],
    ["-1.234,5", "grouping -1234.5"],
    ["1 234,5", "grouping 1234.5"],
    ["-1,5", "grouping -1.5"],
    ["1.234.567", "grouping 1234567"],
    ["1,23", "grouping 1.23"],
    ["9 50", "not_a_number"],
    ["9  500", "not_a_number"],
    ["1,2,3", "not_a_number"],
    ["9,500,00", "not_a_number"],
    ["9,500, 12", "not_a_number"],
    ["9500 1200", "not_a_number"],
    ["1,234 567", "not_a_number"],
    ["1.5.2", "not_a_number"],
    ["12:30", "not_a_number"],
    ["1/2", "not_a_number"],
    ["5.", "not_a_number"],
  ])("%s is %s", (text, expected) => expect(told(text)).toBe(expected));

  test.each<[NumberFormat, string, string]>([
    ["de", "0,125", "0.125"],
    ["de", "-1.234,5", "-1234.5"],
    ["de", "−1.234", "-1234"],
    ["de", "5,125", "5.125"],
    ["de", "1’234,5", "1234.5"],
    ["fr", "−1 234,5", "-1234.5"],
    ["fr", "1\u202f234,5", "1234.5"],
    ["en", "0,125", "not_a_number"],
    ["plain", "-1234.5", "-1234.5"],
    ["plain", "−1234.5", "-1234.5"],
    ["plain", "+1234.5", "1234.5"],
    ["de", "(1.234)", "ambiguous -1234 | 1234"],
  ])("declared as %s, %s is %s", (format, text, expected) => expect(told(text, format)).toBe(expected));
});

describe("marks never join a number", () => {
  test.each([
    ["9500¹", "mark 9500"],
    ["9500¹²", "mark 9500"],
    ["12.5²", "mark 12.5"],
    ["9500①", "mark 9500"],
    ["9500⓵", "mark 9500"],
    ["9500❶", "mark 9500"],
    ["9500₁", "mark 9500"],
    ["9500ᵃ", "mark 9500"],
    ["9,500[1]", "mark 9500"],
    ["9,500 [12]", "mark 9500"],
    ["9,500[a]", "mark 9500"],
    ["9,500(1)", "mark 9500"],
    ["9,500 (a)", "mark 9500"],
    ["9500 a)", "mark 9500"],
    ["9500 1)", "mark 9500"],
    ["12.5*", "mark 12.5"],
    ["12.5 **", "mark 12.5"],
    ["12.5†", "mark 12.5"],
    ["-12.5‡", "mark -12.5"],
    ["−9,500¹", "mark -9500"],
    ["*12.5", "mark 12.5"],
    ["10⁶", "ambiguous 10 | 1000000"],
    ["10²", "ambiguous 10 | 100"],
    ["3×10⁶", "not_a_number"],
    ["3x10^6", "not_a_number"],
    ["9½", "not_a_number"],
    ["½", "not_a_number"],
    ["9500 1", "not_a_number"],
    ["12.3 p", "mark 12.3"],
    ["12.3p", "mark 12.3"],
    ["5.1 e", "mark 5.1"],
    ["43 b", "ambiguous 43000000000 | 43"],
    [":", "not_a_number"],
    ["..", "not_a_number"],
    ["…", "not_a_number"],
    ["n/a", "not_a_number"],
    ["-", "not_a_number"],
  ])("%s is %s", (text, expected) => expect(told(text)).toBe(expected));

  test.each([
    ["9500¹", "9500 (¹)"],
    ["12.5 % *", "12.5 [%] (*)"],
    ["12.5%²", "12.5 [%] (²)"],
    ["9,500 companies[3]", "9500 [companies] ([3])"],
    ["25 m²", "25 [m²]"],
    ["about 9,500¹", "about 9500 (¹)"],
  ])("%s says %s", (text, expected) => expect(said(text)).toBe(expected));
});

describe("what cannot be seen is dropped before reading", () => {
  test.each([
    ["\u200b9500", "9500"],
    ["9\u200b500", "9500"],
    ["\ufeff9,500", "9500"],
    ["9,\u2060500", "9500"],
    ["9\u00ad500", "9500"],
    ["\u200e-5.2\u200f", "-5.2"],
    ["−\u200b5.2", "-5.2"],
    ["\u200b", "missing"],
    ["\u202e123", "not_a_number"],
    ["٣٤٥", "not_a_number"],
    ["۳۴۵", "not_a_number"],
    ["9٫5", "not_a_number"],
    ["१२३", "not_a_number"],
    ["９５００", "9500"],
    ["𝟗𝟓𝟎𝟎", "not_a_number"],
  ])("%j is %s", (text, expected) => expect(told(text)).toBe(expected));

  test("digits of another script are named", () => {
    expect(readNumber("٣٤٥")).toMatchObject({ message: expect.stringContaining("Arabic") });
    expect(readNumber("१२३")).toMatchObject({ message: expect.stringContaining("0 to 9") });
  });
});

describe("words of scale are worked in", () => {
  test.each([
    ["70 million", "70000000"],
    ["1.2 million", "1200000"],
    ["-1.2 million", "-1200000"],
    ["−1.2 Million", "-1200000"],
    ["1.234 million", "1234000"],
    ["1,234 million", "1234000000"],
    ["1.2m", "ambiguous 1200000 | 1.2"],
    ["3 M", "ambiguous 3000000 | 3"],
    ["5k", "5000"],
    ["5.5K", "5500"],
    ["1.5bn", "1500000000"],
    ["1.5 bn", "1500000000"],
    ["1.5 billion", "1500000000"],
    ["2 trillion", "2000000000000"],
    ["2tn", "2000000000000"],
    ["12 thousand", "12000"],
    ["3 hundred", "300"],
    ["3 lakh", "300000"],
    ["2.5 crore", "25000000"],
    ["1.2 lakh crore", "1200000000000"],
    ["12 mln", "12000000"],
    ["12 mn", "12000000"],
    ["1.2万", "12000"],
    ["9.5亿", "950000000"],
    ["-9.5亿", "-950000000"],
    ["1.2万亿", "1200000000000"],
    ["3千", "3000"],
    ["5百万", "5000000"],
    ["1.234万", "12340"],
    ["1,234万", "12340000"],
    ["1.2萬", "12000"],
    ["9.5億", "950000000"],
    ["2,5 Mrd.", "2500000000"],
    ["2,5 Mio", "2500000"],
    ["70 Mio.", "70000000"],
    ["70 Millionen", "70000000"],
    ["1,5 Milliarden", "1500000000"],
    ["3 Billionen", "3000000000000"],
    ["4 Tsd.", "4000"],
    ["1.234,5 Mio.", "1234500000"],
    ["1.234 Mio.", "ambiguous 1234000000 | 1234000"],
    ["1,234 Mio.", "ambiguous 1234000000 | 1234000"],
    ["2,5 milliards", "2500000000"],
    ["3 millones", "3000000"],
    ["3 mil millones", "3000000000"],
    ["3 mil", "ambiguous 3000 | 3000000"],
    ["1.5 (bn)", "unit"],
    ["1.5 (m)", "unit"],
    ["2,5 milhões", "2500000"],
    ["1,5 million", "grouping 1500000"],
    ["5 dozen", "unit"],
    ["5L", "ambiguous 500000 | 5"],
    ["9500 est", "unit"],
    ["9500 EST", "unit"],
    ["#5", "not_a_number"],
    ["5 tys.", "5000"],
    ["5 ribu", "unit"],
    ["1e5", "not_a_number"],
    ["1.5E+06", "not_a_number"],
    ["1.2 million million", "unit"],
    ["0.5 million", "500000"],
    ["0.05万", "500"],
    ["1.25 thousand", "1250"],
    ["1.2345 thousand", "1234.5"],
  ])("%s is %s", (text, expected) => expect(told(text)).toBe(expected));

  test.each<[NumberFormat, string, string]>([
    ["de", "1.234 Mio.", "1234000000"],
    ["de", "1,234 Mio.", "1234000"],
    ["en", "1,234 million", "1234000000"],
    ["de", "2 Billion", "ambiguous 2000000000000 | 2000000000"],
    ["fr", "2 billions", "ambiguous 2000000000000 | 2000000000"],
    ["plain", "1.5 million", "1500000"],
  ])("declared as %s, %s is %s", (format, text, expected) => expect(told(text, format)).toBe(expected));
});

describe("units are told apart from the number", () => {
  test.each([
    ["12.3%", "unit 12.3"],
    ["12.3 %", "unit 12.3"],
    ["12.3％", "unit 12.3"],
    ["-12.3%", "unit -12.3"],
    ["−12.3 percent", "unit -12.3"],
    ["12.3 per cent", "unit 12.3"],
    ["(12.3%)", "ambiguous -12.3 | 12.3"],
    ["(12.3)%", "ambiguous -12.3 | 12.3"],
    ["$5", "unit 5"],
    ["-$5", "unit -5"],
    ["$-5", "unit -5"],
    ["($5)", "ambiguous -5 | 5"],
    ["US$3.5bn", "unit 3500000000"],
    ["€2.5m", "unit 2500000"],
    ["EUR 1,200", "unit 1200"],
    ["1,200 EUR", "unit 1200"],
    ["70 Mio. Yuan", "unit 70000000"],
    ["70 million yuan", "unit 70000000"],
    ["-70 million yuan", "unit -70000000"],
    ["9,500 companies", "unit"],
    ["9500家", "unit"],
    ["1.2万家", "unit"],
    ["1.2 million people", "unit"],
    ["3 in 10", "not_a_number"],
    ["No. 5", "wording"],
    ["No 5", "wording"],
  ])("%s is %s", (text, expected) => expect(told(text)).toBe(expected));

  test.each([
    ["12.3%", "12.3 [%]"],
    ["12.3 percentage points", "12.3 [percentage points]"],
    ["70 Mio. Yuan", "70000000 [Yuan]"],
    ["9,500 companies", "9500 [companies]"],
    ["1.2万家", "12000 [家]"],
    ["9.5亿元", "950000000 [元]"],
    ["US$3.5bn", "3500000000 [US$]"],
    ["5.2 per 10,000 people", "5.2 [per 10,000 people]"],
    ["3 in 10", "nothing"],
    ["43 ‰", "43 [‰]"],
  ])("%s says %s", (text, expected) => expect(said(text)).toBe(expected));
});

describe("hedges are wording, and never lost", () => {
  test.each([
    ["about 2,000", "wording 2000"],
    ["more than 400", "wording 400"],
    ["über 450", "wording 450"],
    ["Über 450", "wording 450"],
    ["~350", "wording 350"],
    ["> −5", "wording -5"],
    ["about minus 5", "wording -5"],
    ["barely 450", "wording"],
    ["not over 450", "wording"],
    ["1,250+", "wording 1250"],
    ["about 1.234", "ambiguous 1234 | 1.234"],
    ["about 70 million", "wording 70000000"],
    ["5-6", "wording"],
    ["between 5 and 6", "wording"],
    ["6-5", "not_a_number"],
    ["2019-20", "not_a_number"],
    ["010-1234", "not_a_number"],
  ])("%s is %s", (text, expected) => expect(told(text)).toBe(expected));

  test.each([
    ["about 2,000", "about 2000"],
    ["some 2,000", "about 2000"],
    ["~350", "about 350"],
    ["≈ 350", "about 350"],
    ["ca. 350", "about 350"],
    ["rund 350", "about 350"],
    ["约350", "about 350"],
    ["大约 350", "about 350"],
    ["350左右", "about 350"],
    ["350 or so", "about 350"],
    ["environ 350", "about 350"],
    [">780", "more_than 780"],
    ["＞780", "more_than 780"],
    ["over 780", "more_than 780"],
    ["more than 9,500 companies", "more_than 9500 [companies]"],
    ["über 450", "more_than 450"],
    ["mehr als 450", "more_than 450"],
    ["超过9500", "more_than 9500"],
    ["逾60万", "more_than 600000"],
    ["9500余家", "more_than 9500 [家]"],
    ["100多万", "more_than 1000000"],
    ["plus de 450", "more_than 450"],
    ["≥ 5", "at_least 5"],
    [">= 5", "at_least 5"],
    ["at least 5", "at_least 5"],
    ["mindestens 5", "at_least 5"],
    ["5 or more", "at_least 5"],
    ["1,250+", "at_least 1250"],
    ["100万以上", "at_least 1000000"],
    ["nearly 300", "nearly 300"],
    ["almost 300", "nearly 300"],
    ["just under 300", "nearly 300"],
    ["fast 300", "nearly 300"],
    ["knapp 300", "nearly 300"],
    ["近300", "nearly 300"],
    ["less than 40", "less_than 40"],
    ["under 40", "less_than 40"],
    ["<40", "less_than 40"],
    ["weniger als 40", "less_than 40"],
    ["不到40", "less_than 40"],
    ["up to 40", "up_to 40"],
    ["≤40", "up_to 40"],
    ["höchstens 40", "up_to 40"],
    ["bis zu 40", "up_to 40"],
    ["no more than 40", "up_to 40"],
    ["no fewer than 40", "at_least 40"],
    ["between 1,400 and 1,500", "between 1400..1500"],
    ["zwischen 5 und 6", "between 5..6"],
    ["1,400–1,500", "between 1400..1500"],
    ["1,400 to 1,500", "between 1400..1500"],
    ["2-3 million", "between 2000000..3000000"],
    ["2 million to 3 million", "between 2000000..3000000"],
    ["70-80%", "between 70..80 [%]"],
    ["70% to 80%", "between 70..80 [%]"],
    ["30至50", "between 30..50"],
    ["30~50", "between 30..50"],
    ["−5 to −3", "between -5..-3"],
    ["about 1.2 million", "about 1200000"],
    ["more than −5%", "more_than -5 [%]"],
    ["barely 450", "nothing"],
    ["about about 5", "nothing"],
    ["between 5", "nothing"],
    ["between 6 and 5", "nothing"],
    ["about 5-6", "nothing"],
  ])("%s says %s", (text, expected) => expect(said(text)).toBe(expected));

  test.each<[NumberFormat, string, string]>([
    ["de", "über 1.450", "more_than 1450"],
    ["de", "1,5-2,5", "between 1.5..2.5"],
    ["fr", "plus de 1 450,5", "more_than 1450.5"],
  ])("declared as %s, %s says %s", (format, text, expected) => expect(said(text, format)).toBe(expected));
});

describe("whatever is typed, no number is offered that is not the one that was meant (T67)", () => {
  const one = fc.constantFrom;
  const part = {
    sign: one(
      ["", ""],
      ["-", "-"],
      ["−", "-"],
      ["–", "-"],
      ["﹣", "-"],
      ["minus ", "-"],
      ["+", ""],
      ["(", "-"],
      ["—", "-"],
      ["negative ", "-"],
    ),
    digits: one(
      ["9500", "9500"],
      ["9,500", "9500"],
      ["9 500", "9500"],
      ["9’500", "9500"],
      ["12.5", "12.5"],
      ["1.234", "1.234"],
      ["0.40", "0.40"],
      ["1,234,567", "1234567"],
    ),
    scale: one(
      ["", 0],
      [" million", 6],
      ["万", 4],
      [" 亿", 8],
      ["k", 3],
      [" bn", 9],
      [" lakh", 5],
      [" Mio.", 6],
      [" thousand", 3],
      ["m", 6],
      [" Mrd", 9],
      [" crore", 7],
    ),
    hedge: one(
      "",
      "about ",
      "more than ",
      "über ",
      "~",
      ">",
      "barely ",
      "约",
      "some odd ",
      "at least ",
      "almost ",
      "≤",
      "not even ",
    ),
    unit: one(
      "",
      "%",
      " %",
      " yuan",
      " companies",
      "¹",
      "*",
      "[2]",
      " p",
      "+",
      " or more",
      "余家",
      " a)",
      " of 10",
      "²",
    ),
    hidden: one("", "\u200b", "\u00ad", "\u2060"),
  } as const;

  test("sign, scale, wording, groups and marks in any mixture", () => {
    fc.assert(
      fc.property(
        fc.record(part),
        fc.constantFrom(undefined, "en" as const),
        ({ sign, digits, scale, hedge, unit, hidden }, format) => {
          // "9,500m²" is an area.
          fc.pre(scale[0] + unit !== "m²");
          const isOpen = sign[0] === "(";
          const typed = `${hedge}${sign[0]}${hidden}${digits[0]}${scale[0]}${isOpen ? ")" : ""}${unit}`;
          const meant = sign[1] + timesTen(digits[1], scale[1]);
          const reading = readNumber(typed, format);
          if (reading.ok) {
            expect(reading.digits, typed).toBe(meant);
            expect(hedge, typed).toBe("");
            return;
          }
          if (reading.choices.length > 0) expect(reading.choices, typed).toContain(meant);
          if (reading.says !== null) {
            expect(reading.says.digits, typed).toBe(meant);
            if (hedge !== "") expect(reading.says.wording, typed).not.toBeNull();
          }
          // Outside of what is quoted, a sentence has no number but those that are offered (or the example of a missing one).
          const told = reading.message.replace(/“[^”]*”/g, "").replace(/such as 9,500 or 12\.5|More than 15/g, "");
          const numbers = (told.match(/−?\d[\d,.]*\d|−?\d/g) ?? []).map((text) =>
            text.replaceAll(",", "").replace("−", "-"),
          );
          for (const number of numbers) {
            const isPart = reading.choices.some(
              (choice) => choice.startsWith(`${number}.`) && told.includes("and a fraction"),
            );
            expect(reading.choices.includes(number) || isPart, `${typed}: ${reading.message}`).toBe(true);
          }
        },
      ),
      { numRuns: 5000 },
    );
  });
});
