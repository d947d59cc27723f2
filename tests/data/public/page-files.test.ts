import { text } from "node:stream/consumers";
import { readXlsx } from "hucre/xlsx";
import { parquetReadObjects } from "hyparquet";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { fromBufferPromise } from "yauzl";
import { pageFileResponse } from "@/lib/api/page-file-response";
import { db } from "@/lib/data/db/client";
import { openImport } from "@/lib/data/import/open-import";
import { runImport } from "@/lib/data/import/run-import";
import { listCharts } from "@/lib/data/public/charts";
import { readCompare } from "@/lib/data/public/compare/compare";
import { readChoices, readDashboard } from "@/lib/data/public/dashboard";
import { listDisagreements } from "@/lib/data/public/disagreements";
import { findMetric, listMetrics } from "@/lib/data/public/metrics";
import { readKnownOn } from "@/lib/data/public/past/known-on";
import { findRegion, findRegionTopic } from "@/lib/data/public/region-page";
import { search } from "@/lib/data/public/search";
import { findSource } from "@/lib/data/public/source-page";
import type { Figure } from "@/lib/figures/figure";
import { NO_RECIPE } from "@/lib/importing/table/recipe";
import { parseCompare } from "@/lib/schemas/compare-view";
import { parseView, settleView } from "@/lib/schemas/view";

type Row = Record<string, string>;

const ask = (address: string, method = "GET") =>
  pageFileResponse(new Request(`http://localhost${address}`, { method }));
const rowsOf = async (address: string) =>
  Papa.parse<Row>((await (await ask(address)).text()).trimEnd(), { header: true }).data;

/** What of a figure no way out may change. */
const saidBy = ({ id, wording, digits, digitsHigh, metric, region }: Figure) =>
  [id, wording, digits, digitsHigh ?? "", metric.unit, region.code].join(" ");
const saidIn = ({ figure, wording, value, value_high, unit, region }: Row) =>
  [figure, wording, value, value_high, unit, region].join(" ");

/** The file of an address holds these figures and no others, as they are worded. */
async function expectSame(address: string, figures: readonly Figure[]): Promise<void> {
  const shown = [...new Set(figures.map(saidBy))].sort();
  expect(shown.length).toBeGreaterThan(0);
  expect((await rowsOf(address)).map(saidIn).sort()).toEqual(shown);
}

/** The file of an address holds so many figures, these among them. */
async function expectAll(address: string, total: number, listed: readonly Figure[]): Promise<void> {
  const rows = new Set((await rowsOf(address)).map(saidIn));
  expect(listed.length).toBeGreaterThan(0);
  for (const figure of listed) expect(rows).toContain(saidBy(figure));
  expect(rows.size).toBe(total);
}

