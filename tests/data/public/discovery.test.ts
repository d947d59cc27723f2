import { SaxesParser } from "saxes";
import { expect, test, vi } from "vitest";
import { POLICY } from "@/lib/auth/policy";
import { db } from "@/lib/data/db/client";
import { asEditor } from "@/tests/setup/site/as-editor";
import { renderPublic } from "@/tests/setup/site/public-pages";

// Pages are rendered without the framework around them.
vi.mock("next/navigation", async (original) => ({ ...(await original<object>()), useRouter: () => ({}) }));

const { api, create, source } = await asEditor();
const SITE = "http://localhost:3000";

/** What stands in elements of a name, read by a parser that refuses what is not well-formed. */
async function read(address: string, name: string): Promise<readonly string[]> {
  const said: string[] = [];
  let at = "";
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    expect(tag.uri).toBe("http://www.sitemaps.org/schemas/sitemap/0.9");
    at = tag.name;
  });
  parser.on("text", (text) => at === name && text.trim() !== "" && said.push(text));
  parser.write((await renderPublic(address)).text).close();
  return said;
}

const figure = (value: string, more: object = {}) => ({
  ...{ metric: "companies-attracted", region: "CN-GZ", wording: "more_than", value, period: "2011" },
  ...{ speakerKind: "outlet", status: "published" },
  citations: [{ source, locator: "para 91", phrase: `more than ${value} companies` }],
  ...more,
});

test("the index names a part for the pages, and one for each kind of record", async () => {
  expect(await read("/sitemap.xml", "loc")).toEqual(
    ["pages", "metrics", "regions", "sources", "figures"].map((kind) => `${SITE}/sitemaps/${kind}-1.xml`),
  );
});

test("every public record has its page in a part, once, with the instant of its last change", async () => {
  const figures = await db().figure.findMany({ where: { status: "published" }, orderBy: { id: "asc" } });
  expect(figures.length).toBeGreaterThan(400);
  expect(await read("/sitemaps/figures-1.xml", "loc")).toEqual(
    figures.map(({ publicId }) => `${SITE}/figures/${publicId}`),
  );
  const dates = await read("/sitemaps/figures-1.xml", "lastmod");
  expect(dates.length).toBe(figures.length);
  const last = await db().revision.findFirstOrThrow({
    where: { resource: "Figure", key: figures[0]?.publicId ?? "" },
    orderBy: { id: "desc" },
  });
  expect(dates[0]).toBe(last.at.toISOString());
  const sources = await db().source.count({ where: { retracted: false, listed: true } });
  expect((await read("/sitemaps/sources-1.xml", "loc")).length).toBe(sources);
  expect(await read("/sitemaps/metrics-1.xml", "loc")).toContain(`${SITE}/metrics/companies-attracted`);
  expect(await read("/sitemaps/regions-1.xml", "loc")).toContain(`${SITE}/regions/CN-GZ`);
  expect(await read("/sitemaps/pages-1.xml", "loc")).toContain(`${SITE}/method`);
});

test("drafts and what was retracted are in no sitemap; a correction changes the date", async () => {
  const { key: draft } = (await create("figures", figure("87,001", { status: "draft" }))).body.data;
  const { key } = (await create("figures", figure("87,002"))).body.data;
  const listed = async () => await read("/sitemaps/figures-1.xml", "loc");
  expect(await listed()).not.toContain(`${SITE}/figures/${draft}`);
  expect(await listed()).toContain(`${SITE}/figures/${key}`);
  const before = (await read("/sitemaps/figures-1.xml", "lastmod")).at(-1) ?? "";
  const body = { value: "87,003", cause: "typo", reason: "Read again" };
  expect((await api("PATCH", `figures/${key}`, { body, version: 1 })).status).toBe(200);
  expect(((await read("/sitemaps/figures-1.xml", "lastmod")).at(-1) ?? "") > before).toBe(true);
  const gone = await api("DELETE", `figures/${key}`, { body: { reason: "Never said" }, version: 2 });
  expect(gone.status).toBe(200);
  expect(await listed()).not.toContain(`${SITE}/figures/${key}`);
});

