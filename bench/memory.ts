/**
 * Measures what the built site holds in memory (resident, in MB): at rest, after its pages were read, and after long addresses that
 * nobody asks for again, which must not fill it.
 *
 *   npx next build
 *   npx tsx --conditions=react-server bench/memory.ts [addresses]        (default: 50,000)
 *
 * Most of the addresses differ in a parameter that no page reads, one in a hundred in the words of a search, which is a page.
 */
import { readFileSync } from "node:fs";
import { Agent } from "node:http";
import { ask } from "@/bench/setup/ask";
import { startSite } from "@/tests/setup/site/start-site";

const ADDRESSES = Number(process.argv[2] ?? 50_000);
const LONG = "p".repeat(7800);
const AT_ONCE = 6;

const site = await startSite();
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

const textAt = async (path: string) => (await ask(site.address + path, "identity", agent)).text;

function report(when: string): void {
  const [, resident] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${site.process.pid}/status`, "utf8")) ?? [];
  console.log(`${when}: ${Math.round(Number(resident) / 1024)} MB`);
}

const rest = () => new Promise((resolve) => setTimeout(resolve, 15_000));

await rest();
report("At rest");
const seen = new Set<string>();
for (const list of ["/", "/metrics", "/regions", "/sources"]) {
  for (const [, path] of (await textAt(list)).matchAll(/href="(\/(?:metrics|regions|sources|figures)\/[^"?#]+)"/g)) {
    if (path !== undefined && seen.size < 300) seen.add(path);
  }
}
for (const path of seen) await textAt(path);
report(`After ${seen.size} pages`);
let next = 0;
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    while (next < ADDRESSES) {
      next += 1;
      const path = next % 100 === 0 ? "/search?q=" : "/favicon.ico?p=";
      await textAt(`${path}${next}${LONG.slice(0, path.startsWith("/search") ? 60 : undefined)}`);
    }
  }),
);
report(`After ${ADDRESSES} addresses`);
await rest();
report("At rest again");
await site.stop();
