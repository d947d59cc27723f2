import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeEach, expect, test } from "vitest";
import { listRecords } from "@/lib/data/admin/list";
import { db } from "@/lib/data/db/client";
import { publicationVersion, readNewChanges } from "@/lib/data/db/publication-version";
import { findSourceRecord } from "@/lib/data/public/sources";
import { fetchPage } from "@/lib/jobs/fetch-page";
import { checkDueLinks, checkLink } from "@/lib/jobs/link-checks";
import { parseAdminListQuery } from "@/lib/schemas/admin-list";
import { figureBody } from "@/tests/setup/data/figure-body";
import { asEditor } from "@/tests/setup/site/as-editor";

const { api, create } = await asEditor();
const HERE = { allowIPAddressList: ["127.0.0.1"] };
const PHRASE = "more than 9,500 companies";

let answer: RequestListener = (_, response) => response.end();
const server = createServer((request, response) => answer(request, response)).listen(0, "127.0.0.1");
await once(server, "listening");
const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
afterAll(() => server.close());

const html =
  (text: string, status = 200): RequestListener =>
  (_, response) =>
    response.writeHead(status, { "content-type": "text/html; charset=utf-8" }).end(text);

let slug = "";
let count = 0;
beforeEach(async () => {
  count += 1;
  const source = { kind: "news", title: `Page ${count}`, publisher: "P", language: "en", url: `${site}/page-${count}` };
  slug = (await create("sources", source)).body.data.key;
  const cited = figureBody(slug)({ value: "9,500", wording: "more_than", status: "published" });
  const [citation] = cited.citations;
  expect((await create("figures", { ...cited, citations: [{ ...citation, phrase: PHRASE }] })).status).toBe(201);
});

test("a page that is gone is told to readers and to editors, and one that is back no more", async () => {
  answer = html(`<p>${PHRASE}</p>`);
  const before = await publicationVersion();
  expect(await checkLink(slug, HERE)).toMatchObject({ state: "ok", missingPhrases: 0 });
  expect((await findSourceRecord(slug))?.link).toBeNull();
  // Readers see nothing else than before, so no page is made anew.
  expect(await publicationVersion()).toBe(before);

  answer = html("Not found", 404);
  await checkLink(slug, HERE);
  expect((await findSourceRecord(slug))?.link).toMatchObject({ state: "gone" });
  expect((await readNewChanges(before)).changes.map(({ scopes }) => scopes)).toEqual([[`source:${slug}`]]);
  const lost = await listRecords("sources", parseAdminListQuery("sources", { care: "link" }));
  expect(lost.rows.map(({ key }) => key)).toContain(slug);
  const { since } = await db().linkCheck.findFirstOrThrow({ where: { source: { slug } } });
  await checkLink(slug, HERE);
  expect((await db().linkCheck.findFirstOrThrow({ where: { source: { slug } } })).since).toEqual(since);

  answer = html(`<p>${PHRASE}</p>`);
  await checkLink(slug, HERE);
  expect((await findSourceRecord(slug))?.link).toBeNull();
});

test("what the page says now is looked for in its own coding and compression, after the redirects that lead to it", async () => {
  answer = ({ url }, response) => {
    if (url?.startsWith("/page")) response.writeHead(301, { location: "/new" }).end();
    else if (url === "/new") response.writeHead(302, { location: "/today" }).end();
    // 引进企业9500余家 in GB18030.
    else {
      const text = Buffer.from("d2fdbdf8c6f3d2b539353030d3e0bcd2", "hex");
      response
        .writeHead(200, { "content-type": "text/html; charset=gbk", "content-encoding": "gzip" })
        .end(gzipSync(text));
    }
  };
  expect(await fetchPage(`${site}/page`, HERE)).toEqual({
    status: 200,
    address: `${site}/new`,
    text: "引进企业9500余家",
  });
  expect(await checkLink(slug, HERE)).toEqual({
    ...{ state: "phrase_missing", movedTo: `${site}/new`, missingPhrases: 1, problem: null },
  });
});

test.each([
  ["this machine", () => site],
  ["this machine by name", () => site.replace("127.0.0.1", "localhost")],
  ["a private network", () => "http://10.0.0.1/"],
  ["a cloud's own addresses", () => "http://169.254.169.254/latest/meta-data"],
  ["this machine in IPv6", () => site.replace("127.0.0.1", "[::1]")],
  ["this machine in disguise", () => site.replace("127.0.0.1", "[::ffff:127.0.0.1]")],
])("%s is never asked, whatever a source names (T86)", async (_, address) => {
  let asked = 0;
  answer = (_request, response) => {
    asked += 1;
    response.end();
  };
  expect(await fetchPage(address())).toEqual({ problem: "The address is not of the public web" });
  expect(asked).toBe(0);
});

test("nor where a page leads there, and a page that leads on for ever, or is endless, is given up", async () => {
  answer = (_, response) => response.writeHead(302, { location: "http://169.254.169.254/" }).end();
  expect(await fetchPage(site, HERE)).toEqual({ problem: "The address is not of the public web" });
  answer = (_, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end();
  expect(await fetchPage(site, HERE)).toEqual({ problem: "It leads to an address that is not of the web (file:)" });
  answer = (_, response) => response.writeHead(302, { location: "/" }).end();
  expect(await fetchPage(site, HERE)).toEqual({ problem: "It leads on more than 5 times" });
  answer = (_, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    const more = () => {
      while (!response.destroyed && response.write("x".repeat(65_536)));
    };
    response.on("drain", more);
    more();
  };
  expect(await fetchPage(site, HERE)).toMatchObject({ status: 200, text: null });
});

test("by night every source in use is looked at once, and by two servers together too", async () => {
  const asked: string[] = [];
  answer = ({ url }, response) => {
    asked.push(url ?? "");
    response.writeHead(200, { "content-type": "text/plain" }).end(PHRASE);
  };
  await db().linkCheck.deleteMany();
  await db().source.updateMany({ where: { url: { not: { startsWith: site } } }, data: { retracted: true } });
  const now = Date.now();
  await checkDueLinks(new Date(now), () => true, HERE, 0);
  const all = asked.splice(0);
  expect(new Set(all).size).toBe(count);
  expect(all).toHaveLength(count);
  const twice = () => checkDueLinks(new Date(now + 1), () => asked.length < 2 * count, HERE, 0);
  await db().linkCheck.updateMany({ data: { checkedAt: new Date(now - 1000) } });
  await Promise.all([twice(), twice()]);
  expect(asked).toHaveLength(count);
});

test("nobody is contacted unless the site is told to", async () => {
  const refused = await api("POST", `sources/${slug}/link-check`);
  expect([refused.status, refused.body.code]).toEqual([409, "links_off"]);
});
