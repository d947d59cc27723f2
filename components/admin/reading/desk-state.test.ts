import { describe, expect, test } from "vitest";
import {
  closed,
  type DeskState,
  decide,
  EMPTY_DESK,
  keptDrafts,
  nextOpen,
  type ReadFigure,
  recordedAs,
  reopen,
  tally,
  withPublished,
} from "@/components/admin/reading/desk-state";

const figure = (text: string, value: string): ReadFigure => ({
  start: 0,
  end: text.length,
  text,
  paragraph: 1,
  sentence: 1,
  wording: "exactly",
  value,
  valueHigh: null,
  digits: value,
  qualifier: null,
  unit: null,
  unitKind: null,
  whole: null,
  per: null,
  alternative: null,
  period: null,
  asOf: null,
  speaker: null,
  target: false,
  confidence: "high",
  reason: null,
});
const DESK: DeskState = {
  ...EMPTY_DESK,
  text: "abc",
  figures: [figure("1 a", "1"), figure("2 b", "2"), figure("3 c", "3")],
};
const KEPT = { kind: "kept", key: "k", version: 1, isPublished: false } as const;

describe("the desk", () => {
  test("a decision leads to the next open figure, and the ledger counts it", () => {
    const kept = decide(DESK, 0, KEPT);
    expect(kept.chosen).toBe(1);
    const dismissed = decide(kept, 2, { kind: "dismissed", reason: "Too vague" });
    expect(dismissed.chosen).toBe(1);
    expect(tally(dismissed)).toEqual({ found: 3, kept: 1, dismissed: 1, open: 1 });
    expect(nextOpen(dismissed, 1)).toBe(1);
  });

  test("taking back opens the figure again and chooses it", () => {
    const back = reopen(decide(DESK, 0, KEPT), 0);
    expect(back).toMatchObject({ chosen: 0, decisions: {}, done: [] });
  });

  test("what was kept is published once", () => {
    const kept = decide(DESK, 0, KEPT);
    expect(keptDrafts(kept)).toEqual([{ key: "k", version: 1 }]);
    const published = withPublished(kept, [{ key: "k", version: 2 }]);
    expect(keptDrafts(published)).toEqual([]);
    expect(published.decisions[0]).toMatchObject({ version: 2, isPublished: true });
  });

  test("closing drops the text, or keeps it where that is wanted", () => {
    expect(closed(DESK)).toEqual(EMPTY_DESK);
    expect(closed({ ...DESK, keepsText: true })).toMatchObject({ text: "abc", figures: null });
  });

  test.each([
    ["from more than 9,500 companies", "9500", true],
    ["more than 9,500 companies", "9400", false],
    ["9,500 of them", "9500", false],
  ])("%s (%s) is recorded: %s", (phrase, digits, expected) => {
    const sentence = "It came from more than 9,500 companies in all.";
    const found = recordedAs(figure("more than 9,500 companies", "9500"), sentence, [{ key: "f", phrase, digits }]);
    expect(found !== null).toBe(expected);
  });
});
