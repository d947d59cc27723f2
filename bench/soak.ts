/**
 * Serves the built site at half its load for a long time, and says whether anything failed and how far its memory has drifted:
 *
 *   npx tsx --conditions=react-server bench/soak.ts [minutes] [postgresql]        (default: 30, on SQLite)
 *
 * First it is asked as fast as it answers for twenty seconds, from 16 connections; then at half that rate, each request due at its time
 * whatever happened to those before: public pages, in turn, one in a hundred a search that is new. All the while two people
 * save ten times a second together, half of what they may: drafts, and every tenth time a correction of one of twenty published figures, so
 * that kept pages are made anew and none grows. The memory of the first tenth (after the first minute, if there is that much) is compared with that of the last. Exit code 1 for an error, or a drift of more than a tenth.
 */
import { randomBytes, randomUUID } from "node:crypto";
import { statSync } from "node:fs";
import { Agent } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { ask, percentile } from "@/bench/setup/ask";
import { copyDatabase, postgresqlOfRun } from "@/tests/setup/data/postgresql";
import { preparedDatabase } from "@/tests/setup/site/prepared-database";
import { makePeople, type SessionCookie } from "@/tests/setup/site/signed-in";
import { startSite } from "@/tests/setup/site/start-site";

const [minutes = "30", engine = "sqlite"] = process.argv.slice(2);
const MS = Number(minutes) * 60_000;
const SAMPLE_MS = 5000;
const SAVES_A_SECOND = 10;
/** Figures that are corrected in turn. */
const PUBLISHED = 20;
const PATHS = [
  ...["/", "/regions", "/regions/CN-GZ", "/metrics", "/metrics/5g-base-stations", "/metrics/companies-attracted"],
  ...["/sources", "/sources/china-daily-2019-guizhou-looms", "/figures/1xbsws2ehp3l0bj9j7td", "/method"],
];
const token = randomBytes(24).toString("base64url");

const { site, editors } = await start();
const agent = new Agent({ keepAlive: true, maxSockets: 256 });
const errors = new Map<string, number>();
const times: number[] = [];
let asked = 0;

let isOver = false;
const saving = save();
const most = await fastest(20_000);
const rate = Math.max(1, Math.floor(most / 2));
console.log(`${most.toFixed(0)} pages a second at most; now ${rate} a second for ${minutes} minutes, on ${engine}`);
times.length = 0;
const from = performance.now();
const memory: number[] = [];
await Promise.all([read(), sample()]);
isOver = true;
await saving;
report();
await site.stop();
process.exit();

async function start() {
  const settings = { METRICS_TOKEN: token, LOG_LEVEL: "warn" };
  if (engine === "postgresql") {
    const postgresql = await postgresqlOfRun();
    const DATABASE_URL = await copyDatabase(postgresql, postgresql.withPeople);
    const running = await startSite(undefined, { ...settings, DATABASE_URL, FOOTNOTE_SECRET: postgresql.secret });
    return { site: running, editors: [postgresql.sessions.editor, postgresql.sessions.admin] };
  }
  const secret = randomBytes(32).toString("base64url");
  let editors: readonly SessionCookie[] = [];
  const running = await startSite(
    async (file) => {
      await preparedDatabase(file);
      const sessions = await makePeople(file, secret);
      editors = [sessions.editor, sessions.admin];
    },
    { ...settings, FOOTNOTE_SECRET: secret },
  );
  return { site: running, editors };
}

/** Asks for a page; what is no success is an error, except that the site says that it is too busy at its fastest. */
async function readOne(mayBeBusy = false): Promise<void> {
  asked += 1;
  const path = asked % 100 === 0 ? `/search?q=word-${asked}` : (PATHS[asked % PATHS.length] ?? "/");
  const { status, ms } = await ask(site.address + path, "br", agent).catch((error: Error) => ({
    status: error.message,
    ms: 0,
  }));
  times.push(ms);
  if (status !== 200 && !(mayBeBusy && status === 503)) count(`a page: ${status}`);
}

function count(what: string): void {
  errors.set(what, (errors.get(what) ?? 0) + 1);
}

/** Pages a second, asked by 16 connections as fast as they are answered. */
async function fastest(ms: number): Promise<number> {
  for (const path of PATHS) await ask(site.address + path, "br", agent);
  const [begin, before] = [performance.now(), asked];
  const client = async () => {
    while (performance.now() - begin < ms) await readOne(true);
  };
  await Promise.all(Array.from({ length: 16 }, client));
  return ((asked - before) / (performance.now() - begin)) * 1000;
}

