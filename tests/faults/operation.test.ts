import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { renameSync } from "node:fs";
import { connect, type Socket } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askRaw } from "@/tests/setup/site/ask-raw";
import { headersAt, startOwnSite } from "@/tests/setup/site/own-site";
import type { RunningSite } from "@/tests/setup/site/start-site";

const TOKEN = "a token that only the collector has";
let site: RunningSite;
beforeAll(async () => {
  site = await startOwnSite("withPeople", { METRICS_TOKEN: TOKEN, LOG_LEVEL: "debug" });
}, 60_000);
afterAll(() => site.stop());

const healthOf = async (address: string) => {
  const { status, body } = await askRaw(address, "/api/health");
  return [status, JSON.parse(body)];
};

describe("/api/health says how the site stands", () => {
  test("well: with the publication version, which a save raises", async () => {
    const [status, before] = await healthOf(site.address);
    expect([status, before]).toEqual([200, { status: "ok", ready: true, writable: true, version: expect.any(Number) }]);
    const { version } = JSON.parse((await askRaw(site.address, "/api/v1/version")).body);
    expect(before.version).toBe(version);
    const live = await askRaw(site.address, "/api/health/live");
    expect([live.status, live.body, live.headers["cache-control"]]).toEqual([
      200,
      '{"live":true}',
      "private, no-store",
    ]);
  });

  test("on a file system that may only be read: readers are served, and that nothing can be saved is said (T57)", async ({
    skip,
  }) => {
    const other = await startOwnSite("seeded");
    const folder = path.dirname(other.database);
    const mount = (...args: readonly string[]) =>
      process.getuid?.() === 0 && spawnSync("mount", [...args, folder]).status === 0;
    try {
      // The folder over itself: a mount of its own can be made read-only while files in it are open.
      if (!mount("--bind", folder) || !mount("-o", "remount,bind,ro")) skip("no file system can be mounted here");
      expect(await healthOf(other.address)).toEqual([
        200,
        { status: "read_only", ready: true, writable: false, version: expect.any(Number) },
      ]);
      expect((await askRaw(other.address, "/metrics")).status).toBe(200);
      spawnSync("umount", ["--lazy", folder]);
      expect((await healthOf(other.address))[1]).toMatchObject({ status: "ok", writable: true });
    } finally {
      spawnSync("umount", ["--lazy", folder]);
      await other.stop();
    }
  });

  test("not ready once its database was moved away, and live all the same", async () => {
    const other = await startOwnSite("seeded");
    renameSync(other.database, `${other.database}.away`);
    expect(await healthOf(other.address)).toEqual([
      503,
      { status: "database_moved", ready: false, writable: false, version: expect.any(Number) },
    ]);
    expect((await askRaw(other.address, "/api/health/live")).status).toBe(200);
    await other.stop();
  });
});

/** The value of a metric with these labels; 0 where it has not been counted. */
function countOf(text: string, metric: string): number {
  const line = text.split("\n").find((candidate) => candidate.startsWith(`${metric} `));
  return Number(line?.split(" ").at(-1) ?? 0);
}

const metrics = async () =>
  (await askRaw(site.address, "/api/metrics", { headers: { authorization: `Bearer ${TOKEN}` } })).body;

