import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { POLICY } from "@/lib/auth/policy";
import { openClient } from "@/lib/data/db/client";
import { quoted } from "@/lib/data/revisions/tables";
import { Prisma } from "@/lib/generated/prisma/client";
import { PATHS } from "@/tests/browser/pages";
import { askRaw } from "@/tests/setup/site/ask-raw";
import { headersAt, startOwnSite } from "@/tests/setup/site/own-site";
import { TEST_PASSWORD } from "@/tests/setup/site/signed-in";
import type { RunningSite } from "@/tests/setup/site/start-site";

const MB = 1024 * 1024;
let site: RunningSite;
const signedIn = () => headersAt(site.address, "admin");

beforeAll(async () => {
  site = await startOwnSite();
});
afterAll(() => site.stop());

describe("a private page", () => {
  test.each(["/admin", "/admin/people", "/admin/account", "/admin/figures", "/login", "/setup", "/invite/x"])(
    "%s is kept nowhere, framed nowhere, and runs its own scripts and styles only (T81, T85)",
    async (path) => {
      const { status, headers, body } = await askRaw(site.address, path, {
        headers: path === "/login" ? {} : signedIn(),
      });
      expect(status).toBe(200);
      expect(headers["cache-control"]).toBe("private, no-store");
      expect(headers["referrer-policy"]).toBe("same-origin");
      expect(headers["x-content-type-options"]).toBe("nosniff");
      const policy = String(headers["content-security-policy"]);
      for (const rule of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"]) {
        expect(policy).toContain(rule);
      }
      expect(policy).toMatch(/script-src 'self'( 'sha256-[^']+')+;/);
      expect(policy.replace("style-src-attr 'unsafe-inline'", "")).not.toMatch(/unsafe|nonce|\*|https?:/);
      expect(body).toContain("</html>");
      expect(headers.etag).toBeUndefined();
    },
  );

  test("of the editors comes compressed for who can read that; one with a secret never does", async () => {
    const ask = (path: string, more: Record<string, string> = {}) =>
      fetch(site.address + path, { headers: { cookie: signedIn().cookie, ...more } });
    const page = await ask("/admin/people");
    expect(page.headers.get("content-encoding")).toBe("gzip");
    expect(page.headers.get("vary")).toContain("Accept-Encoding");
    expect(await page.text()).toContain("</html>");
    const part = await ask("/admin/people", { rsc: "1" });
    expect(part.headers.get("content-encoding")).toBe("gzip");
    expect(await part.text()).toContain("People");
    for (const path of [`/invite/${"x".repeat(43)}`, "/setup?token=x", "/api/v1/tokens", "/api/v1/people"]) {
      expect([path, (await ask(path)).headers.get("content-encoding")]).toEqual([path, null]);
    }
  });

  test("is another for another person, right after", async () => {
    const seen = await askRaw(site.address, "/admin/account", { headers: signedIn() });
    expect(seen.body).toContain("admin@example.org");
    expect((await askRaw(site.address, "/admin/account")).status).toBe(303);
  });

  test("that is not there, or not for this person, is whole without scripts", async () => {
    const missing = await askRaw(site.address, "/admin/nothing/of/this/name", { headers: signedIn() });
    expect([missing.status, /<h1>([^<]*)/.exec(missing.body)?.[1]]).toEqual([404, "There is no such page"]);
    const refused = await askRaw(site.address, "/admin/people", { headers: headersAt(site.address, "viewer") });
    expect([refused.status, /<h1>([^<]*)/.exec(refused.body)?.[1]]).toEqual([403, "This is not for your role"]);
    expect(refused.body).not.toContain("@example.org");
  });
});

describe("a public page", () => {
  test.each([...PATHS.map(({ path }) => path), "/api/v1/figures.json"])(
    "%s is the same with a session and without, byte by byte (T81)",
    async (path) => {
      const plain = await askRaw(site.address, path);
      const known = await askRaw(site.address, path, { headers: signedIn() });
      expect(known.body).toBe(plain.body);
      expect(known.headers.etag).toBe(plain.headers.etag);
      expect(known.headers["set-cookie"]).toBeUndefined();
    },
  );

  test("brings no script and no style of the editors' pages", async () => {
    const files = (html: string) => new Set(html.match(/\/_next\/static\/[\w./-]+\.(?:js|css)/g));
    const open = await askRaw(site.address, "/");
    const form = await askRaw(site.address, "/login");
    const desk = await askRaw(site.address, "/admin/people", { headers: signedIn() });
    for (const { body } of [open, form]) expect(body).not.toMatch(/mantine|admin-bar/i);
    expect(desk.body).toMatch(/mantine/i);
    // What both load is the framework and the frame of the site; none of it may hold Mantine.
    const shared = [...files(open.body)].filter((file) => files(desk.body).has(file));
    for (const file of new Set([...shared, ...files(open.body), ...files(form.body)])) {
      expect([file, /mantine/i.test((await askRaw(site.address, file)).body)]).toEqual([file, false]);
    }
  });
});

describe("what is sent to the site", () => {
  const post = (path: string, headers: Record<string, string>, body: string | Buffer) =>
    askRaw(site.address, path, { method: "POST", headers: { ...signedIn(), ...headers }, body });

  test("a body of more than 1 MB is refused, 10 MB where tables are imported", async () => {
    const answerTo = async (path: string, bytes: number) => {
      const { status, body } = await post(path, {}, Buffer.alloc(bytes));
      return [status, JSON.parse(body)];
    };
    const tooLong = (most: number) => [
      413,
      {
        ...{ type: "about:blank", title: "Payload Too Large", status: 413, code: "too_long" },
        detail: `The body is larger than the ${most} MB that fit here: send less at once.`,
      },
    ];
    expect(await answerTo("/api/v1/figures", MB + 1)).toEqual(tooLong(1));
    expect(await answerTo("/api/auth/sign-in", MB + 1)).toEqual(tooLong(1));
    expect((await answerTo("/api/v1/imports", 2 * MB))[0]).not.toBe(413);
    expect(await answerTo("/api/v1/imports", 10 * MB + 1)).toEqual(tooLong(10));
    expect(await answerTo("/api/v1/imports-not", 2 * MB)).toEqual(tooLong(1));
  });

  test("also when it comes piece by piece without a length; the connection is closed, and soon (T36)", async () => {
    const { hostname, port } = new URL(site.address);
    const from = Date.now();
    let sent = 0;
    const reply = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), hostname);
      let answer = "";
      const piece = Buffer.alloc(64 * 1024, "a");
      const write = () => {
        while (!socket.destroyed && sent < 200 * MB) {
          sent += piece.length;
          if (!socket.write(`${piece.length.toString(16)}\r\n${piece}\r\n`)) return void socket.once("drain", write);
        }
      };
      socket.on("error", () => undefined);
      socket.on("data", (data) => {
        answer += data;
      });
      socket.on("close", () => resolve(answer));
      const head = `Host: ${hostname}:${port}\r\nCookie: ${signedIn().cookie}\r\nOrigin: ${site.address}`;
      socket.write(
        `POST /api/v1/figures HTTP/1.1\r\n${head}\r\nContent-Type: application/json\r\nIdempotency-Key: x\r\n`,
      );
      socket.write("Transfer-Encoding: chunked\r\n\r\n");
      write();
    });
    expect(reply).toMatch(/^HTTP\/1\.1 413 .*"code":"too_long"/s);
    expect(Date.now() - from).toBeLessThan(10_000);
    expect(sent).toBeLessThan(200 * MB);
  });

  test("a compressed body is refused, and programs are told in their own shape where there is nothing (T37)", async () => {
    const compressed = await post("/api/v1/figures", { "content-encoding": "gzip" }, "x");
    expect([compressed.status, JSON.parse(compressed.body).code]).toEqual([415, "compressed"]);
    for (const [path, method] of [
      ["/api/nothing", "GET"],
      ["/api/v1/a/b/c/d/e", "POST"],
      ["/api/nothing", "TRACE"],
    ] as const) {
      const { status, body } = await askRaw(site.address, path, { method, headers: signedIn() });
      expect([path, status, JSON.parse(body).code]).toEqual([path, 404, "not_found"]);
    }
  });

  test("reading changes nothing: every address asked for by GET leaves the database as it was (T12)", async () => {
    const client = openClient(site.databaseUrl);
    const tables = Object.values(Prisma.ModelName).map(quoted);
    const state = async () => {
      const rows = tables.map((table) => client.$queryRaw`SELECT * FROM ${table} ORDER BY 1`);
      return JSON.stringify(await Promise.all(rows), (_, value) => (typeof value === "bigint" ? `${value}` : value));
    };
    const before = await state();
    for (const { route, methods } of POLICY) {
      if (methods.GET === undefined) continue;
      const path = route.replace("[resource]", "sources").replace(/\[\w+\]/g, "china-daily-2019-guizhou-looms");
      for (const query of ["", "?page=2", "?token=x&next=/admin", "?_method=DELETE"]) {
        await askRaw(site.address, path + query, { headers: { ...signedIn(), "x-http-method-override": "DELETE" } });
      }
    }
    expect(await state()).toBe(before);
    await client.$disconnect();
  });
});

