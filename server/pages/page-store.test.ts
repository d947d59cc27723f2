import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { KnownChanges } from "@/lib/publication/known-changes";
import type { Scope } from "@/lib/publication/scopes";
import { makeAnswer, PageStore } from "@/server/pages/page-store";

const HTML = { "content-type": "text/html; charset=utf-8" };
const page = (text: string, status = 200) => makeAnswer(status, HTML, Buffer.from(text));

describe("an answer", () => {
  const long = "figure ".repeat(500);

  test("is compressed where that pays, and every form holds the same", async () => {
    const { coded, body } = await page(long);
    expect(coded.map(({ coding }) => coding)).toEqual(["br", "gzip"]);
    expect(coded.map(({ coding, body }) => (coding === "br" ? brotliDecompressSync : gunzipSync)(body))).toEqual([
      body,
      body,
    ]);
  });

  test.each([
    ["short text", "text/html", "short"],
    ["a font", "font/woff2", long],
    ["no type", "", long],
  ])("is left as it is: %s", async (_what, type, text) => {
    expect((await makeAnswer(200, { "content-type": type }, Buffer.from(text))).coded).toEqual([]);
  });

  test("has a tag by its bytes", async () => {
    expect((await page("a")).etag).toBe((await page("a")).etag);
    expect((await page("a")).etag).not.toBe((await page("b")).etag);
    expect((await page("a")).etag).toMatch(/^"[\w-]{27}"$/);
  });
});

const LIMITS = { bytes: 1e6, entries: 100, unknown: 2, dated: 2 };
const METRIC: ReadonlySet<Scope> = new Set<Scope>(["metric:a"]);
const read = (text: string, status = 200) => makeAnswer(status, HTML, Buffer.from(text), METRIC);

/** A memory that knows version 1, its clock, and a way to publish. */
function remembering(limits: Partial<typeof LIMITS> = {}) {
  const known = new KnownChanges();
  known.learn({ version: 1, changes: [] });
  const clock = { now: new Date("2024-05-01T23:59:59Z") };
  const memory = new PageStore({ ...LIMITS, ...limits }, known, () => clock.now);
  const publish = (version: number, scope: Scope) => known.learn({ version, changes: [{ version, scopes: [scope] }] });
  return { memory, clock, publish };
}

describe("the memory", () => {
  test("keeps an answer until something changes from which it was read", async () => {
    const { memory, publish } = remembering();
    const first = await read("one");
    memory.keep("/", 1, first);
    publish(2, "metric:b");
    expect(memory.find("/")).toBe(first);
    publish(3, "metric:a");
    expect(memory.find("/")).toBeNull();
  });

  test("keeps an answer of which nobody knows from what it was read until anything changes", async () => {
    const { memory, publish } = remembering();
    memory.keep("/", 1, await page("one"));
    expect(memory.find("/")).not.toBeNull();
    publish(2, "metric:b");
    expect(memory.find("/")).toBeNull();
  });

  test("keeps an answer for its day in UTC", async () => {
    const { memory, clock } = remembering();
    memory.keep("/", 1, await read("fresh"));
    clock.now = new Date("2024-05-02T00:00:00Z");
    expect(memory.find("/")).toBeNull();
    memory.keep("/", 1, await read("Old: past its shelf life"));
    expect(memory.find("/")?.body.toString()).toBe("Old: past its shelf life");
  });

  test("keeps nothing rendered before any version could be read, and no older answer in place of a newer one", async () => {
    const { memory, publish } = remembering();
    memory.keep("/", null, await read("unknown"));
    expect(memory.find("/")).toBeNull();
    publish(2, "metric:b");
    memory.keep("/", 2, await read("new"));
    memory.keep("/", 1, await read("late"));
    expect(memory.find("/")?.body.toString()).toBe("new");
  });

  test("has yesterday's answer for when rendering fails, where nothing is known to have changed", async () => {
    const { memory, clock, publish } = remembering();
    const old = await read("old");
    memory.keep("/", 1, old);
    clock.now = new Date("2024-05-02T12:00:00Z");
    publish(2, "metric:b");
    expect([memory.find("/"), memory.findOld("/")]).toEqual([null, old]);
    publish(3, "metric:a");
    expect(memory.findOld("/")).toBeNull();
  });

  test("keeps neither errors nor redirections, but that a page is gone", async () => {
    const { memory } = remembering();
    memory.keep("/old", 1, await read("", 308));
    expect(memory.find("/old")).toBeNull();
    memory.keep("/withdrawn", 1, await read("withdrawn", 410));
    expect(memory.find("/withdrawn")?.status).toBe(410);
    memory.keep("/none", 1, await read("no such page", 404));
    expect(memory.find("/none")).not.toBeNull();
  });

  test("compresses again, harder, what is asked for again, and holds the same", async () => {
    const { memory } = remembering();
    const text = Array.from({ length: 4000 }, (_, index) => `figure ${(index * index) % 997}`).join(" ");
    const quick = await read(text);
    memory.keep("/", 1, quick);
    const { bytes } = memory.size;
    expect(memory.find("/")?.body).toEqual(quick.body);
    await memory.pressed();
    const thorough = memory.find("/");
    expect(thorough?.body).toEqual(quick.body);
    expect(thorough?.etag).toBe(quick.etag);
    const [first, later] = [quick.coded[0]?.body ?? Buffer.of(), thorough?.coded[0]?.body ?? Buffer.of()];
    expect(later.length).toBeLessThan(first.length);
    expect(brotliDecompressSync(later)).toEqual(quick.body);
    expect(memory.size.bytes).toBeLessThan(bytes);
  });
});

