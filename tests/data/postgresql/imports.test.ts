import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/data/db/client";
import { env } from "@/lib/env";
import type { ImportJob } from "@/lib/importing/job";
import type { PlannedRow } from "@/lib/importing/plan";
import { makePeople, type SessionCookie } from "@/tests/setup/site/signed-in";
import { type RunningSite, startSite } from "@/tests/setup/site/start-site";

/** A script begins late on a busy machine, and a server is not heard of for half a minute before it is taken for ended. */
const PATIENCE = { timeout: 150_000 };

let sites: readonly RunningSite[] = [];
let editor: SessionCookie;
let admin: SessionCookie;
beforeAll(async () => {
  const { DATABASE_URL, FOOTNOTE_SECRET = "" } = env();
  ({ editor, admin } = await makePeople(DATABASE_URL, FOOTNOTE_SECRET));
  // Folders of their own: what one knows of the imports of the other it has from the database.
  sites = await Promise.all([1, 2].map(() => startSite(undefined, { DATABASE_URL, FOOTNOTE_SECRET })));
}, 120_000);
afterAll(() => Promise.all(sites.map((site) => site.stop())));

const [one, other] = [() => sites[0]?.address ?? "", () => sites[1]?.address ?? ""];

const HEADER = "metric,region,wording,value,period,source,locator,phrase";
const fileOf = (mark: string, rows: number, odd = "") => {
  const said = "companies-attracted,CN-GZ,about,2000,2020,china-daily-2019-guizhou-looms";
  const lines = Array.from({ length: rows }, (_, row) => `${said},${mark} ${row},about 2000 companies`);
  return [HEADER, ...lines, odd].join("\n");
};

function ask(site: string, method: string, address: string, { by = editor, ...sent }: Sent = {}): Promise<Response> {
  const headers = { cookie: `${by.name}=${by.value}`, origin: site, "content-type": "text/csv", ...sent.headers };
  return fetch(`${site}/api/v1/imports${address}`, { ...sent, method, headers });
}
interface Sent {
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly by?: SessionCookie;
}

const read = async (response: Response) =>
  ({ status: response.status, ...((await response.json()) as object) }) as {
    readonly status: number;
    readonly data: ImportJob;
    readonly code?: string;
  };
const stand = async (site: string, id: string) => read(await ask(site, "GET", `/${id}`));

/** Begins something at a site without waiting for its end; answers its key. */
async function begin(site: string, mode: string, body: string, attempt = randomUUID()): Promise<string> {
  const headers = { prefer: "respond-async", "idempotency-key": attempt };
  const { status, data } = await read(await ask(site, "POST", `?mode=${mode}&status=published`, { body, headers }));
  expect(status).toBe(202);
  return data.id;
}

const imported = (mark: string) => db().citation.count({ where: { locator: { startsWith: `${mark} ` } } });

test("an import begun at one site is followed at the other: how far it is, how it ended, and what it found", async () => {
  const id = await begin(one(), "dry-run", fileOf("followed", 40_000, "nothing,CN-GZ,about,1,2020,,,"));
  const seen: number[] = [];
  await expect
    .poll(async () => {
      const { data } = await stand(other(), id);
      if (data.state === "checking") seen.push(data.done);
      return data.state;
    }, PATIENCE)
    .toBe("refused");
  expect(seen.filter((done) => done > 0)).not.toEqual([]);
  const [here, there] = [await stand(one(), id), await stand(other(), id)];
  expect(there).toEqual(here);
  expect(there.data.summary?.totals).toEqual({ added: 40_000, changed: 0, unchanged: 0, refused: 1 });
  for (const site of [one(), other()]) {
    const rows = await ask(site, "GET", `/${id}/rows?fate=refused&page=0`);
    expect(((await rows.json()) as { data: PlannedRow[] }).data.map(({ row }) => row)).toEqual([40_002]);
  }
  // Nobody else is told, there as here.
  for (const site of [one(), other()]) expect((await ask(site, "GET", `/${id}`, { by: admin })).status).toBe(404);
});

test("asked for at both with one key, an import is done by one and answered by both", async () => {
  const headers = { "idempotency-key": randomUUID() };
  const send = (site: string) => ask(site, "POST", "?mode=import", { body: fileOf("twice", 2000), headers });
  const first = send(one());
  const [here, there] = [await read(await first), await read(await send(other()))];
  expect([here.status, there.status]).toEqual([201, 201]);
  expect(there.data).toEqual(here.data);
  expect(await imported("twice")).toBe(2000);
});

test("an import is cancelled at the other site, and leaves nothing", async () => {
  const id = await begin(one(), "import", fileOf("cancelled", 20_000));
  expect((await ask(other(), "DELETE", `/${id}`, { by: admin })).status).toBe(404);
  expect((await ask(other(), "DELETE", `/${id}`)).status).toBe(202);
  for (const site of [other(), one()])
    await expect.poll(async () => (await stand(site, id)).data.state, PATIENCE).toBe("cancelled");
  expect(await imported("cancelled")).toBe(0);
});

test("when its server is killed an import is broken off, whole or not at all, and done by whoever is asked again", async () => {
  const [attempt, file] = [randomUUID(), fileOf("killed", 20_000)];
  const id = await begin(one(), "import", file, attempt);
  await expect.poll(async () => (await stand(other(), id)).data.state, PATIENCE).toBe("checking");
  sites[0]?.process.kill("SIGKILL");
  await expect.poll(async () => (await stand(other(), id)).data.state, PATIENCE).toBe("failed");
  const { data } = await stand(other(), id);
  expect(data.trouble).toMatchObject({ status: 503, code: "broken_off" });
  expect(await imported("killed")).toBe(0);
  const headers = { "idempotency-key": attempt };
  const again = await read(await ask(other(), "POST", "?mode=import&status=published", { body: file, headers }));
  expect([again.status, again.data.id, again.data.state]).toEqual([201, id, "done"]);
  expect(await imported("killed")).toBe(20_000);
});
