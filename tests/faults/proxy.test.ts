import { once } from "node:events";
import { existsSync } from "node:fs";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askRaw } from "@/tests/setup/site/ask-raw";
import { headersAt, startOwnSite } from "@/tests/setup/site/own-site";
import type { RunningSite } from "@/tests/setup/site/start-site";

const FIGURE = "1xbsws2ehp3l0bj9j7td";
let site: RunningSite;

beforeAll(async () => {
  site = await startOwnSite();
}, 60_000);
afterAll(() => site.stop());

/** Writes text to the site as it is, and answers what came back until the connection was closed; `leaves` closes it after that. */
async function say(text: string, leaves = false): Promise<string> {
  const { hostname, port } = new URL(site.address);
  const socket = connect(Number(port), hostname);
  let answer = "";
  socket.on("error", () => undefined).setEncoding("latin1");
  socket.on("data", (data) => {
    answer += data;
  });
  socket.write(text, "latin1", () => leaves && socket.destroySoon());
  await once(socket, "close");
  return answer;
}

const host = () => `Host: ${new URL(site.address).host}\r\n`;
const line = (text: string, more = "") => say(`${text} HTTP/1.1\r\n${host()}${more}Connection: close\r\n\r\n`);
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);

describe("a request line", () => {
  test.each([
    ["GET /", 200],
    ["GET /\\[", 400],
    ["GET /\\a:99999999", 400],
    ["GET /\\%00", 400],
    ["GET /\\metrics", 400],
    ["GET http://", 400],
    ["GET http://[/x", 400],
    ["GET http://a:99999/", 400],
    ["GET http://%00/", 400],
    ["GET foo://x", 400],
    ["GET https://a%20b/", 400],
    ["GET http://evil.example/", 400],
    ["GET /_global-error", 404],
    ["GET /_error", 404],
    ["GET /_not-found", 404],
    ["GET /_next/image?url=%2Fx&w=64&q=75", 404],
    ["GET /_next/static/../../api/health", 400],
    ["GET /_next/static/none.js", 404],
    ["GET /fonts/../figures/x", 400],
    ["GET /fonts/%2e%2e/figures/x", 400],
    ["GET /fonts/%2e%2e%2f%2e%2e%2fpackage.json", 400],
    ["GET /fonts/", 308],
    ["GET /metrics/", 308],
    ["GET //metrics", 308],
    ["OPTIONS *", 400],
    ["TRACE /", 405],
    ["POST /metrics", 405],
    ["POST /api/../", 400],
    ["PUT /api/%2e%2e/", 400],
    ["PATCH /api/..\\", 400],
    ["DELETE /%61pi/v1/figures", 405],
    ["CONNECT evil.example:443", 405],
    ["PROPFIND /", 405],
    ["PROPFIND /api/v1/version", 405],
  ])("%s is answered %i", async (text, status) => {
    expect(statusOf(await line(text))).toBe(status);
  });

  test("that names this host is answered as the path alone is, whatever the method", async () => {
    expect(statusOf(await line(`GET ${site.address}/metrics`))).toBe(200);
    const posted = await line(`POST ${site.address}/api/auth/sign-out`, "Content-Length: 0\r\n");
    expect(statusOf(posted)).toBe(statusOf(await line("POST /api/auth/sign-out", "Content-Length: 0\r\n")));
  });

  test("with two Host lines is refused", async () => {
    expect(statusOf(await line("GET /", host()))).toBe(400);
  });

  test("of any kind is never answered with an error of the site, and leaves no line in its log", async () => {
    const before = site.output();
    const signs = [
      "/",
      "\\",
      "..",
      "%2e",
      "%2F",
      "%5c",
      "%00",
      "?",
      "#",
      ":",
      "@",
      "[",
      "]",
      "*",
      ";",
      "http:",
      "api",
      "_next/static",
      "metrics",
      "_late",
      "&of=",
      "\u00ff",
      "%ff",
    ];
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    const methods = ["GET", "HEAD", "POST", "OPTIONS", "DELETE"];
    for (let number = 0; number < 250; number += 1) {
      const target = Array.from({ length: 1 + random(7) }, () => signs[random(signs.length)]).join("");
      const asked = `${methods[random(methods.length)]} ${number % 5 === 0 ? "" : "/"}${target}`;
      const status = statusOf(await line(asked, "Content-Length: 0\r\n"));
      expect([asked, status >= 200 && status < 500]).toEqual([asked, true]);
    }
    expect(site.output()).toBe(before);
    expect((await askRaw(site.address, "/api/health")).status).toBe(200);
  }, 60_000);
});

