import { describe, expect, test } from "vitest";
import { db } from "@/lib/data/db/client";
import { readableFile } from "@/lib/data/import/file";
import type { ImportOptions } from "@/lib/data/import/options";
import { type ImportRequest, runImport } from "@/lib/data/import/run-import";
import type { PlannedRow } from "@/lib/importing/plan";

const SOURCE = "china-daily-2019-guizhou-looms";

/** Runs an import of lines of text. */
async function run(
  lines: readonly string[],
  mode: "dry-run" | "import" = "dry-run",
  options: Partial<ImportOptions> = {},
  changeReason: ImportRequest["changeReason"] = { cause: null, reason: null },
) {
  const rows: PlannedRow[] = [];
  const request: ImportRequest = {
    ...readableFile(new TextEncoder().encode(lines.join("\r\n"))),
    label: "judged.csv",
    options: { overrides: new Map(), format: undefined, status: "published", ...options },
    changeReason,
    author: { id: null, name: "test" },
  };
  const outcome = await runImport(db(), request, mode, {
    row: (row) => rows.push(row),
    again: () => rows.splice(0),
    step: async () => undefined,
  });
  return { ...outcome, rows };
}

/** One row: what becomes of it, its last words (wording and number), or its problems. */
async function one(cells: Readonly<Record<string, string>>, options: Partial<ImportOptions> = {}) {
  const all = {
    metric: "companies-attracted",
    region: "CN-GZ",
    period: "1931",
    source: SOURCE,
    phrase: "x 1",
    ...cells,
  };
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const { rows } = await run(
    [Object.keys(all).map(quote).join(","), Object.values(all).map(quote).join(",")],
    "dry-run",
    options,
  );
  const [row] = rows;
  if (row === undefined) return "no row";
  if (row.fate === "refused")
    return `refused: ${row.problems.map(({ column, code }) => `${column} ${code}`).join(", ")}`;
  return row.label.split(", ").at(-1);
}

