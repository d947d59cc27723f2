import { beforeAll, describe, expect, test, vi } from "vitest";
import { db } from "@/lib/data/db/client";
import { type CompareQuery, readCompare } from "@/lib/data/public/compare/compare";
import { readTiles } from "@/lib/data/public/compare/tiles";
import { writeSamples } from "@/tests/setup/data/write-figures";
import { renderPublic } from "@/tests/setup/site/public-pages";

// Pages are rendered without the framework around them.
vi.mock("next/navigation", async (original) => ({ ...(await original<object>()), useRouter: () => ({}) }));

/** Regions XP to XW; figures of two made-up metrics. */
const CODES = ["XP", "XQ", "XR", "XS", "XT", "XU", "XV", "XW"];

beforeAll(async () => {
  const topic = await db().topic.findFirstOrThrow();
  await db().metric.createMany({
    data: ["baskets", "crates"].map((slug) => ({
      ...{ slug, name: `Compared ${slug}`, unit: slug, kind: "count" as const },
      ...{ definition: `${slug}, as tests count them.`, topicId: topic.id },
    })),
  });
  await db().region.createMany({
    data: CODES.map((code) => ({ code, name: `Place ${code}`, level: "country" as const })),
  });
  await db().organisation.create({ data: { slug: "compared-works", name: "Compared Works" } });
  const of = (region: string, value: string, period: string, more: object = {}) => ({
    ...{ metric: "baskets", region, value, period },
    ...more,
  });
  await writeSamples([
    ...CODES.map((code, index) => of(code, `${10 + index}`, "2020")),
    of("XP", "8", "2018"),
    of("XP", "9", "2019"),
    of("XP", "30", "2030", { outlook: "target" }),
    of("XQ", "77", "2021", { organisation: "compared-works" }),
    of("XQ", "12", "2021", { status: "draft" }),
    of("XR", "4", "2017", { metric: "crates", wording: "more_than" }),
  ]);
  // More than a cell is given.
  await writeSamples(
    Array.from({ length: 45 }, (_, index) => of("XS", `${100 + index}`, `${1950 + index}`, { metric: "crates" })),
  );
});

const asked = (part: Partial<CompareQuery>) =>
  readCompare({ metrics: ["baskets", "crates"], regions: ["XP", "XQ", "XR", "XS"], year: null, ...part });
const told = async (part: Partial<CompareQuery>) =>
  (await asked(part)).cells.map(({ metric, region, outcomes, targets, figures }) =>
    [metric, region, outcomes, targets, figures.map(({ digits }) => digits).join(" ")].join(" | "),
  );

describe("what is compared", () => {
  test("each metric in each region, about the region itself and published, newest first", async () => {
    expect(await told({ regions: ["XP", "XQ", "XR"] })).toEqual([
      "baskets | XP | 3 | 1 | 30 10 9 8",
      "baskets | XQ | 1 | 0 | 11",
      "baskets | XR | 1 | 0 | 12",
      "crates | XP | 0 | 0 | ",
      "crates | XQ | 0 | 0 | ",
      "crates | XR | 1 | 0 | 4",
    ]);
  });

  test("of one year only what ends in it", async () => {
    expect(await told({ year: 2019, metrics: ["baskets"], regions: ["XP", "XQ"] })).toEqual([
      "baskets | XP | 1 | 0 | 9",
      "baskets | XQ | 0 | 0 | ",
    ]);
  });

  test("the newest of a long series, of how many", async () => {
    const [cell] = (await asked({ metrics: ["crates"], regions: ["XS"] })).cells;
    expect([cell?.outcomes, cell?.figures.length, cell?.figures[0]?.digits, cell?.figures.at(-1)?.digits]).toEqual([
      ...[45, 40, "144", "105"],
    ]);
  });

  test("six of each, and the others are named; keys in any case; unknown ones are told", async () => {
    const view = await asked({ metrics: ["BASKETS", "nope"], regions: [...CODES, "xp", "ZZ"] });
    expect(view.regions.map(({ code }) => code)).toEqual(CODES.slice(0, 6));
    expect(view.notShown).toEqual({
      metrics: { beyond: [], unknown: ["nope"] },
      regions: { beyond: ["Place XV", "Place XW"], unknown: ["ZZ"] },
    });
  });

  test("what was not chosen is filled in with what has most in common", async () => {
    const ofMetric = await asked({ metrics: ["crates"], regions: [] });
    expect(ofMetric.regions.map(({ code }) => code)).toEqual(["XS", "XR"]);
    expect(ofMetric.isFilledIn).toEqual({ metrics: false, regions: true });
    const ofRegions = await asked({ metrics: [], regions: ["XP", "XR", "XS"] });
    expect(ofRegions.metrics.map(({ slug }) => slug)).toEqual(["baskets", "crates"]);
    const ofNothing = await asked({ metrics: [], regions: [] });
    expect([ofNothing.metrics.length, ofNothing.regions.length]).toEqual([3, 6]);
    // Nothing has more regions than the seeded metric of nine.
    expect(ofNothing.metrics[0]?.slug).toBe("unicorns");
  });
});

