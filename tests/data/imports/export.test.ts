import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db, openClient } from "@/lib/data/db/client";
import { importFolder } from "@/lib/data/import/folder";
import { openImport } from "@/lib/data/import/open-import";
import { runImport } from "@/lib/data/import/run-import";
import { env } from "@/lib/env";
import { NO_RECIPE } from "@/lib/importing/table/recipe";
import { makeDatabaseAt } from "@/scripts/database/prepare-database";
import { anotherDatabase } from "@/tests/setup/data/another-database";

const folder = mkdtempSync(path.join(tmpdir(), "footnote-export-"));
const first = path.join(folder, "first");
const second = path.join(folder, "second");

function run(script: string, databaseUrl: string, ...args: readonly string[]) {
  const node = ["--conditions=react-server", "--import", "tsx", `scripts/${script}.ts`, ...args];
  return spawnSync(process.execPath, node, { encoding: "utf8", env: { ...process.env, DATABASE_URL: databaseUrl } });
}

beforeAll(async () => {
  // Everything that an export has to survive: drafts, what is retracted, several citations, cells that look like formulas.
  const [figure] = await db().figure.findMany({ take: 1, orderBy: { id: "asc" } });
  const id = figure?.id ?? 0;
  await db().figure.update({ where: { id }, data: { note: "=1+1\nand a second line", digits: "9500.0" } });
  await db().citation.create({
    data: { figureId: id, sourceId: 2, locator: "'=p. 3", phrase: "+5 “things”", role: "repeat" },
  });
  await db().figure.update({ where: { id: id + 1 }, data: { status: "retracted" } });
  await db().figure.update({ where: { id: id + 2 }, data: { status: "draft", speaker: "@someone", importKey: null } });
  await db().organisation.create({ data: { slug: "gone", name: "-Gone-", retracted: true } });
  await db().source.update({
    where: { id: 3 },
    data: {
      archiveUrl: "https://example.org/copy",
      archivedAt: new Date("2024-05-01"),
      accessed: "2024-05",
      licence: "CC BY 4.0",
    },
  });
  await db().milestone.updateMany({ where: { id: 2 }, data: { status: "draft" } });
  await db().chart.updateMany({ where: { id: 3 }, data: { status: "retracted" } });
  expect(run("export", env().DATABASE_URL, first)).toMatchObject({ status: 0, stderr: "" });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("everything as CSV", () => {
  test("its figures imported again by themselves are all the same; what was retracted would come back", async () => {
    const changes: unknown[] = [];
    const { request, options } = await openImport(db(), readFileSync(path.join(first, "figures.csv")), NO_RECIPE);
    const { summary } = await runImport(
      db(),
      {
        ...request,
        label: "figures.csv",
        options: { ...options, status: "draft" },
        author: { id: null, name: "test" },
        changeReason: { cause: null, reason: null },
      },
      "dry-run",
      { row: (row) => changes.push(...row.changes), again: () => undefined, step: async () => undefined },
    );
    expect(summary.totals).toEqual({ added: 0, changed: 1, unchanged: 466, refused: 0 });
    expect(changes).toEqual([{ part: "status", before: "retracted", after: "draft" }]);
  });

  test("no cell can run as a formula (T29)", () => {
    for (const name of readdirSync(first)) {
      const { data } = Papa.parse<Record<string, string>>(readFileSync(path.join(first, name), "utf8"), {
        header: true,
      });
      for (const [column, cell] of data.flatMap((row) => Object.entries(row))) {
        const isNumber = /^value|^alternative$/.test(column) && /^-?[\d.]+$/.test(cell);
        expect(isNumber ? "" : cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u);
      }
    }
  });

  test("imported into an empty database it gives an equal one", async () => {
    const copy = await anotherDatabase(folder, "copy");
    const imported = run("import", copy, first);
    expect([imported.status, imported.stderr]).toEqual([0, ""]);
    expect(run("export", copy, second)).toMatchObject({ status: 0 });
    expect(readdirSync(second)).toEqual(readdirSync(first));
    for (const name of readdirSync(first)) {
      expect(readFileSync(path.join(second, name), "utf8"), name).toBe(readFileSync(path.join(first, name), "utf8"));
    }
    const client = openClient(copy);
    const publicRows = (from: typeof client) =>
      from.figure.findMany({
        where: { status: "published" },
        omit: { id: true, metricId: true, regionId: true, organisationId: true, batchId: true, version: true },
        include: { metric: { select: { slug: true, name: true, unit: true } }, region: { select: { code: true } } },
        orderBy: { publicId: "asc" },
      });
    expect(await publicRows(client)).toEqual(await publicRows(db()));
    // What is retracted has a history that says so.
    const [{ publicId }, { slug }] = await Promise.all([
      client.figure.findFirstOrThrow({ where: { status: "retracted" } }),
      client.chart.findFirstOrThrow({ where: { status: "retracted" } }),
    ]);
    for (const [resource, key, said] of [
      ["Figure", publicId, { status: "retracted" }],
      ["Chart", slug, { status: "retracted" }],
      ["Organisation", "gone", { retracted: true }],
    ] as const) {
      const last = await client.revision.findFirstOrThrow({ where: { resource, key }, orderBy: { id: "desc" } });
      expect(JSON.parse(last.after ?? "{}")).toMatchObject(said);
    }
    await client.$disconnect();
  }, 60_000);

  test("a folder goes only into an empty database, and one wrong row leaves it empty", async () => {
    const author = { id: null, name: "test" };
    await expect(importFolder(db(), first, author)).rejects.toThrow(/^A whole folder goes only into an empty/);
    const file = path.join(first, "charts.csv");
    writeFileSync(file, readFileSync(file, "utf8").replace(",facts,", ",pie,"));
    const other = await anotherDatabase(folder, "other");
    await makeDatabaseAt(other);
    const client = openClient(other);
    await expect(importFolder(client, first, author)).rejects.toThrow(/^charts\.csv, row \d+, kind: Choose one of/);
    expect([await client.region.count(), await client.figure.count(), await client.importBatch.count()]).toEqual([
      0, 0, 0,
    ]);
    await client.$disconnect();
  }, 30_000);
});
