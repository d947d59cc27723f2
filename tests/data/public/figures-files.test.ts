import Papa from "papaparse";
import { beforeAll, describe, expect, test } from "vitest";
import { GET as getCsv } from "@/app/api/v1/figures.csv/route";
import { GET as getJson } from "@/app/api/v1/figures.json/route";
import { db } from "@/lib/data/db/client";
import { readableFile } from "@/lib/data/import/file";
import { runImport } from "@/lib/data/import/run-import";
import { openFiguresFile } from "@/lib/data/public/figures-file";
import { parseFiguresFile } from "@/lib/schemas/figures-file";
import { type SampleFigure, writeSamples } from "@/tests/setup/data/write-figures";

type Row = Record<string, string>;

const ask = (format: "csv" | "json", query: string, method = "GET") =>
  (format === "csv" ? getCsv : getJson)(new Request(`http://localhost/api/v1/figures.${format}?${query}`, { method }));
const rowsOf = (csv: string) => Papa.parse<Row>(csv.trimEnd(), { header: true }).data;
const csvOf = async (query: string) => rowsOf(await (await ask("csv", query)).text());
const idsOf = (rows: readonly Row[]) => rows.map(({ figure }) => figure);

async function* setsOf(query: string) {
  const parsed = parseFiguresFile(new URLSearchParams(query));
  if (!parsed.success) throw new Error(parsed.message);
  const file = await openFiguresFile(parsed.data);
  if (!file.ok) throw new Error(file.message);
  yield* file.sets;
}

/** How many files are being read in this process. */
const running = () => (globalThis as { footnoteFiles?: number }).footnoteFiles ?? 0;

/** Figures of 2011 whose value is their place, unless told otherwise. */
const write = (parts: readonly SampleFigure[]) =>
  writeSamples(
    parts.map((part, index) => {
      const value = part.value ?? String(index + 1);
      return { value, period: "2011", citations: [{ locator: `row ${index}`, phrase: `${value} masts` }], ...part };
    }),
  );

const published = (where: object = {}) =>
  db().figure.findMany({
    where: { status: "published", ...where },
    select: { publicId: true },
    orderBy: { id: "asc" },
  });
const keys = (rows: readonly { publicId: string }[]) => rows.map(({ publicId }) => publicId);

describe("a file of figures holds all that is asked for", () => {
  const MANY = 21_000;

  beforeAll(async () => {
    for (let left = MANY; left > 0; left -= 1000) await write(Array.from({ length: Math.min(left, 1000) }, () => ({})));
    await write([{ status: "draft" }]);
  }, 120_000);

  test("more than 20,000 figures: each once, in CSV and in JSON, none of them a draft", async () => {
    const all = keys(await published());
    expect(all.length).toBe(467 + MANY);
    expect(idsOf(await csvOf(""))).toEqual(all);
    const json = (await (await ask("json", "")).json()) as { figures: Row[] };
    expect(idsOf(json.figures)).toEqual(all);
    expect(running()).toBe(0);
  }, 60_000);

  test("a metric with more than 5,000, a source with more than 5,000", async () => {
    const metric = keys(await published({ metric: { slug: "5g-base-stations" } }));
    expect(metric.length).toBeGreaterThan(MANY);
    expect(idsOf(await csvOf("metric=5g-base-stations"))).toEqual(metric);
    const { slug } = await db().source.findFirstOrThrow();
    const cited = keys(await published({ citations: { some: { source: { slug } } } }));
    expect(idsOf(await csvOf(`source=${slug}`))).toEqual(cited);
    expect(idsOf(await csvOf(`source=${slug}&metric=5g-base-stations&from=2011&to=2011`))).toHaveLength(MANY);
  }, 60_000);

  test("what is written between two sets neither doubles nor loses one", async () => {
    const before = keys(await published());
    const read: string[] = [];
    for await (const figures of setsOf("")) {
      if (read.length === 0) {
        const gone = [before[0] ?? "", before.at(-1) ?? ""];
        await db().figure.updateMany({ where: { publicId: { in: gone } }, data: { status: "retracted" } });
        await write([{}, {}]);
      }
      read.push(...figures.map(({ id }) => id));
    }
    expect(read).toEqual(before);
    expect(idsOf(await csvOf(""))).toEqual([...before.slice(1, -1), ...keys(await published()).slice(-2)]);
  }, 60_000);

  test("a reader who leaves ends the reading; who asks only for the head begins none", async () => {
    const reader = (await ask("csv", "")).body?.getReader();
    for (let part = 0; part < 3; part += 1) await reader?.read();
    expect(running()).toBe(1);
    await reader?.cancel();
    expect(running()).toBe(0);
    await ask("json", "", "HEAD");
    expect(running()).toBe(0);
  });

  test("a file that fails midway is broken off, never ended as if it were whole", async () => {
    const { id } = await db().figure.findFirstOrThrow({ where: { status: "published" }, orderBy: { id: "desc" } });
    const citations = await db().citation.findMany({ where: { figureId: id } });
    await db().citation.deleteMany({ where: { figureId: id } });
    for (const format of ["csv", "json"] as const) {
      const answer = await ask(format, "");
      expect(answer.status).toBe(200);
      await expect(answer.text()).rejects.toThrow(/has no citation/);
    }
    expect(running()).toBe(0);
    await db().citation.createMany({ data: citations });
  }, 60_000);

  test("twenty files at once; one more is told to come again", async () => {
    const readers = await Promise.all(Array.from({ length: 20 }, async () => (await ask("csv", "")).body?.getReader()));
    for (const reader of readers) for (let part = 0; part < 2; part += 1) await reader?.read();
    const refused = await ask("csv", "");
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "60"]);
    for (const reader of readers) await reader?.cancel();
    expect((await ask("csv", "metric=unicorns")).status).toBe(200);
  });
});

