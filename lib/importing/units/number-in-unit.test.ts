import { describe, expect, test } from "vitest";
import { readNumberIn, valuesInUnit } from "@/lib/importing/units/number-in-unit";

const percent = { unit: "percent", counted: null, kind: "share" } as const;
const yuan = { unit: "CNY", counted: null, kind: "money" } as const;
const companies = { unit: "companies", counted: null, kind: "count" } as const;

describe("a number typed with its unit is that of the metric or refused", () => {
  test.each([
    ["12.3%", percent, "12.3"],
    ["−12.3 %", percent, "-12.3"],
    ["12.3", percent, "12.3"],
    ["5 billion yuan", yuan, "5000000000"],
    ["¥5", yuan, "5"],
    ["9,500 companies", companies, "9500"],
    ["1.2万家", companies, "12000"],
  ] as const)("%s is %#", (text, metric, digits) => {
    expect(readNumberIn(text, metric)).toMatchObject({ ok: true, digits });
  });

  test.each([
    ["12.3%", yuan],
    ["12.3%", companies],
    ["12.3 percentage points", percent],
    ["$5", yuan],
    ["9,500 people", companies],
    ["5 dozen", companies],
  ] as const)("%s is refused with the reason and without a number to copy", (text, metric) => {
    const reading = readNumberIn(text, metric);
    expect(reading).toMatchObject({ ok: false, code: "unit", choices: [] });
    expect(reading.ok ? "" : reading.message).toContain(metric.unit);
  });

  test("wording and marks are asked for as ever", () => {
    expect(readNumberIn("about 12.3%", percent)).toMatchObject({ ok: false, code: "wording", choices: ["12.3"] });
    expect(readNumberIn("12.3%¹", percent)).toMatchObject({ ok: false });
    expect(readNumberIn("12.3%", null)).toMatchObject({ ok: false, code: "unit" });
  });

  test("in the input of a figure what is not understood stays as typed", () => {
    const body = { value: "12.3%", valueHigh: "20 firms", note: "12%" };
    expect(valuesInUnit(body, percent)).toEqual({ ...body, value: { digits: "12.3" } });
    expect(valuesInUnit({ value: { digits: "5" } }, percent)).toEqual({ value: { digits: "5" } });
  });
});
