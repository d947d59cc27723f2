import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { db } from "@/lib/data/db/client";
import { listCorrections } from "@/lib/data/public/past/corrections";
import { file, request, run } from "@/tests/setup/data/importing";
import { asEditor } from "@/tests/setup/site/as-editor";
import { renderPublic } from "@/tests/setup/site/public-pages";

const { api, create, source } = await asEditor();

const why = (reason: string) => ({ cause: "typo", reason });
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
const publish = async (value: string, more?: object): Promise<string> =>
  (await create("figures", figure(value, more))).body.data.key;

async function asked(method: string, key: string, body: object, more = ""): Promise<void> {
  const { body: found } = await api("GET", `figures/${key}`);
  const answer = await api(method, `figures/${key}${more}`, { body, version: found.data.version });
  expect(answer.status).toBe(200);
}

/** What stands on the page, without its marks. */
async function page(address = "/corrections"): Promise<string> {
  const { text } = await renderPublic(address);
  return text
    .slice(text.indexOf("<main"))
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
}

interface Read {
  readonly text: string;
  readonly ids: readonly string[];
  readonly links: Readonly<Record<string, string>>;
}

/** A feed, read by a parser that refuses what is not well-formed; its ids with that of the feed first, its own links by what they are. */
async function feed(address = "/corrections.atom"): Promise<Read> {
  const { text } = await renderPublic(address);
  const ids: string[] = [];
  const links: Record<string, string> = {};
  const path: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, uri, attributes }) => {
    expect(uri).toBe("http://www.w3.org/2005/Atom");
    path.push(name);
    if (path.join(" ") === "feed link") links[attributes.rel?.value ?? ""] = attributes.href?.value ?? "";
  });
  parser.on("closetag", () => path.pop());
  parser.on("text", (said) => path.at(-1) === "id" && ids.push(said));
  parser.write(text).close();
  return { text: text.replaceAll("\u00a0", " "), ids, links };
}

test("before anything was corrected, page and feed say so", async () => {
  expect(await page()).toContain("No published figure has been corrected so far.");
  const { text, ids, links } = await feed();
  expect(ids).toEqual(["http://localhost:3000/corrections.atom"]);
  expect(links).toMatchObject({ self: "http://localhost:3000/corrections.atom" });
  expect(text).toMatch(/<updated>20\d\d-\d\d-\d\dT[\d:.]+Z<\/updated>/);
});

test("a draft's changes, and its publication, are no corrections", async () => {
  const key = await publish("87,001", { status: "draft", period: "2008" });
  await asked("PATCH", key, { value: "87,002", ...why("A secret of the editors") });
  await asked("PATCH", key, { status: "published" });
  const gone = await publish("87,003", { status: "draft", period: "2007" });
  await asked("DELETE", gone, { reason: "Another secret" });
  expect(await page()).toContain("No published figure has been corrected so far.");
  expect((await feed()).text).not.toContain("<entry>");
});

test("a correction is told in words, with what it said before, what it says, and why; nobody is named", async () => {
  const key = await publish("9,500");
  const exact = [{ source, locator: "para 91", phrase: "9,551 companies" }];
  await asked("PATCH", key, { wording: "exactly", value: "9,551", citations: exact, ...why("The page says 9,551") });
  const { list } = await listCorrections(null);
  const text = await page();
  expect(text).toContain(
    "Corrected Companies that brought investment or projects, Guizhou, 2011 more than 9,500 companies to 9,551 companies",
  );
  expect(text).toContain("Our slip: The page says 9,551.");
  expect(text).not.toContain("Test editor");
  const { text: atom, ids } = await feed();
  expect(atom).toContain(
    "<title>Corrected: Companies that brought investment or projects, Guizhou, 2011: “more than 9,500 companies” to “9,551 companies”</title>",
  );
  expect(ids[1]).toBe(`http://localhost:3000/figures/${key}#revision-${list[0]?.revision}`);
  expect(atom).not.toContain("Test editor");
  // The same entry stands in the history of the figure, where that address leads.
  expect((await renderPublic(`/figures/${key}`)).text).toContain(`id="revision-${list[0]?.revision}"`);
  // There it says so in the same words, and none of the number without its wording.
  const history = await page(`/figures/${key}`);
  expect(history).toContain("more than 9,500 companies to 9,551 companies");
  expect(history).not.toContain("Value:");
  // What is said now is not what was said then.
  await asked("PATCH", key, { value: "9,552", ...why("Once more <&") });
  expect(await page()).toMatch(/9,551 companies to 9,552 companies.*more than 9,500 companies to 9,551 companies/);
  expect((await feed()).ids.slice(1)).toHaveLength(2);
  expect((await feed()).ids).toContain(ids[1]);
});

