import { describe, expect, test } from "vitest";
import { spanEnds, spanText } from "@/lib/dates/date-text";
import { byName } from "@/lib/figures/by-name";
import { SAID_COLUMNS, saidIn, toColumns } from "@/lib/figures/figure-columns";
import { type FigureSaid, SAID_FIELDS, TEXT_FIELDS } from "@/lib/figures/figure-fields";

const SAID: FigureSaid = {
  wording: "between",
  value: "4.0",
  valueHigh: "1230000000000000000000",
  qualifier: null,
  alternative: "0.10",
  period: "2014/2019-02-28",
  asOf: "2019-02",
  lookedAgain: "2026-11-30",
  speakerKind: "company",
  outlook: "target",
  release: "final",
  ...byName(TEXT_FIELDS, (name) => `a ${name}`),
};

describe("what is said of a figure and its columns", () => {
  test.each<Partial<FigureSaid>>([
    {},
    { wording: "exactly", valueHigh: null, qualifier: "record" },
    { period: "2014/.." },
    { period: "../2014" },
    { period: "2014" },
    { period: null, asOf: null, alternative: null, ...byName(TEXT_FIELDS, () => null) },
  ])("nothing is lost on the way there and back: %j", (part) => {
    const said = { ...SAID, ...part };
    expect(saidIn(toColumns(said))).toEqual(said);
    expect(Object.keys(saidIn(toColumns(said)))).toEqual(SAID_FIELDS);
    expect(Object.keys(toColumns(said))).toEqual(SAID_COLUMNS);
  });

  test("numbers stand beside their digits", () => {
    expect(toColumns(SAID)).toMatchObject({ value: 4, digits: "4.0", valueHigh: 1.23e21, alternative: 0.1 });
  });

  test("a version that says nothing of a field has null there, and a text that is no choice is none", () => {
    const { note: _, ...earlier } = SAID;
    expect(toColumns(earlier as FigureSaid).note).toBeNull();
    expect(saidIn({ ...toColumns(SAID), qualifier: "about" }).qualifier).toBeNull();
  });
});

test.each([
  [null, null],
  ["2014", "2014"],
  ["2014", null],
  [null, "2014-02"],
  ["2014", "2019-02-28"],
])("the ends of a period, %s to %s, are read back from its text", (start, end) => {
  expect(spanEnds(spanText(start, end))).toEqual({ start, end });
});
