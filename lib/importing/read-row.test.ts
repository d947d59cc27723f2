import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guardedCell } from "@/lib/exports/formula-cells";
import type { Cell } from "@/lib/importing/files/read-csv";
import { matchColumns } from "@/lib/importing/match-columns";
import { readRow } from "@/lib/importing/read-row";
import { UNKNOWN_WRITING } from "@/lib/importing/units/read-value";

/** Reads one row by the names of its columns. */
function read(cells: Readonly<Record<string, Cell>>, format?: "en" | "de" | "fr" | "plain") {
  const { columns } = matchColumns(Object.keys(cells));
  return readRow({ row: 2, cells: Object.values(cells) }, columns, { ...UNKNOWN_WRITING, format });
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

  test("what could be read in two ways is never guessed while nobody says (T40)", () => {
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
    ["barely 2,000", "wording"],
    ["12.3 p", "mark"],
    ["43 b", "ambiguous"],
    ["(1,234)", "ambiguous"],
    ["1e5", "exponent"],
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
    [{ wording: "" }, { wording: "exactly" }],
    [{ wording: "over" }, { wording: "more_than" }],
    [{ wording: "some" }, { wording: "about" }],
    [{ wording: "Around" }, { wording: "about" }],
    [{ wording: "almost" }, { wording: "nearly" }],
    [{ wording: "just under" }, { wording: "nearly" }],
    [{ wording: "under" }, { wording: "less_than" }],
    [{ wording: ">" }, { wording: "more_than" }],
    [{ wording: "≥" }, { wording: "at_least" }],
    [{ wording: ">=" }, { wording: "at_least" }],
    [{ wording: "<" }, { wording: "less_than" }],
    [{ wording: "≤" }, { wording: "up_to" }],
    [{ wording: "≈" }, { wording: "about" }],
    [{ wording: "~" }, { wording: "about" }],
    [{ wording: "约" }, { wording: "about" }],
    [{ wording: "超过" }, { wording: "more_than" }],
    [{ wording: "不到" }, { wording: "less_than" }],
    [{ wording: "über" }, { wording: "more_than" }],
    [{ wording: "rund" }, { wording: "about" }],
    [{ wording: "knapp" }, { wording: "nearly" }],
    [{ wording: "fast" }, { wording: "nearly" }],
    [{ wording: "mindestens" }, { wording: "at_least" }],
    [{ wording: "höchstens" }, { wording: "up_to" }],
    [{ wording: "plus de" }, { wording: "more_than" }],
    [{ wording: "al menos" }, { wording: "at_least" }],
    [{ wording: "=" }, { wording: "exactly" }],
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
    expect(
      readRow({ row: 2, cells: ["1", "2"] }, columns, { ...UNKNOWN_WRITING, format: "en" }).problems,
    ).toMatchObject([{ row: 2, code: "too_many_cells" }]);
  });
});

describe("a value cell says its wording, unit and mark", () => {
  const said = (cells: Readonly<Record<string, Cell>>, format?: "en" | "de") => {
    const { parts, units, remarks, problems } = read(cells, format);
    const { value, valueHigh, wording } = parts as Record<string, { digits: string } | undefined>;
    if (problems.length > 0) return problems.map(({ column, code }) => `${column} ${code}`).join(", ");
    return [
      wording,
      value?.digits,
      valueHigh?.digits,
      ...units.map(({ unit }) => `[${unit}]`),
      ...remarks.map((told) => `(${/^Marked “(.*)” in the file\.$/.exec(told)?.[1] ?? told})`),
    ]
      .filter(Boolean)
      .join(" ");
  };
  test.each<[Readonly<Record<string, Cell>>, string]>([
    [{ value: "~350" }, "about 350"],
    [{ value: ">780" }, "more_than 780"],
    [{ value: "more than 400" }, "more_than 400"],
    [{ value: "over 400", wording: "" }, "more_than 400"],
    [{ value: "over 400", wording: "more than" }, "more_than 400"],
    [{ value: "over 400", wording: "about" }, "value conflict"],
    [{ value: "400", wording: "about" }, "about 400"],
    [{ value: "between 1,400 and 1,500" }, "between 1400 1500"],
    [{ value: "1,400–1,500", value_high: "" }, "between 1400 1500"],
    [{ value: "1,400–1,500", value_high: "1,600" }, "value_high conflict"],
    [{ value: "1,400", wording: "between", value_high: "1,500" }, "between 1400 1500"],
    [{ value: "1.2 million" }, "1200000 []"],
    [{ value: "70 Mio. Yuan" }, "70000000 [Yuan]"],
    [{ value: "12.3%" }, "12.3 [%]"],
    [{ value: "9500¹" }, "9500 (¹)"],
    [{ value: "9,500[1]" }, "9500 ([1])"],
    [{ value: "nearly half" }, "nearly 50 [percent]"],
    [{ value: "9", unit: "billion yuan" }, "9 [billion yuan]"],
    [{ "Revenue (billion yuan)": "9", value: "" }, ""],
    [{ "Value (billion yuan)": "9" }, "9 [billion yuan]"],
    [{ "value [%]": "9" }, "9 [%]"],
    [{ value: "9", UNIT_MULT: "9" }, "9 [9]"],
    [{ value: "", unit: "percent" }, "[percent]"],
    [{ value: "5 dozen" }, "5 [dozen]"],
    [{ value: { digits: "1.234" } }, "1.234"],
    [{ value: { digits: "1.234", unit: "million" } }, "1234000 []"],
    [{ value: { digits: "-1.2", unit: "万" } }, "-12000 []"],
    [{ value: { digits: "20.5", unit: "%" } }, "20.5 [%]"],
    [{ value: { digits: "1.234", unit: "€" } }, "1.234 [€]"],
    [{ value: { digits: "5", unit: "m" } }, "value ambiguous"],
    [{ value: { digits: "5", merged: "B2:B4" } }, "value merged"],
  ])("%j says %s", (cells, expected) => expect(said(cells)).toBe(expected));

  test("the file’s way of writing numbers holds within words, too", () => {
    expect(said({ value: "über 1.450" }, "de")).toBe("more_than 1450");
    expect(said({ value: "über 1.450" })).toBe("value ambiguous");
    expect(said({ value: "zwischen 1.400 und 1.500" }, "de")).toBe("between 1400 1500");
    expect(read({ value: "zwischen 1.400 und 1.500" }).problems).toMatchObject([
      { message: expect.stringContaining("Say how the file writes numbers") },
    ]);
  });

  test("between semicolons a comma before three digits is asked back", () => {
    const { columns } = matchColumns(["value"]);
    const ask = (text: string, format?: "en" | "de") =>
      readRow({ row: 2, cells: [text] }, columns, { ...UNKNOWN_WRITING, format, hasSemicolons: true });
    for (const text of ["5,125", "about 5,125", "-5,125 %"]) {
      expect(codes(ask(text))).toEqual(["value ambiguous"]);
    }
    for (const text of ["5125", "12.5", "1,234,567", "1,234.5"]) expect(codes(ask(text))).toEqual([]);
    expect(ask("5,125", "de").parts.value).toEqual({ digits: "5.125" });
    expect(ask("5,125", "en").parts.value).toEqual({ digits: "5125" });
  });
});

