import { expect, test } from "vitest";
import { findMentions, mostNamed, recordAt } from "@/lib/reading/metrics/match-records";
import { phraseAround } from "@/lib/reading/phrase-around";

const REGIONS = [
  { key: "GZ", names: ["Guizhou", "贵州"] },
  { key: "GY", names: ["Guiyang", "贵阳"] },
  { key: "GYH", names: ["Guiyang Hills"] },
];
const TEXT = "Guizhou is cool. In Guiyang Hills, 300 firms opened; Guiyang has 90. It also has 40 labs.";
const stretch = (part: string) => ({ start: TEXT.indexOf(part), end: TEXT.indexOf(part) + part.length });
const WHOLE = { start: 0, end: TEXT.length };

test("a longer name is not taken for the shorter within it, and names are whole words", () => {
  expect(findMentions(TEXT, REGIONS).map(({ key }) => key)).toEqual(["GZ", "GYH", "GY"]);
  expect(findMentions("Guizhouer 在贵州", REGIONS).map(({ key }) => key)).toEqual(["GZ"]);
});

test("a figure is about what is named nearest, else what its paragraph named last", () => {
  const mentions = findMentions(TEXT, REGIONS);
  const sentence = { start: 17, end: TEXT.indexOf(" It") };
  expect(recordAt(mentions, stretch("300 firms"), sentence, WHOLE)).toBe("GYH");
  expect(recordAt(mentions, stretch("90"), sentence, WHOLE)).toBe("GY");
  expect(recordAt(mentions, stretch("40 labs"), stretch("It also has 40 labs."), WHOLE)).toBe("GY");
  expect(recordAt([], stretch("90"), sentence, WHOLE)).toBeNull();
  expect(mostNamed(mentions)).toBe("GY");
  expect(mostNamed([])).toBeNull();
});

test("a phrase of few words is given some before it, and none has more than 300 characters", () => {
  expect(phraseAround(TEXT, stretch("40 labs"), stretch("It also has 40 labs."))).toBe("also has 40 labs");
  expect(phraseAround(TEXT, stretch("300 firms"), stretch("300 firms opened"))).toBe("300 firms");
  const long = "word ".repeat(200);
  expect(phraseAround(long, { start: 0, end: 900 }, { start: 0, end: 900 }).length).toBeLessThanOrEqual(300);
});
