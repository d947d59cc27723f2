import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { GET as getCsv } from "@/app/api/v1/figures.csv/route";
import { restoreRow } from "@/lib/data/commands/restore";
import { db } from "@/lib/data/db/client";
import { withWriteTransaction } from "@/lib/data/db/transaction";
import { readKnownOn } from "@/lib/data/public/past/known-on";
import { readSeriesThen } from "@/lib/data/public/past/series-then";
import { conditionOf, EVERY_FIGURE } from "@/lib/data/public/selection/figure-selection";
import { apiAs } from "@/tests/setup/data/api";
import { author, change, create, DAYS, newest, on, retract, why } from "@/tests/setup/data/days-to-come";
import { renderPublic } from "@/tests/setup/site/public-pages";

// Pages are rendered without the framework around them.
vi.mock("next/navigation", async (original) => ({ ...(await original<object>()), useRouter: () => ({}) }));

const stranger = apiAs({});

const cited = (...sources: string[]) =>
  sources.map((source, index) => ({
    ...{ source, phrase: "7 tents" },
    role: index === 0 ? "origin" : "repeat",
  }));
const figure = (value: string, sources: readonly string[], more: object = {}) =>
  create("figures", {
    ...{ metric: "tents", region: "XT", wording: "exactly", value, speakerKind: "outlet", status: "published" },
    citations: cited(...sources),
    ...more,
  });

/** Keys of figures, by their names in these tests. */
const keys: Record<string, string> = {};

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  on(DAYS.first);
  const { slug: topic } = await db().topic.findFirstOrThrow();
  await create("regions", { code: "XT", name: "Tentland", level: "country" });
  for (const slug of ["tents", "yurts"]) {
    const name = slug === "tents" ? "Tents" : "Yurts";
    await create("metrics", { slug, name, unit: slug, kind: "count", topic, definition: `${name} put up.` });
  }
  const dates = { feb: "2019-02-28", may: "2020-05", y2018: "2018", undated: null };
  for (const [slug, published] of Object.entries(dates)) {
    const rest = { kind: "news", publisher: "Press", language: "en", url: `https://example.org/${slug}` };
    await create("sources", { slug, title: slug, published, ...rest });
  }
  keys.corrected = await figure("9500", ["feb"], { wording: "more_than" });
  keys.retracted = await figure("20", ["may"]);
  keys.moved = await figure("30", ["undated"]);
  keys.repeated = await figure("40", ["y2018", "may"]);
  keys.restored = await figure("50", ["undated"]);
  await retract(keys.restored);
  on(DAYS.second);
  await change("figures", keys.corrected, { wording: "exactly", value: "9551" });
  await retract(keys.retracted);
  await change("figures", keys.moved, { metric: "yurts" });
  const target = await newest("figures", keys.restored);
  const { id } = await db().revision.findFirstOrThrow({ where: { key: keys.restored }, orderBy: { id: "asc" } });
  await withWriteTransaction((tx) => restoreRow(tx, target, { revision: id, before: false }, why, author));
  keys.later = await figure("60", ["feb"]);
  keys.draft = await figure("70", ["feb"], { status: "draft" });
  on(DAYS.third);
  await change("figures", keys.draft, { status: "published" });
  await change("figures", keys.later, { value: "61" });
  await change("metrics", "tents", { name: "Tents and huts" });
  on(DAYS.today);
});
afterAll(() => {
  vi.useRealTimers();
});

const named = (key: string | undefined) => Object.entries(keys).find(([, each]) => each === key)?.[0] ?? String(key);

