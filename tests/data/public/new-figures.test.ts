import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { db } from "@/lib/data/db/client";
import { readNewFigures } from "@/lib/data/public/discovery/new-figures";
import { asEditor } from "@/tests/setup/site/as-editor";
import { renderPublic } from "@/tests/setup/site/public-pages";

const { api, create, source } = await asEditor();
const ALL = { region: null, metric: null, source: null, before: null };

const figure = (value: string, more: object = {}) => ({
  metric: "companies-attracted",
  region: "CN-GZ",
  wording: "more_than",
  value,
  period: "2011",
  speakerKind: "outlet",
  status: "published",
  citations: [{ source, locator: "para 91", phrase: `more than ${value} companies` }],
  ...more,
});
const add = async (value: string, more?: object): Promise<string> =>
  (await create("figures", figure(value, more))).body.data.key;

async function asked(method: string, key: string, body: object, more = ""): Promise<void> {
  const { body: found } = await api("GET", `figures/${key}`);
  const answer = await api(method, `figures/${key}${more}`, { body, version: found.data.version });
  expect(answer.status).toBe(200);
}

interface Entry {
  readonly id: string;
  readonly url: string;
  readonly external_url: string;
  readonly title: string;
  readonly content_text: string;
  readonly date_published: string;
  readonly date_modified: string;
}
interface JsonFeed {
  readonly version: string;
  readonly title: string;
  readonly home_page_url: string;
  readonly feed_url: string;
  readonly next_url?: string;
  readonly items: readonly Entry[];
}
const feed = async (query = ""): Promise<JsonFeed> =>
  JSON.parse((await renderPublic(`/new-figures.json${query}`)).text.replaceAll("\u00a0", " "));
const idsOf = ({ items }: JsonFeed) => items.map(({ url }) => url.split("/").at(-1));

