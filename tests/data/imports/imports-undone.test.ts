import { describe, expect, test } from "vitest";
import { bulkUpdate } from "@/lib/data/commands/bulk-update";
import { retractRow } from "@/lib/data/commands/retract";
import { db } from "@/lib/data/db/client";
import { withWriteTransaction } from "@/lib/data/db/transaction";
import { CannotUndo, undoImport } from "@/lib/data/import/undo";
import { everything, file, request, run } from "@/tests/setup/data/importing";

const AUTHOR = { id: null, name: "test" };

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
    undoImport(db(), batch ?? 0, { author: { id: null, name: "test" }, changeReason: { cause: "other", reason } });
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
    expect(revisions.map(({ resource }) => resource)).toEqual(["Figure", "Figure", "Source", "ImportBatch"]);
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
    const changeReason = { cause: null, reason: null };
    await withWriteTransaction((tx) =>
      bulkUpdate(tx, { resource: "figures", changes: { status: "published" }, items, changeReason }, AUTHOR),
    );
    expect(await undo(batch)).toMatchObject({ retracted: 3, kept: 0 });
    const revisions = await db().revision.findMany({ where: { batchId: batch, resource: "Figure", kind: "undone" } });
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
    await withWriteTransaction((tx) =>
      retractRow(
        tx,
        { resource: "figures", key: third?.publicId ?? "", version: 1 },
        { cause: "retracted", reason: "Twice" },
        AUTHOR,
      ),
    );
    await expect(undo(batch)).rejects.toMatchObject({
      code: "changed_since",
      message: expect.stringMatching(/^1 of its 3 figures says something else since: undo the others/),
      figures: [one?.publicId],
    });
    const changeReason = { cause: "other" as const, reason: "A wrong file" };
    const undone = await undoImport(db(), batch ?? 0, { author: AUTHOR, changeReason, keepChanged: true });
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
