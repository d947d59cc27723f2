import { describe, expect, test } from "vitest";
import { db } from "@/lib/data/db/client";
import { withWriteTransaction } from "@/lib/data/db/transaction";
import { runImport } from "@/lib/data/import/run-import";
import { everything, file, request, run } from "@/tests/setup/data/importing";

describe("a dry run", () => {
  test("says row by row what would happen, and writes nothing (T41)", async () => {
    const before = await everything();
    const text = file(
      {},
      { region: "Nowhere" },
      { locator: "para 91", value: "1.234" },
      { locator: "para 92", value: "abc" },
      {},
    );
    const { rows, summary, refused, batch } = await run(request(text), "dry-run");
    expect(refused).toBe(true);
    expect(batch).toBeNull();
    expect(rows.map(({ row, fate }) => `${row} ${fate}`)).toEqual([
      "2 added",
      "3 refused",
      "4 refused",
      "5 refused",
      "6 refused",
    ]);
    expect(summary.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, "region", "unknown_region"],
      [4, "value", "ambiguous"],
      [5, "value", "not_a_number"],
      [6, null, "row_twice"],
    ]);
    expect(await everything()).toBe(before);
  });

  test.each([
    ["1.234,5", "de", "1234.5"],
    ["1,234.5", "en", "1234.5"],
    ["1 234,5", "fr", "1234.5"],
    ["1.234", "plain", "1.234"],
  ] as const)("%s in the %s way is %s", async (value, format, digits) => {
    const { rows } = await run(request(file({ value }), { format }), "dry-run");
    expect(rows[0]?.label).toContain(` ${digits}`);
  });

  test.each([
    ["value", { value: "" }, "value missing"],
    ["wording of no kind", { wording: "plenty" }, "wording wording"],
    ["phrase of a published figure", { phrase: "" }, "phrase missing"],
    ["source of a published figure", { source: "", phrase: "", locator: "" }, "source missing"],
    ["period the wrong way round", { period: "2020–2019" }, "period backwards"],
    ["date in two readings", { as_of: "03/04/2019" }, "as_of ambiguous"],
    ["text with a turned direction", { note: "a\u202eb" }, "note forbidden_character"],
    ["new source without an address", { source: "new-source", source_title: "A title" }, "source_url missing"],
    [
      "new source with a dangerous address",
      {
        source: "new-source",
        source_title: "A",
        source_url: "javascript:alert(1)",
        source_publisher: "P",
        source_kind: "news",
        source_language: "en",
      },
      "source_url invalid",
    ],
    ["new metric without a description", { metric: "new-metric" }, "metric unknown_metric"],
  ])("a missing or wrong %s is said at its column", async (_, cells, expected) => {
    const { summary } = await run(request(file(cells)), "dry-run");
    expect(summary.problems.map(({ column, code }) => `${column} ${code}`)).toContain(expected);
  });
});