describe("a question is answered to the letter", () => {
  test.each([
    ["region=CN-GZ", { region: { code: { startsWith: "CN-GZ" } } }],
    ["region=CN-GZ&places=without", { region: { code: "CN-GZ" } }],
    ["region=CN-BJ,CN-ZJ&places=without", { region: { code: { in: ["CN-BJ", "CN-ZJ"] } } }],
    ["topic=health", { metric: { topic: { slug: "health" } } }],
    ["region=CN-GZ&places=without&about=region", { region: { code: "CN-GZ" }, organisationId: null }],
    ["organisation=39-internet-hospital-longmaster", { organisation: { slug: "39-internet-hospital-longmaster" } }],
    ["wording=nearly&outlook=outcome", { wording: "nearly", outlook: "outcome" }],
    ["from=2018&to=2019", { firstDay: { lte: 20191231 }, lastDay: { gte: 20180101 } }],
  ])("%s", async (query, where) => {
    const expected = keys(await published(where));
    expect(expected.length).toBeGreaterThan(0);
    expect(idsOf(await csvOf(query))).toEqual(expected);
  });

  test("a chart: what it names, and what its metrics and regions find", async () => {
    const named = await db().chart.findUniqueOrThrow({
      where: { slug: "companies" },
      include: { figures: { where: { figure: { status: "published" } }, include: { figure: true } } },
    });
    expect(idsOf(await csvOf("chart=companies")).sort()).toEqual(
      named.figures.map(({ figure }) => figure.publicId).sort(),
    );
    const places = ["CN-GZ", "CN-GZ-guiyang", "CN-BJ", "CN-ZJ", "CN"];
    const found = {
      metric: { slug: "digital-economy-share-gdp" },
      region: { code: { in: places } },
      organisationId: null,
    };
    expect(idsOf(await csvOf("chart=digital-economy-share"))).toEqual(keys(await published(found)));
  });

  test("figures that are named come in the order named, once each", async () => {
    const [a, b] = keys(await published()).slice(3);
    expect(idsOf(await csvOf(`id=${b},${a}&id=${b}`))).toEqual([b, a]);
  });

  test.each([
    ["metric=nope", 404, /called metric nope:/],
    ["region=CN-GZ,XX", 404, /called region XX:/],
    ["id=nope", 404, /called figure nope:/],
    ["chart=nope&source=nope", 404, /called chart nope, source nope:/],
    ["__proto__=1", 400, /“__proto__” cannot be asked/],
    ["metrc=unicorns", 400, /“metrc” cannot be asked/],
    ["region=", 400, /region is empty/],
  ])("%s is refused, not answered with something else", async (query, status, message) => {
    for (const format of ["csv", "json"] as const) {
      const answer = await ask(format, query);
      expect(answer.status).toBe(status);
      expect(((await answer.json()) as { detail: string }).detail).toMatch(message);
    }
  });
});

describe("what is exported imports as all the same", () => {
  const odd: readonly SampleFigure[] = [
    { value: "4.0" },
    { value: "0.10" },
    { value: "0.0000001" },
    { value: "1230000000000000000000" },
    { value: "1.234" },
    { value: "-5.125" },
    { value: "-2", valueHigh: "3.50", wording: "between" },
    { value: "123456789012345" },
    { value: "12.5", note: '=SUM(A1)\nand a second line, with “quotes” and "more"' },
    { value: "7", note: "'=7 is how it was typed", speaker: "@someone", qualifier: "record" },
    { value: "8", alternative: "1.250", alternativeUnit: "USD", outlook: "target" },
    { value: "9", period: null, asOf: "2019-02" },
    { value: "10", period: "2014/2019-02-28", wording: "about", speakerKind: "company" },
  ];

  test("negative, ranges, many digits, three decimals, lines, apostrophes, formulas", async () => {
    await write(odd);
    const csv = await (await ask("csv", "metric=5g-base-stations&from=2011&to=2019")).text();
    const digits = rowsOf(csv).map(({ value }) => value);
    for (const part of odd.filter(({ asOf }) => !asOf)) expect(digits).toContain(part.value);
    const whole = await (await ask("csv", "region=CN-GZ&outlook=target")).text();
    for (const text of [
      csv
        .split("\r\n")
        .slice(0, 1)
        .concat(csv.split("\r\n").slice(-odd.length - 40))
        .join("\r\n"),
      whole,
    ]) {
      const fates: Record<string, number> = {};
      const problems: unknown[] = [];
      await runImport(
        db(),
        {
          ...readableFile(new TextEncoder().encode(text)),
          label: "own.csv",
          options: { overrides: new Map(), format: undefined, status: "published" },
          changeReason: { cause: null, reason: null },
          author: { id: null, name: "test" },
        },
        "dry-run",
        {
          row: (row) => {
            fates[row.fate] = (fates[row.fate] ?? 0) + 1;
            if (row.fate !== "unchanged") problems.push(row);
          },
          again: () => undefined,
          step: async () => undefined,
        },
      );
      expect(problems).toEqual([]);
      expect(Object.keys(fates)).toEqual(["unchanged"]);
    }
  }, 60_000);
});
