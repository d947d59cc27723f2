import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { MARK_RULES, paletteOf, pictureStyle } from "@/components/pictures/palette";

const tokens = readFileSync("app/tokens.css", "utf8");
const sheet = readFileSync("components/charts/charts.css", "utf8")
  .replace(/\/\*[\s\S]*?\*\//g, "")
  .replace(/@(?:media|container)[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, "");

test("the colours of pictures are those of pages, light and dark", () => {
  for (const [name, light] of Object.entries(paletteOf("light"))) {
    const dark = paletteOf("dark")[name as "ink"];
    expect(tokens).toContain(`--${name}: light-dark(${light}, ${dark});`);
  }
});

/** What the style sheet of pages says of a selector, whatever else it says it of. */
function saidOf(selector: string): readonly string[] {
  return [...sheet.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors = "", rule = ""]) =>
    selectors.split(",").some((each) => each.trim() === selector)
      ? rule.split(";").map((part) => part.trim().replace(/\s+/g, " "))
      : [],
  );
}

test("marks and texts look in pictures as on pages", () => {
  for (const [selector, rule] of Object.entries(MARK_RULES)) {
    const said = saidOf(selector);
    for (const part of rule.split("; ")) expect([selector, said]).toEqual([selector, expect.arrayContaining([part])]);
  }
});

test("a picture asks for nothing outside of it", () => {
  for (const theme of ["light", "dark"] as const) expect(pictureStyle(theme)).not.toMatch(/var\(|url|rem|@import/);
});
