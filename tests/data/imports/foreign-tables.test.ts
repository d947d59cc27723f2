import { describe, expect, test } from "vitest";
import { db } from "@/lib/data/db/client";
import { openImport } from "@/lib/data/import/open-import";
import { runImport } from "@/lib/data/import/run-import";
import { fixOf } from "@/lib/importing/look/problem-fix";
import type { PlannedRow } from "@/lib/importing/plan";
import { type Recipe, recipeSchema } from "@/lib/importing/table/recipe";

/** Growth in percent, of the seed. */
const METRIC = "software-revenue-growth";
const SOURCE = "china-daily-2019-guizhou-looms";
const SAID = { source: SOURCE, wording: "exactly" };

/** A dry run of a text, or of bytes, as a recipe says: its rows, in words, and what is told of the whole. */
async function look(text: string | Uint8Array, said: Partial<Recipe> = {}) {
  const recipe = recipeSchema.parse(said);
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const opened = await openImport(db(), bytes, recipe);
  const rows: PlannedRow[] = [];
  const request = {
    ...opened.request,
    label: "table.csv",
    options: { ...opened.options, status: "draft" as const },
    author: { id: null, name: "test" },
    changeReason: { cause: null, reason: null },
  };
  const { summary } = await runImport(db(), request, "dry-run", {
    row: (row) => rows.push(row),
    again: () => rows.splice(0),
    step: async () => undefined,
  });
  const told = rows.map(({ fate, label, problems }) =>
    fate === "added" ? label : `${fate}: ${problems.map(({ code }) => code).join(", ")}`,
  );
  return { told, marks: rows.map(({ marks }) => marks), summary, table: opened.table };
}

