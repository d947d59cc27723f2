import { describe, expect, test } from "vitest";
import { placeOf, withAdded } from "@/components/admin/reading-desk/state/added-figure";
import {
  type DeskReading,
  type DeskState,
  EMPTY_DESK,
  sentenceOf,
  withRead,
} from "@/components/admin/reading-desk/state/desk-state";
import { draftOf } from "@/components/admin/reading-desk/state/figure-of-candidate";
import { readText } from "@/lib/reading/read-text";

const TEXT =
  "Head\n\nThe city has 14 unicorns, up\u00a0from nine.  Some of it is new. It has 20 parks and 30 halls.\n\nMany more follow: a dozen.";
const { candidates, ...stretches } = readText(TEXT);
const reading: DeskReading = {
  ...stretches,
  candidates: candidates.map(({ unit, ...rest }) => ({
    ...rest,
    unit: unit?.text ?? null,
    unitKind: unit?.kind ?? null,
    period: null,
    asOf: null,
  })),
  cut: false,
};
const STATE: DeskState = withRead(EMPTY_DESK, TEXT, reading);
const span = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const FOUND = STATE.figures?.map(({ text }) => text);
const added = (words: string, state = STATE) => {
  const result = withAdded(state, span(words));
  if (!result.ok) throw new Error(result.message);
  return result.state;
};

describe("a figure that the reader missed", () => {
  test("is read from its words, stands at their place, and is chosen", () => {
    const { figures, chosen } = added("up\u00a0from nine");
    const figure = figures?.[chosen];
    expect(figure).toMatchObject({ text: "up\u00a0from nine", paragraph: 2, confidence: "low" });
    expect(TEXT.slice(figure?.start, figure?.end)).toBe(figure?.text);
    expect(figures?.map(({ start }) => start)).toEqual(
      [...(figures ?? [])].map(({ start }) => start).sort((a, b) => a - b),
    );
  });

  test("spaces around the words do not count", () => {
    const { figures, chosen } = added("from nine.  ");
    expect(figures?.[chosen]?.text).toBe("from nine.");
  });

  test("what was decided about the others stays with them", () => {
    const last = (STATE.figures?.length ?? 0) - 1;
    const decided: DeskState = {
      ...STATE,
      decisions: { 0: { kind: "dismissed", reason: "Misread" }, [last]: { kind: "dismissed", reason: "Too vague" } },
      done: [last, 0],
    };
    const { figures, decisions, done, chosen } = added("from nine", decided);
    expect(chosen).toBe(1);
    expect(figures?.filter((_, index) => index !== chosen).map(({ text }) => text)).toEqual(FOUND);
    expect(decisions).toEqual({
      0: { kind: "dismissed", reason: "Misread" },
      [last + 1]: { kind: "dismissed", reason: "Too vague" },
    });
    expect(done).toEqual([last + 1, 0]);
  });

  test("its phrase is a piece of its sentence", () => {
    const state = added("nine");
    const figure = state.figures?.[state.chosen];
    if (figure === undefined) throw new Error("none");
    const choices = { metrics: [], regions: [], organisations: [], sources: [], topics: [] };
    const { citations } = draftOf(state, figure, { choices, mentions: { regions: [], organisations: [] } });
    const { start, end } = sentenceOf(state, figure);
    expect(TEXT.slice(start, end).replaceAll(/\s+/g, " ")).toContain(citations[0]?.phrase);
    expect(citations[0]?.phrase).toContain("nine");
  });

  test.each([
    ["nine", "9"],
    ["up from nine.", "9"],
    ["Section 4", "4"],
    ["1,234.5", "1234.5"],
    ["a dozen", "12"],
    ["more than 40", "40"],
    ["九家", "9"],
  ])("“%s” is read as %s", (words, value) => {
    const text = `Text ${words}`;
    const whole = { start: 0, end: text.length };
    const result = withAdded(
      { ...EMPTY_DESK, text, figures: [], paragraphs: [whole], sentences: [whole] },
      { start: 5, end: text.length },
    );
    expect(result.ok && result.state.figures?.[0]).toMatchObject({ value });
  });

  test("words without a number are added to be filled in by hand", () => {
    const state = added("The city");
    expect(state.figures?.[state.chosen]).toMatchObject({
      value: null,
      reason: expect.stringContaining("No number can be read"),
    });
  });

  test("of several numbers the first is read, and that is said", () => {
    const state = { ...STATE, figures: [] };
    const { figures } = added("20 parks and 30 halls", state);
    expect(figures?.[0]).toMatchObject({ value: "20", reason: expect.stringContaining("several numbers") });
  });

  test.each([
    ["14 unicorns, up", "marked already", 0],
    ["new. It has 20 parks and 30 halls.\n\nMany", "one paragraph", null],
    ["  ", "Select the words", null],
  ])("“%s” is refused: %s", (words, message, chosen) => {
    expect(withAdded(STATE, span(words))).toMatchObject({
      ok: false,
      message: expect.stringContaining(message),
      chosen,
    });
  });
});

test.each([
  ["nine", 0, "nine"],
  ["Up from", 0, "up\u00a0from"],
  ["14 unicorns", 40, "14 unicorns"],
  ["4 unicorns", 0, null],
  ["nin", 0, null],
  ["(nine", 0, null],
  ["", 0, null],
])("“%s” from %d is found as %j", (words, from, found) => {
  const place = placeOf(TEXT, words, from);
  expect(place === null ? null : TEXT.slice(place.start, place.end)).toBe(found);
});
