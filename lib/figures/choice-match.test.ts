import { expect, test } from "vitest";
import { findAmong, findable, sameName } from "@/lib/figures/choice-match";

const CHOICES = [
  { key: "CN-GZ", name: "Guizhou", detail: "CN-GZ, China", search: "贵州" },
  { key: "BR-SP", name: "São Paulo (state)", detail: "BR-SP, Brazil" },
  { key: "sao-paulo-city", name: "São Paulo (city)", detail: "Brazil" },
  { key: "new-guizhou", name: "The new Guizhou", detail: null },
];
const FINDABLE = CHOICES.map((each) => findable(each, [each.name, each.key, each.detail, each.search ?? null]));

test.each([
  ["guizhou", ["CN-GZ", "new-guizhou"]],
  ["GUIZ", ["CN-GZ", "new-guizhou"]],
  ["sao city", ["sao-paulo-city"]],
  ["贵州", ["CN-GZ"]],
  ["brazil state", ["BR-SP"]],
  ["atlantis", []],
  ["", ["CN-GZ", "BR-SP", "sao-paulo-city", "new-guizhou"]],
])("“%s” finds %j, beginnings first", (typed, keys) => {
  expect(findAmong(FINDABLE, typed).map(({ key }) => key)).toEqual(keys);
});

test("names are the same but for case, accents and marks; nothing is the same as nothing", () => {
  expect(sameName("São Paulo (city)", "sao paulo city")).toBe(true);
  expect(sameName("", "–")).toBe(false);
});
