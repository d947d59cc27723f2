import { afterEach, describe, expect, test, vi } from "vitest";
import { listRecords } from "@/lib/data/admin/list";
import { readOverview } from "@/lib/data/admin/overview";
import { findDiffering, findStale } from "@/lib/data/admin/review-queue";
import { db } from "@/lib/data/db/client";
import { raisePublication } from "@/lib/data/db/publication-version";
import type { AdminResource } from "@/lib/figures/admin-records";
import { isStale } from "@/lib/figures/staleness";
import { parseAdminListQuery } from "@/lib/schemas/admin-list";
import { writeSamples } from "@/tests/setup/data/write-figures";

const TODAY = 20261125;
const NOW = new Date("2026-11-25");
afterEach(() => vi.useRealTimers());
const ask = (resource: AdminResource, params: Record<string, string> = {}) => parseAdminListQuery(resource, params);
const list = <N extends AdminResource>(resource: N, params: Record<string, string> = {}) =>
  listRecords(resource, ask(resource, params));

function addFigures(part: { status?: "draft" | "published"; value?: number; period?: string }, count = 1) {
  const { status = "draft", value = 1, period = "2012" } = part;
  const samples = Array.from({ length: count }, (_, index) => ({
    value: String(value + index),
    period,
    status,
    citations: [{ locator: `para ${value + index}`, phrase: `${value + index} zebra stations` }],
  }));
  return writeSamples(samples);
}

describe("lists for editors", () => {
  test.each([
    ["figures", 467],
    ["metrics", 136],
    ["regions", 28],
    ["sources", 117],
    ["milestones", 4],
    ["charts", 13],
    ["topics", 12],
  ] as const)("%s: all of them, 50 a page, none twice", async (resource, total) => {
    const first = await list(resource);
    expect(first.total).toBe(total);
    expect(first.pages).toBe(Math.ceil(total / 50));
    const keys = new Set<string>();
    for (let page = 1; page <= first.pages; page += 1) {
      for (const row of (await list(resource, { page: String(page) })).rows) keys.add(row.key);
    }
    expect(keys.size).toBe(total);
  });

  test("a page beyond the last is the last", async () => {
    expect((await list("figures", { page: "900" })).number).toBe(10);
  });

  test.each([
    ["metrics", "hospitl", "hospital"],
    ["regions", "guizou", "Guizhou"],
    ["regions", "贵州", "Guizhou"],
    ["sources", "looms large", "looms large"],
    ["charts", "5g", "5G"],
  ] as const)("%s are found by “%s” in spite of slips, the best first", async (resource, q, name) => {
    const { rows } = await list(resource, { q });
    expect(JSON.stringify(rows[0])).toContain(name);
  });

  test("figures are found by place, number, phrase and publisher, every word of it", async () => {
    const { rows } = await list("figures", { q: "guizou 9,500" });
    expect(rows.map(({ figure }) => figure.digits)).toEqual(["9500"]);
    const all = await list("figures", { q: "china daily experts" });
    expect(all.total).toBeGreaterThan(0);
    expect(all.total).toBeLessThan(60);
    expect((await list("figures", { q: "zzzzzz" })).total).toBe(0);
  });

  test("filters narrow, together", async () => {
    const region = await list("figures", { region: "CN-GZ" });
    expect(region.rows.some(({ figure }) => figure.region.code === "CN-GZ-guiyang")).toBe(true);
    const both = await list("figures", { region: "CN-GZ", topic: "health" });
    expect(both.total).toBeGreaterThan(0);
    expect(both.total).toBeLessThan(region.total);
    for (const { figure } of both.rows) expect(figure.metric.topic.slug).toBe("health");
    expect((await list("figures", { metric: "5g-base-stations", topic: "health" })).total).toBe(0);
    const hospital = await list("figures", { organisation: "39-internet-hospital-longmaster" });
    expect(hospital.total).toBeGreaterThan(3);
    for (const { figure } of hospital.rows) expect(figure.organisation?.slug).toBe("39-internet-hospital-longmaster");
    const source = await list("figures", { source: "china-daily-2019-guizhou-looms" });
    expect(source.total).toBe(11);
  });

  test("orders are kept: by date the undated come last, by metric the names rise", async () => {
    const days = (await list("figures", { sort: "date" })).rows.map(({ figure }) => figure.lastDay ?? 0);
    expect(days).toEqual([...days].sort((a, b) => b - a));
    const { rows } = await list("metrics", { sort: "figures" });
    const counts = rows.map(({ figureCount }) => figureCount);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
  });

  test("drafts are listed, retracted ones only when asked for", async () => {
    const [id] = await addFigures({ value: 424242 });
    const found = await list("figures", { q: "424242" });
    expect(found.rows.map(({ state }) => state)).toEqual(["draft"]);
    await db().figure.update({ where: { id: id ?? 0 }, data: { status: "retracted" } });
    expect((await list("figures", { q: "424242" })).total).toBe(0);
    expect((await list("figures", { q: "424242", status: "retracted" })).total).toBe(1);
    expect((await list("figures", { q: "424242", status: "all" })).total).toBe(1);
    expect((await list("metrics", { status: "draft" })).total).toBe(0);
  });

  test("nonsense in the address falls to the default", async () => {
    const usual = await list("figures");
    const odd = await list("figures", { status: "x", sort: "'", page: "-1", care: "?" });
    expect(odd.total).toBe(usual.total);
    expect((await list("figures", { metric: "no-such" })).total).toBe(0);
  });
});