describe("the unit that a file states is the metric’s, scaled before one’s eyes, or refused (T73)", () => {
  test.each<[Readonly<Record<string, string>>, string]>([
    [{ metric: "gdp-cny", value: "1676.9", unit: "billion yuan" }, "1676900000000"],
    [{ metric: "gdp-cny", value: "250", unit: "USD" }, "refused: unit unit"],
    [{ metric: "software-revenue-growth", value: "0.125", unit: "ratio" }, "refused: unit unit"],
    [{ metric: "big-data-companies", value: "9.5", unit: "thousand companies" }, "9500"],
    [{ metric: "gdp-cny", value: "5", UNIT_MULT: "9" }, "5000000000"],
    [{ metric: "gdp-cny", value: "5", UNIT_MULT: "9", unit: "CNY" }, "5000000000"],
    [{ metric: "gdp-cny", value: "5", UNIT_MULT: "9", unit: "billion yuan" }, "5000000000"],
    [{ metric: "gdp-cny", value: "5", UNIT_MULT: "6", unit: "billion yuan" }, "refused: unit unit"],
    [{ metric: "gdp-cny", value: "5", UNIT_MULT: "0", unit: "CNY" }, "5"],
    [{ metric: "gdp-cny", value: "5", UNIT_MULT: "1" }, "refused: UNIT_MULT unit"],
    [{ metric: "gdp-cny", value: "5", unit_multiplier: "Millions" }, "5000000"],
    [{ metric: "gdp-cny", value: "1.2 billion", unit: "yuan" }, "1200000000"],
    [{ metric: "gdp-cny", value: "1.2 billion", unit: "billion yuan" }, "refused: value unit"],
    [{ metric: "gdp-cny", "value (billion yuan)": "1.5" }, "1500000000"],
    [{ metric: "gdp-cny", "value (billion USD)": "1.5" }, "refused: value (billion USD) unit"],
    [{ metric: "gdp-cny", value: "between 1.5 and 2.5", unit: "bn CNY" }, "between 1500000000 and 2500000000"],
    [
      { metric: "gdp-cny", value: "1.5", value_high: "2.5", wording: "between", unit: "bn CNY" },
      "between 1500000000 and 2500000000",
    ],
    [{ metric: "gdp-cny", value: "-1.5", unit: "million CNY" }, "-1500000"],
    [{ metric: "gdp-cny", value: "about 70 million yuan" }, "about 70000000"],
    [{ metric: "gdp-cny", value: "$70 million" }, "refused: value unit"],
    [{ metric: "gdp-cny", value: "70%" }, "refused: value unit"],
    [{ metric: "software-revenue-growth", value: "12.3%" }, "12.3"],
    [{ metric: "software-revenue-growth", value: "12.3", unit: "%" }, "12.3"],
    [{ metric: "software-revenue-growth", value: "12.3", unit: "percentage points" }, "refused: unit unit"],
    [{ metric: "big-data-companies", value: "12.3%" }, "refused: value unit"],
    [{ metric: "big-data-companies", value: "9,500 companies" }, "9500"],
    [{ metric: "big-data-companies", value: "9,500 people" }, "refused: value unit"],
    [{ metric: "big-data-companies", value: "9.5万家" }, "95000"],
    [{ metric: "gdp-cny", wording: "between", value: "2", value_high: "3.5 bn" }, "refused: value_high unit"],
    [
      { metric: "gdp-cny", wording: "between", value: "900000", value_high: "1.5 million" },
      "between 900000 and 1500000",
    ],
    [{ metric: "gdp-cny", wording: "between", value: "0", value_high: "1.5 million" }, "between 0 and 1500000"],
    [{ metric: "gdp-cny", value: "5", UNIT_MULT: "10" }, "refused: UNIT_MULT unit"],
    [{ metric: "big-data-companies", value: "12 (thousands)" }, "12000"],
    [{ metric: "big-data-companies", value: "12 mille millions" }, "refused: value unit"],
    [{ metric: "gdp-cny", value: "2.5 CNY bn" }, "2500000000"],
    [{ metric: "gdp-cny", value: "2.5 yuan (million)" }, "2500000"],
    [{ metric: "gdp-cny", value: "2.5（亿元）" }, "250000000"],
    [{ metric: "gdp-cny", value: "2.5 bn (bn yuan)" }, "refused: value unit"],
    [{ metric: "software-revenue-growth", as_worded: "4.2 per mille" }, "refused: as_worded unit"],
    [{ metric: "software-revenue-growth", as_worded: "负增长4.2%" }, "refused: as_worded fall"],
    [{ metric: "big-data-companies", value: "5 dozen" }, "refused: value unit"],
    [{ metric: "big-data-companies", as_worded: "more than 9,500 firms" }, "more than 9500"],
    [{ metric: "big-data-companies", as_worded: "more than 9,500 yuan" }, "refused: as_worded unit"],
    [{ metric: "big-data-companies", as_worded: "fell by 12 firms" }, "refused: as_worded fall"],
    [{ metric: "gdp-cny", as_worded: "nearly 1.7 trillion yuan" }, "nearly 1700000000000"],
  ])("%j: %s", async (cells, expected) => expect(await one(cells)).toBe(expected));

  test("a noun in another language is no clash", async () => {
    expect(await one({ metric: "big-data-companies", as_worded: "rund 1.350 Firmen" }, { format: "de" })).toBe(
      "about 1350",
    );
    expect(await one({ metric: "gdp-cny", as_worded: "rund 1.350 Euro" }, { format: "de" })).toBe(
      "refused: as_worded unit",
    );
  });

  test("a scaling is shown with its row and counted", async () => {
    const { rows, summary } = await run([
      "metric,region,value,unit,period,source,phrase",
      `gdp-cny,CN-GZ,1676.9,billion yuan,1932,${SOURCE},"1,676.9 billion yuan"`,
      `gdp-cny,CN-GZ,1776.9,billion yuan,1933,${SOURCE},"1,776.9 billion yuan"`,
    ]);
    expect(rows[0]?.warnings).toMatchObject([
      { code: "scaled", message: expect.stringContaining("billion yuan: times 1,000,000,000") },
    ]);
    expect(summary.warningKinds).toMatchObject([
      { code: "scaled", count: 2, rows: [2, 3] },
      { code: "no_wording", count: 1, rows: [] },
    ]);
    expect(summary.warned).toBe(2);
  });

  test("and stays on record with the import", async () => {
    const lines = [
      "metric,region,wording,value,unit,period,source,phrase",
      `gdp-cny,CN-GZ,exactly,1876.9,billion yuan,1935,${SOURCE},"1,876.9 billion yuan"`,
    ];
    const { batch } = await run(lines, "import");
    const revision = await db().revision.findFirstOrThrow({ where: { batchId: batch, resource: "ImportBatch" } });
    expect(JSON.parse(revision.after ?? "")).toMatchObject({
      added: 1,
      scaled: [{ rows: 1, messages: [expect.stringContaining("billion yuan: times 1,000,000,000")] }],
    });
  });

  test("a new metric takes the unit that the file states", async () => {
    const { rows } = await run([
      "metric,metric_name,metric_kind,metric_topic,metric_definition,region,value,unit,period,source,phrase",
      `a-new-measure,A new measure,money,economy,What it is.,CN-GZ,1.5,million EUR,1934,${SOURCE},1.5 million euros`,
    ]);
    expect(rows[0]?.problems).toEqual([]);
    expect(rows[0]?.label).toContain("1500000");
  });

  test("what it says of prices stays in the note where a column says another basis", async () => {
    await run(
      [
        "metric,region,period,source,locator,phrase,value,unit,basis",
        `gdp-cny,CN-GZ,1931,${SOURCE},prices,250 yuan,250,"yuan, constant 2010 prices",without farms`,
      ],
      "import",
    );
    const found = await db().figure.findFirstOrThrow({
      where: { citations: { some: { locator: "prices" } } },
      select: { digits: true, basis: true, note: true },
    });
    const note = "The file says “yuan, constant 2010 prices”.";
    expect(found).toEqual({ digits: "250", basis: "without farms", note });
  });
});

