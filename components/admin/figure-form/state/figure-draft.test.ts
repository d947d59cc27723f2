import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digitsOf } from "@/components/admin/fields/number-field";
import { bodyOf, figureIssues, formPath } from "@/components/admin/figure-form/state/figure-body";
import {
  EMPTY_CITATION,
  EMPTY_FIGURE,
  EMPTY_METRIC,
  type FigureRecord,
} from "@/components/admin/figure-form/state/figure-draft";
import { labelOf } from "@/components/admin/figure-form/state/figure-fields";
import { draftOf, numberTextOf } from "@/components/admin/figure-form/state/figure-record";
import { figureSpec, reasonIssues } from "@/components/admin/figure-form/state/figure-spec";
import { withWords } from "@/components/admin/figure-form/state/fill-from-words";
import { changesOf, differencesOf, mergedValues } from "@/components/admin/record-form/state/record-changes";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import { sampleContent } from "@/tests/setup/data/sample-figure";

const CHOICES: FigureChoices = { metrics: [], regions: [], organisations: [], sources: [], topics: [] };
const SPEC = figureSpec(CHOICES);
const RECORD: FigureRecord = {
  key: "abc",
  version: 3,
  status: "published",
  ...sampleContent({
    metric: "companies-attracted",
    wording: "more_than",
    value: "1.234",
    period: "2014/2019-02",
    citations: [
      { source: "s", locator: "para 1", phrase: "more than 1.234", prefix: null, suffix: null, role: "origin" },
    ],
  }),
  labels: { metric: "Companies attracted", region: "Guizhou" },
};

describe("numbers go into the form and out of it unchanged", () => {
  test("plain digits of up to 15 significant ones", () => {
    const digits = fc
      .tuple(fc.boolean(), fc.integer({ min: 0, max: 999_999_999 }), fc.stringMatching(/^\d{0,6}$/))
      .map(([isNegative, whole, fraction]) => {
        const text = fraction === "" ? String(whole) : `${whole}.${fraction}`;
        return isNegative && Number(text) !== 0 ? `-${text}` : text;
      });
    fc.assert(fc.property(digits, (text) => void expect(digitsOf(numberTextOf(text))).toBe(text)));
  });
});

describe("a change", () => {
  const draft = draftOf(RECORD);

  test("of nothing sends nothing", () => {
    expect(changesOf(SPEC, draft)).toEqual({});
  });

  test("sends only what differs", () => {
    expect(changesOf(SPEC, { ...draft, note: "Why", period: "2019" })).toEqual({ note: "Why", period: "2019" });
  });

  test("of a published figure needs a kind and a reason; of a draft neither", () => {
    expect(reasonIssues(draft).map(({ path }) => path)).toEqual(["cause", "reason"]);
    expect(reasonIssues(draftOf({ ...RECORD, status: "draft" }))).toEqual([]);
  });

  test("that meets another keeps mine where I changed something and theirs elsewhere", () => {
    const mine = { ...draft, value: "5", note: "Mine" };
    const theirs = { ...RECORD, version: 4, value: "6", speaker: "Theirs" };
    const differences = differencesOf(SPEC, mine, theirs);
    expect(differences.map(({ field, preferred }) => [field, preferred])).toEqual([
      ["value", "mine"],
      ["speaker", "theirs"],
      ["note", "mine"],
    ]);
    const merged = mergedValues(SPEC, mine, theirs, ["note"]);
    expect([merged.value, merged.speaker, merged.note]).toEqual(["6", "Theirs", "Mine"]);
    expect(merged.base?.version).toBe(4);
  });
});

describe("what keeps a draft from being saved", () => {
  test("an empty figure: everything that is missing at once, at the fields of the form", () => {
    const paths = figureIssues(EMPTY_FIGURE, CHOICES, "published").map(({ path }) => path);
    expect(new Set(paths)).toEqual(new Set(["metric", "region", "value", "citations.0.source"]));
  });

  test("a blank citation between others is left out, and paths still lead to the right one", () => {
    const filled = { ...EMPTY_CITATION, source: "s", phrase: "9,500" };
    const draft = { ...EMPTY_FIGURE, citations: [filled, EMPTY_CITATION, { ...filled, locator: "para 2" }] };
    expect(bodyOf(draft, CHOICES).citations).toHaveLength(2);
    expect(formPath(draft, "citations.1.phrase")).toBe("citations.2.phrase");
    expect(formPath(draft, "value")).toBe("value");
  });

  test.each([
    ["metric", "Metric"],
    ["metric.name", "New metric: name"],
    ["metric.topic.name", "New topic: name"],
    ["citations.0.source", "Source"],
    ["citations.0.source.title", "New source: title"],
    ["citations.2.phrase", "Source 3: the phrase that holds the number"],
    ["nothing", null],
  ])("the field %s is called %s", (path, label) => {
    expect(labelOf(path)).toBe(label);
  });
});

describe("new words", () => {
  test("fill what is empty or was filled by the words before; what was written by hand stays", () => {
    const first = withWords({ ...EMPTY_FIGURE, metric: EMPTY_METRIC }, "about 20 percent");
    expect(first).toMatchObject({ wording: "about", value: "20", metric: { kind: "share", unit: "percent" } });
    const overrides = { ...first, value: "21", citations: [{ ...EMPTY_CITATION, phrase: "my phrase" }] };
    const second = withWords(overrides, "more than 9,500 companies");
    expect(second).toMatchObject({ wording: "more_than", value: "21", metric: { kind: "count", unit: "companies" } });
    expect(second.citations[0]?.phrase).toBe("my phrase");
  });

  test("fill time, speaker and outlook where they tell them, in Chinese too", () => {
    expect(
      withWords(EMPTY_FIGURE, "in 2018, 8,900 companies moved in, said Wang Wei, chairman of Cloud Park"),
    ).toMatchObject({
      value: "8,900",
      period: "2018",
      asOf: "",
      speaker: "Wang Wei, chairman of Cloud Park",
      outlook: "outcome",
    });
    const plan = withWords(EMPTY_FIGURE, "plans to build 10,000 base stations by 2020");
    expect(plan).toMatchObject({ period: "", asOf: "2020", outlook: "target" });
    expect(withWords(plan, "超过9500家企业")).toMatchObject({
      wording: "more_than",
      value: "9,500",
      asOf: "",
      outlook: "outcome",
    });
    const overrides = { ...plan, asOf: "2021", outlook: "outcome" } as const;
    expect(withWords(overrides, "plans to build 12,000 base stations by 2020")).toMatchObject({
      value: "12,000",
      asOf: "2021",
    });
  });

  test("without a number leave an empty form empty", () => {
    expect(withWords(EMPTY_FIGURE, "many companies")).toMatchObject({ wording: "exactly", value: "" });
  });
});