describe("a body", () => {
  test("that is too large is refused before it is sent", async () => {
    const answer = await line("POST /api/v1/figures", "Content-Length: 2000000\r\nExpect: 100-continue\r\n");
    expect(statusOf(answer)).toBe(413);
  });

  test("that is wanted is asked for", async () => {
    const head = `POST /api/auth/sign-in HTTP/1.1\r\n${host()}Origin: ${site.address}\r\nConnection: close\r\n`;
    const answer = await say(
      `${head}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1\r\nExpect: 100-continue\r\n\r\na`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 4\d\d /);
  });

  test("that breaks off is nobody's failure: the log says nothing", async () => {
    const before = site.output();
    const { cookie, origin } = headersAt(site.address, "admin");
    const known = `Cookie: ${cookie}\r\nOrigin: ${origin}\r\nIdempotency-Key: broken-off\r\n`;
    for (const path of ["/api/v1/figures", "/api/v1/read", "/api/v1/imports", "/api/auth/sign-in"]) {
      await say(
        `POST ${path} HTTP/1.1\r\n${host()}${known}Content-Type: application/json\r\nContent-Length: 5000\r\n\r\n{"a":`,
        true,
      );
    }
    expect((await askRaw(site.address, "/api/health")).status).toBe(200);
    expect(site.output()).toBe(before);
  });
});

