import { connect } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect } from "vitest";
import { PATHS } from "@/tests/browser/pages";
import { askRaw } from "@/tests/setup/site/ask-raw";
import { siteAddress, test } from "@/tests/setup/site/browser";

const KB = 1000;

describe("budgets of the first load, in bytes as transferred", () => {
  test("dashboard: HTML with its styles, scripts, fonts", async ({ visit, site }) => {
    const html = await askRaw(site, "/", { headers: { "accept-encoding": "gzip" } });
    expect(html.bytes.length).toBeLessThanOrEqual(40 * KB);
    const [, styles = ""] = /<style[^>]*>([\s\S]*?)<\/style>/.exec(gunzipSync(html.bytes).toString()) ?? [];
    expect(styles.length).toBeGreaterThan(5 * KB);
    const zipped = await import("node:zlib").then(({ gzipSync }) => gzipSync(styles).length);
    expect(zipped).toBeLessThanOrEqual(15 * KB);

    const page = await visit("/");
    // The last that a page fetches by itself is its fonts, for the next one.
    await page.waitForFunction(() => localStorage.getItem("fonts") !== null);
    const loaded = await page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .map((entry) => ({ name: entry.name, bytes: (entry as PerformanceResourceTiming).encodedBodySize })),
    );
    const bytesOf = (kind: RegExp) =>
      loaded.filter(({ name }) => kind.test(name)).reduce((sum, { bytes }) => sum + bytes, 0);
    expect(bytesOf(/\.js(\?|$)/)).toBe(0);
    expect(bytesOf(/\.woff2$/)).toBeGreaterThan(10 * KB);
    expect(bytesOf(/\.woff2$/)).toBeLessThanOrEqual(100 * KB);
  });

  test("all JavaScript that a movement of the pointer loads, short of a chart's own", async ({ visit }) => {
    const page = await visit("/");
    await page.mouse.move(10, 10);
    await page.locator('[role="application"]').first().waitFor({ state: "attached" });
    const bytes = await page.evaluate(() =>
      (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
        .filter(({ name }) => /\/_next\/.*\.js$/.test(name))
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    );
    expect(bytes).toBeGreaterThan(50 * KB);
    expect(bytes).toBeLessThanOrEqual(150 * KB);
    expect(await page.locator(".recharts-surface").count()).toBe(0);
  });
});

describe("HTTP", () => {
  test.for(PATHS)("$name: HEAD and 304 agree with GET", async ({ path }, { site }) => {
    const got = await askRaw(site, path);
    expect(got.status).toBe(200);
    const head = await askRaw(site, path, { method: "HEAD" });
    expect([head.status, head.bytes.length, head.headers.etag]).toEqual([200, 0, got.headers.etag]);
    expect(Number(head.headers["content-length"])).toBe(got.bytes.length);
    const again = await askRaw(site, path, { headers: { "if-none-match": String(got.headers.etag) } });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
    expect(got.headers["set-cookie"]).toBeUndefined();
  });

  test("each coding decodes to the same page and has a tag of its own", async ({ site }) => {
    const plain = await askRaw(site, "/");
    const zipped = await askRaw(site, "/", { headers: { "accept-encoding": "gzip" } });
    const brotli = await askRaw(site, "/", { headers: { "accept-encoding": "gzip, deflate, br" } });
    expect(gunzipSync(zipped.bytes).equals(plain.bytes)).toBe(true);
    expect(brotliDecompressSync(brotli.bytes).equals(plain.bytes)).toBe(true);
    expect(new Set([plain, zipped, brotli].map(({ headers }) => headers.etag)).size).toBe(3);
    for (const { headers } of [plain, zipped, brotli]) expect(headers.vary).toBe("Accept-Encoding");
  });

  test("a page is the same for everyone: cookies, hosts and agents leave no trace in it (T83)", async ({ site }) => {
    const plain = await askRaw(site, "/metrics");
    const odd = await askRaw(site, "/metrics", {
      headers: {
        cookie: "theme=x",
        "x-forwarded-host": "evil.example",
        "user-agent": "odd",
      },
    });
    expect(odd.bytes.equals(plain.bytes)).toBe(true);
  });

  test("parameters in another order are the same page", async ({ site }) => {
    const one = await askRaw(site, "/?topic=health&region=CN-GZ");
    const other = await askRaw(site, "/?region=CN-GZ&topic=health");
    expect(other.headers.etag).toBe(one.headers.etag);
  });

  test("every script of a page is allowed by name or hash, nothing else is", async ({ site }) => {
    const { headers } = await askRaw(site, "/");
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self'( 'sha256-[^']+')+;/);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });

  test("the framework's data of a page is at its own address, also when it was forgotten", async ({ site }) => {
    const html = (await askRaw(site, "/method")).body;
    const [, address = ""] = /data-late="(\/_late\/[^"]+)"/.exec(html) ?? [];
    const data = await askRaw(site, address);
    expect(data.status).toBe(200);
    expect(data.headers["content-type"]).toContain("javascript");
    expect(data.body).toContain("__next_f");
    const stale = await askRaw(site, `/_late/${"x".repeat(27)}.js?of=%2Fmethod`);
    expect(stale.status).toBe(404);
    const loop = await askRaw(site, `/_late/a.js?of=${encodeURIComponent("/_late/a.js?of=/")}`);
    expect(loop.status).toBe(404);
  });

  test.each([
    ["another host", { host: "evil.example" }, 421],
    ["a host that only begins like ours", { host: "localhost.evil.example" }, 421],
  ])("%s is refused", async (_name, headers, status) => {
    expect((await askRaw(siteAddress(), "/", { headers })).status).toBe(status);
  });

  test("the icon is there for who asks by the customary name", async ({ site }) => {
    const icon = await askRaw(site, "/favicon.ico");
    expect([icon.status, icon.headers["content-type"]]).toEqual([200, "image/svg+xml"]);
  });

  test("TRACE is not offered, broken escapes are named, over-long addresses refused", async ({ site }) => {
    const trace = await askRaw(site, "/", { method: "TRACE" });
    expect([trace.status, trace.headers.allow]).toEqual([405, "GET, HEAD"]);
    expect((await askRaw(site, "/%E0%A4%A")).status).toBe(400);
    expect((await askRaw(site, `/?q=${"a".repeat(9000)}`)).status).toBe(414);
  });

  test("a request that is no HTTP is answered 400 and the site lives on", async ({ site }) => {
    const { hostname, port } = new URL(site);
    const reply = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), hostname, () => socket.write("NONSENSE\r\n\r\n"));
      socket.on("data", (data) => resolve(String(data)));
    });
    expect(reply).toContain("400 Bad Request");
    expect((await askRaw(site, "/api/health")).status).toBe(200);
  });

  test("downloads hold what the page shows", async ({ site }) => {
    const csv = await askRaw(site, "/api/v1/figures.csv");
    expect(csv.headers["content-type"]).toContain("text/csv");
    expect(csv.body.trim().split("\r\n").length).toBe(468);
    const json = JSON.parse((await askRaw(site, "/api/v1/figures.json")).body) as { figures: unknown[] };
    expect(json.figures.length).toBe(467);
  });
});