describe("a map of tiles", () => {
  const tiles = async (metric: string | null, within: string | null, year: number | null = null) => {
    const view = await readTiles({ metric, within, year });
    if (view === null) throw new Error("There is nothing to show");
    return view;
  };

  test("has every region of a place with its newest outcomes, and how many targets", async () => {
    const view = await tiles("baskets", "");
    const told = view.regions.items.map(({ code, figures, targets }) => [
      code,
      targets,
      figures.map(({ digits }) => digits).join(" "),
    ]);
    expect(told).toContainEqual(["XP", 1, "10 9 8"]);
    expect(told).toContainEqual(["XQ", 0, "11"]);
    expect(told).toContainEqual(["BR", 0, ""]);
    const year = await tiles("baskets", "", 2018);
    expect(year.regions.items.filter(({ figures }) => figures.length > 0).map(({ code }) => code)).toEqual(["XP"]);
  });

  test("lies where most regions have figures, unless another place is asked for, and says what is not there", async () => {
    const view = await tiles("digital-economy-share-gdp", null);
    expect(view.within?.code).toBe("CN");
    expect(view.elsewhere[0]).toEqual({ region: { code: "CN", name: "China" }, regions: 5 });
    expect((await tiles("digital-economy-share-gdp", "cn-gz")).regions.items.map(({ code }) => code)).toContain(
      "CN-GZ-guiyang",
    );
    expect((await tiles("nope", "ZZ")).unknown).toEqual({ metric: "nope", within: "ZZ" });
  });

  test("each tile is a link with all its words", async () => {
    const { text } = await renderPublic("/map?metric=digital-economy-share-gdp&within=CN");
    expect(text.match(/<li style="grid-column/g)).toHaveLength(34);
    expect(text).toMatch(
      /<a class="tile is-other" href="\/figures\/[^"]+" title="Zhejiang: 48.6%, 2021 \(not on the scale\)">/,
    );
    expect(text).toMatch(
      /<a class="tile is-step step-\d" href="\/metrics\/[^"]+region=CN-GZ" title="Guizhou: 42%, about 42% and approximately 42%, 2023">/,
    );
    expect(text).toContain("Heilongjiang: not recorded here");
  });

  test("the page of a metric leads there where enough provinces have figures", async () => {
    const link = "/map?metric=digital-economy-share-gdp&amp;within=CN";
    expect((await renderPublic("/metrics/digital-economy-share-gdp")).text).toContain(
      `<a href="${link}">Map of China</a>`,
    );
    expect((await renderPublic("/metrics/unicorns")).text).not.toContain('href="/map');
  });
});

describe("the page", () => {
  const page = async (query: string) => (await renderPublic(`/compare?${query}`)).text;

  test("says each figure with its wording and its source, and ranks", async () => {
    const text = await page("metric=baskets&region=XP,XQ,XR");
    expect(text).toContain("Compared baskets: the latest figures, the largest first");
    expect(text).toMatch(/<td>1<\/td><th scope="row"><a href="\/regions\/XR">Place XR<\/a>/);
    expect(text).toMatch(/<td>3<\/td><th scope="row"><a href="\/regions\/XP">Place XP<\/a>/);
    expect(text.match(/class="worded" href="\/figures\//g)).toHaveLength(3);
  });

  test("names what is too many and what there is not", async () => {
    const text = await page(`metric=baskets,nope&region=${CODES.join(",")}`);
    expect(text).toContain("Six regions are compared at once. Not shown: Place XV and Place XW.");
    expect(text).toContain("There is no metric “nope”.");
  });

  test("refuses mixed units on one scale, offers the split, and draws nothing on it", async () => {
    const query = "metric=baskets,crates&region=XP,XR,XS";
    const text = await page(`${query}&scale=one`);
    expect(text).toContain("baskets and crates share no scale");
    expect(text).toContain(
      `<a href="/compare?metric=baskets&amp;metric=crates&amp;region=XP&amp;region=XR&amp;region=XS">Split it`,
    );
    expect(text).not.toContain("chart-svg");
    expect(text).toContain("As worded");
    const split = await page(query);
    expect(split).not.toContain("share no scale");
    expect(split.match(/class="chart is-/g)).toHaveLength(2);
  });

  test("one unit on one scale is no question, nor is an index of several", async () => {
    expect(await page("metric=baskets&region=XP&scale=one")).toContain("chart-svg");
    const index = await page("metric=baskets,crates&region=XP,XR,XS&scale=one&base=2018");
    expect(index).toContain("Index, 2018 = 100");
    expect(index).toContain("Place XR and Place XS are left out: they have no figure of 2018 to divide by.");
    expect(index).toContain("calculated here");
  });

  test("says that a bound is no base", async () => {
    expect(await page("metric=crates&region=XR,XS&base=2017")).toContain(
      "Place XR is left out: what is said of 2017 is only a bound (“more than 4\u00a0crates”), and nothing can be divided by one.",
    );
  });

  test("a cell of what there is leads to its one figure, or to all of them", async () => {
    const text = await page("metric=baskets,crates&region=XP,XQ");
    const [, one = ""] =
      /<a href="(\/figures\/[^"]+)"><svg[^>]*>(?:(?!<\/svg>).)*<\/svg> 1 figure<\/a>/.exec(text) ?? [];
    expect((await renderPublic(one)).text).toContain("Place XQ");
    expect(text).toMatch(/<a href="\/metrics\/baskets\?region=XP"><svg[^>]*>(?:(?!<\/svg>).)*<\/svg> 3 figures<\/a>/);
    expect(text).toMatch(/<\/svg> none<\/span>/);
    expect(text).toMatch(/href="\/metrics\/baskets\?region=XP&amp;from=2030|<span class="hidden">1 target<\/span>/);
  });
});