test("that somebody looked again and found nothing newer is no correction", async () => {
  const key = await publish("84,001", { period: "2005" });
  const before = await page();
  await asked("PATCH", key, { lookedAgain: "2026-11-30" });
  expect(await page()).toBe(before);
});

test("a change of anything else is told field by field", async () => {
  const key = await publish("86,001", { period: "2010" });
  await asked("PATCH", key, { period: "2009", note: "Counted twice.", ...why("The year was read wrongly") });
  const text = await page();
  expect(text).toContain("Period: 2010 → 2009");
  expect(text).toContain("Note: none → Counted twice.");
});

test("retracting, and putting back, are corrections too", async () => {
  const key = await publish("85,001", { period: "2006" });
  await asked("DELETE", key, { reason: "Never said" });
  expect(await page()).toMatch(
    /Corrections Every .* Retracted Companies that brought investment or projects, Guizhou, 2006 more than 85,001 companies Never said\./,
  );
  const { body } = await api("GET", `figures/${key}/history`);
  await asked("POST", key, { revision: body.data[1].revision, reason: "It was said" }, "/restore");
  const { list } = await listCorrections(null);
  expect(list.slice(0, 2).map(({ kind, figure }) => [kind, figure])).toEqual([
    ["restored", key],
    ["retracted", key],
  ]);
  expect(await page()).toContain("Put back Companies that brought investment or projects, Guizhou, 2006");
});

test("names and units are those of the day of the correction", async () => {
  const metric = { slug: "kiosks", name: "Kiosks", unit: "kiosks", kind: "count", topic: "talent" };
  const { slug: topic } = await db().topic.findFirstOrThrow({ orderBy: { id: "asc" } });
  await create("metrics", { ...metric, topic, definition: "Kiosks counted." });
  const cited = (value: string) => ({ citations: [{ source, locator: "para 1", phrase: value }] });
  const key = await publish("41", { metric: "kiosks", wording: "exactly", ...cited("41") });
  await asked("PATCH", key, { value: "42", ...cited("42"), ...why("Read again") });
  const body = { name: "Stalls", unit: "stalls", reason: "Its new name", affectedFigures: 1 };
  expect((await api("PATCH", "metrics/kiosks", { body, version: 1 })).status).toBe(200);
  expect(await page()).toContain("Kiosks, Guizhou, 2011 41 kiosks to 42 kiosks");
  expect((await renderPublic(`/figures/${key}`)).text).toContain("Stalls");
});

test("an import that changes many published figures lists each, page after page, once", async () => {
  const before = (await listAll()).length;
  const rows = (value: (index: number) => string) =>
    file(
      ...Array.from({ length: 120 }, (_, index) => ({
        value: value(index),
        period: String(1900 + index),
        locator: "para 77",
        phrase: `about ${value(index)} companies`,
      })),
    );
  await run(request(rows((index) => String(3000 + index))));
  expect((await listAll()).length).toBe(before);
  await run(
    request(
      rows((index) => String(4000 + index)),
      {},
      { cause: "source_corrected", reason: "A new table" },
    ),
  );
  const all = await listAll();
  expect(all.length).toBe(before + 120);
  expect(new Set(all.map(({ revision }) => revision)).size).toBe(all.length);
  expect(all.map(({ revision }) => revision)).toEqual(all.map(({ revision }) => revision).sort((a, b) => b - a));
  const { earlier } = await listCorrections(null);
  expect(await page()).toContain("Earlier corrections");
  expect(await page(`/corrections?before=${earlier}`)).toContain("Newest corrections");
  const first = await feed();
  expect(first.ids).toHaveLength(51);
  expect(first.links.next).toBe(`http://localhost:3000/corrections.atom?before=${earlier}`);
  expect((await feed(`/corrections.atom?before=${earlier}`)).ids.slice(1)).not.toContain(first.ids[50]);
});

async function listAll() {
  const all = [];
  for (let before: number | null = null, isFirst = true; isFirst || before !== null; isFirst = false) {
    const { list, earlier } = await listCorrections(before);
    all.push(...list);
    before = earlier;
  }
  return all;
}
