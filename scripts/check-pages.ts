/**
 * Checks that the built site writes its pages in the shape that the proxy takes apart (lib/http): run after each build, so that a
 * release of the framework which writes them otherwise fails here and not at readers. Each public address is asked for as a reader
 * would, of a site with a database of its own. Prints one line; what does not fit is one line each, and exit code 1.
 */
import "@/server/lean";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import Database from "better-sqlite3";
import { projectRoot } from "@/lib/env";
import { TELL_SCOPES, toldScopes } from "@/lib/http/scope-trailer";
import { prepareSqlite } from "@/scripts/database/sqlite/prepare";
import { startApp } from "@/server/next-thread";
import { PUBLIC_PAGES } from "@/server/pages/public-routes";
import { publishedChangesIn } from "@/server/pages/publication-changes";
import { createRequestHandler } from "@/server/request-handler";
import type { Upstream } from "@/server/upstream";

/** What an address is to be answered with. */
interface Expected {
  readonly address: string;
  readonly status: number;
  /** A page of the framework, with scripts and data; else a file. */
  readonly isPage: boolean;
  /** Whether it shows something of the database, and so has to tell of what. */
  readonly isRead: boolean;
}

const problems: string[] = [];
const folder = mkdtempSync(path.join(tmpdir(), "footnote-check-"));
try {
  const file = path.join(folder, "footnote.db");
  await prepareSqlite(file);
  const expected = addressesIn(file);
  // The app reads it in its thread, which begins with the settings of this one.
  process.env.DATABASE_URL = `file:${file}`;
  const published = publishedChangesIn(process.env.DATABASE_URL);
  const { app, stop } = await startApp({ onFirstRun: () => undefined, onCounted: () => undefined });
  try {
    await check(app, published, expected);
  } finally {
    published.close();
    await stop();
  }
  if (problems.length === 0) console.log(`${expected.length} addresses are as they should be`);
} catch (error) {
  problems.push(error instanceof Error ? error.message : String(error));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (problems.length > 0) {
  console.error("The pages of this build do not have the shape that lib/http takes apart:");
  for (const problem of problems) console.error(`  ${problem}`);
}
process.exit(problems.length > 0 ? 1 : 0);

/** An address of each kind, with a retracted figure among them. */
function addressesIn(file: string): readonly Expected[] {
  const database = new Database(file);
  const keyOf = (query: string) => database.prepare(query).pluck().get() as string;
  const figure = keyOf(`SELECT "publicId" FROM "Figure" WHERE "status" = 'published' ORDER BY "id" LIMIT 1`);
  const retracted = keyOf(`SELECT "publicId" FROM "Figure" WHERE "status" = 'published' ORDER BY "id" DESC LIMIT 1`);
  const metric = keyOf(`SELECT m."slug" FROM "Metric" m JOIN "Figure" f ON f."metricId" = m."id" LIMIT 1`);
  const region = keyOf(`SELECT r."code" FROM "Region" r JOIN "Figure" f ON f."regionId" = r."id" LIMIT 1`);
  const source = keyOf(`SELECT "slug" FROM "Source" LIMIT 1`);
  const chart = keyOf(`SELECT "slug" FROM "Chart" WHERE "kind" = 'bar' LIMIT 1`);
  database.prepare(`UPDATE "Figure" SET "status" = 'retracted' WHERE "publicId" = ?`).run(retracted);
  database.close();
  const page = (address: string, status = 200, isRead = true) => ({ address, status, isPage: true, isRead });
  const downloaded = (address: string, isRead = true, status = 200) => ({ address, status, isPage: false, isRead });
  return [
    ...[
      "/",
      "/metrics",
      "/regions",
      "/sources",
      "/disagreements",
      "/compare",
      "/map",
      "/search?q=data",
      "/corrections",
    ].map((address) => page(address)),
    page("/method", 200, false),
    page("/_missing", 404, false),
    page("/figures/no-such-figure", 404),
    page(`/figures/${figure}`),
    page(`/figures/${retracted}`, 410),
    page(`/metrics/${metric}`),
    page(`/regions/${region}`),
    page(`/sources/${source}`),
    page(`/charts/${chart}`),
    page(`/reuse?of=/charts/${chart}`),
    page(`/embed/${chart}`),
    page(`/embed/metric/${metric}`),
    page(`/embed/figure/${figure}`),
    downloaded(`/charts/${chart}/chart.svg`),
    downloaded(`/metrics/${metric}/chart.svg`),
    downloaded(`/card.png?of=/metrics/${metric}`),
    downloaded("/oembed?url=http://localhost:3000/metrics/none", true, 404),
    downloaded("/embed.js", false),
    downloaded(`/api/v1/figures/${figure}/citation.json`),
    downloaded(`/reuse/citations.bib?of=/metrics/${metric}`),
    downloaded("/corrections.atom"),
    downloaded(`/new-figures.json?region=${region}`),
    downloaded("/favicon.ico", false),
    downloaded("/sitemap.xml"),
    downloaded("/robots.txt", false),
    downloaded("/llms.txt", false),
  ];
}

/** Asks for each address in each of its forms, and notes what does not fit. */
async function check(
  app: Upstream,
  published: Parameters<typeof createRequestHandler>[1]["published"],
  all: readonly Expected[],
) {
  const settings = {
    siteUrl: undefined,
    trustedProxy: [],
    root: projectRoot,
    metricsToken: undefined,
    published,
    siblings: null,
  };
  const server = createServer(await createRequestHandler(app, settings)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const { path: shape } of PUBLIC_PAGES) {
    const isChecked = all.some(({ address }) => shape.test(address.replace(/\?.*/, "")));
    if (!isChecked) problems.push(`${shape}: no address of this shape is checked: add one to scripts/check-pages.ts`);
  }
  for (const expected of all) {
    const { address, status, isPage, isRead } = expected;
    const say = (problem: string) => problems.push(`${address}: ${problem}`);
    const answer = await fetch(site + address);
    const text = await answer.text();
    if (answer.status !== status) say(`answered with ${answer.status}, not ${status}`);
    else if (isPage) for (const problem of await problemsOfPage(site, text, answer.headers)) say(problem);
    const read = await app({ address, headers: { host: "localhost", ...TELL_SCOPES } });
    await buffer(read);
    if (isRead && toldScopes(read.trailers) === null) say("does not tell from what it was read (scope-trailer.ts)");
    if (!isPage) continue;
    const router = await fetch(`${site}${address}`, { headers: { rsc: "1" } });
    const type = router.headers.get("content-type");
    if (type !== "text/x-component") say(`the router's data is of type ${type}`);
    if ((await router.text()).length === 0) say("the router's data is empty");
  }
  await checkPrivate(site);
  server.close();
}

/** What concerns one person is not taken apart, but its scripts are allowed one by one too. */
async function checkPrivate(site: string): Promise<void> {
  const login = await fetch(`${site}/login`);
  const html = await login.text();
  if (login.status !== 200 || !html.includes("self.__next_f"))
    problems.push(`/login: answered with ${login.status}, or bare`);
  for (const problem of forbiddenIn(html, login.headers)) problems.push(`/login: ${problem}`);
  const admin = await fetch(`${site}/admin`, { redirect: "manual" });
  await admin.text();
  if (admin.status !== 303) problems.push(`/admin: answered with ${admin.status}, not sent on to /login with 303`);
}

/** What keeps a page from coming to life in a browser: scripts that are not there, data that is not, or a policy that forbids them. */
async function problemsOfPage(site: string, html: string, headers: Headers): Promise<readonly string[]> {
  const found: string[] = [];
  const [late, ...scripts] = [...html.matchAll(/<script data-late="([^"]+)"/g)].map((match) => match[1] ?? "");
  const data = await textAt(site, (late ?? "").replaceAll("&amp;", "&"));
  // The framework looks for the first piece, which begins its list, and waits for the last, which ends it.
  if (!/^\(self\.__next_f=self\.__next_f\|\|\[\]\)\.push\(\[0\]\)/.test(data)) found.push(`no data at ${late}`);
  if (!/self\.__next_f\.push\(\[1,/.test(data)) found.push("the data holds no page");
  if (scripts.length === 0) found.push("no script waits for the reader");
  for (const script of scripts) {
    if ((await textAt(site, script)) === "") found.push(`no script at ${script}`);
  }
  return [...found, ...forbiddenIn(html, headers)];
}

/** Inline scripts and styles that the policy of a page forbids. */
function forbiddenIn(html: string, headers: Headers): readonly string[] {
  const found: string[] = [];
  const policy = headers.get("content-security-policy") ?? "";
  for (const [, kind = "", attributes = "", text = ""] of html.matchAll(/<(script|style)([^>]*)>([\s\S]*?)<\/\1>/g)) {
    if (text === "" || attributes.includes("application/ld+json")) continue;
    const hash = createHash("sha256").update(text).digest("base64");
    if (!policy.includes(hash)) found.push(`its policy forbids a ${kind} of its own: ${text.slice(0, 80)}`);
  }
  return found;
}

/** What stands at an address of the site; empty where nothing does. */
async function textAt(site: string, address: string): Promise<string> {
  const answer = await fetch(new URL(address, site));
  const text = await answer.text();
  return answer.status === 200 ? text : "";
}