describe("what is public", () => {
  test.each([
    ["/?utm_source=x&fbclid=1", "/"],
    ["/metrics?x=1", "/metrics"],
    ["/favicon.ico?n=1", "/favicon.ico"],
    [`/figures/${FIGURE}?`, `/figures/${FIGURE}`],
  ])("%s is %s", async (odd, plain) => {
    const [one, other] = [await askRaw(site.address, odd), await askRaw(site.address, plain)];
    expect([one.status, one.headers.etag]).toEqual([200, other.headers.etag]);
  });

  test("is the same, and kept, for the framework's router, whatever it says that it has", async () => {
    const ask = (tree: string, more: Record<string, string> = {}) =>
      askRaw(site.address, `/metrics?_rsc=${tree.length}`, {
        headers: { rsc: "1", "next-router-state-tree": tree, ...more },
      });
    const answers = [
      await ask("a"),
      await ask("%5B%22%22%2C%7B%7D%5D"),
      await ask("a", { "next-router-prefetch": "1", "next-url": "/x" }),
    ];
    expect(answers[0]?.headers["content-type"]).toBe("text/x-component");
    expect(new Set(answers.map(({ status, headers }) => `${status} ${headers.etag}`)).size).toBe(1);
    expect(answers[0]?.headers["content-security-policy"]).toContain("default-src 'none'");
    const prefetched = await askRaw(site.address, "/metrics", { headers: { "next-router-prefetch": "1" } });
    expect(prefetched.headers.etag).toBe((await askRaw(site.address, "/metrics")).headers.etag);
  });

  test.each([`/api/v1/figures/${FIGURE}/citation.json`, "/api/v1/figures.csv", "/favicon.ico"])(
    "and no page runs nothing: %s",
    async (path) => {
      const { status, headers } = await askRaw(site.address, path);
      expect(status).toBe(200);
      expect(headers["content-security-policy"]).toBe(
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      );
      expect(headers["accept-ranges"]).toBeUndefined();
    },
  );

  test("each form has a tag of its own, and is still good when it is named", async () => {
    for (const coding of ["", "br", "gzip"]) {
      const headers = { "accept-encoding": coding };
      const { headers: made } = await askRaw(site.address, "/metrics", { headers });
      expect(made["content-encoding"]).toBe(coding === "" ? undefined : coding);
      const known = { ...headers, "if-none-match": `"other", ${made.etag}` };
      expect((await askRaw(site.address, "/metrics", { headers: known })).status).toBe(304);
      expect((await askRaw(site.address, "/metrics", { headers: { "if-none-match": `x${made.etag}` } })).status).toBe(
        200,
      );
    }
    const none = { "accept-encoding": "identity;q=0, br;q=0, gzip;q=0" };
    expect((await askRaw(site.address, "/metrics", { headers: none })).status).toBe(406);
  });

  test("and static is for ever, compressed, and nothing else is", async () => {
    const { body } = await askRaw(site.address, "/");
    const [script = ""] = /\/_next\/static\/[\w./-]+\.js/.exec(body) ?? [];
    const asked = await askRaw(site.address, `${script}?n=1`, {
      headers: { "accept-encoding": "br", range: "bytes=0-5" },
    });
    expect([asked.status, asked.headers["content-encoding"]]).toEqual([200, "br"]);
    expect(asked.headers["content-type"]).toBe("text/javascript; charset=utf-8");
    expect(asked.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    const plain = await askRaw(site.address, script);
    expect([plain.status, plain.headers["content-encoding"]]).toEqual([200, undefined]);
    expect(Number(plain.headers["content-length"])).toBe(Buffer.byteLength(plain.body));
    const again = await askRaw(site.address, script, { headers: { "if-none-match": String(plain.headers.etag) } });
    expect(again.status).toBe(304);
    const missing = await askRaw(site.address, "/_next/static/none.js");
    expect([missing.status, missing.headers["cache-control"]]).toEqual([404, "public, max-age=0, must-revalidate"]);
    const [late = ""] = /\/_late\/[^"]+/.exec(body) ?? [];
    expect((await askRaw(site.address, late)).headers["cache-control"]).toBe("public, max-age=0, must-revalidate");
  });

  test("and asked for beyond measure is refused with the time to come back, while what is kept is there", async () => {
    const first = await askRaw(site.address, "/metrics");
    const order: string[] = [];
    const flood = Array.from({ length: 60 }, async (_, number) => {
      const answer = await askRaw(site.address, `/?topic=flood-${number}`);
      order.push(String(answer.status));
      return answer;
    });
    const kept = askRaw(site.address, "/metrics").then((answer) => {
      order.push("kept");
      return answer;
    });
    expect((await kept).headers.etag).toBe(first.headers.etag);
    const answers = await Promise.all(flood);
    const made = answers.filter(({ status }) => status === 200);
    expect([made.length >= 1, made.length <= 18]).toEqual([true, true]);
    for (const { status, headers } of answers) {
      expect([200, 503]).toContain(status);
      if (status === 503) expect(headers["retry-after"]).toBe("2");
    }
    // It did not wait for what was being made.
    expect(order.slice(order.indexOf("kept")).filter((name) => name === "200").length).toBeGreaterThan(0);
  });

  test("and asked for by fifty at once is there for all of them", async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => askRaw(site.address, "/?topic=together")));
    expect(new Set(answers.map(({ status, headers }) => `${status} ${headers.etag}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
    const [late = ""] = /\/_late\/[^"]+/.exec(answers[0]?.body ?? "") ?? [];
    const forged = late.replace(/\/_late\/[\w-]+/, `/_late/${"a".repeat(27)}`);
    const stale = await Promise.all(Array.from({ length: 50 }, () => askRaw(site.address, forged)));
    expect(new Set(stale.map(({ status }) => status))).toEqual(new Set([404]));
  });
});

/** Retracts a figure; false where a chart still shows it. */
async function retract(figure: string): Promise<boolean> {
  const { status } = await askRaw(site.address, `/api/v1/figures/${figure}`, {
    method: "DELETE",
    headers: {
      ...headersAt(site.address, "admin"),
      "if-match": '"1"',
      "content-type": "application/json",
    },
    body: JSON.stringify({ cause: null, reason: "For a test" }),
  });
  expect([200, 409]).toContain(status);
  return status === 200;
}

test("what is retracted is gone from every address at once", async () => {
  const { body } = await askRaw(site.address, "/api/v1/figures.json");
  const { figures } = JSON.parse(body) as { figures: readonly { readonly figure: string }[] };
  for (const { figure: id } of figures) {
    const page = await askRaw(site.address, `/figures/${id}`);
    const [late = ""] = /\/_late\/[^"]+/.exec(page.body) ?? [];
    const router = () => askRaw(site.address, `/figures/${id}?_rsc=x`, { headers: { rsc: "1" } });
    const before = await router();
    expect([page.status, (await askRaw(site.address, late)).status, before.status]).toEqual([200, 200, 200]);
    if (!(await retract(id))) continue;
    expect((await askRaw(site.address, `/figures/${id}`)).status).toBe(410);
    expect((await askRaw(site.address, late)).status).toBe(404);
    expect((await router()).headers.etag).not.toBe(before.headers.etag);
    return;
  }
  expect.unreachable("every figure is shown by a chart");
});

test("no way around leads to a page, as if it were a file that stays for ever", async () => {
  for (const around of ["/fonts/..", "/fonts/%2e%2e", "/_next/static/../..", "/_next/static/..\\..", "/."]) {
    const answer = await line(`GET ${around}/figures/${FIGURE}`);
    expect([around, statusOf(answer), /immutable/.test(answer)]).toEqual([around, 400, false]);
  }
});

test("a site that is stopped answers what is under way, tells who comes to wait, ends connections, and closes its database (T65)", async () => {
  const other = await startOwnSite();
  const { cookie, origin } = headersAt(other.address, "admin");
  const { hostname, port, host: address } = new URL(other.address);
  // Pages are being made when the signal comes, and a body is still to be sent on a connection that would stay open.
  const underway = ["/", "/metrics", "/sources"].map((path) => askRaw(other.address, path));
  const socket = connect(Number(port), hostname).setEncoding("latin1");
  let answers = "";
  socket.on("data", (data) => {
    answers += data;
  });
  const body = JSON.stringify({ text: "There are more than 9,500 companies." });
  const head = `POST /api/v1/read HTTP/1.1\r\nHost: ${address}\r\nCookie: ${cookie}\r\nOrigin: ${origin}\r\n`;
  socket.write(
    `${head}Content-Type: application/json\r\nContent-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`,
  );
  await expect.poll(() => answers).toMatch(/^HTTP\/1\.1 100 /);
  other.process.kill("SIGTERM");
  const exited = once(other.process, "exit");
  const asked = () =>
    askRaw(other.address, "/api/health").then(({ status, headers }) => [status, headers["retry-after"]]);
  await expect.poll(asked).toEqual([503, "5"]);
  socket.write(body);
  expect(await exited).toEqual([0, null]);
  expect((await Promise.all(underway)).map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(answers).toMatch(/HTTP\/1\.1 200 [\s\S]*?Connection: close/);
  // The last to close a database folds its log away.
  expect(existsSync(`${other.database}-wal`)).toBe(false);
});
