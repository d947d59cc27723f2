import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysCovered, daysInMonth, firstDayOf, lastDayOf, parseEdtf } from "@/lib/dates/edtf";

describe("dates keep their precision", () => {
  test.each([
    ["2019", 20190101, 20191231],
    ["2019-02", 20190201, 20190228],
    ["2020-02", 20200201, 20200229],
    ["1900-02", 19000201, 19000228],
    ["2000-02", 20000201, 20000229],
    ["2019-02-28", 20190228, 20190228],
  ])("%s covers %d to %d", (text, first, last) => {
    expect([firstDayOf(text), lastDayOf(text)]).toEqual([first, last]);
  });

  test.each(["", "19", "2019-13", "2019-00", "2019-02-29", "2019-2-1", "28 Feb 2019", "2019/2020"])(
    "%j is no date",
    (text) => {
      expect(parseEdtf(text)).toBeNull();
      expect(() => firstDayOf(text)).toThrow(/write YYYY/);
    },
  );

  test("days in a month agree with the calendar of the platform", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const date = new Date(Date.UTC(2000, 0, 1));
        date.setUTCFullYear(year, month, 0);
        expect(daysInMonth(year, month)).toBe(date.getUTCDate());
      }),
    );
  });

  test.each([
    ["2014", "2019", "2019-02-28", 20140101, 20191231],
    [null, null, "2019-02-28", 20190228, 20190228],
    ["2022-04-01", "2023-03-31", null, 20220401, 20230331],
    [null, "2016", null, 20160101, 20161231],
  ])("%j to %j as of %j", (start, end, asOf, firstDay, lastDay) => {
    expect(daysCovered(start, end, asOf)).toEqual({ firstDay, lastDay });
  });

  test("no stated date stays unknown, and a period cannot end before it starts", () => {
    expect(daysCovered(null, null, null)).toEqual({ firstDay: null, lastDay: null });
    expect(() => daysCovered("2020", "2019", null)).toThrow(/ends \(2019\) before it starts \(2020\)/);
  });
});
