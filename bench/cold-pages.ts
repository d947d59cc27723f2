/**
 * Times pages of a site on a large database, in milliseconds: first, seven addresses of a kind that nobody has asked for, once each; cold,
 * after everything in the database has changed, lists of regions and metrics included (medians of seven, and the shortest); and from
 * memory. Beside them how long the start takes, how fast files are, and the memory of the site after all.
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

/** A page of each kind, told apart by a number from 1 to 2 * TURNS where there are several. */
const pages: Readonly<Record<string, (at: number) => string>> = {
  dashboard: () => "/?region=all",
  "dashboard, one region": (at) => `/?region=XX-${at}`,
  region: (at) => `/regions/XX-${at}`,
  "region with 300 places": () => "/regions/XX",
  "metric, 5 of 300 regions": (at) => `/metrics/metric-${at}`,
  "source, first pages": (at) => `/sources/generated?page=${at}`,
  "source, page 100 and on": (at) => `/sources/generated?page=${99 + at}`,
  "search, names": (at) => `/search?q=metric+${at}+region+12`,
  "search, a number": (at) => `/search?q=5%2C43${at}`,
  "all metrics": () => "/metrics",
  "all regions": () => "/regions",
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

const said = (times: readonly number[]) =>
  `${percentile([...times], 0.5).toFixed(0)} (shortest ${percentile([...times], 0).toFixed(0)})`;

// Compiled code is warm, as on a site that has served for a minute; lists are what the start has read.
for (const pathOf of Object.values(pages)) for (let at = TURNS + 1; at <= 2 * TURNS; at += 1) await timeOf(pathOf(at));
for (const [name, pathOf] of Object.entries(pages)) {
  const first: number[] = [];
  const cold: number[] = [];
  if (pathOf(1) !== pathOf(2)) for (let at = 1; at <= TURNS; at += 1) first.push(await timeOf(pathOf(at)));
  for (let turn = 0; turn < TURNS; turn += 1) {
    await changeEverything();
    await setTimeout(SEEN_MS);
    cold.push(await timeOf(pathOf(1)));
  }
  const warm = await timeOf(pathOf(1));
  console.log(
    `${name}: ${first.length > 0 ? `first ${said(first)}, ` : ""}cold ${said(cold)}, ${warm.toFixed(1)} from memory`,
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
