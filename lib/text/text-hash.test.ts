import { expect, test } from "vitest";
import { textHash } from "@/lib/text/text-hash";

test("texts that differ by a character have other numbers, the same text the same", () => {
  const texts = Array.from({ length: 20_000 }, (_, at) => `["gdp","CN-GZ",null,"${at}"]`);
  expect(new Set(texts.map(textHash)).size).toBe(texts.length);
  expect(textHash("a")).toBe(textHash("a"));
  expect(Number.isSafeInteger(textHash("约9500家"))).toBe(true);
});
