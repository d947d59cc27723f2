import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { log } from "@/lib/log";
import { PublishedVersion } from "@/server/pages/publication-version";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance", "setTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A published version whose reads take some milliseconds and see what was written when they began. */
function readingIn(ms: number) {
  const told = { version: 1, reads: 0 };
  const published = new PublishedVersion(async () => {
    told.reads += 1;
    const { version } = told;
    await vi.advanceTimersByTimeAsync(ms);
    return { version, changes: [] };
  });
  return { told, published };
}

describe("the publication version", () => {
  test("is read once for all who ask within half a second", async () => {
    const { told, published } = readingIn(0);
    expect(await Promise.all([published.current(), published.current()])).toEqual([1, 1]);
    told.version = 2;
    vi.advanceTimersByTime(499);
    expect([await published.current(), told.reads]).toEqual([1, 1]);
    vi.advanceTimersByTime(1);
    expect([await published.current(), told.reads]).toEqual([2, 2]);
  });

  test("is read anew once something was written here", async () => {
    const { told, published } = readingIn(0);
    await published.current();
    told.version = 2;
    published.expire();
    expect([await published.current(), await published.current(), told.reads]).toEqual([2, 2, 2]);
  });

  test("is not the one of a read that began before the writing", async () => {
    const { told, published } = readingIn(20);
    const before = published.current();
    told.version = 2;
    published.expire();
    expect(await published.current()).toBe(2);
    await before;
    expect(told.reads).toBe(2);
  });

  test("stays the last known one while it cannot be read, which is said once", async () => {
    const said = vi.spyOn(log(), "error").mockReturnValue();
    let isBroken = false;
    const published = new PublishedVersion(() => {
      if (isBroken) throw new Error("the disk is gone");
      return { version: 7, changes: [] };
    });
    expect(await published.current()).toBe(7);
    isBroken = true;
    vi.advanceTimersByTime(500);
    expect(await published.current()).toBe(7);
    published.expire();
    expect(await published.current()).toBe(7);
    expect(said.mock.calls).toMatchObject([
      [{ detail: expect.stringContaining("the disk is gone") }, expect.any(String)],
    ]);
    said.mockRestore();
  });
});