describe("a table of another shape becomes rows, and no number changes on the way", () => {
  test("lines above the header and notes below the table are no rows", async () => {
    const { told, table } = await look(
      [
        '"Data about firms","Some office"',
        "",
        '"Updated","2024-01-01"',
        "",
        "metric,region,wording,value,period,source,phrase",
        `${METRIC},CN-GZ,exactly,9.5,2001,${SOURCE},9.5 percent`,
        "",
        "Note: p = provisional",
      ].join("\n"),
    );
    expect(told).toEqual([`${METRIC}, CN-GZ, 2001, 9.5`]);
    expect(table.facts.above.map(({ text }) => text)).toEqual(["Data about firms Some office", "Updated 2024-01-01"]);
    expect(table.facts.below.map(({ row, text }) => [row, text])).toEqual([[8, "Note: p = provisional"]]);
  });

  test("years as columns; empty cells and marks are no figures, and are counted", async () => {
    const { told, summary } = await look("region,2019,2020,2021\nGuizhou,10.5,11.2,\nBeijing,20.1,n/a,22.0\n", {
      constants: { ...SAID, metric: METRIC },
    });
    expect(told).toEqual([
      `${METRIC}, CN-GZ, 2019, 10.5`,
      `${METRIC}, CN-GZ, 2020, 11.2`,
      `${METRIC}, CN-BJ, 2019, 20.1`,
      `${METRIC}, CN-BJ, 2021, 22.0`,
    ]);
    expect(summary.left).toEqual({ no_figure: 2, by_choice: 0, group: 0, total: 0, section: 0, below: 0 });
  });

  test("a table none of whose columns is taken for numbers says so, and where to say it", async () => {
    const { told, summary } = await look("country;when;how many\nGermany;2019;5\nIreland;2019;6\n", {
      columns: { "how many": "ignore" },
      constants: { ...SAID, metric: METRIC },
    });
    expect(told).toEqual([]);
    expect(summary.problems).toMatchObject([
      { row: null, code: "no_figures", message: expect.stringMatching(/which columns hold the numbers/) },
    ]);
    expect(fixOf("no_figures", null)?.step).toBe("columns");
  });

  test("flags behind numbers are kept in words; what they may also mean is asked", async () => {
    const header = "metric\tregion\twording\tvalue\tperiod\tsource";
    const row = (value: string, year: number) => `${METRIC}\tCN-GZ\texactly\t${value}\t${year}\t${SOURCE}`;
    const flagged = await look(
      [header, row("12.3 p", 2001), row("43 b", 2002), row(": c", 2003), row("5.1 e", 2004)].join("\n"),
    );
    expect(flagged.told).toEqual([
      `${METRIC}, CN-GZ, 2001, 12.3`,
      `${METRIC}, CN-GZ, 2002, 43`,
      `${METRIC}, CN-GZ, 2004, 5.1`,
    ]);
    expect(flagged.marks).toEqual(["marked provisional", "marked break in series", "marked estimated"]);
    expect(flagged.summary.left.no_figure).toBe(1);
    const unsure = await look([header, row("43 b", 2002), row("12 b", 2003)].join("\n"));
    expect(unsure.summary.totals).toMatchObject({ added: 0, refused: 2 });
  });

  test("two rows of header over places and measures, German months and marks, a footer", async () => {
    const { told, summary } = await look(
      [
        "Tabelle: 1",
        "Zuwachs der Gründungen (Prozent);;;;",
        ";;Bayern;Bayern;Thüringen",
        ";;neu;alt;neu",
        "2001;Januar;1,5;2,25;...",
        "2001;März;3,5;4,25;5,5",
        "2002;Januar;6,5;7,25;8,5",
        "2002;März;9,5;1,25;2,5",
        "__________;;;;",
        "© Amt, 2022;;;;",
      ].join("\n"),
      {
        constants: SAID,
        newPlaces: true,
        metrics: { neu: METRIC, alt: "" },
      },
    );
    expect(told).toEqual([
      `${METRIC}, DE-BY, 2001-01, 1.5`,
      `${METRIC}, DE-BY, 2001-03, 3.5`,
      `${METRIC}, DE-TH, 2001-03, 5.5`,
      `${METRIC}, DE-BY, 2002-01, 6.5`,
      `${METRIC}, DE-TH, 2002-01, 8.5`,
      `${METRIC}, DE-BY, 2002-03, 9.5`,
      `${METRIC}, DE-TH, 2002-03, 2.5`,
    ]);
    expect(summary.left).toMatchObject({ no_figure: 1, by_choice: 4 });
    expect(summary.newRecords.map(({ key }) => key)).toEqual(["DE-BY", "DE-TH"]);
  });

  test("places as columns under one time, groups left out by choice, a counting column", async () => {
    const { told, summary } = await look(
      '"","time","world","china","brazil"\n"1",2003-01-01,NA,8.5,1.25\n"2",2004-01-01,9.5,8.9,NA\n"3",2005-01-01,9.1,8.8,2.75\n',
      { constants: { ...SAID, metric: METRIC }, leavesGroups: true, firstDays: "years" },
    );
    expect(told).toEqual([
      `${METRIC}, CN, 2003, 8.5`,
      `${METRIC}, BR, 2003, 1.25`,
      `${METRIC}, CN, 2004, 8.9`,
      `${METRIC}, CN, 2005, 8.8`,
      `${METRIC}, BR, 2005, 2.75`,
    ]);
    expect(summary.left).toMatchObject({ no_figure: 2, by_choice: 0, group: 2 });
  });

  test("Chinese months as columns, and sections that say the region", async () => {
    const { told, summary } = await look(
      "指标,2011年1月,2011年12月\n数据库：月度,,\n地区：贵州省,,\n增速,3.25,4.5\n地区：黑龙江省,,\n增速,7.125,\n",
      { constants: SAID, metrics: { 增速: METRIC }, newPlaces: true, numberFormat: "en" },
    );
    expect(told).toEqual([
      `${METRIC}, CN-GZ, 2011-01, 3.25`,
      `${METRIC}, CN-GZ, 2011-12, 4.5`,
      `${METRIC}, CN-HL, 2011-01, 7.125`,
    ]);
    expect(summary.left).toMatchObject({ no_figure: 1, section: 1 });
  });

  test("codes of SDMX: the status becomes a flag, the multiplier scales under the metric's unit", async () => {
    const { told, table } = await look(
      "FREQ,REF_AREA,MEASURE,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT\n" +
        "A,CN-GZ,GROWTH,PT,2001,12.5,A,0\nA,CN-GZ,GROWTH,PT,2002,13.1,P,0\nA,CN-GZ,GDP,CNY,2002,110,A,9\n",
      { constants: SAID, metrics: { GROWTH: METRIC, GDP: "gdp-cny" } },
    );
    expect(told).toEqual([
      `${METRIC}, CN-GZ, 2001, 12.5`,
      `${METRIC}, CN-GZ, 2002, 13.1`,
      "gdp-cny, CN-GZ, 2002, 110000000000",
    ]);
    expect(table.uses.roles.find(({ use }) => use === "flags")?.column.name).toBe("OBS_STATUS");
  });

  test("more than 15 digits are refused until somebody agrees to round them; the note keeps what is printed", async () => {
    const text = `metric,region,wording,value,period,source,phrase\n${METRIC},CN-GZ,exactly,3521418059.923445,2000,${SOURCE},x\n`;
    expect((await look(text)).told).toEqual(["refused: too_long"]);
    const { told, summary } = await look(text, { rounds: true });
    expect(told).toEqual([`${METRIC}, CN-GZ, 2000, 3521418059.92345`]);
    expect(summary.warningKinds.map(({ code }) => code)).toContain("rounded");
  });

  test("a file in another encoding is read, and says by which line it can be checked", async () => {
    // 地区,2019 / 贵州,9.5 / 北京,8.5 in GB 18030.
    const hex = "b5d8c7f82c323031390ab9f3d6dd2c392e350ab1b1bea92c382e350a";
    const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    const { told } = await look(bytes, { constants: { ...SAID, metric: METRIC } });
    expect(told).toEqual([`${METRIC}, CN-GZ, 2019, 9.5`, `${METRIC}, CN-BJ, 2019, 8.5`]);
  });

  test("sums are left out unless they are wanted, and a sheet without numbers is refused with the cure", async () => {
    const text = "region,2019,2020\nGuizhou,1.5,2.5\nBeijing,3.5,4.5\nTotal,5.0,7.0\n";
    const { summary } = await look(text, { constants: { ...SAID, metric: METRIC } });
    expect(summary).toMatchObject({ totals: { added: 4, refused: 0 }, left: { total: 1 } });
    await expect(look("About this file\nWritten by an office\nUpdated,yesterday\n")).rejects.toThrow(
      /No table of numbers/,
    );
  });
});

