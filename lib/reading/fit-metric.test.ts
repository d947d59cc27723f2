import { expect, test } from "vitest";
import { fitsUnit, suggestMetrics } from "@/lib/reading/fit-metric";
import { readPhrase } from "@/lib/reading/read-phrase";

const metric = (name: string, unit: string, definition = "", counted: string | null = null) => ({
  name,
  unit,
  definition,
  counted,
  kind: unit === "percent" ? ("share" as const) : ("count" as const),
});
const METRICS = [
  metric("Companies attracted", "companies", "Companies that brought investment or projects."),
  metric("Hospitals in the network", "hospitals"),
  metric("Tech industry’s share of GDP", "percent", "Output of the tech industry as a share of the province’s GDP."),
  metric("Fund", "CNY"),
  metric("Medical experts", "people", "Doctors in the network.", "experts"),
];

test.each([
  ["more than 9,500 companies", "companies", true],
  ["a company", "companies", null],
  ["more than 20 percent", "percent", true],
  ["more than 20 percent", "companies", false],
  ["9,500 companies", "percent", false],
  ["70 million yuan", "CNY", true],
  ["70 million yuan", "USD", false],
  ["9500", "companies", null],
  ["超过9500家企业", "companies", null],
  ["超过9500家企业", "percent", false],
])("%s in %s: %s", (phrase, unit, expected) => {
  expect(fitsUnit(readPhrase(phrase)?.unit ?? null, metric("", unit))).toBe(expected);
});

test.each([
  ["from more than 9,500 companies", ["Companies attracted"]],
  ["over 200 hospitals", ["Hospitals in the network"]],
  ["some 2,000 medical experts", ["Medical experts"]],
  ["contributes more than 20 percent of the province's GDP", ["Tech industry’s share of GDP"]],
  ["72 hours", []],
])("%s suggests %j", (phrase, expected) => {
  const unit = readPhrase(phrase)?.unit ?? null;
  expect(suggestMetrics(phrase, unit, METRICS, 1).map(({ name }) => name)).toEqual(expected);
});
