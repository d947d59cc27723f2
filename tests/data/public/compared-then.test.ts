import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { db } from "@/lib/data/db/client";
import { readCompare } from "@/lib/data/public/compare/compare";
import { readTiles } from "@/lib/data/public/compare/tiles";
import { readKnownOn } from "@/lib/data/public/past/known-on";
import { change, create, DAYS, on, retract } from "@/tests/setup/data/days-to-come";
import { renderPublic } from "@/tests/setup/site/public-pages";

// Pages are rendered without the framework around them.
vi.mock("next/navigation", async (original) => ({ ...(await original<object>()), useRouter: () => ({}) }));

/** Keys of figures, by their names in these tests. */
const keys: Record<string, string> = {};

async function figure(region: string, value: string, source: string, more: object = {}): Promise<string> {
  return create("figures", {
    ...{ metric: "kites", region, wording: "exactly", value, period: "2018", speakerKind: "outlet" },
    status: "published",
    citations: [{ source, phrase: "kites", role: "origin" }],
    ...more,
  });
}

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  on(DAYS.first);
  const { slug: topic } = await db().topic.findFirstOrThrow();
  for (const code of ["XA", "XB", "XC"]) await create("regions", { code, name: `Kiteland ${code}`, level: "country" });
  const metric = { kind: "count", topic, definition: "Flown." };
  await create("metrics", { slug: "kites", name: "Kites", unit: "kites", shelfLifeMonths: 12, ...metric });
  for (const [slug, published] of [
    ["feb", "2019-02-28"],
    ["may", "2020-05"],
  ]) {
    const rest = { kind: "news", publisher: `Press ${slug}`, language: "en", url: `https://example.org/kite-${slug}` };
    await create("sources", { slug: `kite-${slug}`, title: `${slug}`, published, ...rest });
  }
  keys.corrected = await figure("XA", "9500", "kite-feb", { wording: "more_than" });
  keys.differing = await figure("XA", "9000", "kite-may");
  keys.retracted = await figure("XB", "20", "kite-may");
  keys.moved = await figure("XB", "25", "kite-may", { period: "2017" });
  keys.kept = await figure("XC", "30", "kite-feb");
  on(DAYS.second);
  // What was more than 9,500 was a slip: it is 9,000 as the other says.
  await change("figures", keys.corrected, { wording: "exactly", value: "9000" });
  await retract(keys.retracted);
  await change("figures", keys.moved, { region: "XC" });
  await change("regions", "XA", { name: "Kiteland A" });
  keys.later = await figure("XC", "40", "kite-feb", { period: "2019" });
  on(DAYS.today);
});
afterAll(() => {
  vi.useRealTimers();
});

async function cellsOn(day: string, year: number | null = null): Promise<readonly string[]> {
  const view = await readCompare({ metrics: ["kites"], regions: ["XA", "XB", "XC"], year }, await readKnownOn(day));
  return view.cells.map(({ region, outcomes, figures }) =>
    [region, outcomes, figures.map(({ wording, digits }) => `${wording} ${digits}`).join(", ")].join(" | "),
  );
}

