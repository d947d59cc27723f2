import { describe, expect, test } from "vitest";
import {
  closed,
  type DeskState,
  DISMISSALS,
  decide,
  dismissRest,
  draftsOf,
  EMPTY_DESK,
  nextOpen,
  type ReadFigure,
  type Recorded,
  recordedAs,
  reopen,
  standingsOf,
  tally,
  withPublished,
  withRead,
  withRecorded,
} from "@/components/admin/reading-desk/state/desk-state";

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
  change: null,
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
  text: "1 a. 2 b. 3 c. 4 d.",
  figures: [figure("1 a", "1"), figure("2 b", "2"), figure("3 c", "3"), figure("4 d", "4")],
};
const KEPT = { kind: "kept", key: "k", version: 1, isPublished: false } as const;
const record = (key: string, phrase: string, digits: string, version = 1, isPublished = false): Recorded => ({
  key,
  phrase,
  digits,
  version,
  isPublished,
});

describe("the desk", () => {
  test("a decision leads to the next open figure, past what is recorded, and the ledger counts each", () => {
    const recorded = [record("r", "2 b", "2")];
    const kept = decide(DESK, 0, KEPT, recorded);
    expect(kept.chosen).toBe(2);
    const dismissed = decide(kept, 2, { kind: "dismissed", reason: "Too vague" }, recorded);
    expect(dismissed.chosen).toBe(3);
    const standings = standingsOf(dismissed, recorded);
    expect(tally(standings)).toEqual({ found: 4, recorded: 1, kept: 1, dismissed: 1, open: 1 });
    expect(nextOpen(standings, 3)).toBe(3);
  });

  test.each([KEPT, ...DISMISSALS.map((reason) => ({ kind: "dismissed", reason }) as const)])(
    "taking back %j leaves the desk as it was before",
    (decision) => {
      const before = decide({ ...DESK, chosen: 2 }, 2, { kind: "dismissed", reason: "Misread" });
      const back = reopen(decide({ ...before, chosen: 1 }, 1, decision), 1);
      expect(back).toEqual({ ...before, chosen: 1, takenBack: 1 });
    },
  );

  test("the rest is dismissed for one reason: only what is open, and each can be taken back", () => {
    const recorded = [record("r", "2 b", "2")];
    const kept = decide(DESK, 0, KEPT, recorded);
    const all = dismissRest(kept, "Not collected", recorded);
    expect(tally(standingsOf(all, recorded))).toEqual({ found: 4, recorded: 1, kept: 1, dismissed: 2, open: 0 });
    expect(all.done).toEqual([0, 2, 3]);
    expect(tally(standingsOf(reopen(all, 3), recorded))).toMatchObject({ dismissed: 1, open: 1 });
  });

  test("drafts of the source are published together, each once, also those recorded before", () => {
    const recorded = [record("r", "2 b", "2", 5), record("p", "3 c", "3", 2, true), record("k", "4 d", "4", 1)];
    const kept = decide(DESK, 0, KEPT, recorded);
    expect(draftsOf(standingsOf(kept, recorded))).toEqual([
      { key: "k", version: 1, index: 0 },
      { key: "r", version: 5, index: 1 },
    ]);
    const published = withPublished(kept, [{ key: "k", version: 2 }]);
    expect(published.decisions[0]).toMatchObject({ version: 2, isPublished: true });
    expect(draftsOf(standingsOf(published, []))).toEqual([]);
  });

  test("what was done to drafts elsewhere is taken over; what is kept meanwhile is not lost", () => {
    const seen = decide(decide(DESK, 0, KEPT), 1, { ...KEPT, key: "gone" });
    const now = decide(decide(seen, 2, { ...KEPT, key: "new" }), 3, { kind: "dismissed", reason: "Misread" });
    const after = withRecorded(now, [record("k", "1 a", "1", 7, true)], seen.decisions);
    expect(after.decisions).toEqual({
      0: { ...KEPT, version: 7, isPublished: true },
      2: { ...KEPT, key: "new" },
      3: { kind: "dismissed", reason: "Misread" },
    });
    expect(after.done).toEqual([0, 2, 3]);
  });

  test("closing drops the text, unless it is wanted again", () => {
    const done = decide(DESK, 0, KEPT);
    expect(closed(done)).toEqual(EMPTY_DESK);
    expect(closed({ ...done, keepsText: true })).toEqual({ ...EMPTY_DESK, text: DESK.text, keepsText: true });
  });

  test("another text is read anew: nothing decided about the one before stays", () => {
    const reading = { candidates: [], paragraphs: [], sentences: [], cut: true };
    const read = withRead({ ...decide(DESK, 0, KEPT), source: "s", keepsText: true }, "abc", reading);
    expect(read).toEqual({ ...EMPTY_DESK, text: "abc", source: "s", keepsText: true, figures: [], isCut: true });
  });

  test.each([
    ["from more than 9,500 companies", "9500", true],
    ["more than 9,500 companies", "9400", false],
    ["9,500 of them", "9500", false],
    ["", "9500", false],
  ])("%s (%s) is recorded: %s", (phrase, digits, expected) => {
    const sentence = "It came from more than 9,500 companies in all.";
    const found = recordedAs(figure("more than 9,500 companies", "9500"), sentence, [record("f", phrase, digits)]);
    expect(found !== null).toBe(expected);
  });

  test("what could not be read is like nothing on record, not like zero", () => {
    const order = { ...figure("thousands of firms", "0"), value: null };
    expect(recordedAs(order, order.text, [record("f", "thousands of firms", "0")])).toBeNull();
  });
});
