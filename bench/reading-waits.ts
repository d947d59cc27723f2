/**
 * How long other requests wait while the site reads a text of 900 kB, in milliseconds: the longest wait and the 99th percentile for
 * each shape of text, beside the same without any reading.
 *
 *   npx next build
 *   npx tsx --conditions=react-server bench/reading-waits.ts [readings of each shape]        (default: 5)
 *
 * Every 20 ms a small public page and a route of the API are asked for, and every 120 ms a short reading by somebody else,
 * whatever became of those before. Site and questions share one machine.
 */
import { randomBytes } from "node:crypto";
import { Agent, request } from "node:http";
import { loadavg } from "node:os";
import { preparedDatabase } from "@/tests/setup/site/prepared-database";
import { makePeople } from "@/tests/setup/site/signed-in";
import { startSite } from "@/tests/setup/site/start-site";

const READINGS = Number(process.argv[2] ?? 5);
const BYTES = 900_000;
const NEW_RECORD_FIELDS =
  "The park now houses more than 1,400 firms, which employ nearly 62,000 people and paid 3.1 billion yuan ($460 million) in 2018, said Wang Wei, chairman of Cloud Park. ";

/** Pieces of which the texts are made by repeating them. */
const SHAPES: Readonly<Record<string, string>> = {
  news: NEW_RECORD_FIELDS,
  "news in paragraphs": `${NEW_RECORD_FIELDS}\n`,
  "one endless sentence": "a network of some 2,000 medical experts and ",
  "words without a figure": "words and more ",
  digits: "7",
  "digits and commas": "1,234,",
  brackets: "(",
  "dollar signs": "$",
  quotes: '"',
  letters: "x",
  "short sentences": "No. ",
  "short lines": "a\n",
  Chinese: "截至2018年底，园区吸引了超过9500家企业，产值达1.2万亿元，同比增长23.4%，",
  "Chinese numerals": "三千六百",
  "short Chinese sentences": "好。",
};

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const secret = randomBytes(32).toString("base64url");
let sessions: Awaited<ReturnType<typeof makePeople>> | null = null;
const site = await startSite(
  async (file) => {
    await preparedDatabase(file);
    sessions = await makePeople(file, secret);
  },
  { FOOTNOTE_SECRET: secret },
);
const [editor, admin] = [signedIn("editor"), signedIn("admin")];

function signedIn(role: "editor" | "admin"): Readonly<Record<string, string>> {
  const session = sessions?.[role];
  return { cookie: `${session?.name}=${session?.value}`, origin: site.address, "content-type": "application/json" };
}

interface Answered {
  readonly status: number;
  readonly ms: number;
}

/** Asks, and answers the status and the milliseconds until the whole answer was there. */
function ask(path: string, who: Readonly<Record<string, string>> = {}, body: Buffer | null = null): Promise<Answered> {
  const from = performance.now();
  const headers = { ...who, ...(body === null ? {} : { "content-length": body.length }) };
  return new Promise((resolve, reject) => {
    const method = body === null ? "GET" : "POST";
    const sent = request(site.address + path, { agent, method, headers }, (response) => {
      response.resume();
      response.on("end", () => resolve({ status: response.statusCode ?? 0, ms: performance.now() - from }));
    });
    sent.on("error", reject);
    sent.end(body ?? undefined);
  });
}

const bodyOf = (text: string) => Buffer.from(JSON.stringify({ text, published: "2019-02-28" }));
const SHORT = bodyOf("Some 2,000 medical experts from more than 200 hospitals.");
const QUESTIONS = [
  { name: "page", everyMs: 20, put: () => ask("/method") },
  { name: "interface", everyMs: 20, put: () => ask("/api/v1/version") },
  // One person may ask for 600 changes a minute.
  { name: "reading", everyMs: 120, put: () => ask("/api/v1/read", admin, SHORT) },
];

/** Waits of each question while `work` goes on. */
async function waitsDuring(work: () => Promise<void>): Promise<readonly (readonly number[])[]> {
  const asked = QUESTIONS.map(({ everyMs, put }) => {
    const open: Promise<Answered>[] = [];
    return { open, timer: setInterval(() => open.push(put()), everyMs) };
  });
  await work();
  for (const { timer } of asked) clearInterval(timer);
  return Promise.all(asked.map(async ({ open }) => (await Promise.all(open)).map(({ ms }) => ms)));
}

function row(name: string, waits: readonly (readonly number[])[], said: string): void {
  const parts = waits.map((list) => {
    const sorted = [...list].sort((a, b) => a - b);
    const at = (share: number) => (sorted[Math.ceil(share * sorted.length) - 1] ?? 0).toFixed(0).padStart(6);
    return `${at(1)} ${at(0.99)}`;
  });
  console.log(`${name.padEnd(24)} ${parts.join("   ")}   ${said}`);
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

try {
  // As warm as a site that has been in use for a minute: the start itself renders the first pages.
  for (const piece of [NEW_RECORD_FIELDS, SHAPES.Chinese ?? ""])
    await ask("/api/v1/read", admin, bodyOf(piece.repeat(200)));
  for (let round = 0; round < 50; round += 1) await Promise.all(QUESTIONS.map(({ put }) => put()));
  await pause(8000);
  console.log(`load before: ${loadavg()[0]?.toFixed(2)}`);
  console.log(`${"longest, p99".padEnd(24)} ${QUESTIONS.map(({ name }) => name.padStart(13)).join("   ")}`);
  for (const [name, piece] of Object.entries(SHAPES)) {
    const most = BYTES / Buffer.byteLength(JSON.stringify(piece).slice(1, -1));
    const body = bodyOf(piece.repeat(Math.floor(most)));
    let said = "";
    const waits = await waitsDuring(async () => {
      for (let reading = 0; reading < READINGS; reading += 1) {
        const { status, ms } = await ask("/api/v1/read", editor, body);
        said = `answered ${status} in ${ms.toFixed(0)} ms`;
        await pause(100);
      }
    });
    row(name, waits, said);
  }
  // Last, when the site has long been warm.
  row("without reading", await waitsDuring(() => pause(4000)), "");
} finally {
  agent.destroy();
  await site.stop();
}