describe("what a table does not say for certain is asked or counted, never carried on", () => {
  const said = { constants: { ...SAID, metric: METRIC } };

  test("a chapter “1.1” says nothing of how numbers are written", async () => {
    const text = "Nr,region,2019,2020\n1.1,Guizhou,1.234,2.345\n1.2,Beijing,3.456,4.567\n";
    const { told } = await look(text, said);
    expect(told).toEqual(Array.from({ length: 4 }, () => "refused: ambiguous"));
    const { told: sure } = await look(text.replace("4.567", "4.5"), said);
    expect(sure).toContain(`${METRIC}, CN-GZ, 2019, 1.234`);
  });

  test("words between rows end what was said of the region", async () => {
    const { told, summary } = await look(
      "指标,2011年,2012年\n地区：贵州省,,\n增速,3.25,4.5\n全国情况,,\n增速,7.125,8.5\n",
      { constants: SAID, metrics: { 增速: METRIC } },
    );
    expect(told).toEqual([
      `${METRIC}, CN-GZ, 2011, 3.25`,
      `${METRIC}, CN-GZ, 2012, 4.5`,
      "refused: missing",
      "refused: missing",
    ]);
    expect(summary.left.section).toBe(1);
  });

  test("rows below the table are counted; “Total exports” is no sum", async () => {
    const text =
      "Indicator Name,region,2019,2020\nTotal exports,Guizhou,1.5,2.5\nTotal exports,Beijing,3.5,4.5\n\nNote,of the office\nSource,the office\n";
    const { told, summary } = await look(text, { constants: SAID, metrics: { "Total exports": METRIC } });
    expect(told).toEqual([
      `${METRIC}, CN-GZ, 2019, 1.5`,
      `${METRIC}, CN-GZ, 2020, 2.5`,
      `${METRIC}, CN-BJ, 2019, 3.5`,
      `${METRIC}, CN-BJ, 2020, 4.5`,
    ]);
    expect(summary.left).toEqual({ no_figure: 0, by_choice: 0, group: 0, total: 0, section: 0, below: 2 });
    expect(summary.read).toEqual([
      "The table has its header in row 1 and its data in rows 2 to 3.",
      "2 columns of numbers become rows, from “2019” to “2020”; their headers say period.",
    ]);
    expect(summary.columns.map(({ header, field }) => [header, field])).toEqual([
      ["Indicator Name", "metric"],
      ["region", "region"],
    ]);
  });

  test("one column of flags is about the whole row", async () => {
    const text = "region,2019,2020,Flags\nGuizhou,1.5,2.5,p\nBeijing,3.5,4.5,\n";
    const recipe = recipeSchema.parse(said);
    const { request, table } = await openImport(db(), new TextEncoder().encode(text), recipe);
    const at = table.columns?.findIndex(({ field }) => field === "flags") ?? -1;
    const flags = [];
    for await (const { cells } of request.rows()) flags.push(cells[at]);
    expect(flags).toEqual(["provisional", "provisional", "", ""]);
  });

  test("a column that is not there, and more figures than an import takes, are refused", async () => {
    const wide = `region,${Array.from({ length: 600 }, (_, at) => `${1800 + (at % 300)}-${at < 300 ? "01" : "02"}`).join(",")}\n`;
    const row = `Guizhou${",1.5".repeat(600)}\n`;
    const { request } = await openImport(
      db(),
      new TextEncoder().encode(wide + row.repeat(170)),
      recipeSchema.parse(said),
    );
    const readAll = async () => {
      for await (const shaped of request.rows()) void shaped;
    };
    await expect(readAll()).rejects.toThrow(/more than 100,000 figures/);
    await expect(
      look("region,2019,2020\nGuizhou,1.5,2.5\n", { ...said, columns: { Place: "region" } }),
    ).rejects.toThrow(/No column is called “Place”/);
  });
});

