import { DISMISSALS } from "@/components/admin/reading-desk/state/desk-state";

/** What a key asks the desk to do. `at` counts from 0. */
export type DeskCommand =
  | { readonly kind: "keep" | "next" | "undo" | "metric" | "negative" | "agree" | "add" | "help" | "back" }
  | { readonly kind: "dismiss" | "offered"; readonly at: number };

/** A key as the browser tells it. */
type Key = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** Most metrics that have a key of their own. */
const MOST_OFFERED = 3;

const LETTERS = {
  k: "keep",
  j: "next",
  u: "undo",
  m: "metric",
  e: "metric",
  n: "negative",
  y: "agree",
  a: "add",
} as const;

/** Every key of the desk with what it does, as it is shown. */
export const DESK_KEYS: readonly (readonly [key: string, does: string])[] = [
  ["K", "keep the figure as a draft"],
  [`1 – ${DISMISSALS.length}`, "dismiss it, with the reason of that number"],
  ["J", "next open figure"],
  ["U", "undo the latest decision"],
  ["M", "choose the metric"],
  [`Shift + 1 – ${MOST_OFFERED}`, "take a suggested metric"],
  ["N", "record a fall as a negative number"],
  ["Y", "agree to what is asked about the metric"],
  ["A", "add the words selected in the article as a figure"],
  ["Ctrl + Enter", "keep, also from within a field"],
  ["Esc", "back from a field to these keys"],
  ["?", "show or hide the keys"],
];

/** The command of a key; null where it is none. While something is typed, letters and digits are text. */
export function commandOf(pressed: Key, isTyping: boolean): DeskCommand | null {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = pressed;
  if (key === "Enter" && (ctrlKey || metaKey) && !altKey) return { kind: "keep" };
  if (ctrlKey || metaKey || altKey) return null;
  if (key === "Escape") return { kind: "back" };
  if (isTyping) return null;
  if (key === "?") return { kind: "help" };
  // The key is told by its place: what it writes differs from keyboard to keyboard.
  const digit = Number(/^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? Number.NaN);
  if (shiftKey && digit >= 1 && digit <= MOST_OFFERED) return { kind: "offered", at: digit - 1 };
  const reason = /^\d$/.test(key) ? Number(key) : digit;
  if (!shiftKey && reason >= 1 && reason <= DISMISSALS.length) return { kind: "dismiss", at: reason - 1 };
  const letter = key.toLowerCase();
  return isLetter(letter) ? { kind: LETTERS[letter] } : null;
}

function isLetter(key: string): key is keyof typeof LETTERS {
  return Object.hasOwn(LETTERS, key);
}
