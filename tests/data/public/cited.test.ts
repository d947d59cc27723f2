import { beforeAll, describe, expect, test } from "vitest";
import { GET as citationsFile } from "@/app/(public)/reuse/[file]/route";
import { GET as citationFile } from "@/app/api/v1/[resource]/[key]/[file]/route";
import { REFERENCE_STYLES } from "@/lib/citation/styled-item";
import { references } from "@/lib/csl/references";
import { db } from "@/lib/data/db/client";
import { findCitable } from "@/lib/data/public/reuse/citable";
import { listSources } from "@/lib/data/public/sources";
import { siteAddress } from "@/lib/env";
import { readSubject } from "@/lib/schemas/reuse/subject";

const today = () => new Date().toISOString().slice(0, 10);

async function cited(address: string) {
  const subject = readSubject(address);
  return subject && findCitable(subject, "en-GB");
}

/** Letters and digits alone, so that a style may set capitals and quotation marks. */
const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

beforeAll(async () => {
  // Loading the processor and its largest style takes more than a test is given.
  const [source] = await listSources();
  if (source) await references(source);
}, 60_000);

test("each source of the seed has a reference in each style, with its title, date and address, and nothing doubled", async () => {
  const sources = await listSources();
  expect(sources.length).toBeGreaterThanOrEqual(117);
  const wrong: string[] = [];
  for (const source of sources) {
    const written = await references(source);
    for (const { key } of REFERENCE_STYLES) {
      const text = written[key];
      const hasDate = source.published === null ? true : text.includes(source.published.slice(0, 4));
      const isWhole = letters(text).includes(letters(source.title)) && text.includes(source.url) && hasDate;
      const isClean = !/undefined|null|\[object|<|\uE000|,,|\.\.(?!\.)|,\.|\s[,.;]|\s\s|\(\)/.test(
        text.replace(source.url, "U").replace("...", "…"),
      );
      if (!isWhole || !isClean) wrong.push(`${key}: ${text}`);
    }
  }
  expect(wrong).toEqual([]);
}, 60_000);

describe("a figure", () => {
  test("is cited with its source, phrase, place, speaker, address, revision and the day", async () => {
    const { publicId } = await db().figure.findFirstOrThrow({
      where: { metric: { slug: "companies-attracted" }, region: { code: "CN-GZ" } },
    });
    const citable = await cited(`/figures/${publicId}`);
    const url = `${siteAddress()}/figures/${publicId}`;
    const [apa] = citable?.references ?? [];
    expect(apa?.name).toBe("APA 7");
    expect(apa?.text).toMatch(
      /^Yang, J\., & Zhou, H\. \(2019, February 28\)\. Big data looms large in Guizhou\. China Daily/,
    );
    expect(apa?.text).toMatch(
      / “from more than 9,500 companies” \(Companies that brought investment or projects, Guizhou, [^)]+\), para\. \d+, said by [^;]+; Footnote, /,
    );
    expect(apa?.text).toContain(`; Footnote, ${url}, revision `);
    expect(apa?.text).toMatch(
      new RegExp(`, retrieved ${Number(today().slice(8))} \\p{L}+ ${today().slice(0, 4)}\\.$`, "u"),
    );
    expect(citable?.line).toBe(`${citable?.line.split(" Footnote, ")[0]} Footnote, ${url}`);
    expect(citable?.line).toContain("China Daily, 28 Feb 2019, para. ");
    expect(citable?.bibtex).toContain("note = {“from more than 9,500 companies” (");
    expect(citable?.references).toHaveLength(4);
  });

  test("as of a day says the day and is addressed with it", async () => {
    const { publicId } = await db().figure.findFirstOrThrow({
      where: { metric: { slug: "companies-attracted" }, region: { code: "CN-GZ" } },
    });
    const citable = await cited(`/figures/${publicId}?as-of=2022-03-01`);
    expect(citable?.references[0]?.text).toMatch(/\?as-of=2022-03-01.*, as known on 1 March 2022, retrieved /);
    expect(citable?.files).toEqual([]);
  });

  test("has its record in the files for reference managers, which stay where they were", async () => {
    const { publicId } = await db().figure.findFirstOrThrow({ where: { status: "published" } });
    const ask = (file: string) =>
      citationFile(new Request(`http://x/api/v1/figures/${publicId}/${file}`), {
        params: Promise.resolve({ resource: "figures", key: publicId, file }),
      }).then((answer) => answer.text());
    expect(await ask("citation.ris")).toMatch(new RegExp(`\\r\\nN1  - .*/figures/${publicId}, revision \\d+`));
    expect(await ask("citation.bib")).toContain(`/figures/${publicId}, revision`);
    expect(JSON.parse(await ask("citation.json"))[0].note).toContain(`/figures/${publicId}`);
  });
});