test("what a file says of a figure is written: the cell as the phrase, its place as the locator, flags and footnotes", async () => {
  const text = "region,2019,2020\nGuizhou,10.5 p,11.2 e\nBeijing,20.1*,21.5\n\n* Without one district.\n";
  const opened = await openImport(
    db(),
    new TextEncoder().encode(text),
    recipeSchema.parse({ constants: { ...SAID, metric: METRIC } }),
  );
  const request = {
    ...opened.request,
    label: "flags.csv",
    options: { ...opened.options, status: "draft" as const },
    author: { id: null, name: "test" },
    changeReason: { cause: null, reason: null },
  };
  const watcher = { row: () => undefined, again: () => undefined, step: async () => undefined };
  const { batch, summary } = await runImport(db(), request, "import", watcher);
  expect(summary.totals).toMatchObject({ added: 4, refused: 0 });
  const figures = await db().figure.findMany({
    where: { batchId: batch },
    select: { digits: true, flags: true, note: true, citations: { select: { phrase: true, locator: true } } },
    orderBy: { id: "asc" },
  });
  expect(figures).toEqual([
    { digits: "10.5", flags: "provisional", note: null, citations: [{ phrase: "10.5 p", locator: "row 2, 2019" }] },
    { digits: "11.2", flags: "estimated", note: null, citations: [{ phrase: "11.2 e", locator: "row 2, 2020" }] },
    {
      digits: "20.1",
      flags: null,
      note: "Marked “*” in the file: Without one district.",
      citations: [{ phrase: "20.1*", locator: "row 3, 2019" }],
    },
    { digits: "21.5", flags: null, note: null, citations: [{ phrase: "21.5", locator: "row 3, 2020" }] },
  ]);
  // The same file again: nothing is added.
  const again = await runImport(db(), request, "dry-run", watcher);
  expect(again.summary.totals).toMatchObject({ added: 0, changed: 0, unchanged: 4 });
});

