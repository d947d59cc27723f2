import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guardedCell } from "@/lib/exports/formula-cells";
import { matchColumns } from "@/lib/importing/match-columns";
import type { Cell } from "@/lib/importing/read-csv";
import { readRow } from "@/lib/importing/read-row";

/** Reads one row by the names of its columns. */
function read(cells: Readonly<Record<string, Cell>>, format?: "en" | "de" | "fr" | "plain") {
  const { columns } = matchColumns(Object.keys(cells));
  return readRow({ row: 2, cells: Object.values(cells) }, columns, format);
}

const codes = (reading: ReturnType<typeof read>) => reading.problems.map(({ column, code }) => `${column} ${code}`);

describe("numbers are read as the file is said to write them", () => {
  const LOCALES = { en: "en-GB", de: "de-DE", fr: "fr-FR" } as const;

  test("what a locale prints is read back exactly", () => {
    const number = fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(number, fc.constantFrom("en", "de", "fr"), ([whole, digits], format) => {
        const value = whole / 10 ** digits;
        const text = new Intl.NumberFormat(LOCALES[format], { minimumFractionDigits: digits }).format(value);
        const reading = read({ value: text }, format);
        expect(reading.problems).toEqual([]);
        expect(Number((reading.parts.value as { digits: string }).digits)).toBe(value);
      }),
    );
  });

  test("what could be read in two ways is never guessed while nobody says", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 999 }), (whole, rest) => {
        const text = `${whole}.${String(rest).padStart(3, "0")}`;
        expect(codes(read({ value: text }))).toEqual(["value ambiguous"]);
        expect(read({ value: text }, "de").parts.value).toEqual({ digits: text.replace(".", "") });
        expect(read({ value: text }, "en").parts.value).toEqual({ digits: text });
      }),
    );
  });

  test("a number that a spreadsheet kept as a number needs no format", () => {
    expect(read({ value: { digits: "1.234" } }).parts.value).toEqual({ digits: "1.234" });
  });

  test.each([
    ["abc", "not_a_number"],
    ["about 2,000", "wording"],
    ["20 %", "unit"],
    ["1e5", "not_a_number"],
    ["NaN", "not_a_number"],
    ["0x10", "not_a_number"],
  ])("%s is refused", (text, code) => expect(codes(read({ value: text }, "en"))).toEqual([`value ${code}`]));
});

describe("cells say no more than is in them", () => {
  test("guarded text is freed, an empty cell is not stated, a missing column says nothing", () => {
    expect(read({ note: guardedCell("=1+1"), speaker: " " }).parts).toEqual({
      note: "=1+1",
      speaker: null,
      outlook: "outcome",
    });
    expect(read({ speaker: "" }).parts).toEqual({ speaker: null });
  });

  test.each([
    [{ period: "Feb 2019" }, "Feb 2019"],
    [{ period_start: "2014", period_end: "2019-02" }, "2014/2019-02"],
    [{ period_start: "", period_end: "2019" }, "../2019"],
    [{ period_start: "2019-Q1", period_end: "2019-Q2" }, "2019-01/2019-06"],
    [{ period_start: "", period_end: "" }, null],
  ])("%j is the period %s", (cells, expected) => expect(read(cells).parts.period).toBe(expected));

  test("a wrong side of a period is said at its own column", () => {
    expect(codes(read({ period_start: "soon", period_end: "2019" }))).toEqual(["period_start not_a_date"]);
  });

  test.each([
    [{ wording: "more than" }, { wording: "more_than" }],
    [{ wording: "Up-to" }, { wording: "up_to" }],
    [
      { wording: "exact", qualifier: "record" },
      { wording: "exactly", qualifier: "record" },
    ],
    [{ qualifier: "record" }, { wording: "exactly", qualifier: "record" }],
    [{ qualifier: "nearly" }, { wording: "nearly", qualifier: null }],
    [{ wording: "" }, {}],
  ])("%j is %j", (cells, expected) => expect(read(cells as Record<string, string>).parts).toEqual(expected));

  test("a note that begins “Target.” is a target, unless a column says so itself", () => {
    expect(read({ note: "Target. By 2025." }).parts).toEqual({ note: "By 2025.", outlook: "target" });
    expect(read({ note: "Target. By 2025.", outlook: "outcome" }).parts).toEqual({
      note: "Target. By 2025.",
      outlook: "outcome",
    });
  });

  test("a row with more cells than the header is not read as if it fitted", () => {
    const { columns } = matchColumns(["value"]);
    expect(readRow({ row: 2, cells: ["1", "2"] }, columns, "en").problems).toMatchObject([
      { row: 2, code: "too_many_cells" },
    ]);
  });
});
