import { expect, test } from "vitest";
import { readCsv } from "@/lib/importing/files/read-csv";
import { findTable } from "@/lib/importing/table/find-table";

const NAMES = new Set(["country", "year", "value"]);
/** First and last row of the header (0 for none) and the first row of data of a text; null where no table is found. */
function found(lines: readonly string[]) {
  const rows = [...readCsv(lines.join("\n"), { delimiter: ";" })];
  const place = findTable(rows, (cells) => cells.filter((cell) => NAMES.has(cell.toLowerCase())).length);
  return place && [place.header ?? 0, place.header === null ? 0 : place.header + place.headerRows - 1, place.firstRow];
}

test.each<[string, string[], number[] | null]>([
  [
    "units below names, numbers among them",
    ["Jahr;Umsatz;Rate", ";1000;Prozent", "2018;44866;1,4", "2019;45276;0,9"],
    [1, 2, 3],
  ],
  ["one unit below one name", ["Jahr;Umsatz", ";Mill. EUR", "2018;1.234,5", "2019;2.500,25"], [1, 2, 3]],
  ["a row of units that says so", ["Jahr;Umsatz;Rate", "Einheit;1000;%", "2018;44866;1", "2019;45276;2"], [1, 2, 3]],
  [
    "a thousand below names that is a number",
    ["Jahr;Umsatz;Rate", "2017;1000;%", "2018;44866;1", "2019;45276;2"],
    [1, 1, 2],
  ],
  [
    "a row of data whose number is a word",
    ["Country;Year;Value", "DE;2018;secret", "DE;2019;2.5", "IE;2019;3.5"],
    [1, 1, 2],
  ],
  ["years with marks as names", ["Country;2018;2019¹;2030f", "DE;1.5;2.5;3", "IE;3.5;4.5;5"], [1, 1, 2]],
  ["names one of which looks like a number", ["Area;Low;High;95% CI", "DE;1.5;2.5;3", "IE;3.5;4.5;5"], [1, 1, 2]],
  [
    "numbers in the first column",
    ["Rate;Mark;Area;Sex;Age", "27.5;;England;all;all", "5.25;u;Wales;all;all"],
    [1, 1, 2],
  ],
  [
    "lines of a name and what it is",
    ["Table;Jobs", "Unit;thousands", "Area;2018;2019", "DE;1.5;2.5", "IE;3.5;4.5"],
    [3, 3, 4],
  ],
  ["a name over a group of columns", ["Country;2019;;", ";Men;Women;Total", "DE;1.5;2.5;4", "IE;3.5;4.5;8"], [1, 2, 3]],
  ["such lines above two columns", ["Title;GDP", "Unit;m", "PreUnit;£", "2018;2181125", "2019;2216017"], [0, 0, 4]],
  [
    "little data before a gap and notes",
    ["TIME;2018;2019", "DE;1.5;2.5", "IE;3.5;:", "", "Notes", ":;not available", "b;break", "e;estimated"],
    [1, 1, 2],
  ],
  ["ranges alone", ["Country;Year;Value", "DE;2018;5-7", "IE;2018;8-9"], [1, 1, 2]],
  ["words alone", ["one;two", "three;four"], null],
])("%s", (_, lines, place) => expect(found(lines)).toEqual(place));
