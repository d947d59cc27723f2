import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { refuseOtherKinds } from "@/lib/importing/files/file-kind";
import { readCsv } from "@/lib/importing/files/read-csv";
import { UnreadableFile } from "@/lib/importing/problem";

const cellsOf = (text: string) => [...readCsv(text)].map(({ cells }) => cells);

function refusal(text: string): {
  status: number;
  code: string;
  row: number | null;
  column: string | null;
} {
  try {
    for (const _ of readCsv(text));
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const { code, row, column } = error.problem;
    return { status: error.status, code, row, column };
  }
  throw new Error("it was read");
}

describe("CSV is read whole or refused with the place (T38)", () => {
  test.each([
    ["commas", "a,b\n1,2\n"],
    ["semicolons", "a;b\n1;2\n"],
    ["tabs", "a\tb\n1\t2\n"],
    ["bars", "a|b\r\n1|2\r\n"],
    ["the line ends of old Macs", "a,b\r1,2"],
    ["a declared delimiter", "sep=;\r\na;b\r\n1;2"],
    ["quotes", '"a","b"\n"1","2"'],
    ["line ends of two kinds", "a,b\r\n1,2\r"],
  ])("%s", (_, text) =>
    expect(cellsOf(text)).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]),
  );

  test("line ends of several kinds end rows, and stay text within quotes", () => {
    expect(cellsOf('a,b\r\n"x\ny",1\nz,2\r"""q""",3\r\n')).toEqual([
      ["a", "b"],
      ["x\ny", "1"],
      ["z", "2"],
      ['"q"', "3"],
    ]);
  });

  test("tabs part cells whatever commas stand in them", () => {
    expect(cellsOf("Country\tNotes\t2018\nDE\tone, two, three\t3,977.289\n")).toEqual([
      ["Country", "Notes", "2018"],
      ["DE", "one, two, three", "3,977.289"],
    ]);
  });

  test("quoted cells keep delimiters, quotes and line ends", () => {
    expect(cellsOf('a,b\r\n"1,""2""\r\n3",4\r\n')).toEqual([
      ["a", "b"],
      ['1,"2"\r\n3', "4"],
    ]);
  });

  test("rows are counted as a spreadsheet counts them", () => {
    expect([...readCsv('a\n\n"x\ny"\nz\n')].map(({ row }) => row)).toEqual([1, 3, 4]);
  });

  test("what was printed is read back, however long", () => {
    const cell = fc.string({ unit: "grapheme", maxLength: 40 }).map((text) => text.replaceAll("\0", ""));
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(table, (rows) => {
        const text = Papa.unparse([["first", "second"], ...rows], { newline: "\r\n", quotes: true });
        expect(cellsOf(text)).toEqual([["first", "second"], ...rows]);
      }),
    );
    const long = Array.from({ length: 40_000 }, (_, index) => [
      String(index),
      `text “${index}”, with "quotes"\r\nand lines`,
    ]);
    expect(cellsOf(Papa.unparse([["a", "b"], ...long]))).toEqual([["a", "b"], ...long]);
  });

  test.each([
    ["an open quote", 'a,b\n1,"2\n3,4\n', { status: 400, code: "broken_quoting", row: 2, column: "2" }],
    ["text after a quote", 'a,b\n1,2\n"3"x,4\n', { status: 400, code: "broken_quoting", row: 3, column: "1" }],
    [
      "too many columns",
      `${"a,".repeat(1200)}b\n1`,
      { status: 422, code: "too_many_columns", row: null, column: null },
    ],
    ["a huge cell", `a,b\n1,${"x".repeat(10_001)}\n`, { status: 422, code: "cell_too_long", row: null, column: null }],
    [
      "a million columns",
      `a${",".repeat(1_000_000)}\n1,2`,
      { status: 422, code: "too_many_columns", row: null, column: null },
    ],
    [
      "millions of empty lines",
      `a,b\n${"\n".repeat(9_000_000)}`,
      { status: 422, code: "too_many_rows", row: null, column: null },
    ],
    [
      "a quote open for megabytes",
      `a,b\n"${"x\n".repeat(4_000_000)}`,
      { status: 422, code: "row_too_long", row: null, column: null },
    ],
  ])("%s is refused", (_, text, expected) => {
    expect(refusal(text)).toEqual(expected);
  });
});

describe("files of other kinds are named", () => {
  test.each([
    [
      "an old workbook",
      [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0],
      /old Excel \(\.xls\).*save it as \.xlsx/,
    ],
    ["an older one", [0x09, 0x08, 0x08, 0x00, 0x00, 0x05, 0x05, 0x00], /old Excel/],
    ["a PDF", [..."%PDF-1.7\n"].map((mark) => mark.charCodeAt(0)), /a PDF/],
    ["a web page", [..."\r\n<html xmlns"].map((mark) => mark.charCodeAt(0)), /a web page/],
    ["a packed file", [0x1f, 0x8b, 8, 0], /packed/],
  ])("%s", (_, bytes, message) => expect(() => refuseOtherKinds(new Uint8Array(bytes))).toThrow(message));

  test("and tables are none of them", () => {
    for (const text of ["a,b\n1,2", "\ufeffa;b", "<5,1\n"]) {
      expect(() => refuseOtherKinds(new TextEncoder().encode(text))).not.toThrow();
    }
  });
});
