import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { decodeText } from "@/lib/importing/files/decode-text";
import { refuseOtherKinds } from "@/lib/importing/files/file-kind";
import { readCsv } from "@/lib/importing/files/read-csv";
import { UnreadableFile } from "@/lib/importing/problem";

const cellsOf = (text: string) => [...readCsv(text)].map(({ cells }) => cells);

function refusal(text: string | Uint8Array): {
  status: number;
  code: string;
  row: number | null;
  column: string | null;
} {
  try {
    for (const _ of readCsv(typeof text === "string" ? text : decodeText(text)));
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
  ])("%s", (_, text) =>
    expect(cellsOf(text)).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]),
  );

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
    ["too many columns", `${"a,".repeat(200)}b\n1`, { status: 422, code: "too_many_columns", row: null, column: null }],
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

describe("text is UTF-8, or UTF-16 that says so (T39)", () => {
  const bytes = (...parts: (string | number[])[]) =>
    new Uint8Array(parts.flatMap((part) => (typeof part === "string" ? [...new TextEncoder().encode(part)] : part)));

  test("with or without a byte order mark", () => {
    expect(decodeText(bytes([0xef, 0xbb, 0xbf], "a,é"))).toBe("a,é");
    expect(decodeText(bytes("a,é"))).toBe("a,é");
  });

  test("UTF-16 as spreadsheets save it is read", () => {
    expect(decodeText(bytes([0xff, 0xfe, 0x61, 0x00, 0x09, 0x00, 0x4e, 0x7e]))).toBe("a\t繎");
    expect(decodeText(bytes([0xfe, 0xff, 0x00, 0x61]))).toBe("a");
  });

  test.each([
    ["UTF-16 cut off", bytes([0xff, 0xfe, 0x61]), /UTF-16/],
    ["UTF-16 without a mark", bytes([0x61, 0, 0x2c, 0, 0x62, 0]), /UTF-16 without a mark/],
    ["Windows-1252", bytes("a\nb,caf", [0xe9], "\n"), /^Byte 7 \(line 2\).*Windows-1252.*“b,café”/],
    ["GB 18030", bytes("a\n", [0xb4, 0xf3, 0xca, 0xfd, 0xbe, 0xdd]), /^Byte 2 \(line 2\).*GB 18030.*“大数据”/],
    ["an overlong form", bytes("a", [0xc0, 0xaf]), /^Byte 1 \(line 1\)/],
    ["half a surrogate", bytes("ab", [0xed, 0xa0, 0x80]), /^Byte 2 \(line 1\)/],
    ["a character cut off at the end", bytes("ab", [0xe2, 0x82]), /^Byte 2 \(line 1\)/],
    ["a NUL", bytes("a\nb\0"), /^Line 2 has a NUL/],
  ])("%s is refused with its place", (_, input, message) => expect(() => decodeText(input)).toThrow(message));
});
