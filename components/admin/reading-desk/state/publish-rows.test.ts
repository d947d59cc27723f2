import { expect, test } from "vitest";
import type { FigureRecord } from "@/components/admin/figure-form/state/figure-draft";
import { publishRows } from "@/components/admin/reading-desk/state/publish-rows";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import { sampleContent } from "@/tests/setup/data/sample-figure";

const metric = (slug: string, unit: string, counted: string | null) => ({
  slug,
  name: slug,
  unit,
  counted,
  kind: unit === "companies" ? ("count" as const) : ("share" as const),
  accumulation: null,
  shareOf: null,
  shelfLifeMonths: null,
  topic: { slug: "t", name: "T" },
  definition: "",
});
const source = {
  slug: "s",
  type: "article",
  kind: "news",
  title: "S",
  publisher: "P",
  authors: null,
  published: null,
  language: "en",
  url: "https://example.org/",
  accessed: null,
};
const CHOICES: FigureChoices = {
  metrics: [metric("start-ups", "companies", "start-ups"), metric("share", "percent", null)],
  regions: [{ code: "R", name: "Region", nameLocal: null, parentName: null }],
  organisations: [],
  sources: [source],
  topics: [],
};
const record = (key: string, slug: string, value: string, phrase: string): FigureRecord => ({
  key,
  version: 1,
  status: "draft",
  ...sampleContent({
    metric: slug,
    region: "R",
    value,
    period: "2018",
    citations: [{ source: "s", locator: null, phrase, prefix: null, suffix: null, role: "origin" }],
  }),
  labels: { metric: slug, region: "Region" },
});

test("drafts are listed with their phrase and what readers will see, those with warnings first", () => {
  const records = [
    record("right", "start-ups", "1250", "1,250 start-ups"),
    record("noun", "start-ups", "212", "212 resident firms"),
    record("clash", "share", "12", "12 firms"),
    record("number", "start-ups", "1590", "1,580 start-ups"),
    record("fall", "share", "3.2", "exports fell 3.2 percent"),
  ];
  const drafts = records.map(({ key }, index) => ({ key, version: 1, index }));
  const rows = publishRows(
    [...drafts, { key: "gone", version: 1, index: 9 }],
    new Map(records.map((one) => [one.key, one])),
    CHOICES,
  );
  expect(rows.map(({ draft, isMeant }) => [draft.key, isMeant])).toEqual([
    ["noun", true],
    ["clash", false],
    ["number", true],
    ["fall", false],
    ["right", true],
  ]);
  const [noun, , number, , right] = rows;
  expect(noun).toMatchObject({
    phrase: "212 resident firms",
    about: "start-ups, Region, 2018",
    reads: "212\u00a0start-ups",
  });
  expect(noun?.warnings.join()).toContain("resident firms");
  expect(number?.warnings.join()).toContain("1580");
  expect(right?.warnings).toEqual([]);
});