test("a part that there is not is not found", async () => {
  for (const name of ["figures-0", "figures-1x", "people-1", "pages-2"]) {
    expect((await renderPublic(`/sitemaps/${name}.xml`)).text).toContain("not_found");
  }
});

test("robots.txt closes what is of editors alone, and nothing that anyone may read but forms to sign in", async () => {
  const { text } = await renderPublic("/robots.txt");
  expect(text).toContain(`\nSitemap: ${SITE}/sitemap.xml\n`);
  const closed = [...text.matchAll(/^Disallow: (.+)$/gm)].map(([, path = ""]) => path);
  const isClosed = (route: string) => closed.some((path) => route.startsWith(path));
  const entry = /^\/(?:login|setup|invite|api\/auth)/;
  for (const { route, methods } of POLICY) {
    const isOpen = methods.GET === "anyone" && !entry.test(route);
    // Of an address with a name in it nothing more can be said in this format: a program is refused there.
    if (methods.GET !== undefined && !route.includes("[")) expect([route, isClosed(route)]).toEqual([route, !isOpen]);
    else if (isOpen) expect([route, isClosed(route)]).toEqual([route, false]);
  }
});

test("llms.txt leads to pages and files that there are", async () => {
  const { text } = await renderPublic("/llms.txt");
  const links = [...text.matchAll(/\]\((http[^)]+)\)/g)].map(([, address = ""]) => new URL(address));
  expect(links.length).toBeGreaterThan(8);
  for (const { origin, pathname } of links) {
    expect(origin).toBe(SITE);
    if (!pathname.startsWith("/api/")) expect((await renderPublic(pathname)).text.length).toBeGreaterThan(100);
  }
});

/** The metadata of a page and what it says in JSON-LD. */
async function head(address: string) {
  const { text } = await renderPublic(address);
  const [metadata = "{}"] = text.split("\n", 1);
  const [, data = "null"] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text) ?? [];
  return { metadata: JSON.parse(metadata), data: JSON.parse(data), text };
}

test.each([
  ["/", "/"],
  ["/metrics", "/metrics"],
  ["/metrics/companies-attracted", "/metrics/companies-attracted"],
  ["/regions/cn-gz", "/regions/CN-GZ"],
  ["/regions/CN-GZ?topic=companies&page=2", "/regions/CN-GZ?topic=companies&page=2"],
  ["/sources", "/sources"],
  [`/sources/${source}`, `/sources/${source}`],
  ["/corrections?before=7", "/corrections?before=7"],
  ["/disagreements", "/disagreements"],
  ["/compare", "/compare"],
  ["/map", "/map"],
  ["/method", "/method"],
])("%s may be found, at %s", async (address, canonical) => {
  const { metadata } = await head(address);
  expect(metadata.alternates.canonical).toBe(canonical);
  expect(metadata.openGraph).toMatchObject({ url: canonical, type: "website", siteName: "Footnote" });
  expect(metadata.openGraph.title.length).toBeGreaterThan(5);
  expect(metadata.robots).toBeUndefined();
});

test.each([
  ["/?from=2018", "/"],
  ["/?region=US", "/"],
  ["/metrics/companies-attracted?region=CN-GZ", "/metrics/companies-attracted"],
  ["/metrics/companies-attracted?from=2018", "/metrics/companies-attracted"],
  ["/compare?metric=companies-attracted", "/compare"],
  ["/map?metric=companies-attracted", "/map"],
  ["/disagreements?region=CN", "/disagreements"],
  ["/metrics/companies-attracted?as-of=2022-03-01", "/metrics/companies-attracted"],
])("%s is to be found at %s only, and describes nothing for programs", async (address, canonical) => {
  const { metadata, data } = await head(address);
  expect(metadata.alternates.canonical).toBe(canonical);
  expect(metadata.robots).toEqual({ index: false });
  expect(data).toBeNull();
});

