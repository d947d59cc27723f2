import { expect, test } from "vitest";
import { tableColumns } from "@/lib/importing/table/headers";

test("names in one cell stand one below the other", () => {
  const header = [{ row: 1, cells: ["Label", "California!!Estimate", "California!!Margin of Error"] }];
  expect(tableColumns(header, 3).map(({ name, levels }) => [name, levels])).toEqual([
    ["Label", ["Label", ""]],
    ["California › Estimate", ["California", "Estimate"]],
    ["California › Margin of Error", ["California", "Margin of Error"]],
  ]);
});
