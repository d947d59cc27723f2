import { describe, expect, test } from "vitest";
import { INPUTS } from "@/lib/schemas/resources";

const name = (text: string) => INPUTS.organisations.safeParse({ name: text });
const source = (url: string) =>
  INPUTS.sources.safeParse({ kind: "news", title: "T", publisher: "P", language: "en", url });
const milestone = (date: string) => INPUTS.milestones.safeParse({ date, title: "T", region: "CN" });
const message = (result: { error?: { issues: readonly { message: string }[] } }) => result.error?.issues[0]?.message;

describe("characters that are not seen (T69, T70)", () => {
  test.each([
    "\u200b",
    "\u00ad",
    "\u2060",
    "\u200e",
    "\u200f",
    "\u061c",
    "\ufeff",
    "\u200d",
    "\u200c",
    "\u034f",
    "\ufe0f",
  ])("%j takes no room and is dropped", (hidden) => {
    expect(name(`Ze${hidden}bra`).data).toEqual({ name: "Zebra" });
    expect(message(name(hidden))).toBe("Fill this in");
  });

  test.each([
    ["\u202e", "U+202E"],
    ["\u2066", "U+2066"],
    ["\u206a", "U+206A"],
    ["\u{e0041}", "U+E0041"],
    ["\u3164", "U+3164"],
    ["\u115f", "U+115F"],
    ["\u2800", "U+2800"],
    ["\ufff9", "U+FFF9"],
    ["\uffff", "U+FFFF"],
    ["\u0007", "U+0007"],
    ["\ud800", "U+D800"],
  ])("%j is refused by its name", (hidden, called) => {
    expect(message(name(`Ze${hidden}bra`))).toContain(called);
    expect(name(hidden).success).toBe(false);
  });

  test.each(["می‌خواهم", "👩‍🔬 Labs", "क्‍ष", "北京☀️", "Ångström", "한국"])("%s is kept as it is", (text) => {
    expect(name(text).data).toEqual({ name: text.normalize("NFC") });
  });
});

test("a host in another script is kept in ASCII, so that it looks like no other (T26)", () => {
  expect(source("https://аррӏе.com/a b".replace(" ", "-")).data?.url).toBe("https://xn--80ak6aa92e.com/a-b");
  expect(source("https://Bücher.example:8080/ä?q=ü#x").data?.url).toBe("https://xn--bcher-kva.example:8080/ä?q=ü#x");
  expect(source("HTTPS://Example.org/A").data?.url).toBe("HTTPS://Example.org/A");
});

test.each(["1899", "2101", "1850", "1899-12-31"])("the year of %s is outside what fits", (date) => {
  expect(message(milestone(date))).toContain("1900 to 2100");
});
test.each(["1900", "2100-12-31", "2019-02"])("%s fits", (date) => {
  expect(milestone(date).success).toBe(true);
});

test("a number with too many zeros is refused, one with 21 is not", () => {
  const figure = (value: string) =>
    INPUTS.figures.safeParse({ metric: "m", region: "CN", wording: "exactly", value, speakerKind: "outlet" });
  expect(figure("1230000000000000000000").success).toBe(true);
  expect(message(figure(`1${"0".repeat(30)}`))).toContain("10²⁴");
  expect(message(figure(`-1${"0".repeat(24)}`))).toContain("10²⁴");
});
