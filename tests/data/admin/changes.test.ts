import { beforeAll, describe, expect, test } from "vitest";
import { rename } from "@/lib/auth/accounts/accounts";
import { readChartParts } from "@/lib/data/admin/chart-parts";
import { listLatestChanges } from "@/lib/data/admin/latest-changes";
import { findAdminRecord, readBeginning } from "@/lib/data/admin/record";
import { findHistory } from "@/lib/data/commands/history";
import { db } from "@/lib/data/db/client";
import { engine } from "@/lib/data/db/engines";
import { apiAs } from "@/tests/setup/data/api";
import { makePerson } from "@/tests/setup/site/people";

let api: ReturnType<typeof apiAs>;
let viewer: ReturnType<typeof apiAs>;
const everything = { resource: null, who: null, before: null };

beforeAll(async () => {
  api = apiAs((await makePerson("editor")).headers);
  viewer = apiAs((await makePerson("viewer")).headers);
});

describe("the order of the dashboard", () => {
  const inOrder = () => db().chart.findMany({ orderBy: { position: "asc" }, select: { slug: true, version: true } });
  const items = (rows: Awaited<ReturnType<typeof inOrder>>) =>
    rows.map(({ slug, version }) => ({ key: slug, version }));

  test("is changed as a whole; only what moved has a new version", async () => {
    const before = await inOrder();
    const versionOf = new Map(before.map(({ slug, version }) => [slug, version]));
    const [first, second, ...rest] = before;
    const wanted = [second, first, ...rest].flatMap((row) => row ?? []);
    const { status } = await api("POST", "charts/order", { body: { items: items(wanted) } });
    expect(status).toBe(200);
    const after = await inOrder();
    expect(after.map(({ slug }) => slug)).toEqual(wanted.map(({ slug }) => slug));
    expect(after.map(({ slug, version }) => version - (versionOf.get(slug) ?? 0))).toEqual([
      1,
      1,
      ...rest.map(() => 0),
    ]);
  });

  test("is refused where one chart was changed meanwhile, and nothing moves", async () => {
    const before = await inOrder();
    const wanted = items([...before].reverse()).map((item, index) => (index === 3 ? { ...item, version: 99 } : item));
    const { status } = await api("POST", "charts/order", { body: { items: wanted } });
    expect(status).toBe(412);
    expect(await inOrder()).toEqual(before);
  });

  test("is for editors, and for resources that have one", async () => {
    expect((await viewer("POST", "charts/order", { body: { items: [] } })).status).toBe(403);
    expect((await api("POST", "metrics/order", { body: { items: [{ key: "x", version: 1 }] } })).status).toBe(404);
  });

  test("a new chart begins at the end", async () => {
    const { position } = await readBeginning("charts");
    expect(position).toBe((await inOrder()).length);
    expect(await readBeginning("metrics")).toEqual({});
  });
});

describe("history", () => {
  test("a row that was seeded can be brought back to what it was before its first change", async () => {
    const before = await findAdminRecord("metrics", "5g-base-stations");
    expect(before?.version).toBe(1);
    const change = { name: "Stations", shelfLifeMonths: null, reason: "Shorter" };
    await api("PATCH", "metrics/5g-base-stations", { body: change, version: 1 });
    const [entry] = (await findHistory("metrics", "5g-base-stations")) ?? [];
    expect(entry?.changes).toContainEqual({ field: "shelfLifeMonths", before: 24, after: null });
    const restored = await api("POST", "metrics/5g-base-stations/restore", {
      body: { revision: entry?.revision, before: true, reason: "The old name was right" },
      version: 2,
    });
    expect(restored.status).toBe(200);
    expect(await findAdminRecord("metrics", "5g-base-stations")).toEqual({ ...before, version: 3 });
  });

  test("the latest changes of all say who, what and why, and can be narrowed", async () => {
    const { slug, version } = await db().topic.findFirstOrThrow();
    await api("PATCH", `topics/${slug}`, { body: { name: "Renamed", reason: "A better name" }, version });
    const { slug: metric, version: first } = await db().metric.findFirstOrThrow({ orderBy: { id: "desc" } });
    await api("PATCH", `metrics/${metric}`, { body: { name: "Renamed", reason: "Shorter" }, version: first });
    const { changes, people } = await listLatestChanges(everything);
    expect(changes[0]).toMatchObject({ resource: "metrics", key: metric, kind: "updated", reason: "Shorter" });
    expect(people).toContain(changes[0]?.who);
    const topics = await listLatestChanges({ ...everything, resource: "topics" });
    expect(new Set(topics.changes.map(({ resource }) => resource))).toEqual(new Set(["topics"]));
    expect((await listLatestChanges({ ...everything, who: "nobody" })).changes).toEqual([]);
  });

  test("an import of many rows is one change", async () => {
    const { changes } = await listLatestChanges({ ...everything, resource: "imports" });
    expect(changes).toHaveLength(1);
    expect((await listLatestChanges({ ...everything, resource: "figures" })).changes).toEqual([]);
  });

  test("of accounts is told elsewhere: they leave no gaps in the pages, and people are those with an account", async () => {
    const person = (await makePerson("admin")).person;
    const before = await listLatestChanges(everything);
    for (let time = 1; time <= 55; time += 1) await rename(person, `Admin ${time}`);
    const after = await listLatestChanges(everything);
    expect(after.changes).toEqual(before.changes);
    expect(after.people).toEqual([...before.people.filter((name) => name !== person.name), "Admin 55"].sort());
  });

  // PostgreSQL plans by what it counts: a table of this size is read whole.
  test.runIf(engine().provider === "sqlite")("is found by an index, in order, however long it is", async () => {
    const plan = await db().$queryRaw<{ detail: string }[]>`
      EXPLAIN QUERY PLAN SELECT * FROM "Revision" WHERE "resource" = 'Figure' AND "batchId" IS NULL ORDER BY "id" DESC LIMIT 51`;
    expect(plan.map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/^SEARCH Revision USING INDEX Revision_batchId_resource_idx/),
    ]);
  });

  test("pages go on where the last one ended", async () => {
    const { slug, version } = await db().organisation.findFirstOrThrow();
    for (let time = 0; time < 60; time += 1) {
      const body = { name: `Organisation ${time}`, reason: "A better name" };
      await api("PATCH", `organisations/${slug}`, { body, version: version + time });
    }
    const first = await listLatestChanges(everything);
    expect(first.changes).toHaveLength(50);
    const second = await listLatestChanges({ ...everything, before: first.earlier });
    expect(second.changes.length).toBeGreaterThanOrEqual(10);
    const ids = [...first.changes, ...second.changes].map(({ revision }) => revision);
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a));
  });
});

test("a chart that is not saved yet shows what a saved one would", async () => {
  const parts = await readChartParts({ metrics: ["5g-base-stations"], regions: ["CN-GZ"], figures: [] });
  const row = await db().chart.findFirstOrThrow({ where: { slug: "5g-base-stations" } });
  expect(row.status).toBe("published");
  expect(parts.found.length).toBeGreaterThan(3);
  expect(new Set(parts.found.map(({ region }) => region.code))).toEqual(new Set(["CN-GZ"]));
  expect(parts.milestones.length).toBe(4);
  expect(await readChartParts({ metrics: ["none"], regions: ["none"], figures: ["none"] })).toEqual({
    named: [],
    found: [],
    newest: null,
    milestones: [],
  });
});
