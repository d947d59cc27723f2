import { expect, test } from "vitest";
import type { Problem } from "@/lib/importing/problem";
import { fractionOf, inMetricUnit } from "@/lib/importing/units/row-unit";

const DOLLARS = { unit: "USD", counted: null, kind: "money" } as const;

/** What a row says after its units were compared with a metric in US dollars. */
function converted(basis: string | null, ...units: readonly string[]) {
  const problems: Problem[] = [];
  const said = units.map((unit) => ({ unit, field: "unit", power: 0, isForeign: false, isHeader: false }) as const);
  const { parts, remarks } = inMetricUnit(
    { row: 2, parts: { value: { digits: "12.5" }, basis }, units: said },
    DOLLARS,
    [],
    problems,
  );
  return { basis: parts.basis, remarks, problems: problems.map(({ message }) => message) };
}

test("what a unit says of prices is the basis of the figure", () => {
  const said = { basis: "constant 2015 prices", remarks: [], problems: [] };
  expect(converted(null, "constant 2015 US$")).toEqual(said);
  expect(converted(null, "constant 2015 US$", "US$")).toEqual(said);
  expect(converted("constant 2015 prices", "constant 2015 US$")).toEqual(said);
});

test("beside a basis that a column says it is kept in the note", () => {
  const kept = { basis: "without services", remarks: ["The file says “constant 2015 US$”."], problems: [] };
  expect(converted("without services", "constant 2015 US$")).toEqual(kept);
});

test("units that say two things of prices are asked about", () => {
  expect(converted(null, "constant 2015 US$", "current US$").problems).toEqual([
    "“constant 2015 US$” and “current US$” say two things of one number: say it in one place",
  ]);
});

test.each([
  ["83517.045", "people", true],
  ["83517.0", "people", false],
  ["83517", "people", false],
  ["92.6", "EFLOPS", false],
  ["12.5", "square metres", false],
])("%s %s: to be looked at is %s", (digits, unit, isAsked) => {
  const fraction = fractionOf({ value: { digits } }, { unit, counted: null, kind: "count" });
  expect(fraction?.code).toBe(isAsked ? "fraction" : undefined);
});

test("what is no count may have fractions", () => {
  expect(fractionOf({ value: { digits: "12.5" } }, DOLLARS)).toBeNull();
});
