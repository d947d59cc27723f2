import { goldFiles, readGold, scoreGold } from "@/bench/reading-gold";
import { readRecorded } from "@/bench/reading-recorded";

const named = process.argv.slice(2);

/** Prints how well the sentences of bench/reading, or of the files named, are read, and every miss. */
for (const name of named.length > 0 ? named : [...goldFiles("english"), ...goldFiles("chinese")]) {
  const gold = readGold(name);
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

if (named.length === 0) {
  const { count, misses, withoutUnit } = readRecorded();
  console.log(
    `\nrecorded phrases: ${count - misses.length}/${count} ${((count - misses.length) / count).toFixed(4)} (${withoutUnit} of them name no unit)`,
  );
  for (const { id, phrase, what, recorded, read } of misses) {
    console.log(`  - ${what}: recorded ${recorded}, read ${read}: ${phrase} (${id})`);
  }
}
