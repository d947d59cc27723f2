import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { listSheets, readXlsx } from "@/lib/importing/files/read-xlsx";
import { numberFormat } from "@/lib/importing/files/xlsx/number-format";
import { UnreadableFile } from "@/lib/importing/problem";
import { partsOf, workbook, zip } from "@/tests/setup/data/hand-made-workbook";

async function rowsOf(bytes: Uint8Array, sheet: string | null = null) {
  const rows = [];
  for await (const { row, cells } of readXlsx(bytes, sheet)) rows.push({ row, cells });
  return rows;
}

async function refusal(bytes: Uint8Array, sheet: string | null = null): Promise<string> {
  try {
    await rowsOf(bytes, sheet);
  } catch (error) {
    if (error instanceof UnreadableFile) return `${error.status} ${error.problem.code}`;
    throw error;
  }
  return "it was read";
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
      [cell(0.205, "0.0%"), { digits: "20.5", unit: "%" }],
      [cell(1234567, "#,##0,"), { digits: "1234567", shown: { power: 3, word: "" } }],
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
    ["General", "number"],
    ["0%", "number"],
    ['0.0" d"', "number"],
    ["[$-409]d mmm yyyy;@", "day"],
    ["mmm-yy", "month"],
    ["yyyy", "year"],
    ["#,##0.00", "number"],
    ["[Red]0.0", "number"],
    ["0.00E+00", "number"],
    ["hh:mm", "time"],
    ["[h]:mm:ss", "time"],
    ['yyyy"年"m"月"', "month"],
    ["[$-411]ggge年m月d日", "day"],
    ["@", "number"],
  ])("the format %s shows a %s", (code, kind) => expect(numberFormat(164, code).kind).toBe(kind));

  // Built-in formats have no code in the file: ECMA-376, 18.8.30, those for Chinese from 27 on.
  test.each([
    [14, "2019-02-28"],
    [17, "2019-02"],
    [22, "2019-02-28"],
    [27, "2019-02"],
    [31, "2019-02-28"],
    [36, "2019-02"],
    [50, "2019-02"],
    [57, "2019-02"],
    [58, "2019-02-28"],
    [20, "00:00"],
    [0, { digits: "43524" }],
    [3, { digits: "43524" }],
    [10, { digits: "4352400", unit: "%" }],
  ])("the built-in format %s", async (id, expected) => {
    const bytes = workbook({ rows: `<row r="1"><c r="A1" s="1"><v>43524</v></c></row>`, styles: [id] });
    expect(await rowsOf(bytes)).toEqual([{ row: 1, cells: [expected] }]);
  });

  test("a date that is written as one is no number, and is shown as its format does", async () => {
    const cell = (style: number) => `<c t="d" s="${style}"><v>2019-02-28T00:00:00</v></c>`;
    const bytes = workbook({ rows: `<row>${cell(0)}${cell(1)}</row>`, styles: [17] });
    expect(await rowsOf(bytes)).toEqual([{ row: 1, cells: ["2019-02-28", "2019-02"] }]);
  });

  test("days are counted from 1904 where the workbook says so, and as Excel does before March 1900", async () => {
    const cells = (serial: number) => `<row r="1"><c r="A1" s="1"><v>${serial}</v></c></row>`;
    const read = async (serial: number, is1904: boolean) =>
      (await rowsOf(workbook({ rows: cells(serial), styles: [14], is1904 })))[0]?.cells[0];
    expect(await read(42062, true)).toBe("2019-02-28");
    expect(await read(1, false)).toBe("1900-01-01");
    expect(await read(61, false)).toBe("1900-03-01");
    // No day of any calendar: said as it stands, so that no date is made of it.
    expect(await read(-5, false)).toBe("-5");
  });

  const shown = (power: number, word: string) => ({ shown: { power, word } });
  test.each<[string, number, unknown]>([
    ['0.0" million"', 45.5, { digits: "45.5", unit: "million" }],
    ['0"万"', 1250, { digits: "1250", unit: "万" }],
    ['0.0"亿元"', 3.2, { digits: "3.2", unit: "亿元" }],
    ['#,##0" km"', 1200, { digits: "1200", unit: "km" }],
    ["#,##0,", 1234567, { digits: "1234567", ...shown(3, "") }],
    ['#,##0,"K"', 1234567, { digits: "1234567", ...shown(3, "K") }],
    ['#,##0.0,,"M"', 1234567, { digits: "1234567", ...shown(6, "M") }],
    ['#,##0,"千元"', 1234567, { digits: "1234567", unit: "元", ...shown(3, "千") }],
    ['0.0,," million km"', 1234567, { digits: "1234567", unit: "km", ...shown(6, "million") }],
    ["[$€-407]#,##0.00", 12.5, { digits: "12.5", unit: "€" }],
    ["$#,##0", 12, { digits: "12", unit: "$" }],
    ["#,##0_);(#,##0)", -1234, { digits: "-1234" }],
    ['#,##0;[Red]"("#,##0")"', -1234, { digits: "-1234" }],
    ["#,##0,", 0, { digits: "0" }],
    ["[>=10000000]##\\,##\\,##\\,##0.0;[>=100000]##\\,##\\,##0;##,##0", 2610651, { digits: "2610651" }],
    ['0\\,0"cr"', 83, { digits: "8.3", unit: "cr" }],
    ['0;-0;"–"', 0, "–"],
    ['0;-0;"n.a."', 0, "n.a."],
    ["0;-0;", 0, ""],
    ['0;-0;"–"', 5, { digits: "5" }],
    ["0.0%", -0.068, { digits: "-6.8", unit: "%" }],
    ['[>=1000000]0.0,,"M";[>=1000]0,"K";0', 2500000, { digits: "2500000", ...shown(6, "M") }],
    ['[<1]"<1";0', 0.4, "<1"],
    ["# ?/?", 0.5, { digits: "0.5" }],
    ["0.00E+00", 1234.5, { digits: "1234.5" }],
    ["\\x0", 7, { digits: "7", unit: "x" }],
    ['0!.0,"万"', 83000, { digits: "83000", ...shown(4, "万") }],
    ['0\\.0,"万人"', 83000, { digits: "83000", unit: "人", ...shown(4, "万") }],
    ['0!.00,,"亿"', 830000000, { digits: "830000000", ...shown(8, "亿") }],
    ['0.0"."0', 83, { digits: "83", ...shown(1, "") }],
    ["0!千", 83, { digits: "83", unit: "千" }],
    ['0.0,"万"', 83000, { digits: "83", unit: "万" }],
    ['"€"0.0,,"bn"', 1530000000, { digits: "1530", unit: "€ bn" }],
    ['"-"0.0', 8.3, { digits: "-8.3" }],
    ['"−"0.0"%"', 8.3, { digits: "-8.3", unit: "%" }],
    ["(0.0)", 8.3, { digits: "(8.3)" }],
    ["-0.0", 8.3, { digits: "-8.3" }],
    ["-0.0", -8.3, { digits: "-8.3" }],
    ['_-* #,##0.0_-;-* #,##0.0_-;_-* "-"??_-', 8.3, { digits: "8.3" }],
    ['"CO2-eq "0.0', 8.3, { digits: "8.3", unit: "CO2-eq" }],
    ['"pre-tax "0.0', 8.3, { digits: "8.3", unit: "pre-tax" }],
  ])("what the format %s writes around %s is kept", async (code, value, expected) => {
    const bytes = workbook({
      rows: `<row r="1"><c r="A1" s="1"><v>${value}</v></c><c r="B1"><v>1</v></c></row>`,
      styles: [code],
    });
    expect(await rowsOf(bytes)).toEqual([{ row: 1, cells: [expected, { digits: "1" }] }]);
  });

  test("raised text stays raised, what tells how to speak a word is left out", async () => {
    const run = (text: string, properties = "") => `<r><rPr>${properties}</rPr><t xml:space="preserve">${text}</t></r>`;
    const up = '<vertAlign val="superscript"/>';
    const strings = [
      `<si>${run("9500")}${run("1", up)}</si>`,
      `<si>${run("9,500")}${run("a", up)}${run(" firms")}</si>`,
      `<si>${run("km")}${run("2", up)}</si>`,
      `<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>`,
      `<si><t>two_x000D_lines</t></si>`,
      `<si>${run("8,300")}${run("2", '<vertAlign val="subscript"/>')}</si>`,
      `<si>${run("H")}${run("2", '<vertAlign val="subscript"/>')}${run("O")}</si>`,
    ];
    const cells = strings.map((_, at) => `<c t="s"><v>${at}</v></c>`).join("");
    const inline = `<c t="inlineStr"><is>${run("12.5")}${run("2", up)}</is></c>`;
    const bytes = workbook({ rows: `<row>${cells}${inline}</row>`, strings });
    expect(await rowsOf(bytes)).toEqual([
      { row: 1, cells: ["9500¹", "9,500[a] firms", "km²", "東京", "two\rlines", "8,300²", "H2O", "12.5²"] },
    ]);
  });

  test("errors, and formulas without a result, are no numbers", async () => {
    const cells = `<c t="e"><v>#DIV/0!</v></c><c><f>B2*2</f></c><c><f>A1+1</f><v>3</v></c><c t="str"><f>A1&amp;"x"</f><v>3x</v></c>`;
    expect(await rowsOf(workbook({ rows: `<row>${cells}</row>` }))).toEqual([
      { row: 1, cells: ["#DIV/0!", "=B2*2", { digits: "3" }, "3x"] },
    ]);
  });

  test("cells merged over rows say the same in each; a number says that it is one with others", async () => {
    const rows = [
      `<row r="1"><c r="A1" t="inlineStr"><is><t>Guizhou</t></is></c><c r="B1"><v>5</v></c><c r="C1" t="inlineStr"><is><t>x</t></is></c></row>`,
      `<row r="2"><c r="C2" t="inlineStr"><is><t>y</t></is></c></row>`,
      `<row r="4"><c r="C4" t="inlineStr"><is><t>z</t></is></c></row>`,
    ].join("");
    const bytes = workbook({ rows, merged: ["A1:A3", "B1:B2", "A4:C4"] });
    expect(await rowsOf(bytes)).toEqual([
      { row: 1, cells: ["Guizhou", { digits: "5" }, "x"] },
      { row: 2, cells: ["Guizhou", { digits: "5", merged: "B1:B2" }, "y"] },
      { row: 4, cells: ["", "", "z"] },
    ]);
  });
});

