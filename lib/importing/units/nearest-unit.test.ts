import { expect, test } from "vitest";
import { NO_DESCRIPTION } from "@/lib/importing/files/description";
import { fileUnit } from "@/lib/importing/units/file-unit";
import { NearestUnit } from "@/lib/importing/units/nearest-unit";

/** Unit and scale of a number below a line, with a unit in its row ("" for none) and one in its header. */
function found(line: string, unit: string, header: string) {
  const places = {
    said: undefined,
    description: NO_DESCRIPTION,
    fileUnit: fileUnit([{ row: 1, text: line, cells: [line] }]),
  };
  return new NearestUnit(places).of({ unit, multiplier: "", metric: "" }, header);
}

test.each([
  ["(in thousands of US dollars)", "", "GDP", { unit: "thousands of US dollars" }],
  ["(in thousands)", "", "GDP (USD)", { unit_multiplier: "thousands" }],
  ["(in thousands)", "", "Share (%)", {}],
  ["(in thousands of US dollars)", "", "Share (%)", {}],
  // Another scale that stands nearer is another one.
  ["(in thousands of US dollars)", "", "GDP (million USD)", {}],
  ["(in thousands of US dollars)", "million USD", "GDP", { unit: "million USD" }],
  // Whether the scale above holds for "USD" is for a person to say.
  ["(in thousands of US dollars)", "", "GDP (USD)", { unit: "USD; thousands of US dollars" }],
  ["(in thousands of US dollars)", "USD", "GDP", { unit: "USD; thousands of US dollars" }],
  ["单位：万人", "", "Employees (persons)", { unit: "persons; 万人" }],
])("below “%s”, “%s” in the row and “%s” above it", (line, unit, header, expected) =>
  expect(found(line, unit, header)).toEqual(expected),
);