describe("a phrase that does not hold its number is said", () => {
  const header = "metric,region,wording,value,period,source,locator,phrase";

  test("of new figures, row by row and counted", async () => {
    const { rows, summary } = await run([
      header,
      `big-data-companies,CN-GZ,exactly,9500,1985,${SOURCE},,more than 8900 firms`,
      `big-data-companies,CN-GZ,more than,9500,1986,${SOURCE},,"more than 9,500 firms"`,
      `big-data-companies,CN-GZ,exactly,5,1987,${SOURCE},,it stood there`,
      `big-data-companies,CN-GZ,exactly,9500,1988,${SOURCE},,9.5 thousand`,
      `big-data-companies,CN-GZ,exactly,12,1989,${SOURCE},,12 million`,
    ]);
    expect(rows.map(({ warnings }) => warnings.map(({ code }) => code))).toEqual([
      ["phrase_without_number"],
      [],
      ["phrase_without_number"],
      [],
      ["phrase_without_number"],
    ]);
    expect(summary.warningKinds).toMatchObject([{ code: "phrase_without_number", count: 3, rows: [2, 4, 6] }]);
    expect(summary.totals.added).toBe(5);
  });

  test("or hedges it in another way than the figure", async () => {
    const line = (year: number, wording: string, phrase: string) =>
      `big-data-companies,CN-GZ,${wording},7300,${year},${SOURCE},,"${phrase}"`;
    const { rows } = await run([
      header,
      line(1975, "exactly", "more than 7,300 firms"),
      line(1976, "more_than", "more than 7,300 firms"),
      line(1977, "at_least", "nearly 7,300 firms"),
      line(1978, "exactly", "超过7300家"),
      line(1979, "exactly", "7,300 firms"),
      line(1980, "about", "7,300 firms"),
    ]);
    expect(rows.map(({ warnings }) => warnings.map(({ code }) => code))).toEqual([
      ["other_wording"],
      [],
      ["other_wording"],
      ["other_wording"],
      [],
      [],
    ]);
  });

  test("or holds it as a fall, in whatever word, and after a nought of the same words", async () => {
    const line = (year: number, value: string, phrase: string) =>
      `software-revenue-growth,CN-GZ,exactly,${value},${year},${SOURCE},,${phrase}`;
    const { rows } = await run([
      header,
      line(1975, "0", "slumped 0 percent"),
      line(1976, "7", "slumped 7 percent"),
      line(1977, "8", "tumbled by 8 percent"),
      line(1978, "9", "下滑9%"),
      line(1979, "-9", "下滑9%"),
      line(1980, "9", "rose 9 percent"),
    ]);
    expect(rows.map(({ warnings }) => warnings.length)).toEqual([0, 1, 1, 1, 0, 0]);
  });

  test("and one that counts something else, however many there are of its kind", async () => {
    const { rows } = await run([
      header,
      `gdp-cny,CN-GZ,exactly,120,1975,${SOURCE},,120 hospitals`,
      `gdp-cny,CN-GZ,exactly,130,1976,${SOURCE},,130 hospitals`,
      `gdp-cny,CN-GZ,exactly,140,1977,${SOURCE},,140 yuan`,
      `gdp-cny,CN-GZ,exactly,150,1978,${SOURCE},,150`,
    ]);
    expect(rows.map(({ warnings }) => warnings.map(({ code }) => code))).toEqual([
      ["other_unit"],
      ["other_unit"],
      [],
      [],
    ]);
  });

  test("of a number that changes while its phrase stays", async () => {
    const lines = (value: string, phrase: string | null) => {
      const [name, cell] = phrase === null ? ["", ""] : [",phrase", `,"${phrase}"`];
      return [
        `metric,region,wording,value,period,source,locator${name}`,
        `big-data-companies,CN-GZ,exactly,${value},1990,${SOURCE},p. 77${cell}`,
      ];
    };
    await run(lines("1580", "1,580 start-ups"), "import");
    const { rows } = await run(lines("1590", null), "dry-run", {}, { cause: "typo", reason: "A slip" });
    expect(rows).toMatchObject([{ fate: "changed", warnings: [{ code: "phrase_without_number" }] }]);
    expect((await run(lines("1580", "1,580 start-ups"))).rows).toMatchObject([{ fate: "unchanged", warnings: [] }]);
  });
});