describe("what a person is to look at in a cell", () => {
  const doubtsOf = async (
    made: Parameters<typeof partsOf>[0],
    more: readonly { name: string; text: string }[] = [],
  ) => {
    const parts = more.map(({ name, text }) => ({ name, data: new TextEncoder().encode(text) }));
    const found: string[] = [];
    for await (const { row, doubts } of readXlsx(zip([...partsOf(made), ...parts]))) {
      for (const [at, all] of doubts ?? [])
        found.push(...all.map(({ code, message }) => `${row} ${at} ${code} ${message}`));
    }
    return found;
  };

  test("a sum of what is shown below rows that are hidden, and none above them", async () => {
    const sum = "<row><c><f>SUBTOTAL(109,A1:A3)</f><v>6</v></c></row>";
    const rows = `${sum}<row hidden="1"><c><v>1</v></c></row><row><c><v>2</v></c><c><f>SUM(A1:A2)</f><v>3</v></c></row>${sum}`;
    expect(await doubtsOf({ rows })).toEqual([
      expect.stringMatching(/^2 0 hidden The workbook hides this number, or its row/),
      expect.stringMatching(/^4 0 subtotal The workbook sums up here what it shows, and some rows are hidden/),
    ]);
  });

  test("white letters, unless what is behind them has a colour", async () => {
    const white = '<font><color rgb="FFFFFFFF"/></font>';
    const solid = (colour: string) =>
      `<fill><patternFill patternType="solid"><fgColor ${colour}/></patternFill></fill>`;
    const made = {
      styles: [0, 0, 0, 0],
      fonts: [white, white, '<font><color theme="0"/></font>', '<font><color theme="1"/></font>'],
      fills: [solid('rgb="FF003366"'), solid('rgb="FFFFFFFF"'), '<fill><patternFill patternType="none"/></fill>'],
      rows: `<row>${[1, 2, 3, 4].map((style) => `<c s="${style}"><v>5</v></c>`).join("")}</row>`,
    };
    expect(await doubtsOf(made)).toEqual([
      expect.stringMatching(/^1 1 hidden The workbook hides this number/),
      expect.stringMatching(/^1 2 hidden The workbook hides this number/),
    ]);
  });

  test("a comment, word for word as far as it is told", async () => {
    const relation = (target: string) =>
      `<Relationships><Relationship Id="c" Type="http://x/relationships/comments" Target="${target}"/></Relationships>`;
    const comments =
      '<comments><authors><author>A</author></authors><commentList><comment ref="B1" authorId="0"><text><r><t>Typo, </t></r><r><t>should be\n 215</t></r></text></comment><comment ref="A1"><text><t> </t></text></comment></commentList></comments>';
    const found = await doubtsOf({ rows: "<row><c><v>1</v></c><c><v>1215</v></c></row>" }, [
      { name: "xl/worksheets/_rels/sheet0.xml.rels", text: relation("../comments1.xml") },
      { name: "xl/comments1.xml", text: comments },
    ]);
    expect(found).toEqual(["1 1 comment The workbook says of this cell: “Typo, should be 215”"]);
  });
});

