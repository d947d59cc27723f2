import { describe, expect, test } from "vitest";
import {
  EMPTY_CITATION,
  EMPTY_FIGURE,
  EMPTY_METRIC,
  type FigureDraft,
} from "@/components/admin/figure-form/state/figure-draft";
import { metricIssues, questionOf, saidBy } from "@/components/admin/figure-form/state/metric-question";
import type { MetricKind } from "@/lib/figures/figure";
import type { FigureChoices } from "@/lib/figures/figure-choices";

const metric = (slug: string, unit: string, kind: MetricKind, counted: string | null = null) => ({
  slug,
  name: slug.replaceAll("-", " "),
  unit,
  counted,
  kind,
  accumulation: null,
  shareOf: null,
  shelfLifeMonths: null,
  topic: { slug: "t", name: "T" },
  definition: "",
});
const CHOICES: FigureChoices = {
  metrics: [
    metric("start-ups", "companies", "count", "start-ups"),
    metric("tech-jobs", "people", "count", "workers"),
    metric("price", "CNY", "money"),
    metric("share-of-gdp", "percent", "share"),
    metric("growth-of-exports", "percent", "rate"),
  ],
  regions: [],
  organisations: [],
  sources: [],
  topics: [],
};
const draft = (words: string, value: string, slug: string | null, more: Partial<FigureDraft> = {}): FigureDraft => ({
  ...EMPTY_FIGURE,
  words,
  value,
  metric: slug,
  citations: [{ ...EMPTY_CITATION, phrase: words }],
  ...more,
});
/** The question that stands in the way of a draft; null where there is none, or it was agreed to. */
function asked(one: FigureDraft) {
  const question = questionOf(one, saidBy(one), CHOICES);
  return question?.isAgreed ? null : question;
}

describe("what is asked about a metric", () => {
  test.each([
    ["1,250 start-ups", "1250", "start-ups"],
    ["20 percent of GDP", "20", "share-of-gdp"],
    ["exports rose 3.2 percent", "3.2", "growth-of-exports"],
    ["exports fell 3.2 percent", "-3.2", "growth-of-exports"],
    // The number that is recorded is asked about, not the first of the phrase.
    ["up 12 percent to 1,250 start-ups", "1250", "start-ups"],
    ["no number here", "12", "price"],
    ["", "12", "price"],
  ])("nothing about “%s”, %s, under %s", (words, value, slug) => {
    expect(asked(draft(words, value, slug))).toBeNull();
  });

  test.each([
    ["212 resident firms", "212", "start-ups", "“resident firms”", "start-ups"],
    ["nearly 185,000 people", "185000", "tech-jobs", "“people”", "workers"],
    ["exports rose 3.2 percent", "3.2", "share-of-gdp", "rose", "%"],
  ])("“%s”, %s, under %s: whether it is the same, and what it will read", (words, value, slug, said, own) => {
    const question = asked(draft(words, value, slug));
    expect(question?.text).toContain(said);
    expect(`${question?.text} ${question?.agree}`).toContain(own);
    expect(question?.agree).toContain(value.slice(0, 3));
    // Said once, it is not asked again; another metric is another question.
    expect(asked(draft(words, value, slug, { agreed: question?.key ?? "" }))).toBeNull();
    expect(asked(draft(words, value, slug, { agreed: "other" }))).not.toBeNull();
  });

  test("what the source does not say beside the number is asked, with what it would read", () => {
    const question = asked(draft("fewer than 40 of the state's 254 counties", "40", "price", { wording: "less_than" }));
    expect(question?.text).toContain("does not say");
    expect(question?.agree).toContain("40\u00a0yuan");
  });

  test.each([
    ["185,000 people", "185000", "price"],
    ["20 percent", "20", "start-ups"],
    ["70 million yuan", "70000000", "share-of-gdp"],
    ["exports fell 3.2 percent", "3.2", "share-of-gdp"],
    ["exports fell 3.2 percent", "-3.2", "share-of-gdp"],
    ["同比下降4.2%", "4.2", "share-of-gdp"],
  ])("“%s”, %s, under %s cannot be agreed to", (words, value, slug) => {
    const question = asked(draft(words, value, slug));
    expect(question).toMatchObject({ agree: null, negative: null });
    expect(asked(draft(words, value, slug, { agreed: question?.key ?? "" }))).not.toBeNull();
  });

  test.each([
    ["exactly", "3.2", "", "exactly", "-3.2", ""],
    ["more_than", "3.2", "", "less_than", "-3.2", ""],
    ["less_than", "3.2", "", "more_than", "-3.2", ""],
    ["at_least", "3.2", "", "up_to", "-3.2", ""],
    ["up_to", "3.2", "", "at_least", "-3.2", ""],
    // A fall of nearly 3.2 is no 3.2 yet: above −3.2.
    ["nearly", "3.2", "", "more_than", "-3.2", ""],
    ["about", "3.2", "", "about", "-3.2", ""],
    ["between", "3.2", "4", "between", "-4", "-3.2"],
  ] as const)("a fall, %s %s %s, may be recorded as %s %s %s", (wording, value, valueHigh, asked_, low, high) => {
    const words = valueHigh === "" ? "exports fell 3.2 percent" : "exports fell between 3.2 and 4 percent";
    const fall = draft(words, value, "growth-of-exports", { wording, valueHigh });
    const question = asked(fall);
    expect(question?.text).toContain("−3.2");
    expect(question?.negative).toEqual({ wording: asked_, value: low, valueHigh: high });
    expect(asked({ ...fall, ...question?.negative })).toBeNull();
    expect(asked({ ...fall, agreed: question?.key ?? "" })).toBeNull();
  });

  test("the source's own conversion is what it says, too", () => {
    const words = "70 million yuan ($10.4 million)";
    expect(asked(draft(words, "10400000", "price"))).toMatchObject({ agree: null });
    expect(asked(draft(words, "70000000", "price"))).toBeNull();
  });

  test("a new metric is asked about like one on record", () => {
    const made = { ...EMPTY_METRIC, name: "Depots", unit: "yuan" };
    expect(
      asked({ ...draft("61 depots", "61", null), metric: { ...made, kind: "money", unit: "CNY" } }),
    ).not.toBeNull();
    expect(asked({ ...draft("61 depots", "61", null), metric: { ...made, unit: "depots" } })).toBeNull();
    expect(asked({ ...draft("61 depots", "61", null), metric: { ...made, unit: "" } })).toBeNull();
  });
});

test("a question keeps a figure from being saved, at its metric; on a record only where it was changed", () => {
  const wrong = draft("212 resident firms", "212", "start-ups");
  const issues = metricIssues(wrong, saidBy(wrong), CHOICES);
  expect(issues).toMatchObject([{ path: "metric" }]);
  expect(issues[0]?.message).toContain("resident firms");
  const base = { metric: "start-ups", value: "212", citations: [{ phrase: "212 resident firms" }] };
  const kept = { ...wrong, base: base as unknown as FigureDraft["base"] };
  expect(metricIssues(kept, saidBy(kept), CHOICES)).toEqual([]);
  for (const changed of [{ value: "213" }, { metric: "tech-jobs" }, { words: "213 firms" }]) {
    const edited = { ...kept, ...changed };
    expect(metricIssues(edited, saidBy(edited), CHOICES), JSON.stringify(changed)).not.toEqual([]);
  }
});
