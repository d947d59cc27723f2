/**
 * Times whole pages of a running site, in milliseconds and bytes: the first answer, then the median of nine from memory.
 *
 *   npx tsx bench/pages.ts http://localhost:3000 / /metrics
 *
 * "First" is cold only right after the start and for an address that the server has not warmed.
 */
import { get } from "node:http";

const [site = "http://localhost:3000", ...pages] = process.argv.slice(2);

function ask(path: string): Promise<{ readonly ms: number; readonly bytes: number; readonly status: number }> {
  const from = performance.now();
  return new Promise((resolve, reject) => {
    get(site + path, { headers: { "accept-encoding": "gzip" } }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on("end", () => resolve({ ms: performance.now() - from, bytes, status: response.statusCode ?? 0 }));
    }).on("error", reject);
  });
}

for (const path of pages.length > 0 ? pages : ["/"]) {
  const first = await ask(path);
  const times: number[] = [];
  for (let run = 0; run < 9; run += 1) times.push((await ask(path)).ms);
  const median = times.sort((a, b) => a - b)[4] ?? 0;
  console.log(
    `${path}: ${first.status}, ${first.ms.toFixed(0)} first, ${median.toFixed(1)} from memory, ${first.bytes} bytes`,
  );
}
