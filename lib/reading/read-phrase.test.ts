import { expect, test } from "vitest";
import { readPhrase, readPhrases, whyUnread } from "@/lib/reading/read-phrase";

test.each([
  ["more than 9,500 companies", { wording: "more_than", digits: "9500", unit: { text: "companies" }, doubt: null }],
  ["超过 9500 家企业", { wording: "more_than", digits: "9500", unit: { text: "企业" }, doubt: null }],
  ["两成", { wording: "exactly", digits: "20", unit: { kind: "percent" } }],
  ["nearly 300 hospitals by the end of 2018", { wording: "nearly", digits: "300", asOf: "2018-12-31", period: "" }],
  ["8,900 firms from 2014 to 2019", { digits: "8900", period: "2014/2019", asOf: "" }],
  ["aims to draw 10,000 firms by 2025", { digits: "10000", asOf: "2025", target: true }],
])("%s is read", (phrase, expected) => {
  expect(readPhrase(phrase)).toMatchObject(expected);
});

test.each([
  ["thousands of companies", "The text gives an order, not a number."],
  ["数千家企业", "The text gives an order, not a number."],
  ["1.234", "“1.234” may be 1234 or have a fraction: say which."],
  ["many companies", null],
])("%s is not read, and it is said why", (phrase, expected) => {
  expect(readPhrase(phrase)).toBeNull();
  expect(whyUnread(phrase)).toBe(expected);
});

test.each(["(1,234)", "±2", "5m", "12 34", "▲5.2"])("what is doubtful is said though its unit is not: %s", (phrase) => {
  const readings = readPhrases(phrase);
  expect(readings.length).toBeGreaterThan(0);
  for (const { doubt } of readings) expect(doubt).not.toBeNull();
});

test.each(["- 5.2", "− 5.2 percent", "– 5,200 companies", "growth: - $5.2", "5.2-", "down 3.2"])(
  "a dash apart from its number may be a minus: %s",
  (phrase) => expect(readPhrase(phrase)?.doubt).toMatch(/below nought/),
);

test.each(["2019 – 5,200 companies", "5,200 companies -", "fell 3.2 percent"])("no dash is in doubt: %s", (phrase) =>
  expect(readPhrase(phrase)).toMatchObject({ doubt: null }),
);

test("a unit that is not said is no doubt of a phrase", () => {
  expect(readPhrases("9,500")).toMatchObject([{ digits: "9500", doubt: null }]);
});

test.each([
  ["$3m-4m", "3000000", "4000000"],
  ["$3m-$4m", "3000000", "4000000"],
  ["€2.5bn-3bn", "2500000000", "3000000000"],
  ["10k-15k", "10000", "15000"],
])("a scale before a hyphen counts: %s", (phrase, low, high) => {
  expect(readPhrases(phrase)).toMatchObject([{ digits: low, digitsHigh: high }]);
});

test.each([
  ["<= 400", "up_to"],
  [">= 400", "at_least"],
  ["=> 400", "at_least"],
])("%s is %s", (phrase, wording) => {
  expect(readPhrases(phrase)).toMatchObject([{ digits: "400", wording }]);
});
