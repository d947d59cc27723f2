import { describe, expect, test } from "vitest";
import { goldFiles, readGold, type Score, scoreGold } from "@/bench/reading-gold";
import { readRecorded } from "@/bench/reading-recorded";

const FLOORS: Readonly<Record<string, number>> = {
  precision: 0.97,
  recall: 0.97,
  wording: 0.98,
  value: 0.99,
  unit: 0.93,
  period: 0.9,
  speaker: 0.9,
  target: 0.95,
};

describe.each([
  ["english", goldFiles("english"), 300],
  ["chinese", goldFiles("chinese"), 150],
  ["practice/english", ["bench/reading/practice/english.txt"], 300],
  ["practice/chinese", ["bench/reading/practice/chinese.txt"], 150],
] as const)("%s sentences", (_, files, least) => {
  const gold = files.flatMap(readGold);
  const score: Score = scoreGold(gold);

  test("are enough, and none is there twice", () => {
    expect(gold.length).toBeGreaterThanOrEqual(least);
    expect(new Set(gold.map(({ text }) => text)).size).toBe(gold.length);
  });

  test.each(Object.entries(FLOORS))("%s is right in at least %d", (what, floor) => {
    const [right, of] = score.rates[what] ?? [0, 1];
    expect(right / of, JSON.stringify(score.misses.filter((miss) => miss.what === what))).toBeGreaterThanOrEqual(floor);
  });
});

/** Recorded figures whose phrase is not read as recorded, with the reason. A miss that is not named here fails the test. */
const KNOWN: Readonly<Record<string, string>> = {
  "globaltimes-2019-silicon-village-01": "Recorded as about; the phrase as kept has no such word.",
  "chinadaily-2016-online-offline-04":
    "“An average 500” was recorded as about; the words do not say it of the average.",
  "ezhejiang-2022-white-paper-04": "One “more than” stands for two amounts joined by “and”; it is read for the first.",
  "knn-2023-karnataka-08": "The phrase as kept breaks off within “IT/ITeS companies”.",
  "iia-2021-report-06": "Recorded as about; the phrase says “just 520”.",
  "industrywired-2024-israel-04": "Recorded as about; the phrase as kept has no such word.",
  "terra-2025-capital-inovacao-04": "Portuguese “novos negócios” is cut after its adjective.",
};

test("at least 97 % of the recorded phrases are read as recorded, and every other one is known", () => {
  const { count, misses } = readRecorded();
  expect(count).toBeGreaterThanOrEqual(467);
  expect(misses.filter(({ id }) => KNOWN[id] === undefined)).toEqual([]);
  expect(misses.length / count).toBeLessThanOrEqual(0.03);
});

test("the eleven figures of the first article are read as recorded", () => {
  expect(readRecorded().misses.filter(({ id }) => id.startsWith("china-daily-2019-guizhou-looms"))).toEqual([]);
});