test("what was scaled stands in the note as the file has it, and what a unit says of prices in the basis", async () => {
  const text =
    "Exports\n(in millions)\nCountry Name,Indicator Name,2018,2019\nGermany,Exports (constant 2015 US$),1.25,2.50\nIreland,Exports (constant 2015 US$),3.5,\n";
  const recipe = { constants: SAID, metrics: { "Exports (constant 2015 US$)": "high-tech-exports-usd" } };
  const opened = await openImport(db(), new TextEncoder().encode(text), recipeSchema.parse(recipe));
  const request = {
    ...opened.request,
    label: "exports.csv",
    options: { ...opened.options, status: "draft" as const },
    author: { id: null, name: "test" },
    changeReason: { cause: null, reason: null },
  };
  const watcher = { row: () => undefined, again: () => undefined, step: async () => undefined };
  const { batch, summary } = await runImport(db(), request, "import", watcher);
  expect(summary.read).toContain("Row 2 says the unit of the numbers: “millions”.");
  const figures = await db().figure.findMany({
    where: { batchId: batch },
    select: { digits: true, basis: true, note: true },
    orderBy: { id: "asc" },
  });
  const basis = "constant 2015 prices";
  expect(figures).toEqual([
    { digits: "1250000", basis, note: "The file says 1.25 in “millions”." },
    { digits: "2500000", basis, note: "The file says 2.50 in “millions”." },
    { digits: "3500000", basis, note: "The file says 3.5 in “millions”." },
  ]);
  const again = await runImport(db(), request, "dry-run", watcher);
  expect(again.summary.totals).toMatchObject({ added: 0, changed: 0, unchanged: 3 });
  // The same figures in another order stand at other places of the file: added, and said to be there.
  const turned = "Country Name,Indicator Name,2018\nIreland,Exports (constant 2015 US$),3500000\n";
  const { told, summary: other } = await look(turned, recipe);
  expect(told).toEqual(["high-tech-exports-usd, IE, 2018, 3500000"]);
  expect(other.warningKinds.map(({ code, messages }) => [code, messages[0]])).toEqual([
    ["same_elsewhere", expect.stringMatching(/^Figure \w+ says 3500000 of the same, .* from “row 5, 2018”/)],
  ]);
});

test("a percentage takes no scale, and of two rows about the same nobody knows which is meant", async () => {
  const text = "(in thousands)\nregion,Sex,1998\nGuizhou,men,1.5\nGuizhou,women,2.5\n";
  const recipe = { constants: { ...SAID, metric: METRIC }, columns: { Sex: "ignore" as const } };
  expect((await look(text, recipe)).told).toEqual(["refused: unit", "refused: unit"]);
  const { told, summary } = await look(text.replace("(in thousands)\n", ""), recipe);
  expect(told).toEqual([`${METRIC}, CN-GZ, 1998, 1.5`, "refused: rows_differ"]);
  expect(summary.problems[0]?.message).toMatch(/^Row 2 says another number of this metric, place and time/);
  const twice = "region,Sex,1998\nGuizhou,men,1.5\nGuizhou,women,1.5\n";
  const { summary: alike } = await look(twice, recipe);
  expect(alike.warningKinds.map(({ code, count }) => [code, count])).toContainEqual(["row_alike", 1]);
});
