// Finishes pictures in a thread of its own: SVG text as PNG, or with the letters that it needs. It ends when nobody has asked for a while.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parentPort } from "node:worker_threads";

/** Characters that the other fonts leave to the Chinese one. */
const OTHER_SCRIPT =
  /[^\s!-\u024f\u02bb-\u02dc\u0370-\u045f\u1e00-\u1eff\u2000-\u2024\u2026-\u2033\u2036-\u2102\u2106-\u2108\u210a-\u215f\u2190-\u2193\u2212\u221e\u2248\u2260\u2264\u2265]/u;

/** The fonts of pictures: how text names each, and what it looks like where it is used. */
const FONTS = [
  { file: "inter-400", family: "Inter", weight: 400, style: "normal", used: /./u },
  { file: "inter-600", family: "Inter", weight: 600, style: "normal", used: /font-weight(?:="|:)[56]00/u },
  { file: "source-serif-600", family: "Source Serif 4", weight: 600, style: "normal", used: /Source Serif 4/u },
  {
    file: "source-serif-italic-400",
    family: "Source Serif 4",
    weight: 400,
    style: "italic",
    used: /font-style="italic"/u,
  },
  { file: "noto-sans-sc-400", family: "Noto Sans SC", weight: 400, style: "normal", used: OTHER_SCRIPT },
];
const pathOf = (file) => fileURLToPath(new URL(`./fonts/${file}.ttf`, import.meta.url));

/** What is not in the fonts, as the picture says, as a box: it would be left out without a trace. */
function boxed(svg) {
  const [, undrawn = ""] = / data-undrawn="([^"]*)"/u.exec(svg) ?? [];
  return undrawn === "" ? svg : [...undrawn].reduce((text, character) => text.replaceAll(character, "□"), svg);
}

/** PNG at so many px for each px of the picture. What draws and what cuts fonts is loaded when it is first needed, by itself. */
async function toPng(drawn, scale) {
  const { Resvg } = await import("@resvg/resvg-js");
  const svg = boxed(drawn);
  const font = {
    fontFiles: FONTS.filter(({ used }) => used.test(svg)).map(({ file }) => pathOf(file)),
    loadSystemFonts: false,
    defaultFontFamily: "Inter",
    sansSerifFamily: "Inter",
    serifFamily: "Source Serif 4",
  };
  return new Resvg(svg, { font, fitTo: { mode: "zoom", value: scale } }).render().asPng();
}

/** The same picture with the letters of its fonts that it shows: it looks alike wherever it is opened. */
async function withFonts(svg) {
  const { default: subsetFont } = await import("subset-font");
  const characters = [
    ...new Set(svg.replace(/<style>.*?<\/style>|<[^>]*>/gsu, "").replace(/&(?:#x?\w+|\w+);/g, "&<>'\"")),
  ];
  const faces = FONTS.filter(({ used }) => used.test(svg)).map(async ({ file, family, weight, style }) => {
    const isOther = family === "Noto Sans SC";
    const own = characters.filter((character) => OTHER_SCRIPT.test(character) === isOther).join("");
    const font = await subsetFont(readFileSync(pathOf(file)), own, { targetFormat: "truetype" });
    return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};src:url(data:font/ttf;base64,${font.toString("base64")})}`;
  });
  const sheet = (await Promise.all(faces)).join("");
  return Buffer.from(svg.replace("<style>", () => `<style>${sheet}`));
}

parentPort.on("message", async ({ id, svg, format, scale }) => {
  try {
    const bytes = format === "png" ? await toPng(svg, scale) : await withFonts(svg);
    parentPort.postMessage({ id, bytes });
  } catch (error) {
    parentPort.postMessage({ id, problem: error instanceof Error ? error.message : String(error) });
  }
});
