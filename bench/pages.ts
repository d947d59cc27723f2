/**
 * Times whole pages of a running site, in milliseconds and bytes: the first answer, then the median of nine from memory.
 *
 *   npx tsx bench/pages.ts http://localhost:3000 / /metrics
 *
 * "First" is cold only right after the start and for an address that the server has not warmed.
 */
import { ask, percentile } from "@/bench/setup/ask";

const [site = "http://localhost:3000", ...pages] = process.argv.slice(2);

for (const path of pages.length > 0 ? pages : ["/"]) {
  const first = await ask(site + path, "gzip");
  const times: number[] = [];
  for (let run = 0; run < 9; run += 1) times.push((await ask(site + path, "gzip")).ms);
  const median = percentile(times, 0.5);
  console.log(
    `${path}: ${first.status}, ${first.ms.toFixed(0)} first, ${median.toFixed(1)} from memory, ${first.bytes} bytes`,
  );
}