describe("the file of a page holds what the page shows", () => {
  test("every chart", async () => {
    const charts = await listCharts();
    expect(charts.length).toBeGreaterThan(10);
    for (const { slug, figures, newest } of charts) {
      if (figures.length === 0) continue;
      expect(newest).toBeNull();
      await expectSame(
        `/charts/${slug}/figures.csv`,
        figures.map(({ figure }) => figure),
      );
    }
  });

  test("the metrics with most figures: those of the chart, all of the list", async () => {
    const most = [...(await listMetrics())].sort((a, b) => b.figureCount - a.figureCount).slice(0, 20);
    for (const { slug, figureCount } of most) {
      const view = await findMetric(slug, { regions: [], fromYear: null, toYear: null, page: 1 });
      const codes = view?.chosen.map(({ code }) => `region=${code}`).join("&");
      await expectSame(`/metrics/${slug}/figures.csv?${codes}&page=2`, view?.series ?? []);
      expect(await rowsOf(`/metrics/${slug}/figures.csv`)).toHaveLength(figureCount);
    }
  });

  test("regions and years of a metric", async () => {
    const query = { regions: ["CN-GZ", "CN-BJ"], fromYear: 2016, toYear: 2018, page: 1 };
    const view = await findMetric("digital-economy-share-gdp", query);
    await expectSame(
      "/metrics/digital-economy-share-gdp/figures.csv?region=cn-gz,CN-BJ&from=2016&to=2018",
      view?.series ?? [],
    );
  });

  test.each([
    "",
    "region=all",
    "region=CN-BJ",
    "topic=health",
    "region=all&wording=nearly&from=2015&to=2020",
    "age=fresh",
  ])("the dashboard: %s", async (query) => {
    const choices = await readChoices();
    const filter = settleView(parseView(Object.fromEntries(new URLSearchParams(query))), choices);
    const { extent, figures } = await readDashboard(filter, choices);
    await expectAll(`/figures.csv?${query}`, extent.figures, figures);
  });

  test("a region, and a topic of it", async () => {
    const region = await findRegion("CN-GZ");
    const listed = region?.topics.flatMap(({ figures }) => figures) ?? [];
    await expectAll("/regions/CN-GZ/figures.csv", region?.extent.figures ?? 0, listed);
    const slug = region?.topics[0]?.topic.slug ?? "";
    const topic = await findRegionTopic("CN-GZ", slug, 1);
    await expectAll(`/regions/cn-gz/figures.csv?topic=${slug}`, topic?.page.total ?? 0, topic?.page.figures ?? []);
  });

  test("sources", async () => {
    for (const { slug } of await db().source.findMany({ take: 10, orderBy: { id: "asc" } })) {
      const view = await findSource(slug, 1);
      if (view?.page.total) await expectAll(`/sources/${slug}/figures.csv`, view.page.total, view.page.figures);
    }
  });

  test.each([
    "",
    "metric=digital-economy-share-gdp",
    "region=CN-GZ,CN-BJ&base=2016&scale=one",
    "metric=digital-economy-share-gdp&year=2018",
  ])("a comparison: %s", async (query) => {
    const view = await readCompare(parseCompare(Object.fromEntries(new URLSearchParams(query))));
    const total = view.cells.reduce((sum, { outcomes, targets }) => sum + outcomes + targets, 0);
    await expectAll(
      `/compare/figures.csv?${query}`,
      total,
      view.cells.flatMap(({ figures }) => figures),
    );
  });

  test("disagreements: all claims, each with the number of its own", async () => {
    const { total, disagreements } = await listDisagreements({ topic: null, region: null, page: 1 });
    const rows = await rowsOf("/disagreements/figures.csv?page=3");
    expect(new Set(rows.map(({ disagreement }) => disagreement)).size).toBe(total);
    expect(rows).toHaveLength(
      Number(
        (await db().claimGroup.aggregate({ _sum: { figures: true }, where: { apart: { not: null } } }))._sum.figures,
      ),
    );
    for (const [at, { figures, inAll }] of disagreements.entries()) {
      const own = rows.filter(({ disagreement }) => disagreement === String(at + 1));
      expect(own).toHaveLength(inAll);
      expect(own.map(saidIn)).toEqual(expect.arrayContaining(figures.map(saidBy)));
    }
  });

  test("a search: all that it finds, the best first", async () => {
    const { figures } = await search("Guizhou", 20);
    expect(figures.total).toBeGreaterThan(20);
    const rows = await rowsOf("/search/figures.csv?q=Guizhou");
    expect(rows).toHaveLength(figures.total);
    expect(rows.slice(0, 20).map(saidIn)).toEqual(figures.best.map(saidBy));
    expect(await rowsOf("/search/figures.csv")).toEqual([]);
  });

  test("one figure", async () => {
    const { publicId } = await db().figure.findFirstOrThrow({ where: { status: "published" } });
    expect((await rowsOf(`/figures/${publicId}/figures.csv`)).map(({ figure }) => figure)).toEqual([publicId]);
  });

  test("as it was known on a day", async () => {
    const knownOn = await readKnownOn("2019-03-01");
    const view = await findRegion("CN-GZ", knownOn);
    await expectAll(
      "/regions/CN-GZ/figures.csv?as-of=2019-03-01",
      view?.extent.figures ?? 0,
      view?.topics.flatMap(({ figures }) => figures) ?? [],
    );
  });
});

test.each(["csv", "json", "xlsx", "parquet", "zip"] as const)(
  "the same figures as %s, under a name that says what is inside",
  async (format) => {
    const answer = await ask(`/regions/CN-GZ/figures.${format}?as-of=2019-03-01`);
    expect([answer.status, answer.headers.get("content-disposition")]).toEqual([
      200,
      `attachment; filename="footnote-region-CN-GZ-as-known-on-2019-03-01.${format}"`,
    ]);
    expect(answer.headers.get("link")).toMatch(/^<http:\/\/\S+\/regions\/CN-GZ\?as-of=2019-03-01>; rel="describedby"/);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const expected = (await rowsOf("/regions/CN-GZ/figures.csv?as-of=2019-03-01")).map(
      ({ figure, wording, digits, phrase }) => `${figure} ${wording} ${digits} ${phrase}`,
    );
    expect(
      (await readers[format](bytes)).map(
        ({ figure, wording, digits, phrase }) => `${figure} ${wording} ${digits} ${phrase ?? ""}`,
      ),
    ).toEqual(expected);
  },
);

/** The files of an archive, as texts, in its order. */
async function unzipped(bytes: Uint8Array): Promise<Readonly<Record<string, string>>> {
  const texts: Record<string, string> = {};
  const zip = await fromBufferPromise(Buffer.from(bytes));
  for await (const entry of zip.eachEntry()) {
    texts[entry.fileName] = await text(await zip.openReadStreamPromise(entry));
  }
  return texts;
}

type Cells = Readonly<Record<string, unknown>>;
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const csvOf = (text: string) => Papa.parse<Row>(text.trimEnd(), { header: true }).data;

