import { expect, test } from "vitest";
import { randomFrom } from "@/bench/setup/random";
import { db } from "@/lib/data/db/client";
import { figureSelect, toFigure } from "@/lib/data/public/figure-row";
import { ENUMS } from "@/lib/enums";
import { bounds } from "@/lib/figures/bounds";
import { groupClaims } from "@/lib/figures/claims/claims";
import { claimKey, verdict } from "@/lib/figures/claims/verdict";
import type { Figure } from "@/lib/figures/figure";

/** Of these metrics only; of all where none are named. */
type Of = { readonly metricId?: { readonly in: number[] } };

/** Of each group its key, how many figures it has, and how far apart they are: found by comparing each figure with every other. */
async function compared(where: Of = {}): Promise<readonly string[]> {
  const rows = await db().figure.findMany({ where: { ...where, status: "published" }, select: figureSelect });
  return groupClaims(rows.map(toFigure))
    .filter((group) => group.length > 1)
    .map((group) => [group[0] && claimKey(group[0]), group.length, apartOf(group)].join(" | "))
    .sort();
}

function apartOf(group: readonly Figure[]): number | null {
  const gaps = group.flatMap((a) =>
    group.flatMap((b) => {
      if (verdict(a, b).kind !== "differ") return [];
      const [low, high] = [bounds(a).low, bounds(b).high];
      return low === null || high === null || low < high ? [] : [{ low, high }];
    }),
  );
  const most = Math.max(...gaps.map(({ low, high }) => low - high));
  const widest = gaps.find(({ low, high }) => low - high === most);
  if (widest === undefined) return null;
  return most === 0 ? 0 : most / Math.max(Math.abs(widest.low), Math.abs(widest.high));
}

/** The same as the database keeps it. */
async function kept(where: Of = {}): Promise<readonly string[]> {
  const [rows, metrics, regions, organisations] = await Promise.all([
    db().claimGroup.findMany({ where }),
    db().metric.findMany({ select: { id: true, slug: true } }),
    db().region.findMany({ select: { id: true, code: true } }),
    db().organisation.findMany({ select: { id: true, slug: true } }),
  ]);
  const slugOf = new Map(metrics.map(({ id, slug }) => [id, slug]));
  const codeOf = new Map(regions.map(({ id, code }) => [id, code]));
  const nameOf = new Map(organisations.map(({ id, slug }) => [id, slug]));
  return rows
    .map(({ metricId, regionId, organisationId, outlook, firstDay, lastDay, release, basis, figures, apart }) => {
      const subject = [slugOf.get(metricId), codeOf.get(regionId), nameOf.get(organisationId) ?? ""];
      return [[...subject, outlook, firstDay, lastDay, release, basis].join(" "), figures, apart].join(" | ");
    })
    .sort();
}

test("claims about the same are known of what was seeded", async () => {
  const groups = await kept();
  expect(groups).toEqual(await compared());
  expect(groups.some((group) => /^software-revenue-growth CN-GZ .*\| 2 \| 0\.092/.test(group))).toBe(true);
});

test("whatever is done to figures and metrics, in whatever order, what is kept of claims is what comparing finds", async () => {
  const random = randomFrom(14);
  const any = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item;
  const few = { select: { id: true }, orderBy: { id: "asc" }, take: 2 } as const;
  const metrics = (await db().metric.findMany(few)).map(({ id }) => id);
  const { id: regionId } = await db().region.findFirstOrThrow({ select: few.select, orderBy: few.orderBy });
  const organisations = (await db().organisation.findMany({ ...few, take: 1 })).map(({ id }) => id);
  // Years about which nothing was seeded, so that few of them meet often.
  const time = () =>
    any([
      { firstDay: 19510101, lastDay: 19511231, asOf: "1951" },
      { firstDay: 19500101, lastDay: 19511231, asOf: "1951" },
      { firstDay: null, lastDay: null, asOf: null },
    ]);
  const place = () => ({
    ...{ metricId: any(metrics), regionId, organisationId: any([null, null, null, ...organisations]) },
    ...{ outlook: any(["outcome", "outcome", "target"] as const), ...time() },
  });
  const said = () => {
    const [wording, value] = [any(ENUMS.Wording), any([-2, 0, 3, 5])];
    const high = wording === "between" ? value + 4 : null;
    return { wording, value, digits: `${value}`, valueHigh: high, digitsHigh: high === null ? null : `${high}` };
  };
  const apart = () => ({
    basis: any([null, null, null, "with suppliers"]),
    release: any([null, null, null, "final"] as const),
  });
  const status = () => any(["published", "published", "published", "draft", "retracted"] as const);
  const made: number[] = [];
  let serial = 0;
  const add = async () => {
    const data = Array.from({ length: 3 + Math.floor(random() * 5) }, () => {
      serial += 1;
      const publicId = `claimed${serial}`.padEnd(20, "x");
      return { ...place(), ...said(), ...apart(), publicId, speakerKind: "unnamed" as const, status: status() };
    });
    await db().figure.createMany({ data });
    const publicId = { in: data.map((row) => row.publicId) };
    made.push(...(await db().figure.findMany({ where: { publicId }, select: { id: true } })).map(({ id }) => id));
  };
  const some = () => ({ id: { in: Array.from({ length: 1 + Math.floor(random() * 4) }, () => any(made)) } });
  const steps: readonly (() => Promise<unknown>)[] = [
    add,
    add,
    () => db().figure.updateMany({ where: some(), data: { status: status() } }),
    () => db().figure.updateMany({ where: some(), data: place() }),
    () => db().figure.updateMany({ where: some(), data: said() }),
    () => db().figure.updateMany({ where: some(), data: apart() }),
    () => db().figure.updateMany({ where: some(), data: { note: "said otherwise" } }),
    () => db().figure.deleteMany({ where: some() }),
    () => db().metric.update({ where: { id: any(metrics) }, data: any([YEARS, THINGS]) }),
  ];
  const [YEARS, THINGS] = [
    { kind: "duration", unit: "years" },
    { kind: "count", unit: "things" },
  ] as const;
  await add();
  const seen = new Set<number>();
  for (let step = 0; step < 120; step += 1) {
    await any(steps)();
    const groups = await kept({ metricId: { in: metrics } });
    seen.add(groups.length);
    expect(groups).toEqual(await compared({ metricId: { in: metrics } }));
  }
  expect(seen.size).toBeGreaterThan(5);
});
