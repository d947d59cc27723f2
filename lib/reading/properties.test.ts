import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Wording } from "@/lib/figures/figure";
import type { Unit } from "@/lib/reading/candidate";
import { printChinese, printEnglish } from "@/lib/reading/print-reading";
import { readText } from "@/lib/reading/read-text";

const PIECES = [
  "more than ",
  "some ",
  "9,500",
  "2 to 3",
  " million",
  " companies",
  "$",
  "¥",
  "(",
  ")",
  "percent",
  " of the ",
  "in 2018",
  ", ",
  ". ",
  "\n\n",
  "\n",
  "超过",
  "近",
  "三千六百",
  "多",
  "万",
  "亿",
  "家企业",
  "两成",
  "百分之二十",
  "2018年",
  "，",
  "。",
  "said Wang Wei",
  "１２３",
  "1.234,5",
  "COVID-19",
  "½",
  "😀",
  "\u0000",
  "\ud800",
  "-",
  "–",
  "−",
  "minus ",
  "负",
  "\u200b",
  "\u00ad",
  "\u00a0",
  "'000",
  " 000",
  "¹",
  "[1]",
  "(1,234)",
  "<td>",
  "<b>",
  "&nbsp;",
  "R",
  "Md€",
  "3万5",
  "个亿",
  "to ",
  "half a ",
]; // prettier-ignore

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join("")),
);

describe("whatever the text", () => {
  test("a span is the text at its offsets, spans stand in order and none overlaps, and nothing throws (T44)", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom("en", "zh", "de", "fr", "pt", null), (text, language) => {
        const { candidates, paragraphs } = readText(text, { language, published: "2019-02-28" });
        let reached = 0;
        for (const { start, end, text: span, paragraph, value, valueHigh, wording } of candidates) {
          expect(text.slice(start, end)).toBe(span);
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(end).toBeGreaterThan(start);
          const around = paragraphs[paragraph - 1];
          expect(around !== undefined && around.start <= start && end <= around.end).toBe(true);
          if (value !== null) expect(value).toMatch(/^-?\d+(?:\.\d+)?$/);
          expect(valueHigh !== null).toBe(wording === "between" && value !== null);
          reached = end;
        }
      }),
      { numRuns: 2000 },
    );
  });
});

// A rule that tries every length from every place takes longer on these than a test may.
test.each([
  ["spaces", " "],
  ["hard spaces", "\u00a0"],
  ["digits", "1"],
  ["grouped digits", "1,234 "],
  ["dollars", "$"],
  ["brackets", "(("],
  ["hyphens", "one-"],
  ["dots", "1."],
  ["hedges", "more than about nearly "],
  ["currencies before numbers", "US$ 5 billion yuan "],
  ["numerals", "三千六百万亿"],
  ["marks", "至少约近"],
  ["a sentence without end", "some 40 companies and "],
])("200,000 characters of %s are read to their end (T43)", (_, piece) => {
  const text = piece.repeat(Math.ceil(200_000 / piece.length));
  const { candidates } = readText(text, { language: null, published: null });
  for (const { start, end, text: span } of candidates.slice(0, 100)) expect(text.slice(start, end)).toBe(span);
  expect(candidates.length).toBeLessThan(text.length);
});

const WORDINGS: readonly Wording[] = [
  "exactly",
  "about",
  "more_than",
  "at_least",
  "nearly",
  "less_than",
  "up_to",
  "between",
];
const digits = fc
  .tuple(fc.integer({ min: 11, max: 999_999_999 }), fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }))
  // Four digits without a mark may be a year.
  .map(([whole, tenth]) => (tenth === null ? String(whole) : `${whole}.${tenth}`));
const unitOf = (nouns: readonly string[]) =>
  fc.oneof(
    fc.constantFrom<Unit>({ kind: "percent", text: "percent" }, { kind: "points", text: "points" }),
    fc.constantFrom("CNY", "USD", "EUR", "INR").map((text): Unit => ({ kind: "currency", text })),
    fc.constantFrom(...nouns).map((text): Unit => ({ kind: "noun", text })),
  );

describe.each([
  ["English", printEnglish, ["companies", "medical experts", "5G base stations", "square metres"]],
  ["Chinese", printChinese, ["企业", "专家", "基站", "数据中心"]],
] as const)("a reading printed in canonical %s", (_, print, nouns) => {
  test("is read again as the same", () => {
    fc.assert(
      fc.property(fc.constantFrom(...WORDINGS), digits, unitOf(nouns), (wording, value, unit) => {
        const valueHigh = wording === "between" ? String(Number(value.split(".")[0]) + 5) : null;
        const printed = print({ wording, value, valueHigh, unit });
        const [again, ...others] = readText(printed).candidates;
        expect(others).toEqual([]);
        expect(
          { wording: again?.wording, value: again?.value, valueHigh: again?.valueHigh, unit: again?.unit },
          printed,
        ).toEqual({
          wording,
          value,
          valueHigh,
          unit,
        });
      }),
      { numRuns: 1000 },
    );
  });
});