test("a part of a text that is struck out says so, and so no digit of it is one of the number", async () => {
  const run = (text: string, looks = "") => `<r><rPr>${looks}</rPr><t xml:space="preserve">${text}</t></r>`;
  const cell = (...runs: readonly string[]) => `<c t="inlineStr"><is>${runs.join("")}</is></c>`;
  const rows = `<row>${cell(run("3", "<strike/>"), run("362"))}${cell(run("890", '<strike val="0"/>'), run(" units"))}</row>`;
  expect(await rowsOf(workbook({ rows }))).toEqual([{ row: 1, cells: [" [3 struck out] 362", "890 units"] }]);
});

test("noughts that a sheet does not show are empty", async () => {
  const view = '<sheetViews><sheetView showZeros="0"/></sheetViews>';
  const rows = '<row><c><v>0</v></c><c><v>5</v></c><c><v>0.0</v></c><c t="str"><v>0</v></c><c><f>A2</f></c></row>';
  expect(await rowsOf(workbook({ views: view, rows }))).toEqual([
    { row: 1, cells: ["", { digits: "5" }, "", "0", "=A2"] },
  ]);
});

describe("which sheet is read", () => {
  const cell = (text: string) => `<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`;
  const bytes = workbook({
    sheets: [
      { name: "Old", state: "hidden", rows: cell("old") },
      { name: "Older", state: "veryHidden", rows: cell("older") },
      { name: "New &amp; good", rows: cell("new") },
      { name: "Notes", rows: cell("notes") },
    ],
  });

  test("the first that is not hidden, unless one is named", async () => {
    expect(await rowsOf(bytes)).toEqual([{ row: 1, cells: ["new"] }]);
    expect(await rowsOf(bytes, "Notes")).toEqual([{ row: 1, cells: ["notes"] }]);
    expect(await rowsOf(bytes, "Old")).toEqual([{ row: 1, cells: ["old"] }]);
    expect(await listSheets(bytes, null)).toEqual([
      { name: "Old", isHidden: true, isRead: false },
      { name: "Older", isHidden: true, isRead: false },
      { name: "New & good", isHidden: false, isRead: true },
      { name: "Notes", isHidden: false, isRead: false },
    ]);
  });

  test("none where all are hidden, or none has the name", async () => {
    expect(await refusal(bytes, "Nope")).toBe("422 no_sheet");
    expect(await refusal(workbook({ sheets: [{ name: "Old", state: "hidden", rows: cell("old") }] }))).toBe(
      "422 no_sheet",
    );
  });
});