test("a figure that is published is the first entry, worded, with its place, time, source and phrase", async () => {
  const key = await add("9,500");
  const { version, home_page_url, feed_url, items } = await feed();
  expect(version).toBe("https://jsonfeed.org/version/1.1");
  expect([home_page_url, feed_url]).toEqual([
    "http://localhost:3000/?region=all",
    "http://localhost:3000/new-figures.json",
  ]);
  const { title, publisher } = await db().source.findUniqueOrThrow({ where: { slug: source } });
  expect(title).not.toBe("");
  const [first] = items;
  expect(first?.title).toBe("Companies that brought investment or projects, Guizhou, 2011: more than 9,500 companies");
  expect(first?.content_text).toContain("“more than 9,500 companies”");
  expect(first?.content_text).toContain(publisher.replace(/ \(.*/, ""));
  expect(first?.url).toBe(`http://localhost:3000/figures/${key}`);
  expect(first?.id).toMatch(new RegExp(`^tag:localhost,20\\d\\d-\\d\\d-\\d\\d:figures/${key}$`));
  expect(first?.external_url).toMatch(/^https?:/);
  expect(first?.date_modified).toBe(first?.date_published);
});

test("a target says that it is one", async () => {
  await add("77", { outlook: "target", period: "2031" });
  expect((await feed()).items[0]?.title).toMatch(/^Target: .*2031: more than 77 companies$/);
});

test("a draft is in no feed; when it is published it is the newest, however long ago it was written", async () => {
  const draft = await add("87,001", { status: "draft", period: "2008" });
  const later = await add("87,002", { period: "2007" });
  expect(idsOf(await feed())).not.toContain(draft);
  await asked("PATCH", draft, { status: "published" });
  expect(idsOf(await feed()).slice(0, 2)).toEqual([draft, later]);
});

test("a correction changes the entry and its date, not its place; a retracted figure leaves, one put back is where it was", async () => {
  const key = await add("86,001", { period: "2006" });
  const newer = await add("86,002", { period: "2005" });
  const was = (await feed()).items[1];
  await asked("PATCH", key, { value: "86,003", cause: "typo", reason: "Read again" });
  const is = (await feed()).items[1];
  expect([is?.id, is?.date_published]).toEqual([was?.id, was?.date_published]);
  expect(is?.title).toContain("more than 86,003 companies");
  expect(String(is?.date_modified) > String(was?.date_modified)).toBe(true);
  await asked("DELETE", key, { reason: "Never said" });
  expect(idsOf(await feed())).not.toContain(key);
  expect((await renderPublic("/new-figures.atom")).text).not.toContain(key);
  const { body } = await api("GET", `figures/${key}/history`);
  await asked("POST", key, { revision: body.data[1].revision, reason: "It was said" }, "/restore");
  expect(idsOf(await feed()).slice(0, 2)).toEqual([newer, key]);
});

test("one region has its places too, one metric and one source have theirs; what there is not is not found", async () => {
  const elsewhere = await add("701", { region: "IN", period: "2012" });
  const here = await add("702", { period: "2013" });
  const ofCountry = await feed("?region=cn");
  expect(ofCountry.title).toBe("Footnote: new figures of China");
  expect(ofCountry.home_page_url).toBe("http://localhost:3000/regions/CN");
  expect(ofCountry.feed_url).toBe("http://localhost:3000/new-figures.json?region=CN");
  expect(idsOf(ofCountry)).toContain(here);
  expect(idsOf(ofCountry)).not.toContain(elsewhere);
  const ofMetric = await feed("?metric=companies-attracted&region=IN");
  expect(idsOf(ofMetric)[0]).toBe(elsewhere);
  expect(ofMetric.title).toContain("Companies that brought investment or projects and India");
  const { list } = (await readNewFigures({ ...ALL, source })) ?? { list: [] };
  expect(list.length).toBeGreaterThan(2);
  expect(list.every(({ figure: { citations } }) => citations.some((each) => each.source.slug === source))).toBe(true);
  expect((await renderPublic("/new-figures.atom?metric=no-such")).text).toContain("not_found");
  expect((await renderPublic("/new-figures.json?region=no-such")).text).toContain("not_found");
});

test("page after page has every published figure once, those of the seed too", async () => {
  const seen: string[] = [];
  let before: number | null = null;
  do {
    const page = await readNewFigures({ ...ALL, before });
    expect(page?.list.length).toBeLessThanOrEqual(50);
    seen.push(...(page?.list ?? []).map(({ figure: { id } }) => id));
    before = page?.earlier ?? null;
  } while (before !== null);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBe(await db().figure.count({ where: { status: "published" } }));
  expect(seen.length).toBeGreaterThan(467);
  const first = await feed();
  expect(first.next_url).toMatch(/^http:\/\/localhost:3000\/new-figures\.json\?before=\d+$/);
  expect(idsOf(await feed(new URL(first.next_url ?? "").search))).toEqual(seen.slice(50, 100));
});

test("the Atom feed says the same: well-formed, one entry for each, with both dates and the page of the source", async () => {
  const { text } = await renderPublic("/new-figures.atom?region=CN-GZ");
  const names: string[] = [];
  const ids: string[] = [];
  let updated = "";
  const path: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    path.push(name);
    if (path.length === 3) names.push(name === "link" ? `link ${attributes.rel?.value}` : name);
  });
  parser.on("closetag", () => path.pop());
  parser.on("text", (said) => {
    if (path.join(" ") === "feed entry id") ids.push(said);
    if (path.join(" ") === "feed updated") updated = said;
  });
  parser.write(text).close();
  const json = await feed("?region=CN-GZ");
  expect(ids).toEqual(json.items.map(({ id }) => id));
  expect(ids.length).toBe(50);
  expect(new Set(names)).toEqual(
    new Set(["name", "id", "title", "published", "updated", "link alternate", "link via", "summary"]),
  );
  expect(updated).toBe(
    json.items
      .map(({ date_modified }) => date_modified)
      .sort()
      .at(-1),
  );
});
