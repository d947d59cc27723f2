import { expect, test } from "vitest";
import { phraseAround } from "@/lib/reading/phrase-around";

const phraseOf = (text: string, words: string) => {
  const start = text.indexOf(words);
  return phraseAround(text, { start, end: start + words.length }, { start: 0, end: text.length });
};

test.each([
  ["The park drew 61 firms.", "61 firms", "park drew 61 firms"],
  ["61 firms came.", "61 firms", "61 firms"],
  ["It links some 2,000 medical experts.", "some 2,000 medical experts", "some 2,000 medical experts"],
  ["It has 40 and 61 firms.", "61 firms", "and 61 firms"],
  ["到2025年，计划建成3万个5G基站。", "3万个5G基站", "计划建成3万个5G基站"],
  ["连接约2000名医学专家和近300家机构。", "近300家机构", "名医学专家和近300家机构"],
  ["截至2019年底，贵州吸引超过9500家企业。", "9500家企业", "贵州吸引超过9500家企业"],
  ["增长23.4％。", "23.4％", "23.4％"],
  ["全省收入增长百分之二十三。", "百分之二十三", "全省收入增长百分之二十三"],
])("%s: %s", (text, words, expected) => {
  expect(phraseOf(text, words)).toBe(expected);
});

test("has at most 300 characters", () => {
  expect(phraseOf(`${"word ".repeat(100)}`, "word ".repeat(100)).length).toBeLessThanOrEqual(300);
});
