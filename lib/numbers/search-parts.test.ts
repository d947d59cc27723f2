import { expect, test } from "vitest";
import { searchParts, shortest } from "@/lib/numbers/search-parts";

test.each([
  ["45.5 trillion", ["45500000000000"]],
  ["63.76 billion yuan", ["63760000000", "yuan"]],
  ["9,500", ["9500"]],
  ["more than 9,500 companies", ["more than", "9500", "companies"]],
  ["45.5万亿", ["45500000000000"]],
  ["637.6亿元", ["63760000000", "元"]],
  ["约1.2万家企业", ["约", "12000", "家企业"]],
  ["20%", ["20", "%"]],
  ["1’234’567", ["1234567"]],
  ["12 500 firms", ["12500", "firms"]],
  ["4.0", ["4"]],
  ["0.10", ["0.1"]],
  ["95k", ["95000"]],
  ["5G base stations", ["5G base stations"]],
  ["2019-02", ["2019", "-", "2"]],
  ["3.5 lakh crore", ["3500000000000"]],
  ["Guiyang", ["Guiyang"]],
  ["", []],
])("%s", (text, expected) => {
  expect(searchParts(text).map((part) => part.digits ?? part.text)).toEqual(expected);
});

test("nothing of a text is lost", () => {
  const text = "about 1,300 of 45.5 trillion, 637.6亿元 in 2019";
  expect(
    searchParts(text)
      .map((part) => part.text)
      .join("")
      .replace(/\s/g, ""),
  ).toBe(text.replace(/\s/g, ""));
});

test.each([
  ["4.00", "4"],
  ["100", "100"],
  ["0.50", "0.5"],
  ["0.0", "0"],
])("%s is %s", (digits, expected) => {
  expect(shortest(digits)).toBe(expected);
});