describe("an import", () => {
  const source = {
    source: "a-new-paper",
    source_title: "A new paper",
    source_url: "https://example.org/new",
    source_publisher: "Example Press",
    source_kind: "report",
    source_language: "en",
  };

  test("adds figures with what they refer to, each with its history, as one batch", async () => {
    const text = file(
      { ...source, organisation: "A new company" },
      { source: "a-new-paper", locator: "p. 2", organisation: "A new company" },
    );
    const { batch, summary } = await run(request(text));
    expect(summary.newRecords.map(({ resource, key }) => `${resource} ${key}`)).toEqual([
      "organisations a-new-company",
      "sources a-new-paper",
    ]);
    const figures = await db().figure.findMany({
      where: { batchId: batch },
      include: { organisation: true, citations: { include: { source: true } } },
    });
    expect(figures).toHaveLength(2);
    expect(figures[0]).toMatchObject({
      digits: "2000",
      wording: "about",
      status: "published",
      periodStart: "2020",
      organisation: { name: "A new company" },
    });
    expect(figures[0]?.citations).toMatchObject([
      { phrase: "about 2,000 companies", source: { slug: "a-new-paper", type: "report" } },
    ]);
    const revisions = await db().revision.groupBy({
      by: ["resource", "kind"],
      where: { batchId: batch },
      _count: true,
      orderBy: { resource: "asc" },
    });
    expect(revisions.map(({ resource, kind, _count }) => `${resource} ${kind} ${_count}`)).toEqual([
      "Figure imported 2",
      "ImportBatch imported 1",
      "Organisation imported 1",
      "Source imported 1",
    ]);
    expect(await db().importBatch.findUnique({ where: { id: batch ?? 0 } })).toMatchObject({ status: "done", rows: 2 });
  });

  test("done twice changes nothing the second time (T41)", async () => {
    const text = file({ locator: "p. 10" });
    await run(request(text));
    const before = await everything();
    const again = await run(request(text));
    expect([again.batch, again.rows.map(({ fate }) => fate)]).toEqual([null, ["unchanged"]]);
    expect(await everything()).toBe(before);
  });

  test("a published figure changes only with a reason; what the file does not say stays", async () => {
    await run(request(file({ locator: "p. 11", note: "First." })));
    const text =
      "metric,region,wording,value,period,source,locator\ncompanies-attracted,CN-GZ,about,2100,2020,china-daily-2019-guizhou-looms,p. 11";
    const without = await run(request(text));
    expect([without.refused, without.summary.problems[0]?.code]).toEqual([true, "reason_missing"]);
    const { batch, rows } = await run(request(text, {}, { cause: "typo", reason: "A slip" }));
    expect(rows[0]).toMatchObject({ fate: "changed", changes: [{ part: "value", before: "2000", after: "2100" }] });
    const [revision] = await db().revision.findMany({ where: { batchId: batch, resource: "Figure" } });
    expect(revision).toMatchObject({ kind: "imported", cause: "typo", reason: "A slip" });
    expect(JSON.parse(revision?.before ?? "")).toMatchObject({ value: "2000", note: "First.", status: "published" });
    expect(
      await db().figure.findUnique({ where: { publicId: revision?.key ?? "" }, include: { citations: true } }),
    ).toMatchObject({
      digits: "2100",
      value: 2100,
      note: "First.",
      version: 2,
      citations: [{ phrase: "about 2,000 companies" }],
    });
  });

  test("with one wrong row among many leaves nothing, wherever the row is (T34)", async () => {
    const rows = Array.from({ length: 1200 }, (_, index) => ({ locator: `all ${index}` }));
    const before = await everything();
    for (const at of [0, 1, 600, 1199]) {
      const some = rows.map((cells, index) => (index === at ? { ...cells, value: "?" } : cells));
      const { refused, summary } = await run(request(file(...some)));
      expect([refused, summary.totals.refused, summary.problems[0]?.row]).toEqual([true, 1, at + 2]);
    }
    expect(await everything()).toBe(before);
  });

  test("stopped while it writes leaves nothing", async () => {
    const text = file(...Array.from({ length: 1200 }, (_, index) => ({ locator: `stop ${index}` })));
    const before = await everything();
    const stopped = runImport(db(), request(text), "import", {
      row: () => undefined,
      again: () => undefined,
      step: async (phase, done) => {
        if (phase === "writing" && done >= 1000) throw new Error("stopped");
      },
    });
    await expect(stopped).rejects.toThrow("stopped");
    expect(await everything()).toBe(before);
  });

  test("who saves while rows are laid ready waits for nothing, and stands before the import in the history", async () => {
    const text = file(...Array.from({ length: 1200 }, (_, index) => ({ locator: `beside ${index}` })));
    const saved: number[] = [];
    const { batch } = await runImport(db(), request(text), "import", {
      row: () => undefined,
      again: () => undefined,
      step: async (phase) => {
        if (phase !== "writing") return;
        expect(await db().citation.count({ where: { locator: { startsWith: "beside " } } })).toBe(0);
        const data = { resource: "Test", key: "beside", kind: "created", after: "{}", who: "test" };
        saved.push((await withWriteTransaction((tx) => tx.revision.create({ data }))).id);
      },
    });
    expect(saved).toHaveLength(3);
    expect(await db().figure.count({ where: { batchId: batch } })).toBe(1200);
    const { _min: first } = await db().revision.aggregate({ where: { batchId: batch }, _min: { id: true } });
    expect(first.id).toBeGreaterThan(Math.max(...saved));
  });

  test("what comes with a file and what is there already are told apart by each of its figures", async () => {
    const coming = (name: string) => ({
      ...{ source: name, source_title: `About ${name}`, source_url: `https://example.org/${name}` },
      ...{ source_publisher: "A test", source_kind: "report", source_language: "en" },
    });
    const there = "china-daily-2019-guizhou-looms";
    const sources = ["brought-one", there, "brought-two", "brought-one", there];
    const cells = sources.map((source, index) => ({
      ...(source === there ? {} : coming(source)),
      locator: `told apart ${index}`,
    }));
    const { batch } = await run(request(file(...cells)));
    const figures = await db().figure.findMany({
      where: { batchId: batch },
      orderBy: { id: "asc" },
      select: { citations: { select: { locator: true, source: { select: { slug: true } } } } },
    });
    expect(figures.flatMap(({ citations }) => citations.map((one) => [one.locator, one.source.slug]))).toEqual(
      sources.map((source, index) => [`told apart ${index}`, source]),
    );
  });

  test("a figure named by its key is found, an unknown key refused", async () => {
    const figure = await db().figure.findFirstOrThrow({ where: { importKey: "china-daily-2019-guizhou-looms-01" } });
    const text = `figure,note\n${figure.publicId},Another note.\nnosuchfigure0000,x`;
    const { rows } = await run(request(text, {}, { cause: "other", reason: "A note" }), "dry-run");
    expect(rows).toMatchObject([
      { fate: "changed", figure: figure.publicId, changes: [{ part: "note", after: "Another note." }] },
      { fate: "refused", problems: [{ code: "unknown_figure" }] },
    ]);
  });
});