describe("a conversion keeps the scale that stands behind its unit, in the cell or in the header", () => {
  test.each<[Readonly<Record<string, string>>, string]>([
    [{ alternative: "35 USD m" }, "35000000"],
    [{ alternative: "35 USD (million)" }, "35000000"],
    [{ alternative: "US$35 million" }, "35000000"],
    [{ "alternative (million USD)": "35" }, "35000000"],
    [{ "alternative (million USD)": "35 USD" }, "35000000"],
    [{ "alternative (million)": "35", alternative_unit: "USD" }, "35000000"],
    [{ alternative: "35", alternative_unit: "USD" }, "35"],
  ])("%j", (cells, digits) => {
    const { parts, problems } = read({ value: "240", ...cells });
    expect(problems).toEqual([]);
    expect(parts).toMatchObject({ alternative: { digits }, alternativeUnit: "USD" });
  });

  test("and says it once", () => {
    expect(codes(read({ value: "240", "alternative (million USD)": "35 million" }))).toEqual([
      "alternative (million USD) unit",
    ]);
  });
});

describe("the words of a source fill a row as they fill the form", () => {
  test("wording, value, unit, time and phrase", () => {
    const { parts, citation, units, problems } = read({ "As worded": "more than 9,500 companies by the end of 2018" });
    expect(problems).toEqual([]);
    expect(parts).toMatchObject({ wording: "more_than", value: { digits: "9500" }, asOf: "2018-12-31" });
    expect(units).toMatchObject([{ field: "as_worded", unit: { kind: "noun", text: "companies" } }]);
    expect(citation.phrase).toBe("more than 9,500 companies by the end of 2018");
  });

  test("both ends of a range, and the conversion in brackets", () => {
    expect(read({ as_worded: "between 1,400 and 1,500 firms" }).parts).toMatchObject({
      wording: "between",
      value: { digits: "1400" },
      valueHigh: { digits: "1500" },
    });
    expect(read({ as_worded: "over 70 million yuan ($10.4 million)" }).parts).toMatchObject({
      value: { digits: "70000000" },
      alternative: { digits: "10400000" },
      alternativeUnit: "USD",
    });
  });

  test("what a column says stays, and a column that says another thing is refused", () => {
    const words = "more than 9,500 companies";
    expect(read({ as_worded: words, phrase: "its more than 9,500 companies" }).citation.phrase).toMatch(/^its/);
    expect(read({ as_worded: words, value: "9500", wording: "" })).toMatchObject({
      parts: { wording: "more_than", value: { digits: "9500" } },
      problems: [],
    });
    expect(codes(read({ as_worded: words, value: "9600" }))).toEqual(["as_worded conflict"]);
    expect(codes(read({ as_worded: words, wording: "about" }))).toEqual(["as_worded conflict"]);
    expect(codes(read({ as_worded: words, value: "~9500" }))).toEqual(["as_worded conflict"]);
  });

  test("of several numbers the value says which, a fall asks for its sign, and words without a number are refused", () => {
    const words = "up 12% year on year to 4,500 firms";
    expect(codes(read({ as_worded: words }))).toEqual(["as_worded several_numbers"]);
    expect(read({ as_worded: words, value: "4,500" })).toMatchObject({
      parts: { value: { digits: "4500" } },
      problems: [],
    });
    for (const fall of ["fell 6.8 percent", "fell by 12 firms", "a loss of 3.2 million yuan", "减少12家企业"]) {
      expect(codes(read({ as_worded: fall }))).toEqual(["as_worded fall"]);
    }
    expect(read({ as_worded: "fell to 12 firms" })).toMatchObject({ parts: { value: { digits: "12" } }, problems: [] });
    expect(read({ as_worded: "fell 6.8 percent", value: "−6.8" })).toMatchObject({
      parts: { value: { digits: "-6.8" } },
      problems: [],
    });
    expect(codes(read({ as_worded: "a great many firms" }))).toEqual(["as_worded no_number"]);
  });

  test("another time than the column’s is a warning", () => {
    const reading = read({ as_worded: "9,500 firms by the end of 2018", as_of: "2019" });
    expect(reading).toMatchObject({ parts: { asOf: "2019" }, problems: [], warnings: [{ code: "other_time" }] });
  });
});
