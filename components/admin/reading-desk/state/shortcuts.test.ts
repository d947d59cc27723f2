import { describe, expect, test } from "vitest";
import { commandOf, DESK_KEYS } from "@/components/admin/reading-desk/state/shortcuts";

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const press = (key: string, code = "", more: Partial<typeof none> = {}) => ({ key, code, ...none, ...more });

describe("keys of the desk", () => {
  test.each([
    [press("k", "KeyK"), { kind: "keep" }],
    [press("K", "KeyK", { shiftKey: true }), { kind: "keep" }],
    [press("Enter", "Enter", { ctrlKey: true }), { kind: "keep" }],
    [press("Enter", "Enter", { metaKey: true }), { kind: "keep" }],
    [press("j"), { kind: "next" }],
    [press("u"), { kind: "undo" }],
    [press("m"), { kind: "metric" }],
    [press("e"), { kind: "metric" }],
    [press("n"), { kind: "negative" }],
    [press("y"), { kind: "agree" }],
    [press("a"), { kind: "add" }],
    [press("?", "Slash", { shiftKey: true }), { kind: "help" }],
    [press("Escape"), { kind: "back" }],
    [press("1", "Digit1"), { kind: "dismiss", at: 0 }],
    [press("5", "Digit5"), { kind: "dismiss", at: 4 }],
    [press("!", "Digit1", { shiftKey: true }), { kind: "offered", at: 0 }],
    // A French keyboard writes digits with Shift, and signs without.
    [press("&", "Digit1"), { kind: "dismiss", at: 0 }],
    [press("3", "Digit3", { shiftKey: true }), { kind: "offered", at: 2 }],
    [press("§", "Digit3", { shiftKey: true }), { kind: "offered", at: 2 }],
    [press("6"), null],
    [press("0"), null],
    [press(" ", "Space"), null],
    [press("$", "Digit4", { shiftKey: true }), null],
    [press("Enter"), null],
    [press("Tab"), null],
    [press("k", "KeyK", { ctrlKey: true }), null],
    [press("a", "KeyA", { metaKey: true }), null],
    [press("constructor"), null],
  ])("%j: %j", (key, command) => {
    expect(commandOf(key, false)).toEqual(command);
  });

  test.each(["k", "K", "1", "?", "m", "a", "y", "n", "j", "u"])("%s is text while something is typed", (key) => {
    expect(commandOf(press(key), true)).toBeNull();
  });

  test("Ctrl+Enter keeps and Esc leads back from within a field", () => {
    expect(commandOf(press("Enter", "", { ctrlKey: true }), true)).toEqual({ kind: "keep" });
    expect(commandOf(press("Escape"), true)).toEqual({ kind: "back" });
  });

  test("each has its line in the list that is shown", () => {
    expect(DESK_KEYS.map(([key]) => key)).toEqual([
      "K",
      "1 – 5",
      "J",
      "U",
      "M",
      "Shift + 1 – 3",
      "N",
      "Y",
      "A",
      "Ctrl + Enter",
      "Esc",
      "?",
    ]);
  });
});
