import { describe, expect, test } from "vitest";
import { EMPTY_DESK, type ReadFigure } from "@/components/admin/reading-desk/state/desk-state";
import {
  draftOf,
  mentionsIn,
  newMetricOf,
  regionDoubt,
  withNamesDoubted,
} from "@/components/admin/reading-desk/state/figure-of-candidate";
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
    change: null,
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
const draft = (figure: ReadFigure) => draftOf(STATE, figure, { choices: CHOICES, mentions });

describe("a figure of the article as a draft", () => {
  test("takes region and organisation from its sentence, speaker and time from its reading", () => {
    const figure = read("some 2,000 experts", {
      period: "2018",
      speaker: "Wang Wei, chairman of Longmaster",
      alternative: { digits: "10500000", unit: "USD" },
    });
    expect(draft(figure)).toMatchObject({
      words: "has some 2,000 experts",
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
    const draftIn = (figure: ReadFigure) => draftOf(inArticle, figure, { choices: CHOICES, mentions });
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

  describe("with metrics on record", () => {
    const text =
      "Guizhou has 14 unicorns and 212 resident firms. The output of its software makers in the capital fell 3.2 percent. A 4.1 percent decline followed.";
    const metric = (slug: string, name: string, unit: string, counted: string | null) => ({
      slug,
      name,
      unit,
      counted,
      kind: unit === "percent" ? ("rate" as const) : ("count" as const),
      accumulation: null,
      shareOf: null,
      shelfLifeMonths: null,
      topic: { slug: "t", name: "T" },
      definition: "",
    });
    const choices: FigureChoices = {
      ...CHOICES,
      metrics: [
        metric("unicorns", "Unicorns", "companies", "unicorns"),
        metric("growth", "Growth of output", "percent", null),
      ],
    };
    const ends = [text.indexOf("The output"), text.indexOf("A 4.1"), text.length];
    const state = {
      ...STATE,
      text,
      sentences: ends.map((end, index) => ({ start: ends[index - 1] ?? 0, end })),
      paragraphs: [{ start: 0, end: text.length }],
    };
    const at = (words: string, sentence: number, more: Partial<ReadFigure>): ReadFigure => {
      const start = text.indexOf(words);
      const figure = read("some 2,000 experts", { wording: "exactly", ...more });
      return { ...figure, text: words, start, end: start + words.length, paragraph: 1, sentence };
    };
    const unicorns = at("14 unicorns", 1, { value: "14", unit: "unicorns" });
    const firms = at("212 resident firms", 1, { value: "212", unit: "resident firms" });
    const fell = at("3.2 percent", 2, { value: "3.2", unit: "percent", unitKind: "percent", change: "down" });
    const decline = at("4.1 percent", 3, { value: "4.1", unit: "percent", unitKind: "percent", change: "down" });
    const figures = [unicorns, firms, fell, decline];
    const drafted = (figure: ReadFigure) =>
      draftOf({ ...state, figures }, figure, { choices, mentions: mentionsIn(text, choices) });

    test("the one that is sure is filled in, any other is left to be chosen", () => {
      expect(drafted(unicorns).metric).toBe("unicorns");
      expect(drafted(firms).metric).toBeNull();
      // Output of whom is not in the name of the metric.
      expect(drafted(fell).metric).toBeNull();
    });

    test("the phrase of a fall reaches to the words that tell it", () => {
      expect(drafted(fell).citations[0]?.phrase).toMatch(/fell 3\.2 percent$/);
      expect(drafted(decline).citations[0]?.phrase).toContain("4.1 percent decline");
      expect(drafted(unicorns).citations[0]?.phrase).toBe("Guizhou has 14 unicorns");
    });
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