/** What a file of two metrics tells as of a day: names of figures with their values, in the order of names. */
async function fileOf(day: string, question = "region=XT"): Promise<readonly string[]> {
  const answer = await getCsv(new Request(`http://localhost/api/v1/figures.csv?${question}&as-of=${day}`));
  expect(answer.status).toBe(200);
  const [header = "", ...rows] = (await answer.text()).trim().split("\r\n");
  const columns = header.split(",");
  return rows
    .map((row) => row.split(","))
    .map((cells) => (name: string) => cells[columns.indexOf(name)] ?? "")
    .map((cell) =>
      [named(cell("figure")), cell("metric"), cell("wording"), cell("value"), cell("source"), cell("further_sources")]
        .join(" ")
        .trim(),
    )
    .sort();
}

describe("known on a day is what sources had published by then, and what was recorded here as it was", () => {
  const [corrected, repeated, later, draft] = [
    "corrected tents exactly 9551 feb",
    "repeated tents exactly 40 y2018",
    "later tents exactly 61 feb",
    "draft tents exactly 70 feb",
  ];
  test.each([
    ["before the year of a source is over", "2018-12-30", []],
    ["when it is; a source that came later is not named", "2018-12-31", [repeated]],
    ["the day before an article", "2019-02-27", [repeated]],
    [
      "the day of it: as it stands today, since it was recorded here later",
      "2019-02-28",
      [corrected, draft, later, repeated],
    ],
    ["before the month of a source is over", "2020-05-30", [corrected, draft, later, repeated]],
    ["when it is", "2020-05-31", [corrected, draft, later, `${repeated} may`]],
    [
      "on the day of recording: as it was, with what was retracted, moved and renamed later, without what stood retracted",
      DAYS.first,
      [
        "corrected tents more_than 9500 feb",
        draft,
        later,
        "moved tents exactly 30 undated",
        `${repeated} may`,
        "retracted tents exactly 20 may",
      ],
    ],
    [
      "after corrections",
      DAYS.second,
      [
        corrected,
        draft,
        "later tents exactly 60 feb",
        "moved yurts exactly 30 undated",
        `${repeated} may`,
        "restored tents exactly 50 undated",
      ],
    ],
    [
      "today",
      DAYS.today,
      [
        corrected,
        draft,
        later,
        "moved yurts exactly 30 undated",
        `${repeated} may`,
        "restored tents exactly 50 undated",
      ],
    ],
  ])("%s", async (_what, day, expected) => {
    expect(await fileOf(day)).toEqual(expected);
  });

  test("whatever else is asked: a metric, a source, a wording, figures by their keys", async () => {
    expect(await fileOf(DAYS.first, "metric=yurts")).toEqual([]);
    expect(await fileOf(DAYS.second, "metric=yurts")).toEqual(["moved yurts exactly 30 undated"]);
    expect(await fileOf(DAYS.first, "region=XT&wording=more_than")).toEqual(["corrected tents more_than 9500 feb"]);
    expect(await fileOf(DAYS.second, "region=XT&wording=more_than")).toEqual([]);
    expect(await fileOf(DAYS.first, "source=may&region=XT")).toEqual([
      `${repeated} may`,
      "retracted tents exactly 20 may",
    ]);
    expect(await fileOf("2019-01-01", "source=may&region=XT")).toEqual([]);
    expect(await fileOf("2020-05-31", "source=may&region=XT")).toEqual([`${repeated} may`]);
    expect(await fileOf(DAYS.first, `id=${keys.retracted},${keys.corrected}`)).toEqual([
      "corrected tents more_than 9500 feb",
      "retracted tents exactly 20 may",
    ]);
  });

  test("the names are those of that day", async () => {
    const nameOn = async (day: string) =>
      (await (await getCsv(new Request(`http://localhost/api/v1/figures.csv?metric=tents&as-of=${day}`))).text()).match(
        /,tents,([^,]*),/,
      )?.[1];
    expect(await nameOn(DAYS.second)).toBe("Tents");
    expect(await nameOn(DAYS.today)).toBe("Tents and huts");
  });
});

