import { describe, expect, test } from "vitest";
import { compactText } from "@/lib/reading/compact-text";
import { readText } from "@/lib/reading/read-text";

describe("gaps between words", () => {
  test("become one space each, and every place is found again", () => {
    const text = "one\n  two\u00a0three 1\u00a0234 four";
    const { text: squeezed, placeOf } = compactText(text);
    expect(squeezed).toBe("one two three 1\u00a0234 four");
    for (const word of ["one", "two", "three", "four"]) {
      expect(placeOf(squeezed.indexOf(word))).toBe(text.indexOf(word));
    }
    expect(placeOf(squeezed.length)).toBe(text.length);
  });

  test("stay where nothing is to be squeezed", () => {
    expect(compactText("as it is").text).toBe("as it is");
  });

  test("do not change what is read, and the span is the text as it was", () => {
    const text = "In 2018,  more\nthan 8,900\u00a0big data\n companies moved in.\n\nMore follows.";
    const [candidate] = readText(text).candidates;
    expect(candidate?.text).toBe("more\nthan 8,900\u00a0big data\n companies");
    expect(candidate?.unit?.text).toBe("big data companies");
    expect(candidate?.period?.start).toBe("2018");
  });
});