describe("the room of the memory", () => {
  test("has little for pages as they were known on a day, however often they are asked for, and so most for others", async () => {
    const { memory } = remembering({ entries: 6 });
    const answer = await read("x");
    const days = Array.from({ length: 9 }, (_, index) => `/?topic=a&as-of=2019-03-0${index + 1}`);
    for (const address of ["/a", "/b", ...days]) {
      memory.keep(address, 1, answer);
      memory.find(address);
    }
    expect(kept(memory, ["/a", "/b", ...days])).toEqual(["/a", "/b", ...days.slice(-2)]);
  });

  const kept = (memory: PageStore, addresses: readonly string[]) =>
    addresses.filter((address) => memory.find(address) !== null);

  test("goes first to what was asked for again, then to what was asked for last", async () => {
    const { memory } = remembering({ entries: 3 });
    const answer = await read("x");
    memory.keep("/a", 1, answer);
    memory.find("/a");
    for (const address of ["/b", "/c", "/d"]) memory.keep(address, 1, answer);
    expect(kept(memory, ["/a", "/b", "/c", "/d"])).toEqual(["/a", "/c", "/d"]);
  });

  test("what readers come back to outlasts any number of addresses that are asked for once", async () => {
    const { memory } = remembering({ bytes: 200_000, entries: 5000 });
    const answer = await read("x".repeat(300));
    const real = Array.from({ length: 20 }, (_, index) => `/metrics/${index}`);
    for (const address of real) {
      memory.keep(address, 1, answer);
      memory.find(address);
    }
    for (let index = 0; index < 5000; index += 1) memory.keep(`/search?q=${index}`, 1, answer);
    expect(kept(memory, real)).toEqual(real);
  });

  test("counts addresses, headers, bodies as they are kept and what holds them", async () => {
    const { memory } = remembering();
    const answer = await makeAnswer(200, { ...HTML, link: "l".repeat(1000) }, Buffer.from("ab".repeat(1000)), METRIC);
    memory.keep(`/${"a".repeat(7999)}`, 1, answer);
    const coded = answer.coded.reduce((sum, { body }) => sum + body.length, 0);
    expect(memory.size.bytes).toBeGreaterThan(2 * 8000 + 2 * 1000 + coded);
    expect(memory.size.bytes).toBeLessThan(2 * 8000 + 2 * 1000 + coded + 5000);
    expect(memory.find(`/${"a".repeat(7999)}`)?.body).toEqual(answer.body);
  });

  test("is never exceeded, be it by long addresses, by many, or by what has been asked for again", async () => {
    const { memory } = remembering({ bytes: 300_000, entries: 40 });
    const answer = await read("x");
    for (let index = 0; index < 500; index += 1) {
      const address = `/search?q=${index}${"p".repeat((index * 37) % 7900)}`;
      memory.keep(address, 1, answer);
      if (index % 3 === 0) memory.find(address);
      expect(memory.size.bytes).toBeLessThanOrEqual(300_000);
      expect(memory.size.entries).toBeLessThanOrEqual(40);
    }
    expect(memory.size.entries).toBeGreaterThan(10);
  });

  test("holds few answers to addresses at which nothing stands", async () => {
    const { memory } = remembering();
    const [none, answer] = [await read("no such page", 404), await read("x")];
    memory.keep("/a", 1, answer);
    for (let index = 0; index < 50; index += 1) memory.keep(`/figures/${index}`, 1, none);
    expect(memory.size.entries).toBe(3);
    expect(kept(memory, ["/a", "/figures/48", "/figures/49"])).toEqual(["/a", "/figures/48", "/figures/49"]);
  });

  test("is given back when an answer is replaced", async () => {
    const { memory, publish } = remembering();
    const answer = await read("x".repeat(300));
    memory.keep("/a", 1, answer);
    memory.find("/a");
    const { bytes } = memory.size;
    for (let version = 2; version < 50; version += 1) {
      publish(version, "metric:a");
      memory.keep("/a", version, answer);
      memory.find("/a");
    }
    expect(memory.size).toEqual({ bytes, entries: 1 });
  });
});
