import { describe, expect, test } from "vitest";
import { db } from "@/lib/data/db/client";
import { newPublicId } from "@/lib/data/resources/write-figures";
import { env } from "@/lib/env";
import { seed } from "@/prisma/seed";
import { writeSamples } from "@/tests/setup/data/write-figures";

describe("the one way to write a figure", () => {
  test("writes row, citation and revision together", async () => {
    const before = await db().revision.count();
    const [id = 0] = await writeSamples([{}]);
    const row = await db().figure.findUniqueOrThrow({ where: { id }, include: { citations: true } });
    expect(row).toMatchObject({ firstDay: 20200101, lastDay: 20201231, version: 1, status: "published" });
    expect(row.publicId).toMatch(/^[0-9A-Za-z]{24}$/);
    expect(row.citations).toHaveLength(1);
    expect(await db().revision.count()).toBe(before + 1);
  });

  test("publishes no figure without a citation, and nothing of the set is half-saved", async () => {
    const before = await db().figure.count();
    await expect(writeSamples([{}, { citations: [] }])).rejects.toThrow(/without a citation: name the source/);
    expect(await db().figure.count()).toBe(before);
  });

  test("a draft may wait for its citation", async () => {
    const [id = 0] = await writeSamples([{ status: "draft", citations: [] }]);
    expect(await db().citation.count({ where: { figureId: id } })).toBe(0);
  });

  test("every published figure of the seed has a citation with a phrase", async () => {
    const unproven = [{ citations: { none: {} } }, { citations: { some: { phrase: null } } }];
    expect(await db().figure.count({ where: { status: "published", OR: unproven } })).toBe(0);
  });

  test("a key that is not there finds nothing, and never every row (T23)", async () => {
    const key = undefined as unknown as string;
    for (const find of [
      () => db().figure.findMany({ where: { publicId: key } }),
      () => db().figure.findFirst({ where: { publicId: { equals: key } } }),
      () => db().figure.deleteMany({ where: { publicId: key } }),
      () => db().session.updateMany({ where: { token: key }, data: { userAgent: "x" } }),
    ]) {
      await expect(find()).rejects.toThrow(/undefined/);
    }
  });

  test("public keys do not repeat", () => {
    expect(new Set(Array.from({ length: 1000 }, newPublicId)).size).toBe(1000);
  });
});

describe("the database itself refuses what breaks a rule", () => {
  test.each([
    ["Figure", `"wording" = 'roughly'`],
    ["Figure", `"valueHigh" = 9, "digitsHigh" = '9'`],
    ["Figure", `"wording" = 'between'`],
    ["Figure", `"wording" = 'between', "valueHigh" = "value" - 1, "digitsHigh" = '1'`],
    ["Figure", `"value" = 9e999`],
    ["Figure", `"digits" = ''`],
    ["Figure", `"digits" = '1,000'`],
    ["Figure", `"periodStart" = 'soon'`],
    ["Figure", `"firstDay" = "lastDay" + 1`],
    ["Figure", `"firstDay" = NULL, "lastDay" = NULL`],
    ["Figure", `"status" = 'public'`],
    ["Figure", `"outlook" = 'hope'`],
    ["Figure", `"alternative" = 3`],
    ["Figure", `"version" = 0`],
    ["Figure", `"publicId" = 'short'`],
    ["Figure", `"metricId" = 999999`],
    ["Citation", `"phrase" = ''`],
    ["Citation", `"phrase" = '${"a".repeat(301)}'`],
    ["Citation", `"figureId" = NULL`],
    ["Citation", `"sourceId" = 999999`],
    ["Source", `"url" = 'javascript:alert(1)'`],
    ["Source", `"published" = NULL`],
    ["Source", `"published" = '2020', "publishedTo" = 'day'`],
    ["Source", `"archiveUrl" = 'https://example.org'`],
    ["Metric", `"kind" = 'colour'`],
    ["Metric", `"shelfLifeMonths" = 0`],
    ["Metric", `"slug" = 'Not A Slug'`],
    ["Chart", `"scale" = 'log', "kind" = 'bar'`],
    ["Region", `"level" = 'planet'`],
    ["Region", `"parentId" = NULL, "level" = 'city'`],
    ["Milestone", `"date" = '14 March'`],
    ["ImportBatch", `"sha256" = 'x'`],
  ])("%s with %s", async (table, change) => {
    const update = `UPDATE "${table}" SET ${change} WHERE "id" = (SELECT min("id") FROM "${table}")`;
    await expect(db().$executeRawUnsafe(update)).rejects.toThrow(
      /constraint failed|violates .* constraint|out of range|stays with its figure|A key never changes/,
    );
  });

  // T20
  test.each([[`UPDATE "Revision" SET "who" = 'x'`], [`DELETE FROM "Revision"`]])(
    "%s: the record of changes is append-only",
    async (sql) => {
      await expect(db().$executeRawUnsafe(sql)).rejects.toThrow(/append-only/);
    },
  );

  test.each([
    ["Figure", "publicId"],
    ["Region", "code"],
    ...["Metric", "Topic", "Organisation", "Source", "Milestone", "Chart"].map((table) => [table, "slug"]),
  ] as [string, string][])("the key of a %s never changes: its address leads to it for ever", async (table, column) => {
    const update = `UPDATE "${table}" SET "${column}" = 'another' WHERE "id" = (SELECT min("id") FROM "${table}")`;
    await expect(db().$executeRawUnsafe(update)).rejects.toThrow(/A key never changes/);
  });

  test("a metric, region or source in use cannot be deleted", async () => {
    for (const table of ["Metric", "Region", "Source"]) {
      await expect(db().$executeRawUnsafe(`DELETE FROM "${table}"`)).rejects.toThrow(/foreign key/i);
    }
  });
});

describe("seeding", () => {
  test("seeding again changes nothing, not even what an editor has changed", async () => {
    const edited = await db().figure.findFirstOrThrow({ where: { importKey: { not: null } } });
    await db().figure.update({ where: { id: edited.id }, data: { note: "edited", version: { increment: 1 } } });
    const before = await db().figure.findMany();
    expect(await seed(env().DATABASE_URL)).toEqual({ created: 0, unchanged: true });
    expect(await db().figure.findMany()).toEqual(before);
  });
});
