import { deflateRawSync } from "node:zlib";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { UnreadableFile } from "@/lib/importing/problem";
import { readXlsx } from "@/lib/importing/read-xlsx";
import { shownBy } from "@/lib/importing/shown-cells";

async function rowsOf(bytes: Uint8Array) {
  const rows = [];
  for await (const { row, cells } of readXlsx(bytes)) rows.push({ row, cells });
  return rows;
}

async function refusal(bytes: Uint8Array): Promise<string> {
  try {
    await rowsOf(bytes);
  } catch (error) {
    if (error instanceof UnreadableFile) return `${error.status} ${error.problem.code}`;
    throw error;
  }
  return "it was read";
}

/** An archive of one or more files, made by hand so that it may lie about their sizes. */
function zip(files: readonly { name: string; data: Uint8Array; claims?: number }[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data, claims = data.length } of files) {
    const packed = deflateRawSync(data, { level: 9 });
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(claims, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claims, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    parts.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...parts, ...directory, end]));
}

describe("a workbook is read as it is shown", () => {
  test("text, numbers, percentages and dates with their precision", async () => {
    const day = new Date(Date.UTC(2019, 1, 28));
    const cell = (value: unknown, numFmt?: string) => ({ value, ...(numFmt ? { style: { numFmt } } : {}) });
    const shown = [
      [cell(9500), { digits: "9500" }],
      [cell(0.1 + 0.2), { digits: "0.3" }],
      [cell(1.5e21), { digits: "1500000000000000000000" }],
      [cell(-2.5e-7), { digits: "-0.00000025" }],
      [cell(0.205, "0.0%"), { digits: "20.5" }],
      [cell(1234567, "#,##0,"), { digits: "1234567" }],
      [cell(day, "yyyy-mm-dd"), "2019-02-28"],
      [cell(day, "mmm yyyy"), "2019-02"],
      [cell(day, "yyyy"), "2019"],
      [cell("=1+1"), "=1+1"],
      [cell("1.234"), "1.234"],
      [cell(true), "TRUE"],
    ] as const;
    const cells = new Map(shown.map(([made], index) => [`1,${index}`, made]));
    const headers = shown.map((_, index) => `column ${index}`);
    const sheet = { name: "Any", rows: [headers, shown.map(([made]) => made.value)], cells };
    const bytes = (await writeXlsx({ sheets: [sheet as never] })) as Uint8Array;
    expect(await rowsOf(bytes)).toEqual([
      { row: 1, cells: headers },
      { row: 2, cells: shown.map(([, expected]) => expected) },
    ]);
  });

  test("empty rows are counted and left out", async () => {
    const rows = [["a", "b"], [], ["1", null]];
    const bytes = (await writeXlsx({ sheets: [{ name: "Any", rows }] })) as Uint8Array;
    expect(await rowsOf(bytes)).toEqual([
      { row: 1, cells: ["a", "b"] },
      { row: 3, cells: ["1"] },
    ]);
  });

  test.each([
    ["General", null],
    ["0%", "percent"],
    ['0.0" %"', null],
    ["[$-409]d mmm yyyy;@", "day"],
    ["mmm-yy", "month"],
    ["yyyy", "year"],
    ["#,##0.00", null],
    ["[Red]0.0", null],
    ["hh:mm", null],
  ])("the format %s shows %s", (format, expected) => expect(shownBy(format)).toBe(expected));
});

describe("a workbook that is none, or too much, is refused before it is read", () => {
  const zeros = new Uint8Array(120 * 1024 * 1024);
  test.each([
    ["text", new TextEncoder().encode("a,b\n1,2\n".repeat(10)), "422 not_a_workbook"],
    ["nothing", new Uint8Array(0), "422 not_a_workbook"],
    ["an archive of something else", zip([{ name: "a.txt", data: new Uint8Array(5) }]), "422 not_a_workbook"],
    ["a bomb", zip([{ name: "xl/worksheets/sheet1.xml", data: zeros }]), "413 too_large"],
    [
      "a bomb that lies about its size",
      zip([{ name: "xl/worksheets/sheet1.xml", data: zeros, claims: 0 }]),
      "413 too_large",
    ],
    [
      "a bomb in many pieces",
      zip(
        Array.from({ length: 60 }, (_, index) => ({ name: `xl/${index}`, data: zeros.subarray(0, 2 * 1024 * 1024) })),
      ),
      "413 too_large",
    ],
    [
      "a thousand parts",
      zip(Array.from({ length: 1500 }, (_, index) => ({ name: `${index}`, data: new Uint8Array(1) }))),
      "413 too_many_files",
    ],
  ])("%s", async (_, bytes, expected) => {
    const before = process.memoryUsage().rss;
    expect(await refusal(bytes)).toBe(expected);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  });

  test("a workbook that is cut off", async () => {
    const bytes = (await writeXlsx({ sheets: [{ name: "Any", rows: [["a"], ["1"]] }] })) as Uint8Array;
    expect(await refusal(bytes.subarray(0, bytes.length - 30))).toBe("422 not_a_workbook");
  });
});