test("pages lead to the feeds of what they show", async () => {
  const types = async (address: string) => {
    const { types } = (await head(address)).metadata.alternates;
    expect(Object.keys(types)).toEqual(["application/atom+xml", "application/feed+json"]);
    return types["application/feed+json"].map(({ url }: { url: string }) => url);
  };
  expect(await types("/")).toEqual(["/new-figures.json?region=CN-GZ", "/corrections.json"]);
  expect(await types("/regions/CN")).toEqual(["/new-figures.json?region=CN"]);
  expect(await types("/metrics/companies-attracted")).toEqual(["/new-figures.json?metric=companies-attracted"]);
  expect(await types(`/sources/${source}`)).toEqual([`/new-figures.json?source=${source}`]);
  expect(await types("/corrections")).toEqual(["/corrections.json"]);
});

test("a figure's page tells programs the number with its wording, and its source to reference managers", async () => {
  const { key } = (await create("figures", figure("91,000", { period: "2015" }))).body.data;
  const { metadata, data, text } = await head(`/figures/${key}`);
  const cited = await db().source.findUniqueOrThrow({ where: { slug: source } });
  expect(metadata.openGraph.title).toContain("more than 91,000");
  expect(metadata.openGraph.description).toContain("“more than 91,000 companies”");
  expect(metadata.other).toMatchObject({ citation_title: cited.title, citation_fulltext_html_url: cited.url });
  expect(data.mainEntity).toMatchObject({
    "@type": "Observation",
    minValue: 91_000,
    measurementQualifier: ["more than"],
    observationDate: "2015",
  });
  expect(data.mainEntity).not.toHaveProperty("value");
  expect(data.citation[0]).toMatchObject({ name: cited.title, url: cited.url });
  expect(text).toContain(`<span class="Z3988" title="ctx_ver=Z39.88-2004`);
});

test.each([
  ["/regions/CN-GZ", { region: "CN-GZ" }],
  ["/metrics/companies-attracted", { metric: "companies-attracted" }],
  [`/sources/${source}`, { source }],
])("%s is a set of data with its files and sources", async (address, file) => {
  const { data } = await head(address);
  const query = new URLSearchParams(file as Record<string, string>);
  expect(data).toMatchObject({
    "@type": "Dataset",
    url: SITE + address,
    distribution: [
      { encodingFormat: "text/csv", contentUrl: `${SITE}/api/v1/figures.csv?${query}` },
      { encodingFormat: "application/json", contentUrl: `${SITE}/api/v1/figures.json?${query}` },
    ],
  });
  expect(data.description.length).toBeGreaterThanOrEqual(50);
  expect(data.citation.length).toBeGreaterThan(0);
  expect(data.citation.length).toBeLessThanOrEqual(10);
  expect(data.temporalCoverage).toMatch(/^\d{4}\/\d{4}$/);
});

test("the dashboard is a catalogue, with all figures as a set of data", async () => {
  const { data } = await head("/");
  expect(data).toMatchObject({ "@type": "DataCatalog", url: `${SITE}/` });
  expect(data.dataset).toMatchObject({
    "@type": "Dataset",
    url: `${SITE}/?region=all`,
    distribution: [{ contentUrl: `${SITE}/api/v1/figures.csv` }, { contentUrl: `${SITE}/api/v1/figures.json` }],
  });
  expect(data.dataset.description.length).toBeGreaterThanOrEqual(50);
});

test("sources are found by reference managers in the list of all sources", async () => {
  const { text } = await renderPublic("/sources");
  const sources = await db().source.count({ where: { retracted: false, listed: true } });
  expect(text.match(/class="Z3988"/g)).toHaveLength(sources);
});
