import { describe, expect, test } from "vitest";
import { sourceSaid, withSource } from "@/lib/importing/look/file-source";
import { noteAbove } from "@/lib/importing/look/note-above";
import { metricFate, placeFate } from "@/lib/importing/look/open-names";
import { beginsWithOurHeader } from "@/lib/importing/look/our-header";
import { fixOf } from "@/lib/importing/look/problem-fix";
import { proposeMetric } from "@/lib/importing/look/propose-metric";
import { levelSentence } from "@/lib/importing/look/use-names";
import { recipeSchema } from "@/lib/importing/table/recipe";

test.each([
  ["GDP per person (constant 2015 US$)", null, "GDP per person (constant 2015 US$)", "USD", "money"],
  ["Unemployment rate (%)", null, "Unemployment rate (%)", "percent", "rate"],
  ["Births", "births", "Births", "births", "count"],
  ["Births", null, "Births", "", "count"],
  ["Output", "billion yuan", "Output", "CNY", "money"],
] as const)("a metric called %j with the unit %j is proposed as %j in %j, a %s", (name, stated, as, unit, kind) => {
  expect(proposeMetric(name, { unit: stated, of: null })).toEqual({ name: as, unit, kind });
});

test("what a line above the table says it counts stands before the names of columns", () => {
  const births = { unit: "Anzahl", of: "Lebendgeborene" };
  expect(proposeMetric("männlich", births).name).toBe("Lebendgeborene, männlich");
  expect(proposeMetric("Lebendgeborene insgesamt", births).name).toBe("Lebendgeborene insgesamt");
});

test("lines above a table are a note: labels with what they say, without the unit, which is read", () => {
  const line = (row: number, ...cells: string[]) => ({ row, text: cells.join(" "), cells });
  const lines = [
    line(1, "Unemployment by sex and age"),
    line(5, "Age class", "From 15 to 74 years"),
    line(6, "Unit of measure", "Percentage"),
    line(7, "Sex:", "Total"),
    line(8, "Updated", "2024-12-12", "23:00"),
  ];
  expect(noteAbove(lines, 6)).toBe(
    "Unemployment by sex and age; Age class: From 15 to 74 years; Sex: Total; Updated 2024-12-12 23:00",
  );
  expect(noteAbove([line(1, "x".repeat(700))], null)).toBe(`${"x".repeat(499)}…`);
  expect(noteAbove([], null)).toBe("");
});

test.each([
  ["metric,region,wording,value\n", true],
  ["\uFEFFmetric;region;period\n", true],
  ['"metric"\t"region"\t"value"\r\n', true],
  ["Country,Value,Year\n", false],
  ["figure,note\n", true],
  ["region,2001\n", false],
  ["value\n", false],
  ["", false],
])("%j begins with our own header: %s", (text, expected) => {
  expect(beginsWithOurHeader(text)).toBe(expected);
});

describe("what becomes of a name", () => {
  const recipe = recipeSchema.parse({
    regions: { A: "CN", B: "", C: { code: "X", name: "C", level: "city" } },
    metrics: { M: "" },
  });
  test.each([
    ["A", "unknown", "known"],
    ["B", "region", "left out"],
    ["C", "unknown", "made"],
    ["D", "region", "known"],
    ["D", "place", "open"],
    ["D", "group", "open"],
    ["D", "several", "open"],
  ] as const)("the place %s, which is a %s, is %s", (name, kind, expected) => {
    expect(placeFate({ name, kind }, recipe)).toBe(expected);
  });

  test("places and groups follow what is said of all of them", () => {
    const all = { ...recipe, newPlaces: true, leavesGroups: true };
    expect(placeFate({ name: "D", kind: "place" }, all)).toBe("made");
    expect(placeFate({ name: "D", kind: "group" }, all)).toBe("left out");
    expect(placeFate({ name: "A", kind: "group" }, all)).toBe("known");
    expect(metricFate({ name: "M", key: "m" }, all)).toBe("left out");
    expect([metricFate({ name: "N", key: "n" }, all), metricFate({ name: "N", key: null }, all)]).toEqual([
      "known",
      "open",
    ]);
  });
});

test("the source of a file is said once: by key, or by its parts; other constants stay", () => {
  const said = withSource(
    { metric: "m", source: "old" },
    { title: "A", url: "https://example.org", kind: "report", key: 1 },
  );
  expect(said).toEqual({ metric: "m", source_title: "A", source_url: "https://example.org", source_kind: "report" });
  expect(sourceSaid(said)).toEqual({ title: "A", url: "https://example.org", kind: "report" });
  expect(withSource(said, "a-key")).toEqual({ metric: "m", source: "a-key" });
  expect(withSource(said, null)).toEqual({ metric: "m" });
  expect(sourceSaid({ metric: "m" })).toBeNull();
});

test("columns are told by what their header says", () => {
  const level = { says: "period", first: "1960", last: "2022", texts: 63 } as const;
  expect(levelSentence(level)).toBe("years: 1960 to 2022");
  expect(levelSentence({ ...level, first: "2011-01", last: "2023-12" })).toBe("times: 2011-01 to 2023-12");
  expect(levelSentence({ says: "unit", first: "%", last: "%", texts: 1 })).toBe("units: %");
});

test("what a new metric lacks is said among the matches", () => {
  expect(fixOf("missing", "Metric: topic")?.step).toBe("matches");
  const metric = { slug: null, name: "N", unit: "", kind: "count", topic: "t", definition: "d" } as const;
  const whole = { accumulation: null, shareOf: null, counted: null, ...metric };
  const fate = (unit: string) =>
    metricFate({ name: "N", key: null }, { ...recipeSchema.parse({}), metrics: { N: { ...whole, unit } } });
  expect([fate(""), fate("firms")]).toEqual(["open", "made"]);
});

test("what stands in no column is said once for the file", () => {
  const labels = ["Metric", "Region", "Source"].map((column) => fixOf("missing", column)?.label);
  expect(labels).toEqual(["Say the metric of the file", "Say the region of the file", "Say the source of the file"]);
});

test.each([
  ["unknown_region", "matches"],
  ["unknown_metric", "matches"],
  ["ambiguous", "columns"],
  ["too_long", "columns"],
  ["missing", "columns"],
  ["row_twice", undefined],
])("all rows with %s are put right under %s", (code, step) => {
  expect(fixOf(code, null)?.step).toBe(step);
});
