import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { figureBody } from "@/tests/setup/data/figure-body";
import { askRaw } from "@/tests/setup/site/ask-raw";
import { headersAt, startOwnSite } from "@/tests/setup/site/own-site";
import { type RunningSite, startSite } from "@/tests/setup/site/start-site";

const FIGURE = "1xbsws2ehp3l0bj9j7td";
const PAGE = `/figures/${FIGURE}`;
const WORKERS = 3;

let site: RunningSite;
beforeAll(async () => {
  site = await startOwnSite("withPeople", { WORKERS: `${WORKERS}` });
}, 120_000);
afterAll(() => site?.stop());

/** Asks as an editor, over a connection of its own, so that the workers answer in turn. */
function ask(address: string, { headers, ...sent }: Parameters<typeof askRaw>[2] = {}) {
  const own = { ...headersAt(site.address, "editor"), "content-type": "application/json" };
  return askRaw(site.address, address, { headers: { ...own, ...headers }, ...sent });
}

const many = <Result>(work: () => Promise<Result>) => Promise.all(Array.from({ length: 4 * WORKERS }, work));

const save = () =>
  ask("/api/v1/figures", {
    method: "POST",
    headers: { "idempotency-key": randomUUID() },
    body: JSON.stringify(figureBody("china-daily-2019-guizhou-looms")({ status: "draft" })),
  });

/** Workers of a process that run, by number, the oldest first; what translates TypeScript is none. */
function workersOf(pid: number | undefined): readonly number[] {
  const isWorker = (process: string) => {
    try {
      const parent = /.*\) \S (\d+)/s.exec(readFileSync(`/proc/${process}/stat`, "utf8"))?.[1];
      return parent === `${pid}` && readFileSync(`/proc/${process}/cmdline`, "utf8").includes("server/serve.ts");
    } catch {
      return false;
    }
  };
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return all
    .filter(isWorker)
    .map(Number)
    .sort((a, b) => a - b);
}

describe.skipIf(process.platform !== "linux")("several processes at one port, on one SQLite file", () => {
  const workers = () => workersOf(site.process.pid);

  test("all of them are there", async () => {
    await expect.poll(workers).toHaveLength(WORKERS);
  });

  test("what is saved by one is seen by whoever is asked next", async () => {
    // Asked all the time, each worker has just read which version is published, and would not read it again so soon.
    let isOver = false;
    const readers = many(async () => {
      while (!isOver) await ask(PAGE);
    });
    try {
      for (let version = 1; version <= 8; version += 1) {
        const note = `Compared anew, ${randomUUID()}`;
        const saved = await ask(`/api/v1/figures/${FIGURE}`, {
          method: "PATCH",
          headers: { "if-match": `"${version}"` },
          body: JSON.stringify({ note, cause: "typo", reason: "Read again" }),
        });
        expect(saved.status).toBe(200);
        for (const page of await many(() => ask(PAGE))) expect(page.body).toContain(note);
      }
    } finally {
      isOver = true;
      await readers;
    }
  });

  test("saves that come together are all kept, and an attempt at all of them is made once", async () => {
    const made = await many(save);
    expect(made.map(({ status }) => status)).toEqual(made.map(() => 201));
    expect(new Set(made.map((answer) => JSON.parse(answer.body).data.key)).size).toBe(made.length);
    const headers = { "idempotency-key": randomUUID() };
    const body = JSON.stringify(figureBody("china-daily-2019-guizhou-looms")({ status: "draft" }));
    const keys = new Set<string>();
    for (const answer of await many(() => ask("/api/v1/figures", { method: "POST", headers, body }))) {
      if (answer.status === 201) keys.add(JSON.parse(answer.body).data.key);
      // The first was still under way.
      else expect(answer.status).toBe(409);
    }
    expect(keys.size).toBe(1);
  });

  test("an import is found by whoever is asked how it stands", async () => {
    const columns = "metric,region,wording,value,period,source,locator,phrase";
    const row = `companies-attracted,CN-GZ,about,"2,000",2020,china-daily-2019-guizhou-looms,workers,"about 2,000 companies"`;
    const begun = await ask("/api/v1/imports?mode=dry-run", {
      method: "POST",
      headers: { "content-type": "text/csv", prefer: "respond-async" },
      body: `${columns}\n${row}`,
    });
    expect(begun.status).toBe(202);
    const states = async () =>
      new Set(
        (await many(() => ask(begun.headers.location ?? ""))).map((answer) => JSON.parse(answer.body).data.state),
      );
    await expect.poll(states, { timeout: 60_000 }).toEqual(new Set(["checked"]));
  });

  test("one that is killed is started again, and what was confirmed is there", async () => {
    const [writer, reader] = workers();
    const { body: made } = await save();
    for (const pid of [reader, writer]) {
      process.kill(pid ?? 0, "SIGKILL");
      await expect.poll(async () => (await save().catch(() => null))?.status, { timeout: 60_000 }).toBe(201);
      await expect.poll(workers, { timeout: 60_000 }).toHaveLength(WORKERS);
      expect(workers()).not.toContain(pid);
    }
    const { key } = JSON.parse(made).data;
    await expect.poll(async () => (await ask(`/api/v1/figures/${key}`).catch(() => null))?.status).toBe(200);
  });

  test("who connects while one is killed is answered, or told by a broken connection", async () => {
    for (let round = 0; round < 5; round += 1) {
      process.kill(workers().at(-1) ?? 0, "SIGKILL");
      const asked = await Promise.allSettled([many(() => ask(PAGE)), many(() => ask(PAGE))].flat());
      for (const answer of asked) {
        if (answer.status === "rejected") expect(answer.reason.message).toMatch(/ECONNRESET|socket hang up/);
      }
      await expect.poll(workers, { timeout: 60_000 }).toHaveLength(WORKERS);
      // It takes connections again.
      await expect.poll(async () => (await many(() => ask(PAGE))).every(({ status }) => status === 200)).toBe(true);
    }
  });

  test("a request that is sent slowly is cut off", async () => {
    const { hostname, port } = new URL(site.address);
    const slow = Array.from({ length: 2 * WORKERS }, () => {
      const socket = connect(Number(port), hostname).on("error", () => undefined);
      socket.write("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
      return new Response(Readable.toWeb(socket) as ReadableStream).text();
    });
    for (const answer of await Promise.all(slow)) expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  }, 60_000);

  test("a second site is refused the file", async () => {
    const second = startSite(undefined, { DATABASE_URL: site.databaseUrl, WORKERS: "2" });
    await expect(second).rejects.toThrow("The site stopped with code 1");
  });

  test("when the process at the top is killed, no worker stays", async () => {
    await expect.poll(workers).toHaveLength(WORKERS);
    const left = workers();
    site.process.kill("SIGKILL");
    const running = () => readdirSync("/proc").filter((name) => left.includes(Number(name)));
    await expect.poll(running, { timeout: 60_000 }).toEqual([]);
    site = await startOwnSite("withPeople", { WORKERS: "2" });
    const [pid, ...others] = [site.process.pid, ...workers()];
    await site.stop();
    expect(readdirSync("/proc").filter((name) => [pid, ...others].includes(Number(name)))).toEqual([]);
  });
});
