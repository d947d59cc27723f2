import { expect, test } from "vitest";
import { readJson } from "@/lib/importing/files/json/json-table";
import type { FileRow } from "@/lib/importing/files/read-csv";

async function rowsOf(value: unknown): Promise<readonly (readonly unknown[])[]> {
  const rows: FileRow[] = [];
  for await (const row of readJson(JSON.stringify(value)).rows()) rows.push(row);
  return rows.map(({ cells }) => cells.map((cell) => (typeof cell === "string" ? cell : Number(cell.digits))));
}

test("a list of what is asked and of records, with objects for things, as the World Bank's API answers", async () => {
  const records = [
    { indicator: { id: "SP.POP.TOTL", value: "Population" }, country: { id: "DE", value: "Germany" }, value: 83 },
    { indicator: { id: "SP.POP.TOTL", value: "Population" }, country: { id: "IE", value: "Ireland" }, value: null },
  ];
  expect(await rowsOf([{ page: 1, total: 2 }, records])).toEqual([
    ["indicator id", "indicator", "country id", "country", "value"],
    ["SP.POP.TOTL", "Population", "DE", "Germany", 83],
    ["SP.POP.TOTL", "Population", "IE", "Ireland", ""],
  ]);
});

test("lists of cells below a header, as the API of the US Census answers", async () => {
  const lists = [
    ["NAME", "B01001_001E", "state"],
    ["California", "39346023", "06"],
  ];
  expect(await rowsOf(lists)).toEqual(lists);
});

test.each([
  [
    [
      [1, 2],
      ["a", "b"],
    ],
  ],
  [[["a", "b"], ["c"]]],
  [[["a"], [["b"]]]],
])("%j is no table", (value) => expect(() => readJson(JSON.stringify(value))).toThrow(/no table/));

test("a record in each line", () => {
  const rows = [...(readJson('{"geo":"DE","value":3.1}\n{"geo":"IE","value":5}\n').rows() as Iterable<FileRow>)];
  expect(rows.map(({ cells }) => cells)).toEqual([
    ["geo", "value"],
    ["DE", { digits: "3.1" }],
    ["IE", { digits: "5" }],
  ]);
});
