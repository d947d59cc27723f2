import { randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { percentile } from "@/bench/setup/ask";
import { copyDatabase, postgresqlOfRun } from "@/tests/setup/data/postgresql";
import { preparedDatabase } from "@/tests/setup/site/prepared-database";
import { makePeople, type SessionCookie, sendAs } from "@/tests/setup/site/signed-in";
import { startSite } from "@/tests/setup/site/start-site";

/** Milliseconds from one save to the next. */
const EVERY_MS = 200;

async function start(isPostgresql: boolean) {
  if (isPostgresql) {
    const postgresql = await postgresqlOfRun();
    const DATABASE_URL = await copyDatabase(postgresql, postgresql.withPeople);
    const site = await startSite(undefined, { DATABASE_URL, FOOTNOTE_SECRET: postgresql.secret });
    return { site, people: postgresql.sessions };
  }
  const FOOTNOTE_SECRET = randomBytes(32).toString("base64url");
  let people: Awaited<ReturnType<typeof makePeople>> | undefined;
  const fill = async (file: string) => {
    await preparedDatabase(file);
    people = await makePeople(file, FOOTNOTE_SECRET);
  };
  const site = await startSite(fill, { FOOTNOTE_SECRET });
  if (people === undefined) throw new Error("Nobody was made");
  return { site, people };
}

/** Imports a file at a site of its own while somebody else saves five times a second, and says how those saves were answered. */
export async function savesBeside(file: string, isPostgresql: boolean): Promise<void> {
  const { site, people } = await start(isPostgresql);
  try {
    const statuses = new Map<number, number>();
    const times: number[] = [];
    const save = async () => {
      const from = performance.now();
      const { status } = await sendAs(people.admin, site.address, "POST", "figures", FIGURE, {
        "idempotency-key": randomUUID(),
      });
      times.push(performance.now() - from);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    };
    await save();
    const stand = await beginImport(site.address, people.editor, readFileSync(file));
    const from = performance.now();
    const saves: Promise<void>[] = [];
    for (let state = "waiting"; !["done", "failed", "refused"].includes(state); ) {
      saves.push(save());
      await pause(EVERY_MS);
      const told = await stand();
      if (told !== state) console.log(`  ${told} after ${((performance.now() - from) / 1000).toFixed(1)} s`);
      state = told;
    }
    await Promise.all(saves);
    console.log(`Load average ${loadavg()[0]?.toFixed(1)}, ${isPostgresql ? "PostgreSQL" : "SQLite"}:`);
    console.log(`  saves answered: ${[...statuses].map(([status, count]) => `${count} × ${status}`).join(", ")}`);
    console.log(`  p50 ${percentile(times, 0.5).toFixed(0)} ms, longest ${percentile(times, 1).toFixed(0)} ms`);
  } finally {
    await site.stop();
  }
}

/** Begins an import; answers a question for its state. */
async function beginImport(address: string, { name, value }: SessionCookie, body: Uint8Array) {
  const headers = { cookie: `${name}=${value}`, origin: address };
  const begun = await fetch(`${address}/api/v1/imports?mode=import&status=published`, {
    method: "POST",
    headers: { ...headers, "content-type": "text/csv", "idempotency-key": randomUUID(), prefer: "respond-async" },
    body: body as Uint8Array<ArrayBuffer>,
  });
  if (begun.status !== 202) throw new Error(`The import was answered ${begun.status}: ${await begun.text()}`);
  const location = begun.headers.get("location");
  return async () => {
    const answer = await fetch(`${address}${location}`, { headers });
    return ((await answer.json()) as { data: { state: string } }).data.state;
  };
}

const FIGURE = {
  ...{ metric: "companies-attracted", region: "CN-GZ", wording: "more_than", value: { digits: "9500" } },
  ...{ period: "2018", speakerKind: "outlet", status: "published" },
  citations: [{ source: "china-daily-2019-guizhou-looms", locator: "para 1", phrase: "more than 9500 companies" }],
};
