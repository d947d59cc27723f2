import { expect, test } from "vitest";
import { errorsOf, issuesIn } from "@/components/admin/fields/error-summary";
import { valueAt, withValueAt } from "@/components/admin/fields/value-at";
import { curedErrors } from "@/components/admin/saving/cured-errors";

const VALUES = {
  value: "1",
  metric: { name: "A", unit: "" },
  citations: [{ source: null, phrase: "" }, { phrase: "b" }],
};
const ERRORS = { "": "whole", value: "v", metric: "m", "metric.name": "n", "citations.1.phrase": "p" };
const TOGETHER = { agreed: ["metric"], value: ["metric"] };

test.each([
  ["citations.0.phrase", "new", ["", "value", "metric", "metric.name", "citations.1.phrase"]],
  ["citations.1.phrase", "new", ["", "value", "metric", "metric.name"]],
  ["value", "2", ["", "metric.name", "citations.1.phrase"]],
  ["agreed", "key", ["", "value", "metric.name", "citations.1.phrase"]],
  ["metric.unit", "things", ["", "value", "metric.name", "citations.1.phrase"]],
  ["metric", null, ["", "value", "citations.1.phrase"]],
])("a change of %s to %s leaves the messages of what was not touched", (path, value, left) => {
  const after = withValueAt(VALUES, path, value);
  expect(Object.keys(curedErrors(ERRORS, VALUES, after, TOGETHER))).toEqual(left);
});

test("a copy that says the same takes no message away", () => {
  expect(curedErrors(ERRORS, VALUES, structuredClone(VALUES), TOGETHER)).toBe(ERRORS);
});

test.each([
  ["citations.1.phrase", "x"],
  ["metric.name", "x"],
  ["new.inner", "x"],
])("a value is put at %s, and all else stays the same object", (path, value) => {
  const after = withValueAt(VALUES, path, value);
  expect(valueAt(after, path)).toBe(value);
  expect(valueAt(after, "citations.0")).toBe(VALUES.citations[0]);
  expect(Array.isArray(after.citations)).toBe(true);
});

test("messages stand in the order in which they were found, the first of each field", () => {
  const found = ["metric", "value", "metric"].map((path, index) => ({ path, code: "invalid", message: `${index}` }));
  expect(issuesIn(errorsOf(found)).map(({ path, message }) => [path, message])).toEqual([
    ["metric", "0"],
    ["value", "1"],
  ]);
});
