import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openClient } from "@/lib/data/db/client";
import { PATHS } from "@/tests/browser/pages";
import { askRaw, type RawAnswer } from "@/tests/setup/site/ask-raw";
import { headersAt, startOwnSite } from "@/tests/setup/site/own-site";
import { type RunningSite, startSite } from "@/tests/setup/site/start-site";

/** What no reader may see stands in every field of a draft and of what comes with it. */
const HIDDEN = /.{0,20}(?:quokka|86420975|@example\.org).{0,20}/i;
let site: RunningSite;
/** Keys of the draft and of what came with it. */
let draft: { readonly key: string; readonly metric: string; readonly source: string };

beforeAll(async () => {
  site = await startOwnSite();
  const source = {
    kind: "news",
    title: "Quokka title",
    publisher: "Quokka publisher",
    language: "en",
    url: "https://quokka.example/",
    note: "Quokka note of a source",
  };
  const metric = {
    name: "Quokka metric",
    unit: "quokkas",
    kind: "count",
    definition: "Quokka definition",
    topic: { name: "Quokka topic", position: 90 },
  };
  const figure = {
    metric,
    region: "CN-GZ",
    organisation: { name: "Quokka organisation" },
    wording: "exactly",
    value: "86420975",
    period: "2006",
    speakerKind: "outlet",
    note: "Quokka note",
    status: "draft",
    citations: [{ source, locator: "Quokka page", phrase: "86420975 quokkas" }],
  };
  const headers = { ...headersAt(site.address, "admin"), "idempotency-key": "q", "content-type": "application/json" };
  const made = await askRaw(site.address, "/api/v1/figures", { method: "POST", headers, body: JSON.stringify(figure) });
  expect(made.status).toBe(201);
  const { data } = JSON.parse(made.body);
  draft = { key: data.key, metric: data.metric, source: data.citations[0].source };
}, 60_000);
afterAll(() => site.stop());

/** What hides in an answer, or what is a fault of the program: with how it was asked for. `own` are words of the one who asks. */
function faultsIn(asked: string, { status, headers, body }: RawAnswer, own = /^$/): readonly string[] {
  const shown = HIDDEN.exec(`${JSON.stringify(headers)}${body}`.replace(own, ""))?.[0];
  return [
    ...(shown === undefined ? [] : [`${asked} shows ${shown}`]),
    ...(status >= 500 ? [`${asked}: ${status}`] : []),
  ];
}

