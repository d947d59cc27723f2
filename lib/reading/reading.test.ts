import { readFileSync } from "node:fs";
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { timesTen } from "@/lib/numbers/decimal";
import { readPhrase } from "@/lib/reading/read-phrase";

/** A reading in short: "more_than 9500 noun:companies". */
function short(text: string): string | null {
  const reading = readPhrase(text);
  if (reading === null) return null;
  const { wording, digits, digitsHigh, qualifier, unit, alternative } = reading;
  return [
    wording,
    digitsHigh === null ? digits : `${digits}..${digitsHigh}`,
    unit === null ? "" : `${unit.kind}:${unit.text}`,
    qualifier ?? "",
    alternative === null ? "" : `= ${alternative.digits} ${alternative.unit}`,
  ]
    .filter((part) => part !== "")
    .join(" ");
}

describe("a phrase is read as its source words it", () => {
  test.each([
    ["more than 9,500 companies", "more_than 9500 noun:companies"],
    ["from more than 9,500 companies", "more_than 9500 noun:companies"],
    ["contributes more than 20 percent of the province's GDP", "more_than 20 percent:percent"],
    ["a network of some 2,000 medical experts", "about 2000 noun:medical experts"],
    ["nearly 300 institutions in the province", "nearly 300 noun:institutions"],
    ["over 200 hospitals", "more_than 200 noun:hospitals"],
    ["at least 70,000 servers", "at_least 70000 noun:servers"],
    ["no fewer than 12 cities", "at_least 12 noun:cities"],
    ["no more than 12 cities", "up_to 12 noun:cities"],
    ["up to 80 percent of land area", "up_to 80 percent:percent"],
    ["just under 1 million users", "nearly 1000000 noun:users"],
    ["fewer than 40 firms", "less_than 40 noun:firms"],
    ["exceeded 2.41 trillion yuan", "more_than 2410000000000 currency:CNY"],
    ["70 million yuan ($10.4 million)", "exactly 70000000 currency:CNY = 10400000 USD"],
    ["about $1.5 billion", "about 1500000000 currency:USD"],
    ["more than RMB 5 million in grants", "more_than 5000000 currency:CNY"],
    ["between 70 and 80 percent", "between 70..80 percent:percent"],
    ["70 percent to 80 percent of cases", "between 70..80 percent:percent"],
    ["2 to 3 million people", "between 2000000..3000000 noun:people"],
    ["200–300 hospitals", "between 200..300 noun:hospitals"],
    ["a record 12,000 patents", "exactly 12000 noun:patents record"],
    ["9,500+ companies", "at_least 9500"],
    ["5 or more labs", "at_least 5"],
    ["grew by 3.2 percentage points", "exactly 3.2 points:points"],
    ["In 2018, more than 8,900 companies moved in", "more_than 8900 noun:companies"],
    ["by 2022 the industry will employ 300,000 people", "exactly 300000 noun:people"],
    ["ten thousand reservoirs", "exactly 10000 noun:reservoirs"],
    ["half a million homes", "exactly 500000 noun:homes"],
    ["a million homes", "exactly 1000000 noun:homes"],
    ["the next 72 hours of rainfall", "exactly 72 noun:hours"],
    ["1.234 million", "exactly 1234000"],
    ["≈ 45.1%", "about 45.1 percent:percent"],
    ["9,500", "exactly 9500"],
    ["exceeding CNY10 billion yuan", "more_than 10000000000 currency:CNY"],
    ["from 5,430 to 5,820", "exactly 5430"],
    ["exports of Rs 2,41,275 crore", "exactly 2412750000000 currency:INR"],
    ["more than 40,000 5G base stations", "more_than 40000 noun:5G base stations"],
    ["5G base stations to more than 40,000", "more_than 40000"],
    ["the seventh of 12 zones", "exactly 12 noun:zones"],
    ["20 billion yuan (about 2.82 billion U.S. dollars)", "= 2820000000 USD"],
  ])("%s", (text, expected) => {
    expect(short(text)).toContain(expected);
  });

  test.each([
    ["超过9500家企业", "more_than 9500 noun:企业"],
    ["近300家机构", "nearly 300 noun:机构"],
    ["约2000名专家", "about 2000 noun:专家"],
    ["9500余家企业", "more_than 9500 noun:企业"],
    ["20多万人", "more_than 200000"],
    ["两成", "exactly 20 percent:percent"],
    ["超过三成五", "more_than 35 percent:percent"],
    ["占比超过百分之二十", "more_than 20 percent:percent"],
    ["达到2.41万亿元", "exactly 2410000000000 currency:CNY"],
    ["投资7000万元", "exactly 70000000 currency:CNY"],
    ["不少于12万个", "at_least 120000"],
    ["2019年新增企业超过500家", "more_than 500"],
    ["增长8.5个百分点", "exactly 8.5 points:points"],
    ["2224億元", "exactly 222400000000"],
    ["十二万人", "exactly 120000"],
  ])("%s", (text, expected) => {
    expect(short(text)).toContain(expected);
  });

  test.each(["", "many companies", "in 2019", "since February 2019", "2019年", "on 28 February", "360,2 mil"])(
    "%j holds no figure",
    (text) => {
      expect(short(text)).toBeNull();
    },
  );
});

