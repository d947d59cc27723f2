import { describe, expect, test } from "vitest";
import { refusalOf } from "@/components/admin/lists/bulk-items";
import { DEFINITIONS } from "@/components/admin/record-form/definitions/definitions";
import { type FormResource, fieldsOf } from "@/components/admin/record-form/definitions/field";
import { withAddress } from "@/components/admin/record-form/state/fill-from-address";
import { moved } from "@/components/admin/record-form/state/moved";
import { changedFields, toInput, toValues } from "@/components/admin/record-form/state/values";
import { INPUTS } from "@/lib/schemas/resources";

const RESOURCES = Object.keys(DEFINITIONS) as FormResource[];

describe("a form knows every field of its resource", () => {
  test.each(RESOURCES)("%s", (resource) => {
    const own = fieldsOf(DEFINITIONS[resource]).map(({ name }) => name);
    const asked = Object.keys(INPUTS[resource].shape).filter((name) => name !== "slug" && name !== "status");
    expect([...own].sort()).toEqual(asked.sort());
  });
});

const METRIC = {
  name: "Things",
  unit: "things",
  kind: "count",
  counted: null,
  shareOf: null,
  accumulation: "stock",
  higherIs: "neither",
  shelfLifeMonths: 24,
  definition: "Things.",
  topic: "economy",
};
const MILESTONE = {
  date: "2019-02",
  title: "An event",
  region: "CN-GZ",
  citations: [{ source: "a", locator: null, phrase: "words", prefix: "before", suffix: null, role: "repeat" }],
};
const CHART = {
  title: "A chart",
  subtitle: "Of things",
  topic: "economy",
  kind: "bar",
  scale: "linear",
  rows: "region",
  position: 3,
  metrics: ["b", "a"],
  regions: [],
  figures: [{ figure: "f", label: null }],
};

test.each([
  ["metrics", METRIC],
  ["milestones", MILESTONE],
  ["charts", CHART],
] as const)("a record of %s goes through its form unchanged, whatever the form does not show", (resource, record) => {
  const definition = DEFINITIONS[resource];
  const input = toInput(definition, toValues(definition, record));
  expect(input).toEqual(record);
  expect(changedFields(input, input)).toEqual({});
});

test("only what was changed is sent; places are counted from 1 for people", () => {
  const values = toValues(DEFINITIONS.charts, CHART);
  expect(values.position).toBe("4");
  const input = toInput(DEFINITIONS.charts, { ...values, position: "1", regions: ["x"] });
  expect(changedFields(CHART, input)).toEqual({ position: 0, regions: ["x"] });
});

test.each([
  ["", null],
  [" 12 ", 12],
  ["twelve", "twelve"],
  ["1.5", "1.5"],
  ["1e3", "1e3"],
])("months written as “%s” are sent as %s", (typed, sent) => {
  const values = { ...toValues(DEFINITIONS.metrics, METRIC), shelfLifeMonths: typed };
  expect(toInput(DEFINITIONS.metrics, values).shelfLifeMonths).toBe(sent);
});

test.each([
  [0, 2, "bca"],
  [2, 0, "cab"],
  [1, 1, "abc"],
  [1, 2, "acb"],
])("moving %d to %d of abc gives %s", (from, to, expected) => {
  expect(moved(["a", "b", "c"], from, to).join("")).toBe(expected);
});

describe("an address fills in a source", () => {
  const empty = toValues(DEFINITIONS.sources, DEFINITIONS.sources.initial);
  const known = [
    { slug: "a", title: "A", url: "https://example.org/a", publisher: "Example", language: "zh", kind: "report" },
  ];

  test("pasted whole: cleaned, and what it tells stands in the fields", () => {
    const values = withAddress(empty, "https://example.org/2019/02/28/big-data-looms-large?utm_source=x", known);
    expect(values).toMatchObject({
      url: "https://example.org/2019/02/28/big-data-looms-large",
      title: "Big data looms large",
      published: "2019-02-28",
      publisher: "Example",
      language: "zh",
      kind: "report",
    });
  });

  test("what the person wrote stays; what an address told follows the next one", () => {
    const first = withAddress(empty, "https://example.org/2019/02/28/big-data-looms-large", known);
    const written = { ...first, publisher: "Mine" };
    const second = withAddress(written, "https://example.org/2020/03/01/another-story-of-data", known);
    expect(second).toMatchObject({ publisher: "Mine", title: "Another story of data", published: "2020-03-01" });
  });

  test("typed letter by letter it is not changed under the fingers", () => {
    const before = { ...empty, url: "https://example.org/?utm_sourc" };
    expect(withAddress(before, "https://example.org/?utm_source", known).url).toBe("https://example.org/?utm_source");
  });
});

describe("a refused change of several", () => {
  const items = [
    { key: "x", version: 1, name: "First" },
    { key: "y", version: 1, name: "Second" },
  ];
  test.each([[422, { detail: "No.", issues: [{ path: "items.1.citations", code: "c", message: "Name a source" }] }]])(
    "names the record at fault",
    (status, answer) => {
      expect(refusalOf(status, answer, items)).toEqual({
        kind: "refused",
        message: "Nothing was changed. No.",
        items: ["Second: Name a source"],
      });
    },
  );
  test("an answer that says nothing is said so", () => {
    expect(refusalOf(502, null, items)).toMatchObject({ message: expect.stringContaining("502"), items: [] });
  });
});
