import { describe, expect, test, vi } from "vitest";
import { db } from "@/lib/data/db/client";
import { storeOf } from "@/lib/data/resources/registry";
import { type Answer, apiAs } from "@/tests/setup/data/api";
import { figureBody } from "@/tests/setup/data/figure-body";
import { asEditor } from "@/tests/setup/site/as-editor";

const { api, create, source } = await asEditor();
const reader = apiAs({});
const figure = figureBody(source);
const read = (path: string, headers: Readonly<Record<string, string>> = {}) => reader("GET", path, { headers });

/** Every record of a list, going on as long as it does. */
async function readAll(
  path: string,
): Promise<{ readonly pages: number; readonly data: readonly { id: string; key: string }[] }> {
  const data = [];
  let [next, pages]: [string | null, number] = [`/api/v1/${path}`, 0];
  while (next !== null) {
    const { status, body, headers }: Answer = await read(next.replace("/api/v1/", ""));
    expect(status).toBe(200);
    expect(headers.get("link")).toBe(body.next === null ? null : `<${body.next}>; rel="next"`);
    data.push(...body.data);
    next = body.next;
    pages += 1;
  }
  return { pages, data };
}

describe("a list", () => {
  test("has every published figure once, in the order in which they were recorded, whatever the size of its answers", async () => {
    const rows = await db().figure.findMany({ where: { status: "published" }, orderBy: { id: "asc" } });
    const { pages, data } = await readAll("figures?limit=150");
    expect(pages).toBe(Math.ceil(rows.length / 150));
    expect(data.map(({ id }) => id)).toEqual(rows.map(({ publicId }) => publicId));
    expect((await read("figures?limit=1")).body.total).toBe(rows.length);
  });

  test.each(["metrics", "regions", "organisations", "topics", "sources", "milestones", "charts"] as const)(
    "of %s has every public record once",
    async (resource) => {
      const { data } = await readAll(`${resource}?limit=7`);
      const keys = data.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.length).toBeGreaterThan(0);
      for (const key of keys) expect((await storeOf(resource).find(db(), key))?.state).toBe("published");
    },
  );

  test("is filtered as the pages are", async () => {
    const { data } = await readAll("figures?region=CN-GZ&places=without&wording=more_than&from=2014");
    const rows = await db().figure.findMany({
      where: { status: "published", wording: "more_than", region: { code: "CN-GZ" }, lastDay: { gte: 20140101 } },
      orderBy: { id: "asc" },
    });
    expect(rows.length).toBeGreaterThan(3);
    expect(data.map(({ id }) => id)).toEqual(rows.map(({ publicId }) => publicId));
    const topics = (await read("metrics?topic=economy")).body.data.map((metric: { topic: string }) => metric.topic);
    expect(new Set(topics)).toEqual(new Set(["economy"]));
  });

  test("shows no draft, to editors neither", async () => {
    const draft = (await create("figures", figure({ value: "987,654" }))).body.data.key;
    for (const ask of [reader, api]) {
      let next: string | null = "figures?limit=500";
      while (next !== null) {
        const { body }: Answer = await ask("GET", next);
        expect(JSON.stringify(body)).not.toContain("987654");
        next = body.next?.replace("/api/v1/", "") ?? null;
      }
    }
    expect((await read(`figures/${draft}`)).status).toBe(404);
    expect((await api("GET", `figures/${draft}`)).body.data).toMatchObject({ value: "987654", status: "draft" });
  });
});

describe("a figure", () => {
  test("has its digits, wording, bounds, unit and source", async () => {
    const made = await create("figures", figure({ status: "published", value: "9,500.10", period: "2014 – Feb 2019" }));
    const { body } = await read(`figures/${made.body.data.key}`);
    expect(body.data).toMatchObject({
      id: made.body.data.key,
      address: expect.stringMatching(/^http:\/\/localhost:\d+\/figures\/[\w-]+$/),
      metric: { slug: "companies-attracted" },
      region: { code: "CN-GZ" },
      ...{ wording: "more_than", value: 9500.1, digits: "9500.10", unit: "companies" },
      lowerBound: { value: 9500.1, digits: "9500.10", included: false },
      upperBound: null,
      ...{ periodStart: "2014", periodEnd: "2019-02", asOf: null, speaker: null, version: 1 },
      citations: [{ source: { slug: source }, phrase: "more than 9,500 companies", locator: "para 1", role: "origin" }],
    });
  });

  test("is told in part, but no number without its wording, unit and source, and the answer says so", async () => {
    const { body } = await read("figures?limit=1&fields=region,value");
    expect(body.fields).toEqual(Object.keys(body.data[0]));
    expect(body.fields).toEqual(
      expect.arrayContaining(["id", "region", "value", "digits", "wording", "unit", "outlook", "citations"]),
    );
    expect(Object.keys((await read("figures?limit=1&fields=region")).body.data[0])).toEqual(["id", "region"]);
  });

  test("has its public history, and its corrections stand in the list of all", async () => {
    const { key } = (await create("figures", figure({ status: "published", value: "321" }))).body.data;
    const why = { cause: "typo", reason: "Read again" };
    await api("PATCH", `figures/${key}`, { body: { value: "322", ...why }, version: 1 });
    const history = (await read(`revisions?figure=${key}`)).body.data;
    expect(history).toMatchObject([
      { kind: "created", after: { digits: "321" } },
      { kind: "updated", reason: "Read again", before: { digits: "321" }, after: { digits: "322" } },
    ]);
    const [first] = (await read("corrections")).body.data;
    expect(first).toMatchObject({ figure: key, kind: "changed", before: { digits: "321" }, after: { digits: "322" } });
    expect((await read("revisions?figure=nothing")).status).toBe(404);
  });
});

