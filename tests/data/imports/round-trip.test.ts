import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/data/db/client";
import { fieldSpec } from "@/lib/figures/figure-fields";
import { FURTHER_TEXTS } from "@/lib/schemas/seed-rows";

type Row = Record<string, string>;

function rowsOf(name: string): Row[] {
  return Papa.parse<Row>(readFileSync(`prisma/data/${name}.csv`, "utf8"), { header: true, skipEmptyLines: true }).data;
}

const cell = (value: string | null | undefined) => value ?? "";

describe("nothing of the data is lost or invented: it comes out of the database as it went in, cell by cell (T68)", () => {
  test("467 figures", async () => {
    const figures = await db().figure.findMany({
      where: { importKey: { not: null } },
      include: { metric: true, region: true, organisation: true, citations: { include: { source: true } } },
      orderBy: { id: "asc" },
    });
    const headers = new Set(Object.keys(rowsOf("figures")[0] ?? {}));
    const further = FURTHER_TEXTS.filter((name) => headers.has(fieldSpec(name).csv));
    const rows = figures.map((figure): Row => {
      const [citation] = figure.citations;
      const note = figure.outlook === "target" ? `Target. ${cell(figure.note)}`.trim() : cell(figure.note);
      return {
        figure_id: cell(figure.importKey),
        source_id: cell(citation?.source.slug),
        locator: cell(citation?.locator),
        region_code: figure.region.code,
        subject: cell(figure.organisation?.name),
        metric_id: figure.metric.slug,
        value: figure.digits,
        value_high: cell(figure.digitsHigh),
        qualifier: figure.qualifier ?? (figure.wording === "exactly" ? "exact" : figure.wording),
        period_start: cell(figure.periodStart),
        period_end: cell(figure.periodEnd),
        as_of: cell(figure.asOf),
        said_by: cell(figure.speaker),
        phrase: cell(citation?.phrase),
        alt_value: cell(figure.alternativeDigits),
        alt_unit: cell(figure.alternativeUnit),
        note,
        ...Object.fromEntries(further.map((name) => [fieldSpec(name).csv, cell(figure[name])])),
      };
    });
    expect(rows).toHaveLength(467);
    expect(rows).toEqual(rowsOf("figures"));
    for (const figure of figures) expect(figure.value).toBe(Number(figure.digits));
  });

  test("117 sources", async () => {
    const sources = await db().source.findMany({ orderBy: { id: "asc" } });
    const rows = sources.map((source) => ({
      source_id: source.slug,
      title: source.title,
      publisher: source.publisher,
      author: cell(source.authors),
      published_on: cell(source.published),
      url: source.url,
      language: source.language,
      kind: source.kind,
      note: cell(source.note),
    }));
    expect(rows).toHaveLength(117);
    expect(rows).toEqual(rowsOf("sources"));
  });

  test("136 metrics", async () => {
    const metrics = await db().metric.findMany({ orderBy: { id: "asc" }, include: { topic: true } });
    const topics = new Map(rowsOf("topics").map((row) => [row.slug, row.topic]));
    const rows = metrics.map((metric) => ({
      metric_id: metric.slug,
      name: metric.name,
      unit: metric.unit,
      kind: metric.kind,
      topic: cell(topics.get(metric.topic.slug)),
      definition: metric.definition,
    }));
    expect(rows).toHaveLength(136);
    expect(rows).toEqual(rowsOf("metrics"));
  });

  test("28 regions", async () => {
    const regions = await db().region.findMany({ orderBy: { code: "asc" }, include: { parent: true } });
    const rows = regions.map((region) => ({
      region_code: region.code,
      name: region.name,
      name_local: cell(region.nameLocal),
      level: region.level,
      parent_code: cell(region.parent?.code),
    }));
    const byCode = (a: Row, b: Row) => (cell(a.region_code) < cell(b.region_code) ? -1 : 1);
    expect(rows).toHaveLength(28);
    expect([...rows].sort(byCode)).toEqual(rowsOf("regions").sort(byCode));
  });

  test("notes that begin Target. are targets, and only those", async () => {
    const marked = rowsOf("figures").filter((row) => row.note?.startsWith("Target.")).length;
    expect(marked).toBe(33);
    expect(await db().figure.count({ where: { outlook: "target" } })).toBe(marked);
  });
});
