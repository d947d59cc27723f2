import { expect, test } from "vitest";
import { readDateSpan } from "@/lib/dates/date-text";
import {
  financialYears,
  markedTime,
  Periods,
  partOfYear,
  periodOf,
  type TimesSaid,
} from "@/lib/importing/times/periods";

const UNSAID: TimesSaid = { dayOrder: null, yearPairs: null, firstDays: null };

/** How a time of a table of such times is understood; the code of the refusal where it is asked back. */
function understood(text: string, all: readonly string[], said: Partial<TimesSaid> = {}): string {
  const periods = new Periods(all, { ...UNSAID, ...said });
  if (periods.doubtOf(text) !== null) return "asked";
  const reading = readDateSpan(periods.read(text));
  return reading.ok ? `${reading.start}/${reading.end}` : reading.code;
}

test("pairs of neighbouring years are asked back where nothing tells them from months", () => {
  const years = ["2009-10", "2010-11", "2011-12", "2012-13"];
  for (const text of years) expect(understood(text, years)).toBe("asked");
  expect(understood("2010-11", years, { yearPairs: "years" })).toBe("2010/2011");
  expect(understood("2010-11", years, { yearPairs: "months" })).toBe("2010-11/2010-11");
  expect(understood("1999-00", ["1999-00"], { yearPairs: "years" })).toBe("1999/2000");
});

test("among months of all kinds they are months", () => {
  const months = ["2010-09", "2010-10", "2010-11", "2010-12"];
  expect(months.map((text) => understood(text, months))).toEqual(months.map((text) => `${text}/${text}`));
});

test("first days of years, quarters or months may stand for all of them, which is asked back", () => {
  const years = ["2003-01-01", "2004-01-01", "2006-01-01"];
  expect(understood("2003-01-01", years)).toBe("asked");
  expect(understood("2003-01-01", years, { firstDays: "days" })).toBe("2003-01-01/2003-01-01");
  expect(understood("2003-01-01", years, { firstDays: "months" })).toBe("2003-01/2003-01");
  expect(understood("2003-01-01", years, { firstDays: "quarters" })).toBe("2003-01/2003-03");
  expect(understood("2003-01-01", years, { firstDays: "years" })).toBe("2003/2003");
  const months = ["February 1, 2019", "1 March 2019"];
  expect(understood("1 March 2019", months)).toBe("asked");
  expect(understood("1 March 2019", months, { firstDays: "months" })).toBe("2019-03/2019-03");
  const quarters = ["20190101", "20190401"];
  expect(understood("20190401", quarters)).toBe("asked");
  expect(understood("20190401", quarters, { firstDays: "quarters" })).toBe("2019-04/2019-06");
});

test("days in numbers are read as one of them tells, and else asked back", () => {
  expect(understood("02/03/2019", ["02/03/2019", "28/02/2019"])).toBe("2019-03-02/2019-03-02");
  expect(understood("02/03/2019", ["02/03/2019", "02/28/2019"])).toBe("2019-02-03/2019-02-03");
  expect(understood("02.03.2019", ["02.03.2019", "28.02.2019"])).toBe("2019-03-02/2019-03-02");
  expect(understood("02/03/2019", ["02/03/2019", "05/06/2019"])).toBe("asked");
  expect(understood("02/03/2019", ["02/03/2019", "28/02/2019", "02/28/2019"])).toBe("asked");
  expect(understood("02/03/2019", ["02/03/2019", "05/06/2019"], { dayOrder: "day" })).toBe("2019-03-02/2019-03-02");
  expect(understood("02/03/2019", ["02/03/2019", "05/06/2019"], { dayOrder: "month" })).toBe("2019-02-03/2019-02-03");
  // What a day says itself is not said otherwise by an answer for another file.
  expect(understood("02/03/2019", ["02/03/2019", "28/02/2019"], { dayOrder: "month" })).toBe("2019-03-02/2019-03-02");
});

test("first days in numbers are asked about once their order is known", () => {
  const days = ["01/02/2019", "01/03/2019"];
  expect(understood("01/02/2019", days)).toBe("asked");
  expect(understood("01/02/2019", days, { dayOrder: "month" })).toBe("2019-01-02/2019-01-02");
  expect(understood("01/02/2019", days, { dayOrder: "day" })).toBe("asked");
  expect(understood("01/02/2019", days, { dayOrder: "day", firstDays: "months" })).toBe("2019-02/2019-02");
});

