import { describe, expect, test } from "vitest";
import { EMPTY_DESK, type ReadFigure } from "@/components/admin/reading/desk-state";
import {
  draftOf,
  mentionsIn,
  newMetricOf,
  regionDoubt,
  withNamesDoubted,
} from "@/components/admin/reading/figure-of-candidate";
import type { FigureChoices } from "@/lib/figures/figure-choices";

const CHOICES: FigureChoices = {
  metrics: [],
  regions: [
    { code: "CN-GZ", name: "Guizhou", nameLocal: "贵州", parentName: null },
    { code: "CN-BJ", name: "Beijing", nameLocal: "北京", parentName: null },
  ],
  organisations: [{ slug: "hospital", name: "39 Internet Hospital (Longmaster)" }],
  sources: [],
  topics: [],
};
const TEXT =
  "Guizhou grows. Beijing helps.\n\n39 Internet Hospital has some 2,000 experts, as Guizhou knows.\n\nIt hopes for more.";

function read(words: string, more: Partial<ReadFigure> = {}): ReadFigure {
  const start = TEXT.indexOf(words);
  return {
    start,
    end: start + words.length,
    text: words,
    paragraph: 2,
    sentence: 1,
    wording: "about",
    value: "2000",
    valueHigh: null,
    digits: "2,000",
    qualifier: null,
    unit: "experts",
    unitKind: "noun",
    whole: null,
    per: null,
    alternative: null,
    period: null,
    asOf: null,
    speaker: null,
    target: false,
    confidence: "high",
    reason: null,
    ...more,
  };
}

const sentence = { start: TEXT.indexOf("39"), end: TEXT.indexOf("\n\nIt") };
const STATE = {
  ...EMPTY_DESK,
  text: TEXT,
  source: "s",
  sentences: [sentence],
  paragraphs: [{ start: 0, end: 29 }, sentence, { start: sentence.end + 2, end: TEXT.length }],
};
const mentions = mentionsIn(TEXT, CHOICES);
const draft = (figure: ReadFigure) => draftOf(STATE, figure, { choices: CHOICES, used: {}, mentions });

describe("a figure of the article as a draft", () => {
  test("takes region and organisation from its sentence, speaker and time from its reading", () => {
    const figure = read("some 2,000 experts", {
      period: "2018",
      speaker: "Wang Wei, chairman of Longmaster",
      alternative: { digits: "10500000", unit: "USD" },
    });
    expect(draft(figure)).toMatchObject({
      words: "some 2,000 experts",
      region: "CN-GZ",
      organisation: "hospital",
      wording: "about",
      period: "2018",
      speaker: "Wang Wei, chairman of Longmaster",
      speakerKind: "company",
      outlook: "outcome",
      alternativeUnit: "USD",
      citations: [{ source: "s", phrase: "has some 2,000 experts" }],
    });
  });

  test("a plan is a target; where the sentence names no region, the one named most is offered", () => {
    const last = read("more", { paragraph: 3, sentence: 9, target: true, asOf: "2020" });
    expect(draft(last)).toMatchObject({ outlook: "target", asOf: "2020", region: "CN-GZ", organisation: null });
  });

  test("one who goes by a single name is who the article named in full before", () => {
    const wei = read("Guizhou", { speaker: "Wang Wei, chairman of Longmaster" });
    const said = read("some 2,000 experts", { speaker: "Wang" });
    const inArticle = { ...STATE, figures: [wei, said] };
    const draftIn = (figure: ReadFigure) => draftOf(inArticle, figure, { choices: CHOICES, used: {}, mentions });
    expect(draftIn(said)).toMatchObject({ speaker: wei.speaker, speakerKind: "company" });
    expect(draftIn({ ...said, speaker: "Wan" }).speaker).toBe("Wan");
    expect(draft(said).speaker).toBe("Wang");
  });

  test("it is said where the region comes from when its sentence does not name it", () => {
    const doubt = (figure: ReadFigure, region: string) => regionDoubt(STATE, figure, { region }, mentions);
    expect(doubt(read("some 2,000 experts"), "CN-GZ")).toBeNull();
    expect(doubt(read("more", { paragraph: 3, sentence: 9 }), "CN-GZ")).toContain("elsewhere");
    expect(doubt(read("helps", { paragraph: 1, sentence: 9 }), "CN-GZ")).toContain("Named in the paragraph");
    // One that the editor chose is nobody's guess.
    expect(doubt(read("more", { paragraph: 3, sentence: 9 }), "FR")).toBeNull();
  });

  test("a number within a name on record is doubted", () => {
    const [within, beside] = withNamesDoubted(
      TEXT,
      [read("39 Internet Hospital"), read("some 2,000 experts")],
      mentions,
    );
    expect(within).toMatchObject({ confidence: "low", reason: expect.stringContaining("39 Internet Hospital") });
    expect(beside?.confidence).toBe("high");
  });

  test.each([
    [{ unit: "medical experts", unitKind: "noun", whole: null }, "Medical experts", "count", "medical experts", ""],
    [{ unit: "percent", unitKind: "percent", whole: "GDP" }, "", "share", "percent", "GDP"],
    [{ unit: "percent", unitKind: "percent", whole: null }, "", "rate", "percent", ""],
    [{ unit: "CNY", unitKind: "currency", whole: null }, "", "money", "CNY", ""],
  ] as const)("%j begins a new metric", (reading, name, kind, unit, shareOf) => {
    expect(newMetricOf(read("some 2,000 experts", reading))).toEqual({ name, kind, unit, shareOf });
  });
});
