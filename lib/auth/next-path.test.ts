import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextPath } from "@/lib/auth/next-path";

const PIECE = fc.constantFrom(
  "/",
  "\\",
  "//",
  "evil.example",
  "@",
  "%2f",
  "%5c",
  "%0d%0a",
  "%00",
  ":",
  "https:",
  "javascript:",
  "?",
  "#",
  "&",
  "a",
  "..",
  "\t",
  "\n",
  "；",
);

describe("where to go after signing in (T84)", () => {
  test.each([
    "/admin",
    "/admin/people",
    "/admin/figures?status=draft&page=2",
    "/figures/1xbsws2ehp3l0bj9j7td",
    "/admin/regions/CN-GZ",
  ])("%s is a path of this site", (path) => expect(nextPath(path)).toBe(path));

  test.each([
    "//evil.example",
    "/\\evil.example",
    "\\\\evil",
    "https://evil.example",
    "https:evil",
    "javascript:alert(1)",
    "/%2fevil",
    "/%5Cevil",
    "/a//evil",
    "/\tevil",
    "/a\r\nSet-Cookie: x",
    "/%0d%0aSet-Cookie:x",
    "/@evil",
    "",
    "admin",
    " /admin",
    "/admin#x",
    "/ａdmin",
    null,
    undefined,
  ])("%j leads to the start page", (path) => expect(nextPath(path)).toBe("/admin"));

  test("5,000 made-up ones never leave the site", () => {
    const wanted = fc.oneof(
      fc.array(PIECE, { maxLength: 8 }).map((pieces) => pieces.join("")),
      fc.webUrl(),
      fc.string(),
    );
    fc.assert(
      fc.property(wanted, (text) => {
        const path = nextPath(text);
        const target = new URL(path, "https://figures.example.org/login");
        expect(target.origin).toBe("https://figures.example.org");
        expect(path).toMatch(/^\/[a-z0-9]/i);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
        expect(path).not.toMatch(/[\u0000-\u0020\\]/);
      }),
      { numRuns: 5000 },
    );
  });
});
