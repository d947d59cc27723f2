import { beforeAll, describe, expect, test } from "vitest";
import { listInUse } from "@/lib/data/admin/choices";
import { db } from "@/lib/data/db/client";
import { findMentions } from "@/lib/reading/metrics/match-records";
import { organisationNames, regionNames } from "@/lib/reading/metrics/record-names";
import { sureMetric } from "@/lib/reading/metrics/sure-metric";
import { readPhrase } from "@/lib/reading/read-phrase";
import { apiAs } from "@/tests/setup/data/api";
import { makePerson } from "@/tests/setup/site/people";

type Record = Readonly<{ slug: string; code: string; name: string; title: string }>;

let editor: ReturnType<typeof apiAs>;
let viewer: ReturnType<typeof apiAs>;

beforeAll(async () => {
  editor = apiAs((await makePerson("editor")).headers);
  viewer = apiAs((await makePerson("viewer")).headers);
});

async function find(resource: string, query: string) {
  const { status, body } = await editor("GET", `choices/${resource}?${query}`);
  expect(status).toBe(200);
  const { records, total } = body.data as { readonly records: readonly Record[]; readonly total: number };
  return { keys: records.map((record) => record.code ?? record.slug), records, total };
}

describe("GET /api/v1/choices/:resource", () => {
  test("finds by name, local name, key, unit, definition, publisher and address", async () => {
    expect((await find("regions", "q=GUIZ")).keys[0]).toBe("CN-GZ");
    expect((await find("regions", "q=贵州")).keys).toContain("CN-GZ");
    expect((await find("regions", "q=guiyang+guizhou")).keys).toContain("CN-GZ-guiyang");
    expect((await find("regions", "q=sao+paulo")).records.map(({ name }) => name)[0]).toMatch(/^São Paulo/);
    expect((await find("metrics", "q=base+stations")).keys).toContain("5g-base-stations");
    expect((await find("sources", "q=big+data+looms")).keys[0]).toBe("china-daily-2019-guizhou-looms");
    expect((await find("sources", "q=chinadaily.com.cn")).total).toBeGreaterThan(0);
    expect(await find("regions", "q=atlantis")).toMatchObject({ keys: [], total: 0 });
  });

  test("has the one of just this name or key first", async () => {
    expect((await find("regions", "q=cn-gz")).keys[0]).toBe("CN-GZ");
    expect((await find("regions", "q=china")).keys[0]).toBe("CN");
  });

  test("answers page by page, and how many there are on all", async () => {
    const first = await find("metrics", "");
    expect(first).toMatchObject({ total: 136 });
    expect(first.keys).toHaveLength(40);
    const last = await find("metrics", "page=4");
    expect(last.keys).toHaveLength(16);
    const pages = await Promise.all([1, 2, 3, 4].map((page) => find("metrics", `page=${page}`)));
    expect(new Set(pages.flatMap(({ keys }) => keys)).size).toBe(136);
    expect((await find("metrics", "page=5")).keys).toEqual([]);
    expect((await find("metrics", "page=-1")).keys).toEqual(first.keys);
  });

  test("knows the records of keys, retracted ones too, which no search finds", async () => {
    const made = await editor("POST", "organisations", { body: { name: "Choosable Works" }, attempt: "choosable" });
    const { key, version } = made.body.data;
    expect((await find("organisations", "q=choosable")).keys).toEqual([key]);
    expect((await editor("DELETE", `organisations/${key}`, { body: { reason: "A test" }, version })).status).toBe(200);
    expect((await find("organisations", "q=choosable")).keys).toEqual([]);
    expect(await find("organisations", `key=${key}&key=no-such`)).toMatchObject({ keys: [key], total: 1 });
  });

  test("is for editors, and for what forms choose from", async () => {
    expect((await viewer("GET", "choices/metrics")).status).toBe(403);
    expect((await editor("GET", "choices/figures")).status).toBe(404);
    expect((await find("metrics", `q=${"x".repeat(5000)}`)).total).toBe(0);
    expect((await find("metrics", "q=%00%25_")).total).toBeGreaterThan(0);
  });
});

