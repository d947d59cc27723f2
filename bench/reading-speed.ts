import { readText } from "@/lib/reading/read-text";

/** Prints how long texts of 50, 100 and 200 kB take to read, and how that grows: milliseconds, and the ratio to half the length. */
const PARAGRAPH =
  "The park now houses more than 1,400 firms, which employ nearly 62,000 people and paid 3.1 billion yuan ($460 million) in 2018, said Wang Wei, chairman of Cloud Park. ";
const SHAPES: Readonly<Record<string, string>> = {
  spaces: " ",
  digits: "7",
  "digits and commas": "1,234,",
  brackets: "(",
  "dollar signs": "$",
  "dollars and digits": "$1 ",
  "one endless sentence": "a network of some 2,000 medical experts and ",
  "endless words": "words and more ",
  letters: "x",
  "capital words": "Wang ",
  "number words": "seven hundred ",
  dashes: "12-",
  news: PARAGRAPH,
  "news in paragraphs": `${PARAGRAPH}\n`,
  Chinese: "截至2018年底，园区吸引了超过9500家企业，产值达1.2万亿元，同比增长23.4%，",
  "Chinese numerals": "三千六百",
};

for (const [name, piece] of Object.entries(SHAPES)) {
  const times = [50_000, 100_000, 200_000].map((length) => {
    const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
    readText(text.slice(0, 5_000));
    return Math.min(...Array.from({ length: 7 }).map(() => timed(() => readText(text, { published: "2019-02-28" }))));
  });
  const ratios = times.slice(1).map((time, index) => (time / Math.max(times[index] ?? 1, 0.1)).toFixed(2));
  const per = ((times.at(-1) ?? 0) / 10).toFixed(1);
  console.log(
    `${name.padEnd(22)} ${times.map((time) => time.toFixed(0).padStart(6)).join(" ")} ms   ratios ${ratios.join(" ")}   ${per} ms per 20 kB`,
  );
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