describe("a file is judged as a whole", () => {
  test("rows without content are no rows, wherever they are", async () => {
    const { summary } = await run([
      ",,,",
      "metric,region,value,period,source,phrase",
      `big-data-companies,CN-GZ,9500,2001,${SOURCE},9500 firms`,
      ",,,,,",
      " , ,,\u00a0,,",
      ",,,,,,,,",
    ]);
    expect([summary.rows, summary.totals.added, summary.problems]).toEqual([1, 1, []]);
  });

  test("all that is wrong with a row is said at once", async () => {
    const { rows } = await run([
      "metric,region,wording,value,period,as_of,source,phrase",
      "no-such-metric,Nowhere,plenty,abc,2019–2014,03/04/2019,no-such-source,",
    ]);
    const columns = ["as_of", "metric", "period", "phrase", "region", "source", "value", "wording"];
    expect(rows[0]?.problems.map(({ column }) => column).sort()).toEqual(columns);
  });

  test("equal problems are one line with a count and the first rows", async () => {
    const wrong = Array.from(
      { length: 40 },
      (_, index) => `big-data-companies,CN-GZ,9500,1${index}/4/2019,${SOURCE},9500 x`,
    );
    const { summary } = await run(["metric,region,worth,period,source,phrase", ...wrong]);
    const kind = summary.problemKinds.find(({ column }) => column === "Value");
    expect(kind).toMatchObject({ code: "missing", count: 40, rows: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11] });
    expect(kind?.messages).toHaveLength(1);
  });

  test("5,125 is asked back between semicolons, and where the file shows commas that are decimal", async () => {
    const semicolons = await run([
      "metric;region;value;period;source;phrase",
      `software-revenue-growth;CN-GZ;5,125;2001;${SOURCE};x`,
    ]);
    expect(semicolons.summary.problemKinds).toMatchObject([{ column: "value", code: "ambiguous" }]);
    const commas = await run([
      "metric,region,value,period,source,phrase",
      `software-revenue-growth,CN-GZ,"5,125",2001,${SOURCE},x`,
      `gdp-cny,CN-GZ,"2,5 Mrd. Yuan",31.12.2001,${SOURCE},x`,
    ]);
    expect(commas.summary.problems.map(({ code }) => code)).toContain("number_format");
    const german = await run(
      ["metric;region;value;period;source;phrase", `software-revenue-growth;CN-GZ;5,125;2001;${SOURCE};x`],
      "dry-run",
      { format: "de" },
    );
    expect(german.rows[0]?.label).toContain("5.125");
    const english = await run(["metric,region,value,period,source,phrase", `gdp-cny,CN-GZ,"5,125",2001,${SOURCE},x`]);
    expect(english.rows[0]?.label).toContain("5125");
  });

  test("a footnote mark is kept in the note, a letter is refused", async () => {
    const marked = [
      "metric,region,value,period,source,phrase",
      `big-data-companies,CN-GZ,9500¹,1941,${SOURCE},9500¹ firms`,
    ];
    await run(marked, "import");
    const figure = await db().figure.findFirstOrThrow({
      where: { periodStart: "1941", metric: { slug: "big-data-companies" } },
    });
    expect([figure.digits, figure.note]).toEqual(["9500", "Marked “¹” in the file."]);
    expect((await run(marked)).rows[0]?.fate).toBe("unchanged");
    expect(await one({ value: "12.3 p" })).toBe("refused: value mark");
  });
});
