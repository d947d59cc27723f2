import { describe, expect, test } from "vitest";
import { KnownChanges } from "@/lib/publication/known-changes";
import type { Scope } from "@/lib/publication/scopes";

const origin = (version: number, ...scopes: Scope[]) => ({ version, scopes: new Set(scopes) });

function knowing(...changes: readonly (readonly Scope[])[]): KnownChanges {
  const known = new KnownChanges();
  known.learn({ version: 10, changes: [] });
  known.learn({
    version: 10 + changes.length,
    changes: changes.map((scopes, index) => ({ version: 11 + index, scopes })),
  });
  return known;
}

describe("what a process keeps", () => {
  test("is nothing it can vouch for before it knows a version", () => {
    expect(new KnownChanges().isCurrent(origin(0, "metric"))).toBe(false);
  });

  test.each<[string, Scope, Scope, boolean]>([
    ["the very part", "metric:a", "metric:a", false],
    ["another of the family", "metric:a", "metric:b", true],
    ["another family", "metric:a", "region:a", true],
    ["one of a family taken as a whole", "metric:a", "metric", false],
    ["a family as a whole", "metric", "metric:b", false],
    ["everything", "everything", "metric:b", false],
    ["any change, where everything matters", "region:x", "everything", false],
  ])("is good after a change or not: %s", (_what, changed, read, isGood) => {
    expect(knowing([changed]).isCurrent(origin(10, read))).toBe(isGood);
    expect(knowing([changed]).isCurrent(origin(11, read))).toBe(true);
  });

  test("is good only while nothing at all changed, where nobody knows from what it was read", () => {
    expect(knowing(["metric:a"]).isCurrent({ version: 10, scopes: null })).toBe(false);
    expect(knowing(["metric:a"]).isCurrent({ version: 11, scopes: null })).toBe(true);
  });

  test("is not good when changes between are not told any more, or when it is from a version not known yet", () => {
    const known = knowing(["metric:a"]);
    known.learn({ version: 14, changes: [{ version: 14, scopes: ["region:x"] }] });
    expect(known.isCurrent(origin(11, "topic"))).toBe(false);
    expect(known.isCurrent(origin(14, "region:x"))).toBe(true);
    expect(known.isCurrent(origin(15, "topic"))).toBe(false);
  });

  test("stays as well known when an older answer, or one that overlaps, comes late", () => {
    const known = knowing(["metric:a"], ["region:x"]);
    known.learn({ version: 11, changes: [{ version: 11, scopes: ["metric:a"] }] });
    expect(known.version).toBe(12);
    known.learn({
      version: 13,
      changes: [
        { version: 12, scopes: ["region:x"] },
        { version: 13, scopes: ["topic:t"] },
      ],
    });
    expect(known.isCurrent(origin(12, "region:x"))).toBe(true);
    expect(known.isCurrent(origin(12, "topic:t"))).toBe(false);
    expect(known.isCurrent(origin(10, "source:s"))).toBe(true);
  });

  test("is bounded: after very many parts it begins anew", () => {
    const known = knowing(Array.from({ length: 30_000 }, (_, index): Scope => `figure:${index}`));
    expect(known.isCurrent(origin(10, "topic:t"))).toBe(true);
    known.learn({ version: 12, changes: [{ version: 12, scopes: ["topic:u"] }] });
    expect(known.isCurrent(origin(11, "topic:t"))).toBe(false);
    expect(known.isCurrent(origin(12, "topic:t"))).toBe(true);
  });
});