describe("behind a proxy, at an https address", () => {
  let proxied: RunningSite;
  beforeAll(async () => {
    const settings = { SITE_URL: "https://figures.example.org", TRUSTED_PROXY: "127.0.0.1, ::1" };
    proxied = await startOwnSite("withPeople", settings);
  });
  afterAll(() => proxied.stop());

  const attempt = (forwarded: string, password = "a wrong password") =>
    askRaw(proxied.address, "/api/auth/sign-in", {
      method: "POST",
      headers: {
        host: "figures.example.org",
        origin: "https://figures.example.org",
        "x-forwarded-for": forwarded,
        "content-type": "application/x-www-form-urlencoded",
      },
      body: new URLSearchParams({ email: "editor@example.org", password }).toString(),
    });

  test("the cookies of the session and of the browser are for this host and for TLS only (T10)", async () => {
    const { status, headers } = await attempt("198.51.100.1", TEST_PASSWORD);
    expect(status).toBe(303);
    const kept = headers["set-cookie"]?.filter((cookie) => !/max-age=0/i.test(cookie)) ?? [];
    const attributes = kept.map((cookie) => {
      const [pair = "", ...rest] = cookie.split("; ");
      return [pair.replace(/=.*/, ""), rest.filter((part) => !part.startsWith("Max-Age=")).sort()];
    });
    const closed = ["HttpOnly", "Path=/", "SameSite=Lax", "Secure"];
    expect(attributes.sort()).toEqual([
      ["__Host-footnote-known", closed],
      ["__Host-footnote.session_token", closed],
    ]);
    expect(kept.find((cookie) => cookie.includes("session_token"))).toContain("; Max-Age=604800;");
  });

  test("attempts are counted by the address that the proxy names, not by those that the sender put before it", async () => {
    const statuses: number[] = [];
    for (let number = 0; number < 6; number++) statuses.push((await attempt(`10.0.0.${number}, 198.51.100.7`)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    expect((await attempt("198.51.100.8")).status).toBe(401);
    expect((await attempt("2001:db8::1")).status).toBe(401);
  });

  test("another site may not send the form, nor may another host be named", async () => {
    const headers = { host: "figures.example.org", origin: "http://figures.example.org.evil.example" };
    expect((await askRaw(proxied.address, "/api/auth/sign-in", { method: "POST", headers })).status).toBe(403);
    const elsewhere = await askRaw(proxied.address, "/login", { headers: { host: "evil.example" } });
    expect(elsewhere.status).toBe(421);
  });
});
