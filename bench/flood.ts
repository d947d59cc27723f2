/**
 * Floods a running site with so many addresses that nothing is kept of, all at once, and prints how long a reader of a kept page
 * waits meanwhile, asking every 5 ms:
 *
 *   npx tsx bench/flood.ts http://localhost:3000 1000
 *   npx tsx bench/flood.ts http://localhost:3000 200 prefetch
 */
import { Agent } from "node:http";
import { argv } from "node:process";
import { setTimeout as pause } from "node:timers/promises";
import { ask, percentile } from "@/bench/setup/ask";

const [site = "http://localhost:3000", many = "1000", kind = "new"] = argv.slice(2);
const KEPT = "/metrics";

const headers = kind === "prefetch" ? { rsc: "1", "next-router-prefetch": "1" } : {};

await ask(site + KEPT, "br");
const connection = new Agent({ keepAlive: true });
const waits: number[] = [];
let isOver = false;
const reader = (async () => {
  while (!isOver) {
    waits.push((await ask(site + KEPT, "br", connection)).ms);
    await pause(5);
  }
})();
const run = Date.now();
const statuses: Record<number, number> = {};
await Promise.all(
  Array.from({ length: Number(many) }, async (_, number) => {
    const path = kind === "prefetch" ? "/" : `/?topic=flood-${run}-${number}`;
    const { status } = await ask(site + path, "br", undefined, headers);
    statuses[status] = (statuses[status] ?? 0) + 1;
  }),
);
isOver = true;
await reader;
const at = (share: number) => `${percentile(waits, share).toFixed(1)} ms`;
console.log("asked", statuses, `kept page, ${waits.length} times: p50 ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)}`);
