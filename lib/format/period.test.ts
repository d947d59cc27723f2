import { describe, expect, test } from "vitest";
import { dayText, edtfShort, edtfText, periodText } from "@/lib/format/period";
import { countText, listText } from "@/lib/format/words";

describe("dates are shown with the precision they have", () => {
  test.each([
    ["2019", "2019"],
    ["2019-02", "February 2019"],
    ["2019-02-28", "28 February 2019"],
    ["soon", "soon"],
  ])("%s", (edtf, expected) => {
    expect(edtfText(edtf, "en-GB")).toBe(expected);
  });

  test.each([
    ["2014", "2019", "2019-02-28", "2014–2019"],
    ["2016", "2016", null, "2016"],
    ["2022-04-01", "2023-03-31", null, "1 April 2022 to 31 March 2023"],
    [null, null, "2019-02", "February 2019"],
    [null, null, null, "date not stated"],
    ["2016", null, null, "2016"],
  ])("%j to %j as of %j is %s", (periodStart, periodEnd, asOf, expected) => {
    expect(periodText({ periodStart, periodEnd, asOf }, "en-GB")).toBe(expected);
  });

  test("short months and instants", () => {
    expect(edtfShort("2019-02-28", "en-GB")).toBe("28 Feb 2019");
    expect(dayText("2026-01-02T23:59:59.000Z", "en-GB")).toBe("2 January 2026");
  });
});

describe("words agree with their number", () => {
  test.each([
    [0, "0 figures"],
    [1, "1 figure"],
    [2000, "2,000 figures"],
  ])("%d", (count, expected) => {
    expect(countText(count, "figure", "figures", "en-GB")).toBe(expected);
  });

  test("lists read as sentences", () => {
    expect(listText(["a", "b", "c"], "en-GB")).toBe("a, b and c");
  });
});
