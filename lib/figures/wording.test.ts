import { describe, expect, test } from "vitest";
import { ENUMS } from "@/lib/enums";
import { wordingAsStated, wordingInPhrase, wordingWords } from "@/lib/figures/wording";
import { sampleCitation, sampleFigure } from "@/tests/setup/data/sample-figure";

describe("the source's own word", () => {
  test.each([
    ["network of some 2,000 medical experts", "about", "some"],
    ["some 1.88 trillion yuan (about 263.7 billion", "about", "some"],
    ["an estimated 12.6 percent", "about", "an estimated"],
    ["from more than 9,500 companies", "more_than", "more than"],
    ["Over 20,000 5G base stations", "more_than", "over"],
    ["GDP surpassed 2.09 trillion yuan", "more_than", "more than"],
    ["upwards of 120,000 visitors", "more_than", "upwards of"],
    ["Almost 200 deals", "nearly", "almost"],
    ["less than a thousand big data companies", "less_than", "less than"],
    ["is lower than 1.2", "less_than", "lower than"],
    ["rate is up to 60.53%", "up_to", "up to"],
    ["an average 500 from less than 10", "about", "about"],
    ["480 companies", "exactly", ""],
  ] as const)("%s", (phrase, wording, expected) => {
    expect(wordingInPhrase(phrase, wording)).toBe(expected);
  });

  test("another language falls back to the canonical English words", () => {
    const { source } = sampleCitation();
    const citation = sampleCitation({ phrase: "已突破126EFlops", source: { ...source, language: "zh" } });
    expect(wordingAsStated(sampleFigure({ wording: "more_than", citations: [citation] }))).toBe("more than");
  });

  test("a qualifier of the source is kept", () => {
    expect(wordingAsStated(sampleFigure({ qualifier: "record" }))).toBe("record");
  });

  test("every wording but exactly has words, all different", () => {
    const words = ENUMS.Wording.map(wordingWords);
    expect(new Set(words).size).toBe(ENUMS.Wording.length);
    expect(words.filter((word) => word === "")).toHaveLength(1);
  });
});