describe("a comparison as it was known on a day", () => {
  test.each([
    ["before any source", "2019-02-27", ["XA | 0 | ", "XB | 0 | ", "XC | 0 | "]],
    // Recorded here only later, they are there as they stand today.
    ["when one had published", "2019-02-28", ["XA | 1 | exactly 9000", "XB | 0 | ", "XC | 2 | exactly 40, exactly 30"]],
    [
      "when both had",
      "2020-05-31",
      ["XA | 2 | exactly 9000, exactly 9000", "XB | 0 | ", "XC | 3 | exactly 40, exactly 30, exactly 25"],
    ],
    [
      "as readers saw it here",
      DAYS.first,
      ["XA | 2 | more_than 9500, exactly 9000", "XB | 2 | exactly 20, exactly 25", "XC | 2 | exactly 40, exactly 30"],
    ],
    [
      "after corrections",
      DAYS.second,
      ["XA | 2 | exactly 9000, exactly 9000", "XB | 0 | ", "XC | 3 | exactly 40, exactly 30, exactly 25"],
    ],
  ])("%s: every cell counts and has what was known", async (_what, day, expected) => {
    expect(await cellsOn(day)).toEqual(expected);
  });

  test("of one year only what ends in it", async () => {
    expect(await cellsOn(DAYS.first, 2017)).toEqual(["XA | 0 | ", "XB | 1 | exactly 25", "XC | 0 | "]);
    expect(await cellsOn(DAYS.second, 2017)).toEqual(["XA | 0 | ", "XB | 0 | ", "XC | 1 | exactly 25"]);
  });

  test("what was not chosen is filled in with what was known", async () => {
    const onDay = async (day: string) =>
      (await readCompare({ metrics: ["kites"], regions: [], year: null }, await readKnownOn(day))).regions;
    expect((await onDay("2019-02-28")).map(({ code }) => code)).toEqual(["XC", "XA"]);
    expect((await onDay(DAYS.first)).map(({ code, name }) => `${code} ${name}`)).toEqual([
      "XA Kiteland XA",
      "XB Kiteland XB",
      "XC Kiteland XC",
    ]);
    const ofRegion = await readCompare({ metrics: [], regions: ["XB"], year: null }, await readKnownOn(DAYS.first));
    expect(ofRegion.metrics.map(({ slug }) => slug)).toEqual(["kites"]);
  });

  const page = async (query: string) => (await renderPublic(`/compare?metric=kites&region=XA,XB,XC&${query}`)).text;

  test("says so, leads back, is not for search engines, and keeps the day in its links, form and files", async () => {
    const html = await page(`as-of=${DAYS.first}`);
    expect(html).toContain("<b>As known on 10 January 2031</b>");
    expect(html).toContain(
      '<a href="/compare?metric=kites&amp;region=XA&amp;region=XB&amp;region=XC">Back to today</a>',
    );
    expect(html).toContain('"canonical":"/compare"');
    expect(html).toContain('"robots":{"index":false}');
    expect(html).toContain(`<input type="hidden" name="as-of" value="${DAYS.first}"/>`);
    expect(html).toContain(`href="/compare?as-of=${DAYS.first}">Reset</a>`);
    const files = [...html.matchAll(/\/figures\.(?:csv|json)[^"]*/g)].map(([address]) => address);
    expect(files.length).toBeGreaterThan(1);
    expect(html).toMatch(new RegExp(`href="/reuse\\?of=%2Fcompare[^"]*as-of%3D${DAYS.first}#download"`));
    expect(files.filter((address) => !address.includes(`as-of=${DAYS.first}`))).toEqual([]);
    const worded = [...html.matchAll(/class="worded" href="([^"]+)"/g)].map(([, address]) => address);
    // What is latest of XA (two), XB and XC.
    expect(worded.length).toBe(4);
    expect(worded.filter((address) => !address?.endsWith(`?as-of=${DAYS.first}`))).toEqual([]);
    const today = await page("");
    expect(today).not.toContain("Back to today");
    expect(today).not.toContain("as-of=2031");
  });

  test("the matrix tells where sources differed, and leads to what they said", async () => {
    const cell = (html: string, words: string) =>
      new RegExp(`<a href="([^"]+)"><svg[^>]*>(?:(?!</svg>).)*</svg> ${words}</a>`).exec(html)?.[1];
    const differing = await page(`as-of=${DAYS.first}`);
    const claims = cell(differing, "2 figures, sources differ") ?? "";
    expect(claims).toMatch(new RegExp(`^/figures/[^"]+\\?as-of=${DAYS.first}#claims$`));
    expect([keys.corrected, keys.differing]).toContain(claims.slice("/figures/".length, claims.indexOf("?")));
    expect(differing).toContain(`href="/metrics/kites?region=XB&amp;as-of=${DAYS.first}"`);
    const agreeing = await page(`as-of=${DAYS.second}`);
    expect(cell(agreeing, "2 figures")).toBe(`/metrics/kites?region=XA&amp;as-of=${DAYS.second}`);
    expect(agreeing).not.toContain("figures, sources differ");
  });

  test.each([
    ["2031-04-11", "has not come yet"],
    ["2019-02-30", "is no day"],
  ])("is refused for what is no day that has come: %s", async (day, why) => {
    for (const html of [await page(`as-of=${day}`), (await renderPublic(`/map?metric=kites&as-of=${day}`)).text]) {
      expect(html).toContain('"status":"400"');
      expect(html).toContain(why);
      expect(html).not.toMatch(/9,000|9,500/);
    }
  });
});

describe("a map as it was known on a day", () => {
  const tilesOn = async (day: string) => {
    const view = await readTiles({ metric: "kites", within: "", year: null }, await readKnownOn(day));
    return view?.regions.items.flatMap(({ code, figures }) =>
      figures.length === 0 ? [] : `${code} ${figures.map(({ digits }) => digits).join(" ")}`,
    );
  };

  test("has the newest outcomes that were known, and counts where there were any", async () => {
    expect(await tilesOn("2019-02-27")).toEqual([]);
    expect(await tilesOn("2019-02-28")).toEqual(["XA 9000", "XC 40 30"]);
    expect(await tilesOn(DAYS.first)).toEqual(["XA 9500 9000", "XB 20 25", "XC 40 30"]);
    const view = await readTiles({ metric: "kites", within: null, year: null }, await readKnownOn(DAYS.first));
    expect(view?.elsewhere).toEqual([{ region: null, regions: 3 }]);
    expect(view?.years).toEqual({ first: 2017, last: 2019 });
    const before = await readTiles({ metric: "kites", within: null, year: null }, await readKnownOn("2019-02-28"));
    expect(before?.elsewhere).toEqual([{ region: null, regions: 2 }]);
  });

  test("says so, leads back and keeps the day in its links and form", async () => {
    const { text } = await renderPublic(`/map?metric=kites&within=all&as-of=${DAYS.first}`);
    expect(text).toContain('<a href="/map?metric=kites&amp;within=all">Back to today</a>');
    expect(text).toContain(`<input type="hidden" name="as-of" value="${DAYS.first}"/>`);
    expect(text).toContain("Kiteland XA: more than 9,500\u00a0kites and 9,000\u00a0kites, 2018");
    const tiles = [...text.matchAll(/class="tile is-[^"]*" href="([^"]+)"/g)].map(([, address]) => address);
    expect(tiles.length).toBeGreaterThan(3);
    expect(tiles.filter((address) => !address?.includes(`as-of=${DAYS.first}`))).toEqual([]);
    expect(text).toContain('"robots":{"index":false}');
  });
});

describe("what sources said of the same, as it was known on a day", () => {
  const figurePage = async (day: string) => (await renderPublic(`/figures/${keys.corrected}?as-of=${day}`)).text;
  const metricPage = async (day: string) => (await renderPublic(`/metrics/kites?as-of=${day}`)).text;

  test("stands on the page of a figure with its verdict of that day", async () => {
    const then = await figurePage(DAYS.first);
    expect(then).toContain("What sources say of this");
    expect(then).toContain("No number is both: 9,000\u00a0kites and more than 9,500\u00a0kites");
    const corrected = await figurePage(DAYS.second);
    expect(corrected).toContain("What sources say of this");
    expect(corrected).not.toContain("No number is both");
    // Only one of them was known by then.
    expect(await figurePage("2019-02-28")).not.toContain("What sources say of this");
  });

  test("the card and the strips of a metric tell the same", async () => {
    const then = await metricPage(DAYS.first);
    expect(then).toContain("Where sources differ");
    expect(then).toContain("sources say");
    expect(then).toMatch(new RegExp(`href="/figures/[^"]+\\?as-of=${DAYS.first}#claims">Claims differ`));
    for (const day of ["2019-02-28", DAYS.second]) {
      const agreeing = await metricPage(day);
      expect(agreeing).not.toContain("Where sources differ");
      expect(agreeing).not.toContain("sources say");
    }
  });
});

test("how old a figure is, is told as of that day", async () => {
  // The shelf life is 12 months: a figure of 2018 is past it on the last day of 2020, and not yet on the last day of 2019.
  const { text } = await renderPublic("/metrics/kites?region=XA&as-of=2019-12-31");
  expect(text).not.toContain("years old");
  const later = await renderPublic("/metrics/kites?region=XA&as-of=2020-12-31");
  expect(later.text).toContain("As of 2018, 2 years old");
  const today = await renderPublic("/metrics/kites?region=XA");
  expect(today.text).toContain("As of 2018, 13 years old");
});
