import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { otherUnitSaid, phraseWarning, readPhraseFor } from "@/lib/reading/phrase-holds";

const one = (phrase: string, digits: string, digitsHigh: string | null = null, language: string | null = null) =>
  readPhraseFor({ digits, digitsHigh }, phrase, language).check;

test.each([
  ["more than 8,900 firms", "8900", null],
  ["investment of 1.25 billion yuan", "1250000000", null],
  ["超过9500家企业", "9500", null],
  ["两成以上", "20", null],
  ["70 million yuan ($10.4 million)", "10400000", null],
  ["between 70 and 80 percent", "70", "80"],
  ["rose from 70 to 80 percent", "80", null],
  ["up 12 percent on the year, to 4,500 firms", "4500", null],
  ["fell 6.8 percent", "-6.8", null],
  ["fell to 30 firms", "30", null],
  // As a table has it.
  ["1981", "1981", null],
  ["7", "7", null],
  ["4.0", "4", null],
  ["no unicorn at all", "0", null],
  ["无新增企业", "0", null],
])("%s holds %s", (phrase, digits, digitsHigh) => {
  expect(one(phrase, digits, digitsHigh)).toEqual({ kind: "holds" });
});

test.each([
  ["more than 8,900 firms", "9500", null, ["8900"]],
  ["between 70 and 80 percent", "95", null, ["70", "80"]],
  ["between 70 and 80 percent", "80", null, ["70", "80"]],
  ["between 70 and 80 percent", "70", "90", ["70", "80"]],
  ["about 70 percent", "70", "80", ["70"]],
  ["9,500 firms in 2019", "2019", null, ["9500"]],
  ["1,580 start-ups", "1590", null, ["1580"]],
  // A factor of a thousand is another number.
  ["9.5 million users", "9500", null, ["9500000"]],
  ["1981", "1982", null, ["1981"]],
  ["no more than 30 firms", "0", null, ["30"]],
])("%s does not hold %s", (phrase, digits, digitsHigh, says) => {
  expect(one(phrase, digits, digitsHigh)).toEqual({ kind: "other_number", says });
});

test.each(["many firms moved in", "", "—"])("“%s” has no number", (phrase) => {
  expect(one(phrase, "9500")).toEqual({ kind: "no_number" });
});

test.each(["fell 6.8 percent", "下降6.8%"])("%s is asked about where the figure has 6.8", (phrase) => {
  expect(one(phrase, "6.8")).toEqual({ kind: "fall" });
});

test.each([
  ["1,250 start-ups", "start-ups", "percent", "start-ups"],
  ["$30 million", "USD", "EUR", "USD"],
  ["24 hours", "hours", "days", "hours"],
  ["1,250 firms", "companies", "firms", null],
  ["a score of 1,250", "points", "marks", null],
])("%s from %s to %s: the phrase states %s", (phrase, was, becomes, expected) => {
  const digits = phrase.startsWith("$") ? "30000000" : (/[\d,]+/.exec(phrase)?.[0].replace(",", "") ?? "");
  const measure = (unit: string) => ({ unit, counted: null });
  const said = { digits, digitsHigh: null };
  expect(otherUnitSaid(phrase, said, { was: measure(was), becomes: measure(becomes) })).toBe(expected);
});

test("the language of the source decides how its commas are read", () => {
  expect(one("360,2 mil empresas", "360200", null, "pt")).toEqual({ kind: "holds" });
  expect(one("360,2 mil empresas", "360.2", null, "pt")).toEqual({ kind: "other_number", says: ["360200"] });
});

/** What is said of a phrase beside a figure, as code and sentence. */
const warned = (
  phrase: string,
  digits: string,
  wording: string,
  measure: string | null,
  language: string | null = null,
) =>
  phraseWarning(readPhraseFor({ digits, digitsHigh: null }, phrase, language), {
    digits,
    digitsHigh: null,
    wording,
    measure: measure === null ? null : { unit: measure, counted: null },
    language,
  });

test("a warning names both numbers, and is silent where nothing is wrong", () => {
  const other = warned("more than 8,900 firms", "9500", "more_than", null);
  expect(other?.code).toBe("other_number");
  expect(other?.message).toContain("8900");
  expect(other?.message).toContain("9500");
  expect(warned("9,500 firms", "9500", "exactly", null)).toBeNull();
  expect(warned("fell 6.8 percent", "6.8", "exactly", null)?.message).toContain("Is it −6.8?");
});

test.each([
  ["fell more than 6.8 percent", "less_than", undefined],
  ["fell at least 6.8 percent", "up_to", undefined],
  ["fell about 6.8 percent", "about", undefined],
  ["fell more than 6.8 percent", "more_than", "other_wording"],
  ["fell more than 6.8 percent", "exactly", "other_wording"],
  ["fell about 6.8 percent", "exactly", "other_wording"],
  ["fell 6.8 percent", "exactly", undefined],
])("with the sign of a fall its hedge turns round: %s under −6.8, %s", (phrase, wording, code) => {
  expect(warned(phrase, "-6.8", wording, "percent")?.code).toBe(code);
});

test.each([
  ["1,250 start-ups", "percent", null, "other_unit"],
  ["20 percent of GDP", "companies", null, "other_unit"],
  ["1.250 empresas", "startups", "pt", undefined],
])("%s under a metric in %s (%s)", (phrase, unit, language, code) => {
  const digits = phrase.startsWith("20") ? "20" : "1250";
  expect(warned(phrase, digits, "exactly", unit, language)?.code).toBe(code);
});

test("every phrase of the seed holds its figure's number", () => {
  const table = (name: string) =>
    Papa.parse<Record<string, string>>(readFileSync(`prisma/data/${name}.csv`, "utf8"), {
      header: true,
      skipEmptyLines: true,
    }).data;
  const languages = new Map(table("sources").map((source) => [source.source_id, source.language ?? null]));
  const figures = table("figures");
  expect(figures.length).toBeGreaterThan(400);
  for (const { figure_id, source_id, phrase = "", value = "", value_high } of figures) {
    const check = one(phrase, value, value_high || null, languages.get(source_id) ?? null);
    expect(check, `${figure_id}: ${phrase}`).toEqual({ kind: "holds" });
  }
});

test.each([
  ["more than 7,300 firms", "exactly", "more than"],
  ["nearly 7,300 firms", "at_least", "nearly"],
  ["逾7300家", "exactly", "more than"],
  ["more than 7,300 firms", "more_than", null],
  ["7,300 firms", "about", null],
  ["more than 8,000 firms, of which 7,300 are new", "exactly", null],
])("%s under %s is hedged otherwise: %s", (phrase, wording, hedge) => {
  const message = warned(phrase, "7300", wording, null)?.message ?? null;
  if (hedge === null) expect(message).toBeNull();
  else expect(message).toContain(`“${hedge}”`);
});
