import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { FIELD_NAMES, FIELDS } from "@/lib/importing/fields";
import { matchColumns } from "@/lib/importing/match-columns";

const fieldsOf = (...headers: string[]) => matchColumns(headers).columns.map(({ field }) => field);

describe("columns find their fields by name", () => {
  test.each([
    ["metric", "metric", "name"],
    ["Metric ID", "metric", "synonym"],
    ["  Region-Code ", "region", "synonym"],
    ["said_by", "speaker", "synonym"],
    ["Organization", "organisation", "synonym"],
    ["URL", "source_url", "synonym"],
    ["publsher", "source_publisher", "close"],
    ["vlaue", "value", "close"],
    ["colour", null, "none"],
    ["", null, "none"],
    ["lower_bound", null, "none"],
  ])("“%s” is %s", (header, field, by) => {
    expect(matchColumns([header]).columns[0]).toEqual({
      header,
      field,
      by,
    });
  });

  test("no two fields share a name", () => {
    const names = FIELD_NAMES.flatMap((name) => [name, ...FIELDS[name].aliases]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test("every column of our own seed file has its field", () => {
    const [header = ""] = readFileSync("prisma/data/figures.csv", "utf8").split("\n");
    expect(fieldsOf(...header.trim().split(","))).not.toContain(null);
  });

  test("the surer of two columns keeps the field", () => {
    expect(fieldsOf("region_code", "region")).toEqual([null, "region"]);
  });

  test("a person’s word is the last", () => {
    const { columns, problems } = matchColumns(
      ["colour", "value"],
      new Map([
        ["colour", "value"],
        ["value", ""],
      ]),
    );
    expect(problems).toEqual([]);
    expect(columns.map(({ field, by }) => [field, by])).toEqual([
      ["value", "hand"],
      [null, "hand"],
    ]);
  });

  // T32
  test.each([
    [["__proto__", "value"], [], "forbidden_header"],
    [["Constructor", "value"], [], "forbidden_header"],
    [["value", "value"], [], "header_twice"],
    [["", " "], [], "no_header"],
    [["value"], [["colour", "value"]], "unknown_header"],
    [["value"], [["value", "colour"]], "unknown_field"],
    [["value"], [["value", "__proto__"]], "unknown_field"],
    [
      ["a", "b"],
      [
        ["a", "value"],
        ["b", "value"],
      ],
      "field_twice",
    ],
  ] as const)("%j with %j is refused", (headers, overrides, code) => {
    expect(matchColumns(headers, new Map(overrides)).problems.map((problem) => problem.code)).toContain(code);
    expect(({} as { value?: unknown }).value).toBeUndefined();
  });
});
