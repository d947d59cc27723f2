import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/data/db/client";
import { env } from "@/lib/env";
import { preparePostgresql } from "@/scripts/database/postgresql/prepare";
import { anotherDatabase } from "@/tests/setup/data/another-database";
import { apiAt } from "@/tests/setup/data/api";
import { figureBody } from "@/tests/setup/data/figure-body";
import { RACES } from "@/tests/setup/data/races";
import { makeSignedIn } from "@/tests/setup/site/browsing";
import { makePeople, type SessionCookie, sendAs } from "@/tests/setup/site/signed-in";
import { type RunningSite, startSite } from "@/tests/setup/site/start-site";

const FIGURE = "1xbsws2ehp3l0bj9j7td";
const REASON = { cause: "typo", reason: "Read again" };
/** How long the other site may take to see what one has saved, in milliseconds. */
const SEEN_MS = 1000;

/** Processes of each site. */
const PROCESSES = [1, 2];

let sites: readonly RunningSite[] = [];
let session: SessionCookie;

beforeAll(async () => {
  const { DATABASE_URL, FOOTNOTE_SECRET = "" } = env();
  session = (await makePeople(DATABASE_URL, FOOTNOTE_SECRET)).editor;
  sites = await Promise.all(
    PROCESSES.map((count) => startSite(undefined, { DATABASE_URL, FOOTNOTE_SECRET, WORKERS: `${count}` })),
  );
}, 120_000);
afterAll(() => Promise.all(sites.map((site) => site.stop())));

const [one, other] = [() => sites[0]?.address ?? "", () => sites[1]?.address ?? ""];

const send = (site: string, method: string, address: string, body: object, headers: object = {}) =>
  sendAs(session, site, method, address, body, headers);

test("the link by which the first account is made is one for all sites, whichever started last", async () => {
  const url = new URL(await anotherDatabase("", "first"));
  await preparePostgresql(url.href);
  const settings = { DATABASE_URL: url.href, FOOTNOTE_SECRET: env().FOOTNOTE_SECRET ?? "" };
  const first = await startSite(undefined, settings);
  const link = /\/setup\?token=\S+/;
  await expect.poll(first.output).toMatch(link);
  const second = await startSite(undefined, settings);
  await expect.poll(second.output).toMatch(link);
  const path = link.exec(first.output())?.[0] ?? "";
  expect(link.exec(second.output())?.[0]).toBe(path);
  for (const site of [first, second])
    expect(await (await fetch(`${site.address}${path}`)).text()).toContain("It is an admin’s");
  await Promise.all([first.stop(), second.stop()]);
});

test("what is saved at one site is seen at all of them within a second", async () => {
  const page = async (site: string) => (await fetch(`${site}/figures/${FIGURE}`)).text();
  const note = `Compared anew, ${randomUUID()}`;
  expect(await page(other())).not.toContain(note);
  const saved = await send(one(), "PATCH", `figures/${FIGURE}`, { note, ...REASON }, { "if-match": '"1"' });
  expect(saved.status).toBe(200);
  await expect.poll(() => page(other()), { timeout: SEEN_MS }).toContain(note);
  expect(await page(one())).toContain(note);
});

test("each process listens for what the others publish, and asks besides", async () => {
  const listeners = () => db().$queryRaw<{ query: string }[]>`
    SELECT "query" FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'footnote, notices'`;
  const all = PROCESSES.flatMap((count) => Array<object>(count).fill({ query: "LISTEN footnote_published" }));
  await expect.poll(listeners).toEqual(all);
});

test.each(RACES)("at two sites: %s", async (_, race) => {
  expect.hasAssertions();
  const admins = [await makeSignedIn("admin"), await makeSignedIn("admin")] as const;
  const cookies = admins.map(({ browser }) => browser.request("/").headers.get("cookie") ?? "");
  const at = (site: string, cookie = "") => apiAt(site, { cookie, origin: site });
  const editor = `${session.name}=${session.value}`;
  await race({
    editors: [at(one(), editor), at(other(), editor)],
    admins: [at(one(), cookies[0]), at(other(), cookies[1])],
    adminIds: [admins[0].id, admins[1].id],
  });
});

test("of edits of one version at both sites at once one wins, and an attempt at both is made once", async () => {
  const { version } = await db().figure.findUniqueOrThrow({ where: { publicId: FIGURE } });
  const edits = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      send(
        index % 2 === 0 ? one() : other(),
        "PATCH",
        `figures/${FIGURE}`,
        { note: `Edit ${index}`, ...REASON },
        { "if-match": `"${version}"` },
      ),
    ),
  );
  expect(edits.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(412)]);
  const before = await db().figure.count();
  const attempt = { "idempotency-key": randomUUID() };
  const body = figureBody("china-daily-2019-guizhou-looms")({ status: "draft" });
  const made = await Promise.all([one(), other()].map((site) => send(site, "POST", "figures", body, attempt)));
  expect(made.map(({ status }) => status)).toEqual([201, 201]);
  const keys = await Promise.all(made.map(async (answer) => (await answer.json()).data.key));
  expect(keys[0]).toBe(keys[1]);
  expect(await db().figure.count()).toBe(before + 1);
});

test("connections that are lost are made anew: both sites go on reading and saving", async () => {
  await db().$queryRaw`
    SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE 'footnote%'`.catch(
    () => [],
  );
  for (const site of [one(), other()]) {
    const read = async () =>
      (await fetch(`${site}/api/v1/figures/${FIGURE}/citation.bib?again=${randomUUID()}`)).status;
    await expect.poll(read).toBe(200);
    const save = async () => {
      const { version } = await db().figure.findUniqueOrThrow({ where: { publicId: FIGURE } });
      const note = `Saved again, ${randomUUID()}`;
      return (await send(site, "PATCH", `figures/${FIGURE}`, { note, ...REASON }, { "if-match": `"${version}"` }))
        .status;
    };
    await expect.poll(save).toBe(200);
  }
  for (const site of sites) expect(site.process.exitCode).toBeNull();
});
