/**
 * Times saves by 50 editors at once against the built site, each with a session of their own: half of the saves make a figure
 * with its citation, half change one.
 *
 *   npx next build
 *   npx tsx --conditions=react-server bench/saves.ts [seconds]        (default: 20 for each part)
 *
 * Two parts. At a steady rate: 100 saves a second in all come due whatever happened to those before, and a save's time counts from
 * when it was due. As fast as it goes: each editor saves again as soon as the last save is answered. The order of saves comes from
 * a fixed seed. Site and load share one machine. Afterwards every save that was confirmed is looked up in the database.
 */
import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { loadavg } from "node:os";
import Database from "better-sqlite3";
import { randomFrom } from "@/bench/setup/random";
import { preparedDatabase } from "@/tests/setup/site/prepared-database";
import { startSite } from "@/tests/setup/site/start-site";
import { makeEditor } from "./editors";

const EDITORS = 50;
const RATE = 100;
const SECONDS = Number(process.argv[2] ?? 20);
const WARM_SECONDS = 5;

const secret = randomBytes(32).toString("base64url");
const random = randomFrom(1);

interface Editor {
  readonly cookie: string;
  figure: { readonly key: string; version: number } | null;
}

const saved = new Map<string, number>();
const statuses = new Map<number, number>();
const agent = new Agent({ keepAlive: true, maxSockets: EDITORS });

interface Answer {
  readonly status: number;
  readonly body: string;
}

function send(
  site: string,
  method: string,
  path: string,
  headers: Record<string, string>,
  body: object,
): Promise<Answer> {
  const text = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = request(
      `${site}/api/v1/${path}`,
      {
        method,
        agent,
        headers: {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(text),
          "sec-fetch-site": "same-origin",
          origin: site,
          ...headers,
        },
      },
      (response) => {
        let answer = "";
        response.setEncoding("utf8");
        response.on("data", (chunk) => {
          answer += chunk;
        });
        response.on("end", () => resolve({ status: response.statusCode ?? 0, body: answer }));
      },
    );
    sent.on("error", reject);
    sent.end(text);
  });
}

/** One save: a new figure, or a change of the last one this editor made. */
async function save(site: string, editor: Editor): Promise<void> {
  const { cookie, figure } = editor;
  const value = String(1 + Math.floor(random() * 1e6));
  const isNew = figure === null || random() < 0.5;
  const { status, body } = isNew
    ? await send(site, "POST", "figures", { cookie, "idempotency-key": randomUUID() }, newFigure(value))
    : await send(
        site,
        "PATCH",
        `figures/${figure.key}`,
        { cookie, "if-match": `"${figure.version}"` },
        { value: { digits: value } },
      );
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
  if (status >= 300) return;
  const { data } = JSON.parse(body) as { data: { key: string; version: number } };
  editor.figure = { key: data.key, version: data.version };
  saved.set(data.key, data.version);
}

let source = "";
const newFigure = (value: string) => ({
  metric: "companies-attracted",
  region: "CN-GZ",
  wording: "more_than",
  value: { digits: value },
  period: "2019",
  speakerKind: "outlet",
  citations: [{ source, locator: "para 1", phrase: `more than ${value} companies` }],
});

function report(name: string, times: number[], seconds: number): void {
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  console.log(
    `${name}: ${(times.length / seconds).toFixed(0)} saves/s, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, max ${at(1)} ms`,
  );
}

const countSaves = () => [...statuses.values()].reduce((sum, count) => sum + count, 0);

/** Processor time that a process and its threads have used, in milliseconds; 0 where the system does not tell (Linux does). */
function busyMs(pid: number | undefined): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return 0;
  const fields = readFileSync(file, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function asFast(site: string, editors: readonly Editor[], seconds: number): Promise<number[]> {
  const until = performance.now() + seconds * 1000;
  const times: number[] = [];
  await Promise.all(
    editors.map(async (editor) => {
      while (performance.now() < until) {
        const from = performance.now();
        await save(site, editor);
        times.push(performance.now() - from);
      }
    }),
  );
  return times;
}

async function steadily(site: string, editors: readonly Editor[], seconds: number): Promise<number[]> {
  const begin = performance.now() + 50;
  const times: number[] = [];
  await Promise.all(
    editors.map(async (editor, index) => {
      for (let turn = 0; turn < (seconds * RATE) / EDITORS; turn += 1) {
        const due = begin + ((turn * EDITORS + index) * 1000) / RATE;
        const wait = due - performance.now();
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
        await save(site, editor);
        times.push(performance.now() - due);
      }
    }),
  );
  return times;
}

const editors: Editor[] = [];
const site = await startSite(
  async (file) => {
    await preparedDatabase(file);
    const database = new Database(file);
    for (let index = 0; index < EDITORS; index += 1)
      editors.push({ cookie: makeEditor(database, secret, index), figure: null });
    source = (database.prepare(`SELECT "slug" FROM "Source" ORDER BY "id" LIMIT 1`).get() as { slug: string }).slug;
    database.close();
  },
  { FOOTNOTE_SECRET: secret },
);
try {
  await asFast(site.address, editors, WARM_SECONDS);
  console.log(`Load average before: ${loadavg()[0]?.toFixed(1)}`);
  report(`At ${RATE} a second`, await steadily(site.address, editors, SECONDS), SECONDS);
  const [busyBefore, before] = [busyMs(site.process.pid), countSaves()];
  report("As fast as it goes", await asFast(site.address, editors, SECONDS), SECONDS);
  const perSave = (busyMs(site.process.pid) - busyBefore) / (countSaves() - before);
  console.log(`Processor time of the site: ${perSave.toFixed(2)} ms a save`);
  console.log(`Answers: ${[...statuses].map(([status, count]) => `${count} × ${status}`).join(", ")}`);
  const database = new Database(site.database, { readonly: true });
  const version = database.prepare(`SELECT "version" FROM "Figure" WHERE "publicId" = ?`);
  const lost = [...saved].filter(
    ([key, newest]) => (version.get(key) as { version: number } | undefined)?.version !== newest,
  );
  database.close();
  console.log(`${saved.size} figures confirmed, ${lost.length} not as confirmed`);
} finally {
  agent.destroy();
  await site.stop();
}
