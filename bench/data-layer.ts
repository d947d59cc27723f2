/**
 * Processor time of what saves and reads do in the database, in one process without HTTP: milliseconds each, the median of seven
 * rounds. Time of the processor, not of the clock, so that other work on the machine counts little. For comparing a way of writing
 * the data layer with another: change the code, run it again, and take turns.
 *
 *   npx tsx --conditions=react-server bench/data-layer.ts
 */
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { prepareSqlite } from "@/scripts/database/sqlite/prepare";
import { makeEditor } from "./editors";

const ROUNDS = 7;

const folder = mkdtempSync(path.join(tmpdir(), "footnote-bench-"));
const file = path.join(folder, "figures.db");
const secret = randomBytes(32).toString("base64url");
await prepareSqlite(file);
process.env.DATABASE_URL = `file:${file}`;
process.env.FOOTNOTE_SECRET = secret;
const database = new Database(file);
const cookie = makeEditor(database, secret, 0);
database.close();

// Only now: the environment is read when these are loaded.
const { db } = await import("@/lib/data/db/client");
const { changeRow } = await import("@/lib/data/commands/change");
const { createRow } = await import("@/lib/data/commands/create");
const { withIdempotencyKey } = await import("@/lib/data/commands/idempotency");
const { toRecord } = await import("@/lib/data/revisions/record");
const { withWriteTransaction } = await import("@/lib/data/db/transaction");
const { findMetric } = await import("@/lib/data/public/metrics");
const { authenticate } = await import("@/lib/auth/authenticate");
const { parseNew } = await import("@/lib/schemas/resources");

const author = { id: null, name: "A measurement" };
const changeReason = { cause: null, reason: null };
const context = { author, changeReason, batchId: null };
const { slug: source } = await db().source.findFirstOrThrow();
const keys: string[] = [];

async function make(): Promise<void> {
  const value = String(1 + Math.floor(Math.random() * 1e6));
  const citations = [{ source, locator: "para 1", phrase: `more than ${value} companies` }];
  const said = { metric: "companies-attracted", region: "CN-GZ", wording: "more_than", value: { digits: value } };
  const parsed = parseNew("figures", { ...said, period: "2019", speakerKind: "outlet", citations });
  if (!parsed.ok) throw new Error("The sample is wrong");
  const { value: made } = await withIdempotencyKey(
    { personId: "one", key: randomUUID(), requestHash: "one" },
    201,
    async (tx) => toRecord("figures", await createRow(tx, "figures", parsed.data, context)),
  );
  keys.push(made.key);
}

let version = 0;
async function change(): Promise<void> {
  const [key = ""] = keys;
  version += 1;
  const target = { resource: "figures", key, version } as const;
  await withWriteTransaction((tx) => changeRow(tx, target, { speaker: `Speaker ${version}` }, changeReason, author));
}

const headers = new Headers({ cookie });
const all = { regions: [], fromYear: null, toYear: null, page: 1 };
const works: Readonly<Record<string, readonly [times: number, work: () => Promise<unknown>]>> = {
  "a figure made, one after the other": [100, make],
  "a figure made, 50 at once": [2, () => Promise.all(Array.from({ length: 50 }, make))],
  "a figure changed": [100, change],
  "who asks, by session": [300, () => authenticate(headers)],
  "a metric page": [20, () => findMetric("5g-base-stations", all)],
};

for (const [name, [times, work]] of Object.entries(works)) {
  const each: number[] = [];
  const perTime = name.includes("50 at once") ? 50 : 1;
  for (let round = 0; round <= ROUNDS; round += 1) {
    const before = process.cpuUsage();
    for (let time = 0; time < times; time += 1) await work();
    const { user, system } = process.cpuUsage(before);
    // The first round is for warming up.
    if (round > 0) each.push((user + system) / 1000 / times / perTime);
  }
  const [median] = each.sort((a, b) => a - b).slice(ROUNDS >> 1);
  console.log(`${name}: ${median?.toFixed(3)} ms`);
}
await db().$disconnect();
rmSync(folder, { recursive: true, force: true });
