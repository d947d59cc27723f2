import { readGold, scoreGold } from "@/bench/reading-gold";
import { readRecorded } from "@/bench/reading-recorded";

const ALL = ["", "-later", "-third", "-fourth", "-fifth"].flatMap((part) => [`english${part}`, `chinese${part}`]);

/** Prints how well the sentences of bench/reading are read, and every miss. */
for (const name of process.argv.slice(2).length > 0 ? process.argv.slice(2) : ALL) {
  const gold = readGold(`bench/reading/${name}.txt`);
  const { rates, misses } = scoreGold(gold);
  console.log(
    `\n${name}: ${gold.length} sentences, ${gold.reduce((sum, { figures }) => sum + figures.length, 0)} figures`,
  );
  for (const [what, [right, of]] of Object.entries(rates)) {
    console.log(`  ${what.padEnd(10)} ${right}/${of} ${(right / of).toFixed(4)}`);
  }
  for (const { what, sentence, expected, got } of misses) {
    console.log(`  - ${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}: ${sentence}`);
  }
}

const { count, misses, withoutUnit } = readRecorded();
console.log(
  `\nrecorded phrases: ${count - misses.length}/${count} ${((count - misses.length) / count).toFixed(4)} (${withoutUnit} of them name no unit)`,
);
for (const { id, phrase, what, recorded, read } of misses) {
  console.log(`  - ${what}: recorded ${recorded}, read ${read}: ${phrase} (${id})`);
}
