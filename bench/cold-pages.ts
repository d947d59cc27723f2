/**
 * Times pages of a site on a large database, in milliseconds: cold, after everything has changed (median of seven, and the shortest), and
 * from memory; what of an editor's list and of a file is asked beside them; how long the start takes, and the memory of the site after all.
 *
 *   npx next build
 *   npx tsx --conditions=react-server bench/cold-pages.ts file:./data/many-figures.db
 *
 * The database is that of bench/many-figures.ts, or a PostgreSQL one that it was moved into; its publication version is raised, and an editor
 * added.
 */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { percentile } from "@/bench/setup/ask";
import { openClient } from "@/lib/data/db/client";
import { startSite } from "@/tests/setup/site/start-site";

const [databaseUrl = "file:./data/many-figures.db"] = process.argv.slice(2);
/** So long may a change stay unseen. */
const SEEN_MS = 700;
const TURNS = 7;

const pages = {
  dashboard: "/?region=all",
  "dashboard, one region": "/?region=XX-9",
  region: "/regions/XX-7",
  "region with 300 places": "/regions/XX",
  "metric, 5 of 300 regions": "/metrics/metric-7",
  source: "/sources/generated",
  "source, page 100": "/sources/generated?page=100",
  "search, names": "/search?q=metric+7+region+12",
  "search, a number": "/search?q=5%2C431",
  "all metrics": "/metrics",
  "all regions": "/regions",
};

const client = openClient(databaseUrl);
const changeEverything = async () => {
  const { version } = await client.publication.update({ where: { id: 1 }, data: { version: { increment: 1 } } });
  await client.publishedChange.create({ data: { version, scopes: '["everything"]' } });
};

const from = performance.now();
const site = await startSite(undefined, {
  DATABASE_URL: databaseUrl,
  FOOTNOTE_SECRET: randomBytes(32).toString("base64url"),
});
console.log(`start: ${((performance.now() - from) / 1000).toFixed(1)} s`);

async function timeOf(path: string): Promise<number> {
  const asked = performance.now();
  const answer = await fetch(site.address + path);
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  return performance.now() - asked;
}

for (const [name, path] of Object.entries(pages)) {
  const times: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    await changeEverything();
    await setTimeout(SEEN_MS);
    times.push(await timeOf(path));
  }
  const warm = await timeOf(path);
  console.log(
    `${name}: ${percentile(times, 0.5).toFixed(0)} cold (shortest ${percentile(times, 0).toFixed(0)}), ${warm.toFixed(1)} from memory`,
  );
}
const csv = async (name: string, path: string, most: number) => {
  const asked = performance.now();
  const answer = await fetch(site.address + path);
  let [rows, bytes] = [0, 0];
  for await (const chunk of answer.body ?? []) {
    for (const byte of chunk) if (byte === 10) rows += 1;
    bytes += chunk.length;
    if (rows >= most) break;
  }
  const seconds = (performance.now() - asked) / 1000;
  console.log(
    `${name}: ${rows} rows, ${(bytes / 1e6).toFixed(0)} MB in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} a second`,
  );
};
await csv("CSV of a metric", "/api/v1/figures.csv?metric=metric-7", Number.POSITIVE_INFINITY);
await csv("CSV of everything, the first million", "/api/v1/figures.csv", 1_000_000);
const memory = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${site.process.pid}/status`, "utf8"))?.[1];
console.log(`memory of the site: ${Math.round(Number(memory) / 1024)} MB`);
await client.$disconnect();
await site.stop();
