import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isDrawn, undrawnIn } from "@/lib/pictures/drawn-characters";

const FONTS = ["inter-400", "inter-600", "source-serif-600", "source-serif-italic-400", "noto-sans-sc-400"];

/** The characters of a TrueType font: its table "cmap", in segments (format 4). */
function charactersOf(font: Buffer): readonly number[] {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, at) => 12 + 16 * at);
  const own = tables.find((at) => font.toString("latin1", at, at + 4) === "cmap") ?? 0;
  const cmap = font.readUInt32BE(own + 8);
  const parts = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, at) => font.readUInt32BE(cmap + 8 + 8 * at));
  const segments = parts.map((part) => cmap + part).find((at) => font.readUInt16BE(at) === 4);
  if (segments === undefined) throw new Error("The font has no characters in segments");
  const size = font.readUInt16BE(segments + 6);
  return Array.from({ length: size / 2 - 1 }, (_, at) => {
    const end = font.readUInt16BE(segments + 14 + 2 * at);
    const start = font.readUInt16BE(segments + 16 + size + 2 * at);
    return Array.from({ length: end - start + 1 }, (__, step) => start + step);
  }).flat();
}

test("what counts as drawn is what the fonts have, no character more or fewer", () => {
  const inFonts = new Set(FONTS.flatMap((name) => charactersOf(readFileSync(`server/pictures/fonts/${name}.ttf`))));
  expect(inFonts.size).toBeGreaterThan(9000);
  const unseen = /[\p{Zs}\p{Cc}\p{Default_Ignorable_Code_Point}]/u;
  const all = Array.from({ length: 0x30000 }, (_, code) => code).filter((code) => code < 0xd800 || code > 0xdfff);
  const faults = all.filter((code) => {
    const character = String.fromCodePoint(code);
    return isDrawn(character) !== (inFonts.has(code) || unseen.test(character));
  });
  expect(faults).toEqual([]);
});

test("what a picture cannot draw is counted wherever it is shown, and told once", () => {
  expect(undrawnIn("<svg><title>\u0645</title><text>Łódź, 贵州, €, −3\u202f%, \u200d</text></svg>")).toEqual({
    count: 0,
    characters: "",
  });
  // Arabic, Devanagari, a rare Han character outside the first plane, an emoji.
  expect(undrawnIn("<text>مصر</text><text>हम \u{20000}\u{1f600}</text><text>م</text>")).toEqual({
    count: 8,
    characters: "مصرहम\u{20000}\u{1f600}",
  });
});