test("an answer that does not fit the times is none", () => {
  expect(understood("2019-02-01", ["2019-01-01", "2019-02-01"], { firstDays: "years" })).toBe("asked");
  expect(understood("2019-02-01", ["2019-01-01", "2019-02-01"], { firstDays: "quarters" })).toBe("asked");
});

test("other days are days: the last of a year, days of a week, one day alone", () => {
  expect(understood("31.12.2015", ["31.12.2015", "31.12.2016"])).toBe("2015-12-31/2015-12-31");
  expect(understood("2019-01-01", ["2019-01-01", "2019-01-08"])).toBe("2019-01-01/2019-01-01");
  expect(understood("2019-01-01", ["2019-01-01"])).toBe("2019-01-01/2019-01-01");
  expect(understood("2019-01", ["2019-01", "2020-01"])).toBe("2019-01/2019-01");
});

test.each([
  [
    ["2003-01-01", "2004-01-01"],
    { about: "firstDays", first: "2003-01-01", fits: ["days", "months", "quarters", "years"] },
  ],
  [["2003-04-01", "2003-07-01"], { about: "firstDays", first: "2003-04-01", fits: ["days", "months", "quarters"] }],
  [["2003-02-01", "2003-03-01"], { about: "firstDays", first: "2003-02-01", fits: ["days", "months"] }],
  [["2009-10", "2010-11"], { about: "yearPairs", first: "2009-10", fits: ["years", "months"] }],
  [["02/03/2019", "05/06/2019"], { about: "dayOrder", first: "02/03/2019", fits: ["day", "month"] }],
  [["2009", "2010"], null],
] as const)("what is asked of %j", (texts, question) => {
  expect(new Periods(texts, UNSAID).question).toEqual(question);
});

test.each([
  ["FY2019", "2019"],
  ["fiscal 2019", "2019"],
  ["FY 2019-20", "2019/2020"],
  ["FY2019/2020", "2019/2020"],
  ["FY2019-25", null],
  ["2019", null],
  ["FY19", "2019"],
  ["FY'23", "2023"],
  ["FY22/23", "2022/2023"],
  ["FY22-24", null],
  ["令和4年度", "2022"],
  ["令和元年度", "2019"],
  ["2022年度", "2022"],
  ["FY195", null],
])("%s is %s", (text, years) => expect(financialYears(text)).toBe(years));

test.each([
  ["2019 [YR2019]", "2019", ""],
  ["2019 p", "2019", "p"],
  ["2030f", "2030", "f"],
  ["2025 (forecast)", "2025", "forecast"],
  ["2019¹", "2019", "¹"],
  ["2019 (2)", "2019", "2"],
  ["2019 p)", "2019", "p"],
  ["Dec. 2019(p)", "Dec. 2019", "p"],
  ["T4 2019 (r)", "T4 2019", "r"],
  ["2019Q4 [e]", "2019Q4", "e"],
  ["March 2020 (provisional)", "March 2020", "provisional"],
])("%s is the time %s with the mark “%s”", (text, time, mark) => expect(markedTime(text)).toEqual({ time, mark }));

test.each([
  "2019",
  "2019 [YR2018]",
  "1234p",
  "2019 km",
  "20195",
  "2019-20",
  "2019 (in thousands)",
  "Change Dec. 2019 (p)",
  "Dec. 2019",
])("%s is no time with a mark", (text) => expect(markedTime(text)).toBeNull());

test.each([
  ["Jan", "2019-01"],
  ["Sept.", "2019-09"],
  ["3月", "2019-03"],
  ["Q2", "2019-Q2"],
  ["2Q", "2019-Q2"],
  ["第三季度", "2019-Q3"],
  ["Annual", "2019"],
  ["全年", "2019"],
])("%s of 2019 is %s", (text, period) => {
  const part = partOfYear(text);
  expect(part === null ? null : periodOf({ year: "2019年", ...part })).toBe(period);
});

test.each(["2019", "13月", "Total", "Q5", "Jan 2019", "12"])("%s is no part of a year", (text) =>
  expect(partOfYear(text)).toBeNull(),
);
