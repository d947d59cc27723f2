/**
 * What a general recogniser of numbers makes of the same sentences: how many figures it gives their value, and how many of the numbers it
 * finds are figures at all. It is no dependency of the project:
 *
 *   npm install --no-save @microsoft/recognizers-text-suite && npx tsx bench/reading-recogniser.ts
 */
import { goldFiles, readGold } from "@/bench/reading-gold";

interface Found {
  readonly start: number;
  readonly end: number;
  readonly resolution: { readonly value?: string } | null;
}
type Recognise = (text: string, culture: string) => readonly Found[];

const PACKAGE: string = "@microsoft/recognizers-text-suite";
const { default: suite } = (await import(PACKAGE)) as {
  readonly default: { readonly recognizeNumber: Recognise; readonly recognizePercentage: Recognise };
};

for (const [language, culture] of [
  ["english", "en-us"],
  ["chinese", "zh-cn"],
] as const) {
  const gold = goldFiles(language).flatMap(readGold);
  let [figures, valued, found, stray] = [0, 0, 0, 0];
  for (const sentence of gold) {
    const got = longest([
      ...suite.recognizePercentage(sentence.text, culture),
      ...suite.recognizeNumber(sentence.text, culture),
    ]);
    found += got.length;
    stray += got.filter(
      ({ start, end }) => !sentence.figures.some((one) => start < one.end && end >= one.start),
    ).length;
    for (const figure of sentence.figures.filter(({ value }) => value !== null)) {
      figures += 1;
      const within = got.filter(({ start, end }) => start < figure.end && end >= figure.start);
      const values = within.map(({ resolution }) => Number((resolution?.value ?? "x").replace("%", "")));
      if (values.some((value) => Math.abs(value - Number(figure.value)) < 0.05)) valued += 1;
    }
  }
  console.log(
    `${language}: value right ${valued}/${figures} ${(valued / figures).toFixed(3)}; ` +
      `figures among what it finds ${found - stray}/${found} ${(1 - stray / found).toFixed(3)}`,
  );
}

/** Of overlapping finds the longest. */
function longest(all: readonly Found[]): readonly Found[] {
  const kept: Found[] = [];
  for (const one of [...all].sort((a, b) => b.end - b.start - (a.end - a.start))) {
    if (!kept.some(({ start, end }) => one.start <= end && one.end >= start)) kept.push(one);
  }
  return kept;
}