describe("what needs care", () => {
  test("what was found for a day gives way to what is found for the next: nothing of earlier days is kept", async () => {
    const shared = globalThis as { footnoteRevisionCache?: { readonly entries: ReadonlyMap<string, unknown> } };
    await findStale(20240101);
    const { size } = shared.footnoteRevisionCache?.entries ?? new Map();
    for (let day = 20240102; day < 20240130; day += 1) await findStale(day);
    expect(size).toBeGreaterThan(0);
    expect(shared.footnoteRevisionCache?.entries.size).toBe(size);
  });

  test("stale figures are the newest of their kind and place, and old by the rule of the pages", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: NOW });
    const { count, ids } = await findStale(TODAY);
    expect(count).toBe(ids.length);
    expect(await findStale(20100101)).toEqual({ count: 0, ids: [] });
    const { rows, total } = await list("figures", { care: "stale" });
    expect([total, rows.length]).toEqual([count, Math.min(count, 50)]);
    for (const { figure } of rows) expect(isStale(figure, TODAY)).toBe(true);
  });

  test("a figure is stale from the day after its shelf life, and not on the last day of it", async () => {
    const { metricId, regionId, organisationId } = await db().figure.findFirstOrThrow({
      where: { id: (await findStale(TODAY)).ids[0] ?? 0 },
    });
    const publicId = "lastdayofitsshelflife";
    const spans = { periodStart: "2024-03-10", periodEnd: "2024-03-10", firstDay: 20240310, lastDay: 20240310 };
    const row = { value: 1, digits: "1", wording: "exactly", speakerKind: "outlet", status: "published" } as const;
    await db().metric.update({ where: { id: metricId }, data: { shelfLifeMonths: 18 } });
    await db().figure.deleteMany({ where: { metricId, regionId, organisationId, lastDay: { gt: 20240310 } } });
    const { id } = await db().figure.create({
      data: { publicId, metricId, regionId, organisationId, ...spans, ...row },
    });
    await db().$transaction((tx) => raisePublication(tx, ["everything"]));
    expect((await findStale(20250910)).ids).not.toContain(id);
    expect((await findStale(20250911)).ids).toContain(id);
  });

  test("figures that contradict another are found, side by side, and the list shows them", async () => {
    const before = await findDiffering();
    await addFigures({ status: "published", value: 777 }, 2);
    const after = await findDiffering();
    expect(after.count).toBe(before.count + 2);
    const { rows, total } = await list("figures", { care: "differing" });
    expect(total).toBe(after.count);
    expect(rows.filter(({ figure }) => ["777", "778"].includes(figure.digits))).toHaveLength(2);
  });

  test("the overview counts what the lists show", async () => {
    await addFigures({ value: 99 }, 5);
    const overview = await readOverview(NOW);
    expect(overview.draftFigures.count).toBe((await list("figures", { status: "draft" })).total);
    expect(overview.draftFigures.first).toHaveLength(4);
    expect(overview.unarchived.count).toBe((await list("sources", { care: "unarchived" })).total);
    const { count, ids } = await findStale(TODAY);
    expect(overview.stale.count).toBe(count);
    const keys = ids.slice(0, 4).map(async (id) => (await db().figure.findUniqueOrThrow({ where: { id } })).publicId);
    expect(overview.stale.first.map(({ figure }) => figure.id)).toEqual(await Promise.all(keys));
    expect(overview.draftCharts.count).toBe(0);
  });
});
