import { expect, test } from "vitest";
import { db } from "@/lib/data/db/client";
import { openImport } from "@/lib/data/import/open-import";
import { UnreadableFile } from "@/lib/importing/problem";
import { NO_RECIPE } from "@/lib/importing/table/recipe";
import { partsOf, zip } from "@/tests/setup/data/hand-made-workbook";

const SIZE = 10 * 1024 * 1024;
const bytesOf = (text: string) => new TextEncoder().encode(text);
const filled = (text: string, begin = "") => bytesOf(begin + text.repeat(Math.floor(SIZE / text.length)));

/** Bytes that look like chance and are the same each time. */
function noise(): Uint8Array {
  const bytes = new Uint8Array(SIZE);
  let state = 12_345;
  for (let at = 0; at < SIZE; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[at] = state >>> 16;
  }
  return bytes;
}

/** What ten megabytes of nothing are refused as: as a whole, before any row of them is kept. */
test.each<[string, () => Uint8Array, string]>([
  ["noughts", () => new Uint8Array(SIZE), "400 nul"],
  ["noise", noise, "415 not_text"],
  ["noise that begins as UTF-16", () => Uint8Array.from([0xff, 0xfe, ...noise().subarray(0, 100_001)]), "422 encoding"],
  ["one line of letters", () => filled("lorem ipsum "), "422 row_too_long"],
  ["lines of words", () => filled(`${"lorem ".repeat(30)},ipsum\n`), "422 no_table"],
  ["a quote that is not closed", () => filled("lorem ipsum\n", '"'), "422 row_too_long"],
  ["commas alone", () => filled(","), "422 row_too_long"],
  ["rows beyond count", () => filled("1,2\n", "region,2019\n"), "422 too_many_rows"],
  ["brackets within brackets", () => filled("["), "422 json_depth"],
  ["JSON that breaks off", () => filled("lorem ipsum ", '{"a":"'), "422 broken_json"],
  ["JSON without a table", () => bytesOf(`{"a":"${"x".repeat(SIZE)}"}`), "422 no_table"],
  [
    "JSON-stat that says more cells than are there",
    () => bytesOf('{"class":"dataset","id":["a","b"],"size":[100000,100000],"dimension":{"a":{},"b":{}},"value":{}}'),
    "422 too_many_rows",
  ],
  [
    "JSON-stat whose dimensions do not fit",
    () =>
      bytesOf(
        '{"class":"dataset","id":["a"],"size":[3],"dimension":{"a":{"category":{"index":["x"]}}},"value":[1,2,3]}',
      ),
    "422 json_stat",
  ],
  [
    "an archive that unpacks to much",
    () => zip([{ name: "a.csv", data: new Uint8Array(4 * SIZE).fill(49) }]),
    "413 too_large",
  ],
  [
    "an archive that lies about it",
    () => zip([{ name: "a.csv", data: new Uint8Array(4 * SIZE), claims: 9 }]),
    "422 not_a_workbook",
  ],
  [
    "an archive that breaks off",
    () => zip([{ name: "a.csv", data: noise() }]).subarray(0, SIZE - 100),
    "422 not_a_workbook",
  ],
  [
    "a workbook of noise",
    () =>
      zip([...partsOf({}), { name: "[Content_Types].xml", data: noise() }, { name: "xl/workbook.xml", data: noise() }]),
    "422 not_a_workbook",
  ],
  [
    "a package without a description",
    () =>
      zip([
        { name: "datapackage.json", data: filled("{").subarray(0, 1_000_000) },
        { name: "a.csv", data: bytesOf("a") },
      ]),
    "422 data_package",
  ],
  ["gzip", () => Uint8Array.from([0x1f, 0x8b, 8, 0, ...new Uint8Array(100)]), "415 packed"],
  ["a PDF", () => filled("0", "%PDF-1.7\n"), "415 pdf"],
  ["a picture", () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, ...new Uint8Array(100)]), "415 picture"],
  ["Parquet", () => filled("\0", "PAR1"), "415 parquet"],
  ["XML", () => filled("<a>", "<?xml version='1.0'?>"), "415 xml"],
])("%s", async (_, make, expected) => {
  const refusal = await openImport(db(), make(), NO_RECIPE)
    .then(async ({ request }) => {
      for await (const row of request.rows()) void row;
      return "it was read";
    })
    .catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(UnreadableFile);
  const { status, problem } = refusal as UnreadableFile;
  expect(`${status} ${problem.code}`).toBe(expected);
});
