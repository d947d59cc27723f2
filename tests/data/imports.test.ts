import { describe, expect, test } from "vitest";
import { db } from "@/lib/data/client";
import { readableFile } from "@/lib/data/import-file";
import type { ImportOptions } from "@/lib/data/import-plan";
import { CannotUndo, undoImport } from "@/lib/data/import-undo";
import { type ImportRequest, runImport } from "@/lib/data/import-write";
import { retractRow } from "@/lib/data/writing/retract";
import { changeSeveral } from "@/lib/data/writing/several";
import { writing } from "@/lib/data/writing/transaction";
import type { PlannedRow } from "@/lib/importing/plan";

const AUTHOR = { id: null, name: "test" };

const HEADER =
  "metric,region,organisation,wording,value,period,as_of,speaker,source,locator,phrase,note,source_title,source_url,source_publisher,source_kind,source_language";

function request(
  text: string,
  options: Partial<ImportOptions> = {},
  why: Partial<ImportRequest["why"]> = {},
): ImportRequest {
  return {
    ...readableFile(new TextEncoder().encode(text)),
    label: "test.csv",
    options: { byHand: new Map(), format: undefined, status: "published", ...options },
    why: { cause: null, reason: null, ...why },
    author: { id: null, name: "test" },
  };
}

async function run(asked: ImportRequest, mode: "dry-run" | "import" = "import") {
  const rows: PlannedRow[] = [];
  const outcome = await runImport(db(), asked, mode, {
    row: (row) => rows.push(row),
    again: () => rows.splice(0),
    step: async () => undefined,
  });
  return { ...outcome, rows };
}

/** Everything that an import could touch. */
async function everything() {
  return JSON.stringify([
    await db().figure.findMany({ include: { citations: true } }),
    await db().metric.findMany(),
    await db().region.findMany(),
    await db().organisation.findMany(),
    await db().source.findMany(),
    await db().revision.count(),
    await db().importBatch.count(),
  ]);
}

const row = (cells: Readonly<Record<string, string>>) => {
  const all: Record<string, string> = {
    metric: "companies-attracted",
    region: "CN-GZ",
    wording: "about",
    value: "2,000",
    period: "2020",
    source: "china-daily-2019-guizhou-looms",
    locator: "para 90",
    phrase: "about 2,000 companies",
    ...cells,
  };
  return HEADER.split(",")
    .map((name) => `"${(all[name] ?? "").replaceAll('"', '""')}"`)
    .join(",");
};
const file = (...rows: Readonly<Record<string, string>>[]) => [HEADER, ...rows.map(row)].join("\r\n");