test("what is not public is on no public page, in no file, no search and no script, nor at its own address (T18, T19)", async () => {
  const links = async (path: string) =>
    (await askRaw(site.address, path)).body.match(/(?<=(?:href|src)=")\/[^"#]*/g) ?? [];
  const linked = new Set((await Promise.all(PATHS.map(({ path }) => links(path)))).flat());
  const own = [
    "/search?q=quokka",
    "/search?q=86420975",
    `/figures/${draft.key}`,
    `/metrics/${draft.metric}`,
    `/sources/${draft.source}`,
    `/api/v1/figures/${draft.key}`,
    `/api/v1/figures/${draft.key}/citation.json`,
    `/api/v1/sources/${draft.source}`,
    `/api/v1/metrics/${draft.metric}`,
    `/api/v1/figures.csv?metric=${draft.metric}`,
    `/api/v1/figures.csv?id=${draft.key}`,
    "/api/v1/figures.csv",
    "/api/v1/figures.json",
    "/sitemap.xml",
    "/feed.xml",
    "/robots.txt",
  ];
  // What was asked for stands in the answer (the box of the search, the framework's data): that is the reader's own.
  const asked = new RegExp(`${draft.metric}|${draft.source}`, "g");
  const faults: string[] = [];
  for (const path of [...PATHS.map(({ path }) => path), ...[...linked].slice(0, 200), ...own]) {
    const forms = [{}, { rsc: "1" }].map((headers) => askRaw(site.address, path, { headers }));
    faults.push(
      ...(await Promise.all(forms)).flatMap((answer) =>
        faultsIn(path, answer, path.startsWith("/search") ? /quokka|86420975/g : asked),
      ),
    );
  }
  expect(linked.size).toBeGreaterThan(100);
  expect(faults).toEqual([]);
  for (const path of own.slice(2, 9)) expect([path, (await askRaw(site.address, path)).status]).toEqual([path, 404]);
}, 120_000);

test("nothing that one reader sends reaches the next one's page (T83)", async () => {
  const path = "/metrics/5g-base-stations";
  const clean = await askRaw(site.address, path);
  const plain = { host: new URL(site.address).host };
  for (const headers of [
    { "x-forwarded-host": "evil.example" },
    { "x-forwarded-proto": "https", "x-forwarded-port": "1" },
    { "x-forwarded-prefix": "/evil", "x-original-url": "/evil" },
    { host: "evil.example" },
    { "accept-language": "evil-example", "user-agent": "evil.example" },
    { rsc: "1", "next-router-state-tree": "evil.example" },
    { cookie: "theme=evil.example; x=<script>" },
    { "x-http-method-override": "DELETE", "x-nextjs-data": "1" },
    { range: "bytes=0-9", "if-range": "x" },
    { "transfer-encoding": "identity", te: "trailers" },
  ] as Record<string, string>[]) {
    for (const query of ["", "?evil=example", "?region=CN-GZ&evil=example"]) {
      const { status } = await askRaw(site.address, path + query, { headers: { ...plain, ...headers } });
      expect([200, 304, 400, 421], JSON.stringify(headers)).toContain(status);
      const after = await askRaw(site.address, path);
      expect(after.headers["content-type"]).toBe(clean.headers["content-type"]);
      expect(after.body === clean.body && !after.body.includes("evil"), JSON.stringify(headers)).toBe(true);
    }
  }
});

const signIn = (address: string, path: string, email: string, more = "") =>
  askRaw(address, path, {
    method: "POST",
    headers: { origin: address, "content-type": "application/x-www-form-urlencoded" },
    body: `email=${encodeURIComponent(email)}&password=wrong+password${more}`,
  });

describe("attempts to sign in are counted", () => {
  test("also where the site was killed between them and started again (T04)", async () => {
    const first = await startOwnSite();
    const attempt = (address: string) => signIn(address, "/api/auth/sign-in", "x@example.org");
    expect((await attempt(first.address)).status).toBe(401);
    // Of the hundred failures that an account may have in an hour, one is left.
    const client = openClient(first.databaseUrl);
    const where = { key: { startsWith: "account:" } };
    expect((await client.rateLimiterFlexible.updateMany({ where, data: { points: 99 } })).count).toBeGreaterThan(0);
    await client.$disconnect();
    expect((await attempt(first.address)).status).toBe(401);
    const gone = once(first.process, "exit");
    first.process.kill("SIGKILL");
    await gone;
    const second = await startSite(undefined, { DATABASE_URL: first.databaseUrl });
    const refused = await attempt(second.address);
    await second.stop();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(3000);
  });

  test("whatever the address and the form are made to look like (T03)", async () => {
    const variants: readonly (readonly [path: string, more: string])[] = [
      ["/api/auth/sign-in?a=b", ""],
      ["/api/auth/sign-in", "&email=other%40example.org"],
      ["/api/auth/sign-in", "&role=admin"],
      ["/api/auth/sign-in", "&email%5B%5D=other%40example.org"],
      ["/api/auth/%73ign-in", ""],
      ["//api/auth/sign-in", ""],
      ["/api/auth/sign-in/", ""],
      ["/API/auth/sign-in", ""],
      ["/api/auth/sign-in.rsc", ""],
      ["/api/auth/sign-in;x", ""],
      ["/api/auth/./sign-in", ""],
      ["/api//auth/sign-in", ""],
      ["/api/auth/sign-in%20", ""],
      ["/api/auth/sign-in/email", ""],
    ];
    const other = await startOwnSite();
    for (let attempt = 0; attempt < 5; attempt += 1) await signIn(other.address, "/api/auth/sign-in", "x@example.org");
    const tried: (readonly [string, number])[] = [];
    // Together, so that all of them fall into the time for which attempts are counted.
    await Promise.all(
      variants.flatMap(([path, more]) =>
        ["X@EXAMPLE.ORG", " x@example.org"].map(async (email) => {
          tried.push([path + more, (await signIn(other.address, path, email, more)).status]);
        }),
      ),
    );
    await other.stop();
    // 429 where it is a way to sign in, else no such address. 401 would be one more guess.
    expect(tried.filter(([, status]) => ![308, 400, 404, 405, 429].includes(status))).toEqual([]);
    expect(tried.filter(([, status]) => status === 429).length).toBeGreaterThanOrEqual(8);
  });
});

test("a request that is sent slowly is cut off, and many such keep nobody waiting (T87)", async () => {
  const { hostname, port } = new URL(site.address);
  const slow = Array.from({ length: 200 }, () => {
    const socket = connect(Number(port), hostname);
    socket.on("error", () => undefined).resume();
    socket.write("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
    return { socket, closed: once(socket, "close") };
  });
  const drip = setInterval(() => {
    for (const { socket } of slow) if (!socket.destroyed) socket.write("a");
  }, 1000);
  expect((await askRaw(site.address, "/metrics")).status).toBe(200);
  await Promise.all(slow.map(({ closed }) => closed));
  clearInterval(drip);
  expect((await askRaw(site.address, "/metrics")).status).toBe(200);
}, 60_000);