async function read(): Promise<void> {
  const underway: Promise<void>[] = [];
  let due = 0;
  while (performance.now() - from < MS) {
    const until = ((performance.now() - from) / 1000) * rate;
    for (; due < until; due += 1) underway.push(readOne());
    if (underway.length > 10_000) await Promise.all(underway.splice(0));
    await pause(5);
  }
  await Promise.all(underway);
}

/** Sends a figure, or a change of one; what it was answered with, and null where that is no success. */
async function send(turn: number, method: string, path: string, headers: object, body: object) {
  const { name, value } = editors[turn % editors.length] ?? { name: "", value: "" };
  const answer = await fetch(`${site.address}/api/v1/${path}`, {
    method,
    headers: { cookie: `${name}=${value}`, origin: site.address, "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  }).catch((error: Error) => error);
  const text = answer instanceof Error ? "" : await answer.text();
  if (!(answer instanceof Error) && answer.ok) return (JSON.parse(text) as { data: { key: string } }).data;
  count(`a save: ${answer instanceof Error ? answer.message : answer.status}`);
  return null;
}

function saidOf(number: number, place: string) {
  const phrase = `about ${number} companies`;
  return {
    value: String(number),
    citations: [{ source: "china-daily-2019-guizhou-looms", locator: place, phrase }],
  };
}

function add(turn: number, status: "draft" | "published", period: string) {
  const figure = { metric: "companies-attracted", region: "CN-GZ", wording: "about", period, speakerKind: "outlet" };
  const body = { ...figure, status, note: `Soak ${turn}`, ...saidOf(1 + (turn % 900), `soak ${turn}`) };
  return send(turn, "POST", "figures", { "idempotency-key": randomUUID() }, body);
}

async function save(): Promise<void> {
  const published: { readonly key: string; version: number }[] = [];
  for (let year = 1990; year < 1990 + PUBLISHED; year += 1) {
    const made = await add(year, "published", String(year));
    if (made !== null) published.push({ key: made.key, version: 1 });
  }
  const begun = performance.now();
  for (let turn = 0; !isOver; turn += 1) {
    const known = turn % 10 === 0 ? published[(turn / 10) % published.length] : undefined;
    if (known === undefined) await add(turn, "draft", "2019");
    else {
      const body = { ...saidOf(1 + (turn % 900), `soak ${known.key}`), cause: "typo", reason: "Measuring" };
      await send(turn, "PATCH", `figures/${known.key}`, { "if-match": `"${known.version}"` }, body);
      known.version += 1;
    }
    await pause(Math.max(0, begun + ((turn + 1) * 1000) / SAVES_A_SECOND - performance.now()));
  }
}

async function metric(name: string): Promise<number> {
  const answer = await fetch(`${site.address}/api/metrics`, { headers: { authorization: `Bearer ${token}` } });
  return Number(new RegExp(`^${name} (.+)$`, "m").exec(await answer.text())?.[1]);
}

async function sample(): Promise<void> {
  while (performance.now() - from < MS) {
    memory.push(await metric("process_resident_memory_bytes"));
    await pause(SAMPLE_MS);
  }
}

function report(): void {
  const MB = 1024 * 1024;
  const median = (part: number[]) => percentile([...part], 0.5);
  const begun = memory.slice(Math.min(60_000 / SAMPLE_MS, Math.floor(memory.length / 4)));
  const tenth = Math.max(1, Math.ceil(begun.length / 10));
  const [first, last] = [median(begun.slice(0, tenth)), median(begun.slice(-tenth))];
  const drift = (last - first) / first;
  const at = (share: number) => percentile(times, share).toFixed(1);
  console.log(`${times.length} pages, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`);
  if (engine === "sqlite") console.log(`log of changes ${(statSync(`${site.database}-wal`).size / MB).toFixed(1)} MB`);
  console.log(
    `memory ${(first / MB).toFixed(0)} MB, in the end ${(last / MB).toFixed(0)} MB: ${drift > 0 ? "+" : ""}${(drift * 100).toFixed(1)} %`,
  );
  const course = Array.from({ length: 10 }, (_, at) => median(begun.slice(at * tenth, (at + 1) * tenth)) / MB);
  console.log(`tenth by tenth: ${course.map((part) => part.toFixed(0)).join(" ")} MB`);
  console.log(errors.size === 0 ? "no error" : [...errors].map(([what, times]) => `${times} times ${what}`).join("; "));
  if (errors.size > 0 || drift > 0.1) process.exitCode = 1;
}