describe("a dry run", () => {
  test("says row by row what would happen, and writes nothing", async () => {
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
    expect(summary.newRecords.map(({ noun, key }) => `${noun} ${key}`)).toEqual([
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
      by: ["noun", "kind"],
      where: { batchId: batch },
      _count: true,
      orderBy: { noun: "asc" },
    });
    expect(revisions.map(({ noun, kind, _count }) => `${noun} ${kind} ${_count}`)).toEqual([
      "Figure imported 2",
      "ImportBatch imported 1",
      "Organisation imported 1",
      "Source imported 1",
    ]);
    expect(await db().importBatch.findUnique({ where: { id: batch ?? 0 } })).toMatchObject({ status: "done", rows: 2 });
  });

  test("done twice changes nothing the second time", async () => {
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
    const [revision] = await db().revision.findMany({ where: { batchId: batch, noun: "Figure" } });
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

  test("with one wrong row among many leaves nothing, wherever the row is", async () => {
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

describe("undoing an import", () => {
  const source = {
    source: "undo-paper",
    source_title: "A paper to be undone",
    source_url: "https://example.org/undo",
    source_publisher: "Example Press",
    source_kind: "report",
    source_language: "en",
  };
  const undo = (batch: number | null, reason: string | null = "A wrong file") =>
    undoImport(db(), batch ?? 0, { author: { id: null, name: "test" }, why: { cause: "other", reason } });
  const code = (promise: Promise<unknown>) =>
    promise.then(
      () => "done",
      (error: unknown) => (error instanceof CannotUndo ? error.code : String(error)),
    );

  test("retracts what it added, gives back what it changed, all in one", async () => {
    await run(request(file({ locator: "u 1", note: "As it was." })));
    const known = await db().figure.findFirstOrThrow({ where: { citations: { some: { locator: "u 1" } } } });
    const text = file({ locator: "u 1", value: "3,000", note: "" }, { ...source, locator: "u 2" });
    const { batch, summary } = await run(request(text, {}, { cause: "typo", reason: "A slip" }));
    expect(summary.totals).toMatchObject({ added: 1, changed: 1 });
    expect(await undo(batch)).toEqual({ retracted: 1, changedBack: 1, recordsRetracted: 1, kept: 0 });

    const after = await db().figure.findUniqueOrThrow({ where: { id: known.id } });
    expect(after).toEqual({ ...known, version: 3 });
    expect(await db().figure.findFirst({ where: { batchId: batch } })).toMatchObject({
      status: "retracted",
      version: 2,
    });
    expect(await db().source.findUnique({ where: { slug: "undo-paper" } })).toMatchObject({ retracted: true });
    const revisions = await db().revision.findMany({
      where: { batchId: batch, kind: "undone" },
      orderBy: { id: "asc" },
    });
    expect(revisions.map(({ noun }) => noun)).toEqual(["Figure", "Figure", "Source", "ImportBatch"]);
    for (const { before, after: then } of revisions.slice(0, 2))
      expect(Object.keys(JSON.parse(before ?? ""))).toEqual(Object.keys(JSON.parse(then ?? "")));
    expect(await db().importBatch.findUnique({ where: { id: batch ?? 0 } })).toMatchObject({ status: "undone" });
    expect(await code(undo(batch))).toBe("undone");
  });

  test("is refused, changing nothing, when a figure was changed since or stands in a published chart", async () => {
    const { batch } = await run(request(file({ locator: "u 10" }, { locator: "u 11" })));
    const [one, other] = await db().figure.findMany({ where: { batchId: batch } });
    const chart = await db().chart.findFirstOrThrow({ where: { status: "published" } });
    const named = { chartId: chart.id, figureId: one?.id ?? 0 };
    await db().chartFigure.create({ data: { ...named, position: 99 } });
    const before = await everything();
    await expect(undo(batch)).rejects.toMatchObject({ code: "in_use", figures: [one?.publicId] });
    await db().chartFigure.delete({ where: { chartId_figureId: named } });
    const text = file({ locator: "u 11", value: "9" });
    await run(request(text, {}, { cause: "typo", reason: "A slip" }));
    await expect(undo(batch)).rejects.toMatchObject({ code: "changed_since", figures: [other?.publicId] });
    expect(JSON.parse(before)[1]).toEqual(JSON.parse(await everything())[1]);
    expect(await db().figure.count({ where: { batchId: batch, status: "published" } })).toBe(2);
  });

  test("drafts that were published since are taken back, as what they were then; publishing is no change of what they say", async () => {
    const text = file({ locator: "u 40" }, { locator: "u 41" }, { locator: "u 42" });
    const { batch } = await run(request(text, { status: "draft" }));
    const drafts = await db().figure.findMany({ where: { batchId: batch }, orderBy: { id: "asc" } });
    const [first, second] = drafts;
    const items = [first, second].map((figure) => ({ key: figure?.publicId ?? "", version: 1 }));
    const why = { cause: null, reason: null };
    await writing((tx) => changeSeveral(tx, { noun: "figures", changes: { status: "published" }, items, why }, AUTHOR));
    expect(await undo(batch)).toMatchObject({ retracted: 3, kept: 0 });
    const revisions = await db().revision.findMany({ where: { batchId: batch, noun: "Figure", kind: "undone" } });
    const told = revisions.map(({ before, cause }) => [JSON.parse(before ?? "").status, cause]);
    expect(told.sort()).toEqual([
      ["draft", null],
      ["published", "retracted"],
      ["published", "retracted"],
    ]);
    expect(await db().figure.count({ where: { batchId: batch, status: "retracted" } })).toBe(3);
  });

  test("those that say something else since stand in the way, or are kept while the others are undone", async () => {
    const { batch } = await run(request(file({ locator: "u 50" }, { locator: "u 51" }, { locator: "u 52" })));
    const [one, other, third] = await db().figure.findMany({ where: { batchId: batch }, orderBy: { id: "asc" } });
    await run(
      request(
        file({ locator: "u 50", value: "9", phrase: "about 9 companies" }),
        {},
        { cause: "typo", reason: "A slip" },
      ),
    );
    // Taken back by hand already: nothing to do for it, and nothing in the way.
    await writing((tx) =>
      retractRow(
        tx,
        { noun: "figures", key: third?.publicId ?? "", version: 1 },
        { cause: "retracted", reason: "Twice" },
        AUTHOR,
      ),
    );
    await expect(undo(batch)).rejects.toMatchObject({
      code: "changed_since",
      message: expect.stringMatching(/^1 of its 3 figures says something else since: undo the others/),
      figures: [one?.publicId],
    });
    const why = { cause: "other" as const, reason: "A wrong file" };
    const undone = await undoImport(db(), batch ?? 0, { author: AUTHOR, why, keepChanged: true });
    expect(undone).toEqual({ retracted: 1, changedBack: 0, recordsRetracted: 0, kept: 1 });
    const states = await db().figure.findMany({ where: { batchId: batch }, orderBy: { id: "asc" } });
    expect(states.map(({ status }) => status)).toEqual(["published", "retracted", "retracted"]);
    expect(states[0]).toMatchObject({ digits: "9", version: 2 });
    expect(states[1]?.id).toBe(other?.id);
  });

  test("of published figures needs a reason; the first data and unknown batches cannot be undone", async () => {
    const { batch } = await run(request(file({ locator: "u 20" })));
    expect(await code(undo(batch, null))).toBe("reason_missing");
    const seed = await db().importBatch.findFirstOrThrow({ where: { who: "seed" } });
    expect(await code(undo(seed.id))).toBe("first_data");
    expect(await code(undo(987_654))).toBe("unknown");
  });

  test("what was undone can be imported again, with the records that came with it, and undone again", async () => {
    const text = file({ ...source, source: "undo-again", locator: "u 30", organisation: "A company again" });
    const first = await run(request(text));
    await undo(first.batch);
    expect(await db().source.findUnique({ where: { slug: "undo-again" } })).toMatchObject({ retracted: true });
    const again = await run(request(text));
    expect(again.summary.totals.added).toBe(1);
    expect(again.summary.newRecords.map(({ key }) => key)).toEqual(["a-company-again", "undo-again"]);
    expect(await db().figure.count({ where: { batchId: again.batch, status: "published" } })).toBe(1);
    expect(await db().source.findUnique({ where: { slug: "undo-again" } })).toMatchObject({
      retracted: false,
      version: 3,
    });
    expect(await undo(again.batch)).toEqual({ retracted: 1, changedBack: 0, recordsRetracted: 2, kept: 0 });
  });
});
