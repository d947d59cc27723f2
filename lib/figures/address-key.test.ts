import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { addressKey } from "@/lib/figures/address-key";

const KEY = "example.org/News/a_1.htm";

test.each([
  "https://example.org/News/a_1.htm",
  "http://example.org/News/a_1.htm",
  "HTTPS://Example.ORG/News/a_1.htm",
  "https://www.example.org/News/a_1.htm",
  "https://example.org:443/News/a_1.htm",
  "http://example.org:80/News/a_1.htm",
  "https://example.org./News/a_1.htm",
  "https://example.org/News/a_1.htm/",
  "https://example.org/News/a_1.htm?",
  "https://example.org/News/a_1.htm?utm_source=x&utm_medium=y",
  "https://example.org/News/a_1.htm?fbclid=1",
  "https://example.org/News/a_1.htm#part-2",
  "https://example.org/News/a_1.htm#:~:text=rate",
  "https://example.org/%4eews/a%5F1.htm",
  " https://example.org/News/a_1.htm ",
])("%s is one address", (address) => {
  expect(addressKey(address)).toBe(KEY);
});

test.each([
  "https://example.org/news/a_1.htm",
  "https://m.example.org/News/a_1.htm",
  "https://example.org:8080/News/a_1.htm",
  "https://example.org/News/a_1.htm?id=2",
  "https://example.org/News/a_1.htm#/page/2",
  "https://example.org/News/a_1.html",
])("%s is another", (address) => {
  expect(addressKey(address)).not.toBe(KEY);
});

test("parameters in any order, other scripts and their ASCII form, DOIs in capitals are one", () => {
  expect(addressKey("https://a.example/?b=2&a=1")).toBe(addressKey("https://a.example/?a=1&utm_id=3&b=2"));
  expect(addressKey("https://bücher.example/ä")).toBe(addressKey("http://xn--bcher-kva.example/%c3%a4"));
  expect(addressKey("https://doi.org/10.1000/ABC")).toBe(addressKey("http://dx.doi.org/10.1000/abc"));
  expect(addressKey("no address")).toBe("no address");
});

test("no two sources of the seed have one address", () => {
  const { data } = Papa.parse<{ readonly url: string }>(readFileSync("prisma/data/sources.csv", "utf8"), {
    header: true,
    skipEmptyLines: true,
  });
  const keys = data.map(({ url }) => addressKey(url));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});