describe("/api/metrics", () => {
  test("is for whoever has the token, and not there where there is none", async () => {
    const statusWith = async (headers: Record<string, string>) =>
      (await askRaw(site.address, "/api/metrics", { headers })).status;
    expect(await statusWith({})).toBe(401);
    expect(await statusWith({ authorization: "Bearer wrong" })).toBe(401);
    expect(await statusWith({ authorization: `Bearer ${TOKEN}` })).toBe(200);
    const other = await startOwnSite("seeded");
    const { status } = await askRaw(other.address, "/api/metrics", { headers: { authorization: "Bearer undefined" } });
    await other.stop();
    expect(status).toBe(404);
  });

  test("counts requests, saves, pages from memory and made, imports and refusals of the database", async () => {
    const before = await metrics();
    await askRaw(site.address, "/?topic=counted");
    await askRaw(site.address, "/?topic=counted");
    const headers = {
      ...headersAt(site.address, "admin"),
      "idempotency-key": "counted",
      "content-type": "application/json",
    };
    const body = JSON.stringify({ slug: "counted", name: "Counted", position: 91 });
    expect((await askRaw(site.address, "/api/v1/topics", { method: "POST", headers, body })).status).toBe(201);
    await askRaw(site.address, "/api/v1/topics", {
      method: "POST",
      headers: { ...headers, "idempotency-key": "again" },
      body,
    });
    const said = "companies-attracted,CN-GZ,about,7,2020,china-daily-2019-guizhou-looms,counted,about 7 companies";
    const imported = await askRaw(site.address, "/api/v1/imports?mode=import&status=draft", {
      method: "POST",
      headers: { ...headers, "idempotency-key": "import", "content-type": "text/csv" },
      body: `metric,region,wording,value,period,source,locator,phrase\n${said}\n`,
    });
    expect([imported.status, imported.body]).toEqual([201, expect.any(String)]);
    const after = await metrics();
    const more = (name: string) => countOf(after, name) - countOf(before, name);
    expect(more('footnote_page_answers_total{result="made"}')).toBe(1);
    expect(more('footnote_page_answers_total{result="kept"}')).toBe(1);
    expect(more('footnote_imports_total{outcome="done"}')).toBe(1);
    expect(more('footnote_saves_total{outcome="saved"}')).toBe(1);
    expect(more('footnote_saves_total{outcome="conflict"}')).toBe(1);
    expect(more('footnote_request_duration_seconds_count{route="page",status="200"}')).toBe(2);
    expect(more('footnote_request_duration_seconds_count{route="save",status="201"}')).toBe(1);
    for (const name of [
      "process_resident_memory_bytes",
      "nodejs_eventloop_lag_p99_seconds",
      "footnote_app_busy_ratio",
    ]) {
      expect(after).toMatch(new RegExp(`^${name} [\\d.e+-]+$`, "m"));
    }
  });
});

describe("the log", () => {
  test("has a line of JSON for each request, under the number in its answer, and nothing of a person", async () => {
    const { headers } = await askRaw(site.address, "/search?q=somebody%40mail.example", {
      headers: { "user-agent": "A browser", referer: "http://somewhere.example/" },
    });
    const id = String(headers["x-request-id"]);
    expect(id).toMatch(/^[\da-f-]{36}$/);
    const lineOf = () =>
      site
        .output()
        .split("\n")
        .find((line) => line.includes(id));
    await expect.poll(lineOf).toBeDefined();
    expect(JSON.parse(lineOf() ?? "")).toEqual({
      level: "debug",
      time: expect.any(String),
      pid: site.process.pid,
      request: id,
      method: "GET",
      route: "search",
      status: 200,
      milliseconds: expect.any(Number),
      event: "Request",
    });
    expect(site.output()).not.toMatch(/somebody|A browser|somewhere|127\.0\.0\.1|::1|@example\.org/);
  });
});

describe("more than the site can hold is refused before it is held", () => {
  /** A request to save whose body never comes whole. */
  function beginSave(): { readonly socket: Socket; readonly answer: () => string } {
    const { hostname, port, host } = new URL(site.address);
    const { cookie, origin } = headersAt(site.address, "admin");
    const socket = connect(Number(port), hostname).setEncoding("latin1");
    let answer = "";
    socket
      .on("error", () => undefined)
      .on("data", (data) => {
        answer += data;
      });
    const head = `POST /api/v1/topics HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\nOrigin: ${origin}\r\n`;
    socket.write(`${head}Idempotency-Key: x\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{`);
    return { socket, answer: () => answer };
  }

  test("with the time to come back, and works again when they have gone", async () => {
    const begun = Array.from({ length: 500 }, beginSave);
    // 150 of one client are read at once and 200 wait for their turn: docs/operation.md.
    const countOf = (what: (answer: string) => boolean) => begun.filter(({ answer }) => what(answer())).length;
    await expect.poll(() => countOf((text) => text.includes(" 503 ")), { timeout: 60_000 }).toBe(150);
    const refused = begun.find(({ answer }) => answer().includes(" 503 "));
    expect(refused?.answer()).toMatch(/^HTTP\/1\.1 503 [\s\S]*retry-after: 2\r\n/i);
    expect(countOf((text) => text === "")).toBe(350);
    expect((await askRaw(site.address, "/metrics")).status).toBe(200);
    await Promise.all(
      begun.map(({ socket }) => {
        const closed = socket.destroyed ? undefined : once(socket, "close");
        socket.destroy();
        return closed;
      }),
    );
    await expect.poll(async () => (await askRaw(site.address, "/api/health")).status).toBe(200);
  });
});
