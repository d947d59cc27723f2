import { expect, test } from "vitest";
import { CANADIAN, Flags } from "@/lib/importing/table/flags";

const none = new Flags([]);

test.each([
  ["p", "provisional"],
  ["P", "provisional"],
  ["A", ""],
  ["be", "break in series; estimated"],
  ["b, e", "break in series; estimated"],
  ["preliminary", "preliminary"],
  ["q", "q"],
])("%s says “%s”", (flag, words) => expect(none.words(flag)).toBe(words));

test("a file's own legend comes first", () => {
  const flags = new Flags([
    { row: 8, text: "Note: p = projected by the office; x = secret", cells: [] },
    { row: 9, text: "e estimated by hand", cells: [] },
  ]);
  expect(flags.words("p")).toBe("projected by the office");
  expect(flags.words("e")).toBe("estimated by hand");
  expect(flags.words("u")).toBe("low reliability");
});

test.each([
  ["12.3 p", { rest: "12.3", flags: "p" }],
  ["12.3p", { rest: "12.3", flags: "p" }],
  ["43 b", { rest: "43", flags: "b" }],
  [": c", { rest: ":", flags: "c" }],
  ["1,234 be", { rest: "1,234", flags: "be" }],
  ["12.3", null],
  ["12.3 km", null],
  ["1.2bn", null],
  ["1.2 mln", null],
  ["about", null],
])("%s is split", (text, parts) => expect(none.split(text)).toEqual(parts));

test("in what Eurostat packs letters are flags and nothing else", () => {
  const packed = new Flags([], true);
  expect(packed.split("12.3 bn")).toEqual({ rest: "12.3", flags: "bn" });
  expect(packed.areFlags(new Set(["b"]))).toBe(true);
});

test("the letters of an office mean what it says", () => {
  const canadian = new Flags([], false, CANADIAN);
  expect([canadian.words("E"), canadian.words("B"), canadian.words("p")]).toEqual([
    "use with caution",
    "",
    "preliminary",
  ]);
});

test("a letter that may be a scale is a flag only where others are, too", () => {
  expect(none.areFlags(new Set(["b"]))).toBe(false);
  expect(none.areFlags(new Set(["b", "p"]))).toBe(true);
  expect(none.areFlags(new Set(["m"]))).toBe(false);
  expect(none.areFlags(new Set(["bn", "k", "mln"]))).toBe(false);
  expect(new Flags([{ row: 1, text: "b = break in series", cells: [] }]).areFlags(new Set(["b"]))).toBe(true);
});
