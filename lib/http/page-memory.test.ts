import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, test, vi } from "vitest";
import { makeAnswer, PageMemory } from "@/lib/http/page-memory";

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

describe("the memory", () => {
  test("keeps an answer for the version it was rendered at", async () => {
    const memory = new PageMemory(1e6);
    const first = await memory.render("/", 1, () => page("one"));
    expect(memory.find("/", 1)).toBe(first);
    expect(memory.find("/", 2)).toBeNull();
    expect(memory.find("/", null)).toBeNull();
  });

  test("renders once for all who wait", async () => {
    const memory = new PageMemory(1e6);
    const run = vi.fn(() => page("one"));
    const [a, b] = await Promise.all([memory.render("/", 1, run), memory.render("/", 1, run)]);
    expect(run).toHaveBeenCalledTimes(1);
    expect(a).toBe(b);
  });

  test("gives the old answer where a new one fails or is an error, and tries again the next time", async () => {
    const memory = new PageMemory(1e6);
    const old = await memory.render("/", 1, () => page("old"));
    expect(await memory.render("/", 2, () => Promise.reject(new Error("no database")))).toBe(old);
    expect(await memory.render("/", 2, () => page("error", 503))).toBe(old);
    expect(memory.find("/", 2)).toBeNull();
    expect((await memory.render("/", 2, () => page("new"))).body.toString()).toBe("new");
  });

  test("hands on a failure where there is no old answer, and keeps neither errors nor redirections", async () => {
    const memory = new PageMemory(1e6);
    await expect(memory.render("/", 1, () => Promise.reject(new Error("no database")))).rejects.toThrow("no database");
    await memory.render("/old", 1, () => page("", 308));
    expect(memory.find("/old", 1)).toBeNull();
    await memory.render("/none", 1, () => page("no such page", 404));
    expect(memory.find("/none", 1)).not.toBeNull();
    await memory.render("/gone", 1, () => page("withdrawn", 410));
    expect(memory.find("/gone", 1)).not.toBeNull();
  });

  test("compresses again, harder, what it keeps, and holds the same", async () => {
    const memory = new PageMemory(1e6);
    const text = Array.from({ length: 4000 }, (_, index) => `figure ${(index * index) % 997}`).join(" ");
    const quick = await memory.render("/", 1, () => page(text));
    await memory.pressed();
    const thorough = memory.find("/", 1);
    expect(thorough?.etag).toBe(quick.etag);
    const [first, later] = [quick.coded[0]?.body ?? Buffer.of(), thorough?.coded[0]?.body ?? Buffer.of()];
    expect(later.length).toBeLessThan(first.length);
    expect(brotliDecompressSync(later)).toEqual(quick.body);
  });

  test("forgets what was not asked for the longest", async () => {
    const memory = new PageMemory(4000);
    const answer = await page("x".repeat(300));
    for (const address of ["/a", "/b", "/c"]) memory.keep(address, 1, answer);
    memory.find("/a", 1);
    memory.keep("/d", 1, answer);
    expect(["/a", "/b", "/c", "/d"].filter((address) => memory.find(address, 1) !== null)).toEqual(["/a", "/c", "/d"]);
  });

  test("replacing an answer frees its room", async () => {
    const memory = new PageMemory(4000);
    const answer = await page("x".repeat(300));
    memory.keep("/a", 1, answer);
    for (let version = 2; version < 50; version += 1) memory.keep("/b", version, answer);
    expect(memory.find("/a", 1)).not.toBeNull();
  });
});