test("verdicts come the farthest apart first, each once, with their claims", async () => {
  const all: { apart: number; claims: number; figures: { id: string }[] }[] = [];
  let next: string | null = "verdicts?limit=2";
  while (next !== null) {
    const { body }: Answer = await read(next);
    all.push(...body.data);
    next = body.next?.replace("/api/v1/", "") ?? null;
  }
  expect(all.length).toBe(await db().claimGroup.count({ where: { apart: { not: null } } }));
  expect(all.length).toBeGreaterThan(4);
  expect(all.map(({ apart }) => apart)).toEqual(all.map(({ apart }) => apart).toSorted((a, b) => b - a));
  expect(new Set(all.map(({ figures }) => figures[0]?.id)).size).toBe(all.length);
  for (const { claims, figures } of all) expect(figures.length).toBe(Math.min(4, claims));
});

test("a search finds numbers however they are written", async () => {
  const { body } = await read(`search?q=${encodeURIComponent("9,500 companies")}`);
  expect(body.data.figures.total).toBeGreaterThan(0);
  expect(body.data.figures.best.map(({ digits }: { digits: string }) => digits)).toContain("9500");
  expect((await read("search?q=guizhou")).body.data.regions.best[0]).toMatchObject({ key: "CN-GZ", name: "Guizhou" });
});

describe("what cannot be asked is refused with what can", () => {
  test.each([
    ["figures?colour=red", "unknown_parameter", "metric"],
    ["figures?wording=roughly", "unknown_value", "more_than"],
    ["figures?metric=nothing", "unknown_value", "companies-attracted"],
    ["figures?fields=nothing", "unknown_value", "digits"],
    ["figures?fields=", "unknown_value", "digits"],
    ["metrics?topic=nothing", "unknown_value", "economy"],
    ["regions?level=planet", "unknown_value", "province"],
    ["metrics/companies-attracted?topic=x", "unknown_parameter", "as-of"],
    ["verdicts?region=XX", "unknown_value", "CN-GZ"],
    // Lists of what is no figure are of today: a day is refused, not passed over.
    ["verdicts?as-of=2020-01-01", "unknown_parameter", "topic"],
    ["metrics?as-of=2020-01-01", "unknown_parameter", "topic"],
    ["regions?as-of=2020-01-01", "unknown_parameter", "parent"],
    ["sources?as-of=2020-01-01", "unknown_parameter", "kind"],
    ["search", "missing", "q"],
  ])("%s", async (path, code, known) => {
    const { status, headers, body } = await read(path);
    expect([status, headers.get("content-type"), body.code]).toEqual([400, "application/problem+json", code]);
    expect(body.known).toContain(known);
    expect(body.issues[0].message).toBe(body.detail);
  });

  test.each([
    ["figures?limit=0", "unknown_value"],
    ["figures?limit=501", "unknown_value"],
    ["figures?limit=ten", "unknown_value"],
    ["figures?from=2020&to=2010", "unknown_value"],
    ["figures?wording=about&wording=exactly", "repeated"],
    ["figures?as-of=yesterday", "no_such_day"],
    ["figures?cursor=abc", "bad_cursor"],
    [`figures?cursor=${Buffer.from('["metrics",7]').toString("base64url")}`, "bad_cursor"],
    [`verdicts?cursor=${Buffer.from('["verdicts",[1,2]]').toString("base64url")}`, "bad_cursor"],
  ])("%s", async (path, code) => {
    const { status, body } = await read(path);
    expect([status, body.code]).toEqual([400, code]);
  });
});

describe("every answer", () => {
  test("may be read by scripts of every site, and names what is left", async () => {
    for (const path of ["figures?limit=1", "figures?colour=red", "metrics/companies-attracted"]) {
      const { headers } = await read(path);
      expect(headers.get("access-control-allow-origin")).toBe("*");
      expect(headers.get("access-control-allow-credentials")).toBeNull();
      expect(headers.get("ratelimit-policy")).toBe('"reads";q=600;w=60');
      expect(headers.get("ratelimit")).toMatch(/^"reads";r=\d+;t=\d+$/);
    }
    expect((await api("GET", "metrics/companies-attracted")).headers.get("access-control-allow-origin")).toBeNull();
    const asked = await reader("OPTIONS", "metrics/companies-attracted");
    expect([asked.status, asked.headers.get("allow"), asked.headers.get("access-control-allow-methods")]).toEqual([
      204,
      "GET, HEAD, PATCH, DELETE, OPTIONS",
      "GET, HEAD",
    ]);
  });

  test("is 304 for who has it, until something is published", async () => {
    const first = await read("metrics?limit=2");
    const etag = first.headers.get("etag") ?? "";
    expect(first.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
    expect(etag).toMatch(/^"[^"]+"$/);
    const known = { "if-none-match": `"x", ${etag}` };
    const again = await read("metrics?limit=2", known);
    expect([again.status, again.body, again.headers.get("etag")]).toEqual([304, null, etag]);
    expect((await read("metrics?limit=3", known)).status).toBe(200);
    await create("organisations", { name: "Somebody new" });
    const now = await read("metrics?limit=2", known);
    expect([now.status, now.headers.get("etag") === etag]).toEqual([200, false]);
  });

  test("is refused to who asks too often, and told when to come back", async () => {
    vi.stubGlobal("footnoteReadLimit", undefined);
    for (let asked = 0; asked < 600; asked += 1) await read("search");
    const { status, headers, body } = await read("metrics?limit=1");
    expect([status, body.code, headers.get("ratelimit")?.startsWith('"reads";r=0;')]).toEqual([429, "too_often", true]);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    vi.unstubAllGlobals();
  });
});