describe("a record by itself", () => {
  const get = async (path: string, day: string) => {
    const { status, body } = await stranger("GET", `${path}?as-of=${day}`);
    return [status, body.data ?? body.code];
  };
  test.each([
    ["corrected", DAYS.first, 200, { digits: "9500", wording: "more_than", version: 1, knownOn: DAYS.first }],
    ["corrected", DAYS.second, 200, { digits: "9551", wording: "exactly", version: 2 }],
    ["corrected", "2019-02-28", 200, { digits: "9551" }],
    ["corrected", "2019-02-27", 404, "not_found"],
    ["retracted", DAYS.first, 200, { digits: "20", version: 1 }],
    ["retracted", DAYS.second, 410, "gone"],
    ["retracted", "2020-06-01", 404, "not_found"],
    ["restored", DAYS.first, 410, "gone"],
    ["restored", DAYS.second, 200, { digits: "50" }],
    ["moved", DAYS.first, 200, { metric: { slug: "tents" } }],
    ["repeated", "2019-01-01", 200, { citations: [{ source: { slug: "y2018" } }] }],
    ["draft", "2019-02-27", 404, "not_found"],
  ])("the figure %s on %s", async (name, day, status, expected) => {
    const [code, said] = await get(`figures/${keys[name]}`, day);
    expect(code).toBe(status);
    if (typeof expected === "string") expect(said).toBe(expected);
    else expect(said).toMatchObject(expected);
  });

  test("a metric has the name that it had", async () => {
    expect(await get("metrics/tents", DAYS.second)).toMatchObject([200, { name: "Tents", version: 1 }]);
    expect(await get("metrics/tents", DAYS.today)).toMatchObject([200, { name: "Tents and huts", version: 2 }]);
    expect(await get("metrics/tents", "2019-01-01")).toMatchObject([200, { name: "Tents and huts" }]);
  });
});

const plain = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

