import { randomBytes, randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { figureBody } from "@/tests/setup/data/figure-body";
import { createDatabase } from "@/tests/setup/data/postgresql";
import { type PostgresqlServer, startPostgresql } from "@/tests/setup/data/postgresql-server";
import { preparedDatabase } from "@/tests/setup/site/prepared-database";
import { makePeople, type SessionCookie, sendAs } from "@/tests/setup/site/signed-in";
import { type RunningSite, startSite } from "@/tests/setup/site/start-site";

const FIGURE = "1xbsws2ehp3l0bj9j7td";
const FIGURES = `/figures/${FIGURE}`;
/** Pages of every kind for readers. */
const PAGES = [
  ...["/", "/metrics", "/regions", "/sources", FIGURES, "/metrics/companies-attracted", "/regions/CN-GZ"],
  ...[
    "/sources/china-daily-2019-guizhou-looms",
    "/search?q=companies",
    "/api/v1/figures.csv?metric=companies-attracted",
  ],
];
/** In how many milliseconds saves have to go on after a fail-over: a limit for what hangs. */
const FAIL_OVER_MS = 30_000;

let primary: PostgresqlServer;
let replica: PostgresqlServer;
let session: SessionCookie;
/** A site that reads from the replica, and one that knows of none. */
let site: RunningSite;
let plain: RunningSite;

async function sql(server: PostgresqlServer, statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: `${server.url}/site` });
  await client.connect();
  const { rows } = await client.query(statement);
  await client.end();
  return rows;
}

const versionOf = async (server: PostgresqlServer) =>
  Number((await sql(server, `SELECT "version" FROM "Publication"`))[0]?.version);

beforeAll(async () => {
  primary = await startPostgresql();
  await createDatabase(primary.url, "site");
  await preparedDatabase(`${primary.url}/site`);
  const secret = randomBytes(32).toString("base64url");
  session = (await makePeople(`${primary.url}/site`, secret)).editor;
  replica = await startPostgresql(primary);
  // From now on nothing is confirmed that the replica does not have on its disk.
  await sql(primary, `ALTER SYSTEM SET synchronous_standby_names = '*'`);
  await sql(primary, "SELECT pg_reload_conf()");
  const both = `postgresql://footnote@127.0.0.1:${primary.port},127.0.0.1:${replica.port}/site`;
  const own = { DATABASE_URL: both, FOOTNOTE_SECRET: secret };
  site = await startSite(undefined, { ...own, DATABASE_READ_URL: `${replica.url}/site` });
  plain = await startSite(undefined, own);
}, 180_000);
afterAll(() => Promise.all([site?.stop(), plain?.stop()]));

const send = (method: string, address: string, body: object, headers: object) =>
  sendAs(session, site.address, method, address, body, headers);

/** As forms and balancers do where a site is busy, which it may be on a machine that does much else. */
async function onceMore(ask: () => Promise<Response>): Promise<Response> {
  const first = await ask();
  return first.status === 503 ? ask() : first;
}

async function saveNote(): Promise<string> {
  const note = `Compared anew, ${randomUUID()}`;
  const [row] = await sql(primary, `SELECT "version" FROM "Figure" WHERE "publicId" = '${FIGURE}'`);
  const reason = { cause: "typo", reason: "Read again" };
  const saved = await onceMore(() =>
    send("PATCH", `figures/${FIGURE}`, { note, ...reason }, { "if-match": `"${row?.version}"` }),
  );
  expect(saved.status).toBe(200);
  return note;
}

/** What stands at an address. The name of a page's late data depends on the order in which its parts were ready; and each site names itself. */
async function read(from: RunningSite, address: string): Promise<string> {
  const answer = await onceMore(() => fetch(from.address + address));
  expect([address, answer.status]).toEqual([address, 200]);
  const { hostname, port } = new URL(from.address);
  const itself = new RegExp(`${hostname}(?::|%3A|%253A)${port}`, "g");
  return (await answer.text()).replace(/\/_late\/[\w-]+/g, "").replace(itself, "");
}

/** Connections of the site at a server for its readers, by what they asked last. */
const readersAt = (server: PostgresqlServer) =>
  sql(server, `SELECT "query" FROM pg_stat_activity WHERE application_name = 'footnote, readers'`);

test("readers are given what the replica has, once it has what they are to see", async () => {
  const note = await saveNote();
  await expect.poll(() => versionOf(replica)).toBe(await versionOf(primary));
  expect(await read(site, FIGURES)).toContain(note);
  const asked = (await readersAt(replica)).map(({ query }) => String(query));
  expect(asked.some((query) => /FROM "public"\."(?!Publi)/.test(query))).toBe(true);
});

test("while the replica is behind, no page is older than what was saved, nor kept so when it has come after", async () => {
  await sql(replica, "SELECT pg_wal_replay_pause()");
  const before = await versionOf(replica);
  let expected: readonly string[] = [];
  try {
    const note = await saveNote();
    const pages = await Promise.all(PAGES.map((page) => read(site, page)));
    expect(await versionOf(replica)).toBe(before);
    expect(pages[PAGES.indexOf(FIGURES)]).toContain(note);
    expected = await Promise.all(PAGES.map((page) => read(plain, page)));
    expect(pages).toEqual(expected);
  } finally {
    await sql(replica, "SELECT pg_wal_replay_resume()");
  }
  await expect.poll(() => versionOf(replica)).toBe(await versionOf(primary));
  expect(await Promise.all(PAGES.map((page) => read(site, page)))).toEqual(expected);
});

test("the primary is killed under saves: none that was confirmed is lost, readers are answered, and the replica takes over", async () => {
  const confirmed: string[] = [];
  const statuses = new Set<number>();
  let isSaving = true;
  const save = async () => {
    const digits = `${1_000_000 + Math.floor(Math.random() * 1e9)}`;
    const body = figureBody("china-daily-2019-guizhou-looms")({ status: "draft", value: digits });
    const answer = await send("POST", "figures", body, { "idempotency-key": randomUUID() }).catch(() => null);
    const made = answer?.status === 201 ? ((await answer.json()) as { data: { key: string } }) : null;
    if (made !== null) confirmed.push(made.data.key);
    else if (answer !== null) statuses.add(answer.status);
  };
  const savers = Array.from({ length: 10 }, async () => {
    while (isSaving) await save();
  });
  await expect.poll(() => confirmed.length, { timeout: FAIL_OVER_MS }).toBeGreaterThan(50);
  primary.kill();
  // Pages that nobody has asked for before are made from the replica alone.
  const others = `SELECT "publicId" FROM "Figure" WHERE "status" = 'published' ORDER BY "id" DESC LIMIT 5`;
  for (const { publicId } of await sql(replica, others)) await read(site, `/figures/${publicId}`);
  replica.promote();
  const before = confirmed.length;
  await expect.poll(() => confirmed.length, { timeout: FAIL_OVER_MS }).toBeGreaterThan(before + 20);
  isSaving = false;
  await Promise.all(savers);
  const kept = await sql(replica, `SELECT "publicId" FROM "Figure"`);
  const keys = new Set(kept.map(({ publicId }) => publicId));
  expect(confirmed.filter((key) => !keys.has(key))).toEqual([]);
  // What could not be saved was said to be tried again.
  expect([...statuses].filter((status) => status !== 503)).toEqual([]);
  for (const one of [site, plain]) expect(one.process.exitCode).toBeNull();
});
