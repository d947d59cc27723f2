import { expect, test } from "vitest";
import { breakLines } from "@/lib/pictures/break-lines";

const of = (text: string, width: number, most?: number) => breakLines(text, width, 10, most);

test("a text that fits is one line, and none is no line", () => {
  expect(of("Companies attracted", 400)).toEqual(["Companies attracted"]);
  expect(of("", 400)).toEqual([]);
});

test("lines break between words and beside Chinese characters", () => {
  expect(of("Companies attracted", 70)).toEqual(["Companies", "attracted"]);
  expect(of("贵州省大数据", 33)).toEqual(["贵州省", "大数据"]);
});

test("what does not fit is cut at a word", () => {
  expect(of("Companies attracted by the big data zone", 130, 1)).toEqual(["Companies attracted…"]);
});

test("a cut never ends in a number, whose scale may stand in the next word", () => {
  expect(of("Invested 950 million yuan in the big data zone", 75, 1)).toEqual(["Invested…"]);
});

test("a word wider than a line is broken, a number never", () => {
  expect(of("a".repeat(30), 100).join("")).toBe("a".repeat(30));
  expect(of("a".repeat(30), 100).length).toBeGreaterThan(1);
  expect(of("1,234,567,890,123,456", 60)).toEqual(["1,234,567,890,123,456"]);
});