describe("the page of a figure", () => {
  const page = async (key: string | undefined, day: string) =>
    (await renderPublic(`/figures/${key}?as-of=${day}`)).text;

  test("is as it was then, says so, leads back, and is not for search engines", async () => {
    const html = await page(keys.corrected, DAYS.first);
    const text = plain(html);
    expect(text).toContain("As known on 10 January 2031 : what sources had published by then");
    expect(text).toContain("more than 9,500 tents");
    expect(text).not.toContain("9,551");
    expect(html).toContain(`<a href="/figures/${keys.corrected}">Back to today</a>`);
    expect(html).toContain(`"canonical":"/figures/${keys.corrected}"`);
    expect(html).toContain('"robots":{"index":false}');
    // Whatever it offers as a file is of that day.
    for (const [address] of html.matchAll(/\/api\/v1\/figures\.[^"]+/g))
      expect(address).toContain(`as-of=${DAYS.first}`);
    expect(plain(await page(keys.corrected, DAYS.second))).toMatch(
      /9,551 tents.*History.*more than 9,500 tents to 9,551 tents/,
    );
  });

  test("shows what others said then, each as it was", async () => {
    const text = plain(await page(keys.repeated, DAYS.first));
    expect(text).toContain("more than 9,500 tents");
    expect(text).toContain("20 tents");
    expect(plain(await page(keys.repeated, DAYS.second))).not.toMatch(/more than 9,500|20 tents/);
  });

  test("says where it was not known, and where it stood retracted", async () => {
    expect(plain(await page(keys.corrected, "2019-02-27"))).toContain("On 27 February 2019 this figure was not known");
    expect(plain(await page(keys.retracted, DAYS.first))).toContain("20 tents");
    expect(await page(keys.retracted, DAYS.second)).toContain('"status":"410"');
    expect(await page("not-there", DAYS.first)).toBe("404");
  });

  test("is refused for what is no day that has come", async () => {
    const html = await page(keys.corrected, "2031-04-11");
    expect(html).toContain('"status":"400"');
    expect(plain(html)).toContain("2031-04-11 has not come yet");
    expect(html).not.toContain("9,551");
  });
});

describe("the page of a metric", () => {
  const page = async (day: string, more = "") => (await renderPublic(`/metrics/tents?as-of=${day}${more}`)).text;

  test("counts, draws, lists and offers as a file what was known, each as it was", async () => {
    const html = await page(DAYS.first);
    const text = plain(html);
    expect(text).toContain("As known on 10 January 2031");
    expect(text).toMatch(/ Tents Tents put up\..* 6 figures 1 region /);
    for (const said of ["more than 9,500 tents", "20 tents", "30 tents", "40 tents", "61 tents", "70 tents"])
      expect(text).toContain(said);
    expect(text).not.toMatch(/9,551|50 tents|Tents and huts/);
    const files = [...html.matchAll(/\/figures\.(?:csv|json|xlsx)[^"]*/g)].map(([address]) => address);
    expect(files.length).toBeGreaterThan(1);
    expect(html).toContain(`href="/reuse?of=%2Fmetrics%2Ftents%3Fas-of%3D${DAYS.first}#download"`);
    expect(files.filter((address) => !address.includes(`as-of=${DAYS.first}`))).toEqual([]);
    expect((await fileOf(DAYS.first, "metric=tents")).length).toBe(6);
  });

  test("has the newest of each region as of that day, and keeps the day in its links and filters", async () => {
    const html = await page("2019-02-28", "&from=2000");
    expect(plain(html)).toContain("No figure of this metric within these years");
    expect(html).toContain('href="/metrics/tents?as-of=2019-02-28"');
    expect(html).toContain('<input type="hidden" name="as-of" value="2019-02-28"/>');
    expect(html).toContain('<a href="/metrics/tents?from=2000">Back to today</a>');
    const text = plain(await page("2019-02-28"));
    expect(text).toMatch(/4 figures 1 region/);
    expect(plain(await page("2018-12-30"))).toMatch(/0 figures 0 regions/);
  });

  test("is refused for what is no day that has come", async () => {
    const html = await page("2019-02-30");
    expect(html).toContain('"status":"400"');
    expect(plain(html)).toContain("“2019-02-30” is no day");
  });
});

describe("the page of a region", () => {
  const page = async (day: string, more = "") => (await renderPublic(`/regions/XT?as-of=${day}${more}`)).text;

  test("counts, draws and lists what was known of it and of the places below it, each as it was", async () => {
    const html = await page(DAYS.first);
    const text = plain(html);
    expect(text).toContain("As known on 10 January 2031");
    expect(text).toMatch(/Country\. 6 figures from 4 sources/);
    for (const said of ["more than 9,500 tents", "20 tents", "30 tents", "40 tents"]) expect(text).toContain(said);
    expect(text).not.toMatch(/9,551|50 tents|Tents and huts|yurts/);
    // A chart of its own, of which the newest 600 are given.
    const files = [...html.matchAll(/\/figures\.(?:csv|json|xlsx)[^"]*/g)].map(([address]) => address);
    expect(files.length).toBeGreaterThan(3);
    expect(files.filter((address) => !address.includes(`as-of=${DAYS.first}`))).toEqual([]);
    expect(plain(await page("2018-12-31"))).toMatch(/Country\. 1 figure from 1 source/);
  });

  test("so does the list of a topic", async () => {
    const { topic } = await db().metric.findUniqueOrThrow({ where: { slug: "tents" }, include: { topic: true } });
    const text = plain(await page(DAYS.first, `&topic=${topic.slug}`));
    expect(text).toContain("6 figures, the newest first");
    expect(text).toContain("more than 9,500 tents");
    expect(plain(await page("2018-12-30", `&topic=${topic.slug}`))).toContain("0 figures");
  });

  test("counts the places below it of that day", async () => {
    const text = plain((await renderPublic("/regions/CN?as-of=2019-03-01")).text);
    const { rows, first } = {
      rows: await fileOf("2019-03-01", "region=CN-GZ"),
      first: /Places in China.*?Guizhou.*?(\d+)/.exec(text),
    };
    expect(rows.length).toBeGreaterThan(5);
    expect(first?.[1]).toBe(String(rows.length));
  });
});

describe("the dashboard", () => {
  const page = async (question: string) => (await renderPublic(`/?${question}`)).text;

  test("counts, draws and lists what was known, each as it was, in every view", async () => {
    const html = await page(`region=XT&as-of=${DAYS.first}`);
    const text = plain(html);
    expect(text).toContain("As known on 10 January 2031");
    expect(text).toContain("6 figures from 4 sources");
    expect(text).toContain("more than 9,500 tents");
    expect(text).not.toMatch(/9,551|50 tents/);
    expect(html).toContain('href="/?region=XT">Back to today</a>');
    const files = [...html.matchAll(/\/figures\.(?:csv|json|xlsx)[^"]*/g)].map(([address]) => address);
    expect(files.length).toBeGreaterThan(3);
    expect(files.filter((address) => !address.includes(`as-of=${DAYS.first}`))).toEqual([]);
    const worded = plain(await page(`region=XT&wording=more_than&as-of=${DAYS.first}`));
    expect(worded).toContain("1 figure from 1 source");
    expect(plain(await page(`region=XT&wording=more_than&as-of=${DAYS.second}`))).toContain("No figures in this view");
  });

  test("of the article that the site opens with: nothing the day before it, and its figures on its day", async () => {
    const [before, after] = await Promise.all(
      ["2019-02-27", "2019-02-28"].map(async (day) => (await renderPublic(`/?as-of=${day}`)).text),
    );
    expect(before).not.toContain("Big data looms large in Guizhou");
    expect(after).toContain("Big data looms large in Guizhou");
    expect(plain(after ?? "")).toContain("9,500 companies");
    expect(after).toContain('"canonical":"/"');
    const count = Number(/(\d+) figures from/.exec(plain(after ?? ""))?.[1]);
    expect(count).toBe((await fileOf("2019-02-28", "region=CN-GZ")).length);
  });

  test("is refused for what is no day that has come", async () => {
    expect(await page("as-of=2031-04-11")).toContain('"status":"400"');
  });
});

test.each([
  ["2019-02-30", "is no day"],
  ["2019-03", "is no day"],
  ["yesterday", "is no day"],
  ["2031-04-11", "has not come yet"],
])("what is no day that has come is refused: %s", async (day, why) => {
  const csv = await getCsv(new Request(`http://localhost/api/v1/figures.csv?as-of=${day}`));
  expect([csv.status, (await csv.json()).detail]).toEqual([400, expect.stringContaining(why)]);
  const one = await stranger("GET", `figures/${keys.corrected}?as-of=${day}`);
  expect([one.status, one.body.detail]).toEqual([400, expect.stringContaining(why)]);
});

test.each(["1990-01-01", "2018-12-31", "2019-02-28", "2020-05-30", "2020-05-31", DAYS.first, DAYS.second, DAYS.today])(
  "what summaries tell of %s is what its figures are, counted one by one",
  async (day) => {
    const knownOn = await readKnownOn(day);
    if (knownOn === null) throw new Error("Too much was corrected");
    const series = await readSeriesThen(knownOn);
    const counted = await db().$queryRaw<Record<string, unknown>[]>`
    SELECT f."metricId", f."regionId", coalesce(f."organisationId", 0) AS "organisationId", f."outlook", count(*) AS "figures",
      min(f."firstDay") AS "firstDay", max(f."lastDay") AS "lastDay"
    FROM "Figure" f WHERE ${conditionOf({ ...EVERY_FIGURE, knownOn }, "scan")} GROUP BY 1, 2, 3, 4`;
    const texts = (rows: readonly object[]) =>
      rows.map((row) => JSON.stringify(row, (_, value) => (typeof value === "bigint" ? Number(value) : value))).sort();
    expect(texts(series)).toEqual(texts(counted));
  },
);
