import { expect, test } from "vitest";
import { randomFrom } from "@/bench/setup/random";
import { db } from "@/lib/data/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";

/** All rows of both summaries, as they are kept and as the figures themselves are counted. */
async function both() {
  const kept = {
    series: await db().$queryRaw<
      object[]
    >`SELECT "metricId", "regionId", "organisationId", "outlook", "figures", "firstDay", "lastDay"
      FROM "SeriesSummary" ORDER BY 1, 2, 3, 4`,
    sources: await db().$queryRaw<
      object[]
    >`SELECT "sourceId", "metricId", "regionId", "organisationId", "outlook", "figures", "firstDay",
      "lastDay" FROM "SourceSummary" ORDER BY 1, 2, 3, 4, 5`,
  };
  const counted = {
    series: await db().$queryRaw<
      object[]
    >`SELECT "metricId", "regionId", coalesce("organisationId", 0) AS "organisationId", "outlook",
      CAST(count(*) AS INTEGER) AS "figures", min("firstDay") AS "firstDay", max("lastDay") AS "lastDay"
      FROM "Figure" WHERE "status" = 'published' GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
    sources: await db().$queryRaw<object[]>`SELECT s."id" AS "sourceId", f."metricId", f."regionId",
      coalesce(f."organisationId", 0) AS "organisationId", f."outlook", CAST(count(*) AS INTEGER) AS "figures",
      min(f."firstDay") AS "firstDay", max(f."lastDay") AS "lastDay"
      FROM "Source" s CROSS JOIN "Figure" f
      WHERE f."status" = 'published' AND EXISTS (SELECT 1 FROM "Citation" c WHERE c."figureId" = f."id" AND c."sourceId" = s."id")
      GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5`,
  };
  return { kept: plain(kept), counted: plain(counted) };
}

/** Whole numbers as numbers, whichever an engine gives. */
const plain = (value: object): unknown =>
  JSON.parse(JSON.stringify(value, (_, each) => (typeof each === "bigint" ? Number(each) : each)));

async function expectCounted(): Promise<void> {
  const { kept, counted } = await both();
  expect(kept).toEqual(counted);
}

test("what was seeded is summed up", async () => {
  const { kept, counted } = await both();
  expect(kept).toEqual(counted);
  expect((kept as { series: readonly unknown[] }).series.length).toBeGreaterThan(100);
});

test("whatever is done to figures and citations, in whatever order, their summaries are what counting finds", async () => {
  const random = randomFrom(20_261_130);
  const any = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item;
  // Few enough that they meet in the same series.
  const few = { select: { id: true }, orderBy: { id: "asc" } } as const;
  const [metrics, regions, sources, organisations] = (
    await Promise.all([
      db().metric.findMany({ ...few, take: 2 }),
      db().region.findMany({ ...few, take: 2 }),
      db().source.findMany({ ...few, take: 3 }),
      db().organisation.findMany({ ...few, take: 1 }),
    ])
  ).map((rows) => rows.map(({ id }) => id)) as [number[], number[], number[], number[]];
  const days = () => {
    const [a, b] = [any([20190101, 20200101, 20201231]), any([20190101, 20210101, 20231231])];
    return any([
      { firstDay: Math.min(a, b), lastDay: Math.max(a, b), asOf: "2019" },
      { firstDay: null, lastDay: null, asOf: null },
    ]);
  };
  const place = () => ({
    metricId: any(metrics),
    regionId: any(regions),
    organisationId: any([null, null, ...organisations]),
    outlook: any(["outcome", "outcome", "target"] as const),
    ...days(),
  });
  const status = () => any(["published", "published", "draft", "retracted"] as const);
  const made: number[] = [];
  let serial = 0;
  const add = async () => {
    const rows = Array.from({ length: 1 + Math.floor(random() * 4) }, () => {
      serial += 1;
      return {
        ...place(),
        publicId: `summed${serial}`.padEnd(20, "x"),
        ...{ value: serial, digits: `${serial}`, wording: "exactly", speakerKind: "unnamed", status: status() },
      } satisfies Prisma.FigureCreateManyInput;
    });
    await db().figure.createMany({ data: rows });
    const added = await db().figure.findMany({
      where: { publicId: { in: rows.map(({ publicId }) => publicId) } },
      select: { id: true },
    });
    made.push(...added.map(({ id }) => id));
    await cite(added.map(({ id }) => id));
  };
  const cite = async (figures: readonly number[]) => {
    const data = figures.flatMap((figureId) =>
      Array.from({ length: Math.floor(random() * 3) }, () => {
        serial += 1;
        return { figureId, sourceId: any(sources), locator: `page ${serial}` };
      }),
    );
    await db().citation.createMany({ data });
  };
  const some = () => ({ in: Array.from({ length: 1 + Math.floor(random() * 4) }, () => any(made)) });
  const steps: readonly (() => Promise<unknown>)[] = [
    add,
    add,
    () => db().figure.updateMany({ where: { id: some() }, data: { status: status() } }),
    () => db().figure.updateMany({ where: { id: some() }, data: place() }),
    () => db().figure.updateMany({ where: { id: some() }, data: days() }),
    () => db().figure.updateMany({ where: { id: some() }, data: { note: "said otherwise" } }),
    () => db().citation.deleteMany({ where: { figureId: some() } }),
    () => db().citation.deleteMany({ where: { figureId: some(), sourceId: any(sources) } }),
    () => cite(some().in),
    () =>
      db()
        .figure.deleteMany({ where: { id: any(made) } })
        .then(async () => {
          const left = await db().figure.findMany({ where: { id: { in: made } }, select: { id: true } });
          made.splice(0, made.length, ...left.map(({ id }) => id));
        }),
  ];
  await add();
  for (let step = 0; step < 150; step += 1) {
    await any(steps)();
    await expectCounted();
  }
});

test("a citation stays with its figure and its source", async () => {
  const citation = await db().citation.findFirstOrThrow({ where: { figureId: { not: null } } });
  const another = await db().source.findFirstOrThrow({ where: { id: { not: citation.sourceId } } });
  const moving = db().citation.update({ where: { id: citation.id }, data: { sourceId: another.id } });
  await expect(moving).rejects.toThrow();
  await db().citation.update({ where: { id: citation.id }, data: { prefix: "said before" } });
  await expectCounted();
});
