/**
 * Times 140 public pages asked in turn by four readers while an editor saves five times a second: how many pages a second they are given,
 * and how long they wait. Counting begins after the first save: before it everything is warm.
 *
 *   npx next build
 *   npx tsx --conditions=react-server bench/many-figures.ts
 *   npx tsx --conditions=react-server bench/warm-pages.ts data/many-figures.db [seconds] [all]      (default: 60 seconds)
 *
 * Two rounds: the editor keeps drafts, then corrects published figures, each time another one. With "all", each correction says beside
 * that everything has changed, as every save did before pages knew what they were read from.
 */
import { randomBytes, randomUUID } from "node:crypto";
import { copyFileSync } from "node:fs";
import { Agent } from "node:http";
import Database from "better-sqlite3";
import { ask, percentile } from "@/bench/setup/ask";
import { randomFrom } from "@/bench/setup/random";
import { startSite } from "@/tests/setup/site/start-site";
import { makeEditor } from "./editors";

const [file = "data/many-figures.db", seconds = "60", all] = process.argv.slice(2);
const READERS = 4;
/** Milliseconds from one save to the next. */
const SAVING_MS = 200;

const secret = randomBytes(32).toString("base64url");
const random = randomFrom(1);
const site = await startSite(async (database) => copyFileSync(file, database), { FOOTNOTE_SECRET: secret });
const database = new Database(site.database, { timeout: 5000 });
const cookie = makeEditor(database, secret, 0);
const agent = new Agent({ keepAlive: true });

const keys = (database.prepare(`SELECT "publicId" AS key FROM "Figure"`).all() as { key: string }[]).map(
  ({ key }) => key,
);
const anyKey = () => keys[Math.floor(random() * keys.length)] ?? "";
const pages = [
  ...["/", "/metrics", "/regions", "/sources"],
  ...Array.from({ length: 40 }, (_, index) => `/metrics/metric-${index}`),
  ...Array.from({ length: 60 }, (_, index) => `/regions/XX-${index}`),
  ...Array.from({ length: 36 }, () => `/figures/${anyKey()}`),
];

let failed = 0;

async function timeOf(path: string): Promise<number> {
  const { status, ms } = await ask(site.address + path, "br", agent);
  if (status !== 200) failed += 1;
  return ms;
}

async function save(method: string, path: string, headers: Record<string, string>, body: object): Promise<void> {
  const sent = { "content-type": "application/json", origin: site.address, "sec-fetch-site": "same-origin", cookie };
  const answer = await fetch(`${site.address}/api/v1/${path}`, {
    method,
    headers: { ...sent, ...headers },
    body: JSON.stringify(body),
  });
  if (!answer.ok) console.error(`${answer.status} ${await answer.text()}`);
}

const draft = () =>
  save(
    "POST",
    "figures",
    { "idempotency-key": randomUUID() },
    {
      ...{ metric: "metric-1", region: "XX-1", wording: "about", value: "77", period: "2001", speakerKind: "outlet" },
      citations: [{ source: "generated", phrase: "about 77 things" }],
    },
  );

async function correct(): Promise<void> {
  if (all !== undefined) {
    database.transaction(() => {
      database.exec(`UPDATE "Publication" SET "version" = "version" + 1`);
      database.exec(`INSERT INTO "PublishedChange" SELECT "version", '["everything"]' FROM "Publication"`);
    })();
  }
  const value = String(1 + Math.floor(random() * 1e6));
  const citations = [{ source: "generated", locator: "table 1", phrase: `${value} things` }];
  const body = { value, wording: "exactly", citations, cause: "typo", reason: "Measuring" };
  await save("PATCH", `figures/${anyKey()}`, { "if-match": '"1"' }, body);
}

/** Asks for all pages in turn, by all readers, while somebody saves. */
async function measure(what: string, saving: () => Promise<void>): Promise<void> {
  await saving();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const until = performance.now() + Number(seconds) * 1000;
  const times: number[] = [];
  let saves = 0;
  const timer = setInterval(() => {
    void saving().then(() => {
      saves += 1;
    });
  }, SAVING_MS);
  await Promise.all(
    Array.from({ length: READERS }, async (_, reader) => {
      for (let turn = reader * 35; performance.now() < until; turn += 1) {
        times.push(await timeOf(pages[turn % pages.length] ?? "/"));
      }
    }),
  );
  clearInterval(timer);
  const at = (share: number) => percentile(times, share).toFixed(1);
  console.log(
    `${what}: ${saves} saves, ${times.length} pages (${(times.length / Number(seconds)).toFixed(0)} a second), p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, max ${at(1)} ms, ${failed} not answered with a page`,
  );
}

for (const page of pages) await timeOf(page);
await measure("Drafts", draft);
for (const page of pages) await timeOf(page);
await measure("Corrections", correct);
agent.destroy();
database.close();
await site.stop();