describe("a view of the site", () => {
  test.each([
    ["/", "Guizhou’s tech industry, figure by figure"],
    ["/?region=all", "Regional tech industries, figure by figure"],
    ["/?region=CN-GZ&topic=health", "Guizhou’s tech industry: health, figure by figure"],
    ["/metrics/5g-base-stations", "5G base stations in service, by region and year"],
    ["/metrics/5g-base-stations?region=CN-GZ", "5G base stations in service, Guizhou"],
    ["/metrics/5g-base-stations?region=CN-GZ&from=2020&to=2022", "5G base stations in service, Guizhou, 2020–2022"],
    ["/regions/CN-GZ", "Guizhou’s tech industry in figures"],
    ["/charts/key-figures", "The article in four figures"],
    ["/disagreements", "What sources differ about"],
    ["/search?q=9%2C500", "Search for “9,500”"],
  ])("%s is a work of its own: %s", async (address, title) => {
    const citable = await cited(address);
    expect(citable?.title).toBe(title);
    const url = new URL(address, siteAddress()).href;
    for (const { text } of citable?.references ?? []) expect(text).toContain(url);
    const [apa] = citable?.references ?? [];
    expect(apa?.text).toMatch(/^Footnote\. \(n\.d\.\)\. .*Retrieved \p{L}+ \d+, \d{4}, from http/u);
  });

  test("names its sources where they are few, and counts them where they are many", async () => {
    const few = await cited("/metrics/companies-attracted?region=CN-GZ");
    expect(few?.sources?.named).toHaveLength(few?.sources?.total ?? -1);
    expect(few?.sources?.total).toBeGreaterThan(0);
    const all = await cited("/?region=all");
    expect(all?.sources).toEqual({ named: [], total: (await listSources()).length });
    expect((await cited("/search?q=jobs"))?.sources).toBeNull();
  });

  test("what was known on a day is cited with the day", async () => {
    expect((await cited("/regions/CN-GZ?as-of=2022-03-01"))?.references[0]?.text).toContain(
      ", as known on 1 March 2022",
    );
    expect(await cited("/regions/CN-GZ?as-of=2999-01-01")).toBeNull();
  });

  test.each(["/figures/none", "/sources/none", "/metrics/none", "/charts/none", "/regions/none"])(
    "%s is nothing",
    async (address) => {
      expect(await cited(address)).toBeNull();
    },
  );

  test("has a file of itself and all its sources", async () => {
    const ask = (file: string, of: string) =>
      citationsFile(new Request(`http://x/reuse/${file}?of=${encodeURIComponent(of)}`), {
        params: Promise.resolve({ file }),
      });
    const total = (await listSources()).length;
    const bib = await (await ask("citations.bib", "/?region=all")).text();
    expect(bib.match(/^@/gm)).toHaveLength(total + 1);
    const records = await (await ask("citations.ris", "/?region=all")).text();
    expect(records.match(/^TY {2}- /gm)).toHaveLength(total + 1);
    const items = await (await ask("citations.json", "/metrics/5g-base-stations?region=CN-GZ")).json();
    expect(items[0]).toMatchObject({ title: "5G base stations in service, Guizhou", "container-title": "Footnote" });
    expect((await ask("citations.xml", "/")).status).toBe(404);
    expect((await ask("citations.bib", "https://elsewhere.example/")).status).toBe(404);
  });
});