const readers = {
  csv: async (bytes) => csvOf(textOf(bytes)),
  json: async (bytes) => (JSON.parse(textOf(bytes)) as { figures: Cells[] }).figures,
  parquet: async (bytes) => parquetReadObjects({ file: bytes.slice().buffer }),
  xlsx: async (bytes) => {
    const { sheets } = await readXlsx(bytes);
    expect(sheets.map(({ name }) => name)).toEqual(["Data", "Sources", "About"]);
    const [header = [], ...rows] = sheets[0]?.rows ?? [];
    return rows.map((row) => Object.fromEntries(header.map((name, at) => [String(name), row[at]])));
  },
  zip: async (bytes) => csvOf((await unzipped(bytes))["figures.csv"] ?? ""),
} satisfies Readonly<Record<string, (bytes: Uint8Array) => Promise<readonly Cells[]>>>;

test.each(["csv", "csv?excel", "xlsx", "json", "zip"])("%s imports as all the same", async (format) => {
  const bytes = new Uint8Array(await (await ask(`/regions/CN-GZ/figures.${format}`)).arrayBuffer());
  const fates = new Map<string, number>();
  const { request, options } = await openImport(db(), bytes, NO_RECIPE);
  await runImport(
    db(),
    {
      ...request,
      label: `own.${format}`,
      options: { ...options, status: "published" },
      changeReason: { cause: null, reason: null },
      author: { id: null, name: "test" },
    },
    "dry-run",
    {
      row: ({ fate }) => fates.set(fate, (fates.get(fate) ?? 0) + 1),
      again: () => undefined,
      step: async () => undefined,
    },
  );
  expect([...fates]).toEqual([["unchanged", (await rowsOf("/regions/CN-GZ/figures.csv")).length]]);
});

test("what the parts of a package say", async () => {
  const bytes = new Uint8Array(await (await ask("/regions/CN-GZ/figures.zip")).arrayBuffer());
  const files = await unzipped(bytes);
  expect(Object.keys(files)).toEqual(["figures.csv", "sources.csv", "datapackage.json", "README.md"]);
  expect(JSON.parse(files["datapackage.json"] ?? "")).toMatchObject({ name: "footnote-region-cn-gz" });
});

test("a CSV for Excel is marked, another is not", async () => {
  const mark = (bytes: ArrayBuffer) => [...new Uint8Array(bytes).slice(0, 3)];
  expect(mark(await (await ask("/regions/CN-GZ/figures.csv?excel")).arrayBuffer())).toEqual([0xef, 0xbb, 0xbf]);
  expect(mark(await (await ask("/regions/CN-GZ/figures.csv")).arrayBuffer())).not.toEqual([0xef, 0xbb, 0xbf]);
});

test.each([
  ["/metrics/nope/figures.csv", 404, /called metric nope/],
  ["/metrics/unicorns/figures.csv?region=XX", 404, /called region XX/],
  ["/metrics/unicorns/figures.csv?regoin=CN", 400, /“regoin” cannot be asked. Ask with region, from, to, as-of/],
  ["/metrics/unicorns/figures.csv?from=18", 400, /from is a year/],
  ["/metrics/unicorns/figures.csv?as-of=yesterday", 400, /is no day/],
  ["/metrics/unicorns/figures.csv?as-of=2019-01-01&as-of=2020-01-01", 400, /as-of is asked twice/],
  ["/figures.csv?wording=roughly", 400, /wording is one of/],
  ["/sources/nope/figures.zip", 404, /called source nope/],
  ["/charts/nope/figures.xlsx", 404, /called chart nope/],
  ["/compare/figures.csv?metric=nope&region=XX", 404, /called metric nope, region XX/],
  ["/compare/figures.csv?year=soon", 400, /year is a year/],
  ["/disagreements/figures.csv?topic=nope", 404, /called topic nope/],
  ["/search/figures.csv?query=x", 400, /“query” cannot be asked. Ask with q/],
  ["/regions/CN-GZ/figures.exe", 404, /no such file/],
  ["/regions/CN-GZ/numbers.csv", 404, /no such file/],
  ["/method/figures.csv", 404, /no such file/],
  ["/regions/CN-GZ/figures.json?excel", 400, /“excel” cannot be asked/],
])("%s is refused, not answered with something else", async (address, status, message) => {
  const answer = await ask(address);
  expect(answer.status).toBe(status);
  expect(((await answer.json()) as { detail: string }).detail).toMatch(message);
});

test("a file that fails midway is broken off in every format, and leaves nothing open", async () => {
  const { id } = await db().figure.findFirstOrThrow({ where: { status: "published" }, orderBy: { id: "desc" } });
  const citations = await db().citation.findMany({ where: { figureId: id } });
  await db().citation.deleteMany({ where: { figureId: id } });
  for (const format of ["csv", "json", "xlsx", "parquet", "zip"]) {
    const answer = await ask(`/figures.${format}?region=all`);
    expect(answer.status).toBe(200);
    await expect(answer.arrayBuffer()).rejects.toThrow(/has no citation/);
  }
  expect((globalThis as { footnoteFiles?: number }).footnoteFiles).toBe(0);
  await db().citation.createMany({ data: citations });
});

test.each(["xlsx", "parquet", "zip"])("who leaves a %s ends its reading", async (format) => {
  const reader = (await ask(`/figures.${format}?region=all`)).body?.getReader();
  await reader?.read();
  await reader?.cancel();
  expect((globalThis as { footnoteFiles?: number }).footnoteFiles).toBe(0);
});
