import { describe, expect, test } from "vitest";
import { listRecords } from "@/lib/data/admin/list";
import { db } from "@/lib/data/db/client";
import { parseAdminListQuery } from "@/lib/schemas/admin-list";
import { figureBody } from "@/tests/setup/data/figure-body";
import { asEditor } from "@/tests/setup/site/as-editor";

const { api, create, source } = await asEditor();
const figure = figureBody(source);
const pathsOf = (answer: { body: { issues?: { path: string }[] } }) => answer.body.issues?.map(({ path }) => path);

describe("several at once", () => {
  test("are published or retracted all, or none", async () => {
    const keys: string[] = [];
    for (const value of ["1", "2", "3"]) keys.push((await create("figures", figure({ value }))).body.data.key);
    const items = keys.map((key) => ({ key, version: 1 }));
    const published = await api("POST", "figures/bulk", { body: { action: "publish", items } });
    expect(published.body.data.map((row: { status: string }) => row.status)).toEqual(Array(3).fill("published"));

    const refused = await api("POST", "figures/bulk", { body: { action: "retract", items, reason: "x" } });
    expect([refused.status, pathsOf(refused)]).toEqual([412, keys]);
    const later = keys.map((key) => ({ key, version: 2 }));
    const unknown = [...later, { key: "nothing", version: 1 }];
    const none = await api("POST", "figures/bulk", { body: { action: "retract", items: unknown, reason: "x" } });
    expect([none.status, pathsOf(none)]).toEqual([422, ["items.3"]]);
    expect(await db().figure.count({ where: { publicId: { in: keys }, status: "published" } })).toBe(3);
    const gone = await api("POST", "figures/bulk", { body: { action: "retract", items: later, reason: "x" } });
    expect(gone.status).toBe(200);
    expect(await db().figure.count({ where: { publicId: { in: keys }, status: "retracted" } })).toBe(3);
  });

  test("metrics move to another topic together", async () => {
    const items = (await db().metric.findMany({ take: 3 })).map(({ slug, version }) => ({ key: slug, version }));
    const moved = await api("POST", "metrics/bulk", { body: { action: "retopic", topic: "economy", items } });
    expect(moved.body.data.map((row: { topic: string }) => row.topic)).toEqual(Array(3).fill("economy"));
    const stale = await api("POST", "metrics/bulk", { body: { action: "retopic", topic: "economy", items } });
    expect([stale.status, pathsOf(stale)]).toEqual([412, items.map(({ key }) => key)]);
    const newest = moved.body.data.map(({ key, version }: { key: string; version: number }) => ({ key, version }));
    const unknown = await api("POST", "metrics/bulk", { body: { action: "retopic", topic: "no", items: newest } });
    expect([unknown.status, pathsOf(unknown)]).toEqual([422, items.map((_, at) => `items.${at}.topic`)]);
  });

  test("figures were looked at again: a day is recorded, no reason asked, and they need no care for their shelf life", async () => {
    const metric = { name: "Zebra stations", unit: "zebra stations", kind: "count", definition: "Stations of zebras." };
    const { body } = await create("metrics", { ...metric, topic: "economy", shelfLifeMonths: 12 });
    const old = figure({ metric: body.data.key, period: "2018", asOf: null, status: "published" });
    const { key } = (await create("figures", old)).body.data;
    const query = parseAdminListQuery("figures", { care: "stale", metric: body.data.key });
    const stale = async () => (await listRecords("figures", query)).total;
    expect(await stale()).toBe(1);
    const looked = await api("POST", "figures/bulk", {
      body: { action: "looked-again", items: [{ key, version: 1 }] },
    });
    const today = new Date().toISOString().slice(0, 10);
    expect(looked.body.data.map((row: { lookedAgain: string }) => row.lookedAgain)).toEqual([today]);
    expect(await stale()).toBe(0);
    // Two years later it is looked at again; a day to come is none on which anybody has looked.
    const set = (lookedAgain: string, version: number) =>
      api("PATCH", `figures/${key}`, { body: { lookedAgain }, version });
    expect((await set("2019-05-01", 2)).status).toBe(200);
    expect(await stale()).toBe(1);
    const refused = await set("2999-01-01", 3);
    expect([refused.status, pathsOf(refused)]).toEqual([422, ["lookedAgain"]]);
  });
});
