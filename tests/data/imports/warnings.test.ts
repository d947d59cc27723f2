import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { asEditor } from "@/tests/setup/site/as-editor";

const { api, source } = await asEditor();

const create = (value: string, phrase: string, more: object = {}) =>
  api("POST", "figures", {
    attempt: randomUUID(),
    body: {
      metric: "companies-attracted",
      region: "CN-GZ",
      wording: "exactly",
      value,
      period: "2008",
      speakerKind: "outlet",
      citations: [{ source, locator: randomUUID(), phrase }],
      ...more,
    },
  });

test("a phrase that hedges the number in another way is said", async () => {
  const bare = await create("7,300", "more than 7,300 companies");
  expect([bare.status, bare.body.warnings]).toMatchObject([
    201,
    [{ path: "citations.0.phrase", code: "other_wording", message: expect.stringContaining("more than") }],
  ]);
  const hedged = await create("7,300", "more than 7,300 companies", { wording: "more_than" });
  expect(hedged.body.warnings).toBeUndefined();
});

test("a phrase that does not hold the number is said when a figure is made, changed or published", async () => {
  const wrong = await create("9,500", "more than 8,900 firms", { status: "published" });
  expect([wrong.status, wrong.body.warnings]).toMatchObject([
    201,
    [{ path: "citations.0.phrase", code: "other_number", message: expect.stringContaining("8900") }],
  ]);
  const right = await create("1,580", "1,580 companies");
  expect(right.body.warnings).toBeUndefined();
  const { key } = right.body.data;
  const changed = await api("PATCH", `figures/${key}`, { body: { value: "1,590" }, version: 1 });
  expect(changed.body.warnings).toMatchObject([{ path: "citations.0.phrase", code: "other_number" }]);
  const other = (await create("7", "7 companies")).body.data.key;
  const items = [
    { key: other, version: 1 },
    { key, version: 2 },
  ];
  const published = await api("POST", "figures/bulk", { body: { action: "publish", items } });
  expect(published.body.warnings).toMatchObject([{ path: "items.1.citations.0.phrase", code: "other_number" }]);
});

test("so is a phrase without a number, a fall, and another unit", async () => {
  expect((await create("9,500", "many firms")).body.warnings).toMatchObject([{ code: "no_number" }]);
  const growth = { metric: "big-data-industry-growth" };
  expect((await create("6.8", "fell 6.8 percent", growth)).body.warnings).toMatchObject([{ code: "fall" }]);
  expect((await create("6.8", "reached 6.8 million yuan", growth)).body.warnings).toMatchObject([
    { code: "other_number" },
  ]);
  expect((await create("20", "20 percent of GDP")).body.warnings).toMatchObject([{ code: "other_unit" }]);
});

test("a name that looks like another's is said", async () => {
  const make = (name: string) => api("POST", "organisations", { body: { name }, attempt: randomUUID() });
  const { key } = (await make("Kudu Cape")).body.data;
  for (const name of ["KUDU CAPE", "Kudu\u00a0Саре", "Kudu-Cape"]) {
    const made = await make(name);
    expect([made.status, made.body.warnings]).toMatchObject([201, [{ path: "name", code: "twin" }]]);
    expect(made.body.warnings[0].message).toContain(key);
  }
  expect((await make("Kudu Cap")).body.warnings).toBeUndefined();
});

test("several are changed once, however often that is asked for under one key", async () => {
  const { key } = (await create("5", "5 companies")).body.data;
  const ask = () =>
    api("POST", "figures/bulk", {
      body: { action: "publish", items: [{ key, version: 1 }] },
      attempt: `bulk ${key}`.replace(" ", "-"),
    });
  const first = await ask();
  const second = await ask();
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(second.body).toEqual(first.body);
  expect((await api("GET", `figures/${key}`)).body.data.version).toBe(2);
});