describe("GET /api/v1/read/address", () => {
  const ask = async (address: string) => {
    const { status, body } = await editor("GET", `read/address?of=${encodeURIComponent(address)}`);
    expect(status).toBe(200);
    return (body.data as readonly Record[]).map(({ slug }) => slug);
  };

  test("names the source that has the address in any spelling, and others of its site", async () => {
    const { url } = await db().source.findUniqueOrThrow({ where: { slug: "china-daily-2019-guizhou-looms" } });
    expect(await ask(`${url}?utm_source=x`)).toContain("china-daily-2019-guizhou-looms");
    expect((await ask("https://www.chinadaily.com.cn/a/202001/01/new.html")).length).toBeGreaterThan(0);
    expect(await ask("https://unknown.example/a")).toEqual([]);
    expect(await ask("no address")).toEqual([]);
    expect(await ask(`https://a.example/${"a".repeat(3000)}`)).toEqual([]);
  });
});

describe("POST /api/v1/read/records", () => {
  const ask = async (text: string) => (await editor("POST", "read/records", { body: { text } })).body.data;

  test("holds all that a text names: with it alone the same is found as with every record", async () => {
    const [metrics, regions, organisations] = await Promise.all([
      listInUse("metrics"),
      listInUse("regions"),
      listInUse("organisations"),
    ]);
    const citations = await db().citation.findMany({ where: { phrase: { not: null } }, select: { phrase: true } });
    const phrases = citations.flatMap(({ phrase }) => phrase ?? []);
    const text = [...phrases, ...regions.map(({ name, nameLocal }) => `${name}s ${nameLocal}`)].join(".\n");
    const told = await ask(text);
    const named = (of: { regions: typeof regions; organisations: typeof organisations }) => ({
      regions: findMentions(
        text,
        of.regions.map((region) => ({ key: region.code, names: regionNames(region) })),
      ),
      organisations: findMentions(
        text,
        of.organisations.map((one) => ({ key: one.slug, names: organisationNames(one) })),
      ),
    });
    expect(named(told)).toEqual(named({ regions, organisations }));
    const sure = phrases.map((phrase) => {
      const reading = readPhrase(phrase);
      if (reading === null) return null;
      const whole = { start: 0, end: phrase.length };
      const found = sureMetric(phrase, { ...reading, ...whole }, whole, metrics);
      expect(sureMetric(phrase, { ...reading, ...whole }, whole, told.metrics)).toBe(found);
      return found;
    });
    expect(sure.filter((slug) => slug !== null).length).toBeGreaterThan(5);
    expect(told.metrics.length).toBeLessThan(metrics.length);
  });

  test("holds the sources that its head may mean: of this title, this publisher, this address", async () => {
    const { sources } = await ask("Big data looms large in Guizhou\nChina Daily | 2019-02-28\n\nIt grows.");
    const slugs = sources.map(({ slug }: Record) => slug);
    expect(slugs).toContain("china-daily-2019-guizhou-looms");
    expect(slugs.length).toBeLessThan(117);
    expect((await ask("Nothing of this is known.")).sources).toEqual([]);
  });

  test("is for editors, and needs a text", async () => {
    expect((await viewer("POST", "read/records", { body: { text: "a" } })).status).toBe(403);
    expect((await editor("POST", "read/records", { body: {} })).status).toBe(422);
  });
});

describe("POST /api/v1/read/metrics", () => {
  const ask = async (phrase: string) => {
    const { unit, per, whole, change } = readPhrase(phrase) ?? { unit: null, per: null, whole: null, change: null };
    return editor("POST", "read/metrics", { body: { phrase, counted: { unit, per, whole, change } } });
  };

  test("answers the likeliest metrics, best first, at most four", async () => {
    const { status, body } = await ask("more than 8,900 companies brought investment");
    expect(status).toBe(200);
    expect(body.data[0]).toMatchObject({ slug: "companies-attracted", unit: "companies" });
    expect(body.data.length).toBeLessThanOrEqual(4);
    expect((await ask("nothing here")).body.data).toEqual([]);
  });

  test("is for editors, and needs to know what is counted", async () => {
    expect((await viewer("POST", "read/metrics", { body: { phrase: "a" } })).status).toBe(403);
    expect((await editor("POST", "read/metrics", { body: { phrase: "a" } })).status).toBe(422);
    expect((await editor("POST", "read/metrics", { body: { phrase: "a".repeat(1001), counted: {} } })).status).toBe(
      422,
    );
  });
});
