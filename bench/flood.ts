/**
 * Floods a running site with so many addresses that nothing is kept of, all at once, and prints how long a reader of a kept page
 * waits meanwhile, asking every 5 ms:
 *
 *   npx tsx bench/flood.ts http://localhost:3000 1000
 *   npx tsx bench/flood.ts http://localhost:3000 200 prefetch
 */
import { Agent, get } from "node:http";
import { argv } from "node:process";
import { setTimeout as pause } from "node:timers/promises";

const [site = "http://localhost:3000", many = "1000", kind = "new"] = argv.slice(2);
const KEPT = "/metrics";

/** Status, and milliseconds until the answer was whole. */
function ask(path: string, agent?: Agent): Promise<{ readonly status: number; readonly took: number }> {
  const from = performance.now();
  const headers = kind === "prefetch" && path !== KEPT ? { rsc: "1", "next-router-prefetch": "1" } : {};
  return new Promise((resolve, reject) => {
    get(site + path, { agent, headers: { "accept-encoding": "br", ...headers } }, (response) => {
      response.resume().on("end", () => resolve({ status: response.statusCode ?? 0, took: performance.now() - from }));
    }).on("error", reject);
  });
}

await ask(KEPT);
const connection = new Agent({ keepAlive: true });
const waits: number[] = [];
let isOver = false;
const reader = (async () => {
  while (!isOver) {
    waits.push((await ask(KEPT, connection)).took);
    await pause(5);
  }
})();
const run = Date.now();
const statuses: Record<number, number> = {};
await Promise.all(
  Array.from({ length: Number(many) }, async (_, number) => {
    const { status } = await ask(kind === "prefetch" ? "/" : `/?topic=flood-${run}-${number}`);
    statuses[status] = (statuses[status] ?? 0) + 1;
  }),
);
isOver = true;
await reader;
waits.sort((a, b) => a - b);
const at = (share: number) => `${(waits[Math.floor((waits.length - 1) * share)] ?? 0).toFixed(1)} ms`;
console.log("asked", statuses, `kept page, ${waits.length} times: p50 ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)}`);