describe("a workbook that is none, or too much, is refused before it is read (T37)", () => {
  const spaces = new Uint8Array(120 * 1024 * 1024).fill(32);
  const many = (text: string, times: number) => text.repeat(times);
  test.each([
    ["text", new TextEncoder().encode("a,b\n1,2\n".repeat(10)), "422 not_a_workbook"],
    ["nothing", new Uint8Array(0), "422 not_a_workbook"],
    ["an archive of something else", zip([{ name: "a.txt", data: new Uint8Array(5) }]), "422 not_a_workbook"],
    ["an OpenDocument file", zip([{ name: "content.xml", data: new Uint8Array(5) }]), "415 other_kind"],
    ["a bomb", zip([...partsOf({}), { name: "xl/styles.xml", data: spaces }]), "413 too_large"],
    [
      "a bomb that lies about its size",
      zip([...partsOf({}), { name: "xl/styles.xml", data: spaces, claims: 0 }]),
      "422 not_a_workbook",
    ],
    ["a row that does not end", workbook({ rows: `<row>${many("<c><v>1</v></c>", 400_000)}` }), "413 too_large"],
    [
      "a text that does not end",
      workbook({ rows: "<row/>", strings: [`<si><t>${many("x", 4_000_000)}`] }),
      "413 too_large",
    ],
    ["a tag that does not end", workbook({ rows: `<row ${many(" a='b'", 1_000_000)}/>` }), "413 too_large"],
    ["a million and one texts", workbook({ rows: "<row/>", strings: [many("<si/>", 1_000_001)] }), "413 too_large"],
    [
      "entities within entities",
      workbook({ rows: "<row><c t='str'><v>&a;</v></c></row>", head: '<!DOCTYPE x [<!ENTITY a "b">]>' }),
      "422 not_a_workbook",
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

  // Counted in calls, not in time: each was quadratic for a pattern that was searched for from every place.
  test.each([
    ["formats", (n: number) => workbook({ rows: "<row/>", styles: [many("[a", n)] })],
    ["tags that look like formats", (n: number) => workbook({ rows: "<row/>", styleText: many("<numFmt ", n) })],
    ["sheets", (n: number) => workbook({ sheetList: many("<sheet ", n) })],
  ])("hostile %s are read to their end or refused at the first wrong character", async (_, make) => {
    expect(["422 not_a_workbook", "it was read"]).toContain(await refusal(make(300_000)));
  });

  test("a workbook that is cut off", async () => {
    const bytes = (await writeXlsx({ sheets: [{ name: "Any", rows: [["a"], ["1"]] }] })) as Uint8Array;
    expect(await refusal(bytes.subarray(0, bytes.length - 30))).toBe("422 not_a_workbook");
  });
});