describe("whatever is pasted", () => {
  test("is read without an error, and a number that is read is plain digits", () => {
    const pieces = fc.constantFrom(
      "1",
      "9,500",
      "1.5",
      "万",
      "亿",
      "成",
      "$",
      "%",
      " ",
      "to",
      "between",
      "and",
      "(",
      ")",
      "more than",
      "-",
      "百分之",
      "十",
      "half a",
      "million",
      "年",
      "٣",
      "\ud800",
    );
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const reading = readPhrase(text);
        for (const digits of [reading?.digits, reading?.digitsHigh, reading?.alternative?.digits]) {
          if (typeof digits === "string") expect(digits).toMatch(/^-?\d+(?:\.\d+)?$/);
        }
        expect(reading === null || (reading.digitsHigh !== null) === (reading.wording === "between")).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([" ", "\u00a0", "9", "9,", "$", "(", "一", "1 to ", "more than ", "a "])(
    "200,000 characters of “%s” are read without failing",
    (unit) => {
      const text = `${unit.repeat(200_000 / unit.length)}x 5`;
      expect(() => readPhrase(text)).not.toThrow();
      expect(() => readPhrase(text.slice(0, 1000))).not.toThrow();
    },
  );
});

test("of the phrases recorded in English and Chinese, at least nine in ten are read as people recorded them", () => {
  const { data } = Papa.parse<Record<string, string>>(readFileSync("prisma/data/figures.csv", "utf8"), {
    header: true,
    skipEmptyLines: true,
  });
  // Rows whose number is the first one of their phrase: what one phrase says of several numbers is for the person to choose.
  const judged = data.flatMap(({ phrase = "", value, qualifier = "" }) => {
    const reading = readPhrase(phrase);
    if (/[áãçéíóõú]|[ぁ-ん]/.test(phrase)) return [];
    const wording = reading?.qualifier ?? reading?.wording ?? null;
    return [Number(reading?.digits) === Number(value) && wording === qualifier.replace(/^exact$/, "exactly")];
  });
  expect(judged.length).toBeGreaterThan(400);
  expect(judged.filter((isRight) => isRight).length / judged.length).toBeGreaterThan(0.9);
});

test.each([
  ["10.4", 6, "10400000"],
  ["2.41", 12, "2410000000000"],
  ["0.5", 6, "500000"],
  ["1.2345", 2, "123.45"],
  ["7", 0, "7"],
])("%s times ten to the %d is %s", (digits, power, expected) => {
  expect(timesTen(digits, power)).toBe(expected);
});
