import { describe, expect, test, vi } from "vitest";
import { db } from "@/lib/data/db/client";
import { publicationVersion, raisePublication } from "@/lib/data/db/publication-version";
import { listCharts } from "@/lib/data/public/charts";
import { readChoices, readDashboard } from "@/lib/data/public/dashboard";
import { figureSelect, toFigure } from "@/lib/data/public/figure-row";
import { findFigure, listFiguresByIds } from "@/lib/data/public/figures";
import { openFiguresFile } from "@/lib/data/public/figures-file";
import { findMetric, listMetrics } from "@/lib/data/public/metrics";
import { findRegion, findRegionTopic } from "@/lib/data/public/region-page";
import { listRegions } from "@/lib/data/public/regions";
import { search } from "@/lib/data/public/search";
import { findSource } from "@/lib/data/public/source-page";
import { listSources } from "@/lib/data/public/sources";
import { isStale } from "@/lib/figures/staleness";
import { readableNumber } from "@/lib/format/number";
import { wordedQuantity } from "@/lib/format/quantity";
import { parseView, settleView } from "@/lib/schemas/view";

const ARTICLE = "china-daily-2019-guizhou-looms";
const everything = { regions: [], fromYear: null, toYear: null, page: 1 };

async function dashboard(params: Record<string, string>) {
  const choices = await readChoices();
  return readDashboard(settleView(parseView(params), choices), choices);
}

describe("the dashboard", () => {
  test("opens with Guizhou and everything the article says", async () => {
    const view = await dashboard({});
    expect(view.region?.name).toBe("Guizhou");
    expect(view.keyFigures.map(({ digits }) => digits)).toEqual(["20", "9500", "2000", "100000"]);
    expect((await dashboard({ source: ARTICLE })).extent.figures).toBe(11);
    expect(view.charts.map(({ slug }) => slug)).toEqual([
      "tech-share-of-gdp",
      "digital-economy-share",
      "software-revenue-growth",
      "companies",
      "money",
      "hospital-network",
      "hospital-experts",
      "flood-alarm",
      "5g-base-stations",
      "tech-jobs",
      "unicorns",
      "timeline",
    ]);
    expect(view.charts.at(-1)?.milestones.map(({ date }) => date)).toEqual(["2014-03", "2015", "2016", "2019-02"]);
    expect(view.extent.sources).toContain(ARTICLE);
  });

  test.each([
    [{ outlook: "target" }, (figure: { outlook: string }) => figure.outlook === "target"],
    [{ wording: "nearly" }, (figure: { wording: string }) => figure.wording === "nearly"],
    [{ topic: "health" }, (figure: { metric: { topic: { slug: string } } }) => figure.metric.topic.slug === "health"],
    [
      { source: ARTICLE },
      (figure: { citations: readonly { source: { slug: string } }[] }) => figure.citations[0]?.source.slug === ARTICLE,
    ],
    [
      { from: "2018", to: "2019" },
      (figure: { firstDay: number | null; lastDay: number | null }) =>
        (figure.firstDay ?? 1e9) <= 20191231 && (figure.lastDay ?? 0) >= 20180101,
    ],
    [{ region: "IN-TS" }, (figure: { region: { code: string } }) => figure.region.code === "IN-TS"],
    [{ region: "us" }, (figure: { region: { code: string } }) => figure.region.code.startsWith("US")],
  ])("a view of %o shows only what passes", async (params: Record<string, string>, passes) => {
    const { figures } = await dashboard(params);
    expect(figures.length).toBeGreaterThan(0);
    for (const figure of figures) expect(passes(figure as never)).toBe(true);
  });

  test("a region includes the places below it", async () => {
    const { figures } = await dashboard({ region: "CN-GZ", to: "2100" });
    const codes = new Set(figures.map(({ region }) => region.code));
    expect(codes).toContain("CN-GZ-guiyang");
    expect(codes).toContain("CN-GZ-guiyang-hitech");
    expect(codes).not.toContain("CN");
  });

  test("without what is past its shelf life: every figure is there or is that, and its file has as many", async () => {
    // Counted figure by figure: in 2023 the 24 months since 2020 are over, the 36 months since then are not.
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2023-06-15") });
    const rows = await db().figure.findMany({ where: { status: "published" }, select: figureSelect });
    const old = rows.map(toFigure).filter((figure) => isStale(figure, 20230615) === true);
    expect(old.length).toBeGreaterThan(20);
    const { extent, figures, charts } = await dashboard({ region: "all", age: "fresh" });
    expect(extent.figures).toBe(467 - old.length);
    const keys = new Set(old.map(({ id }) => id));
    const shown = [...figures, ...charts.flatMap((chart) => chart.figures.map(({ figure }) => figure))];
    expect(shown.filter(({ id }) => keys.has(id))).toEqual([]);
    const file = await openFiguresFile({ id: [], region: [], age: "fresh" });
    let inFile = 0;
    for await (const set of file.ok ? file.sets : []) inFile += set.length;
    expect(inFile).toBe(extent.figures);
    // Not told apart by the summaries, so the regions it names are counted one by one.
    expect((await dashboard({ age: "fresh" })).extent.figures).toBe(
      rows.filter(({ region, publicId }) => region.code.startsWith("CN-GZ") && !keys.has(publicId)).length,
    );
    vi.useRealTimers();
  });

  test("nonsense falls to the default, and all regions are all figures", async () => {
    const usual = (await dashboard({})).extent;
    expect((await dashboard({ region: "XX", topic: "nope", from: "20x9", wording: "maybe" })).extent).toEqual(usual);
    expect((await dashboard({ region: "all" })).extent.figures).toBe(467);
  });
});

describe("pages of resources", () => {
  test("metrics, regions and sources are listed with their counts", async () => {
    const [metrics, regions, sources] = await Promise.all([listMetrics(), listRegions(), listSources()]);
    const sum = (counts: readonly { readonly figureCount: number }[]) =>
      counts.reduce((total, row) => total + row.figureCount, 0);
    expect([metrics.length, regions.length, sources.length]).toEqual([136, 28, 117]);
    expect([sum(metrics), sum(regions), sum(sources)]).toEqual([467, 467, 467]);
    const china = regions.find(({ code }) => code === "CN");
    const inChina = regions.filter(({ code }) => code.startsWith("CN"));
    expect(china?.figureCountWithPlaces).toBe(sum(inChina));
  });

  test("a metric: all regions when few, the newest of each, chosen regions and years", async () => {
    const all = await findMetric("digital-economy-share-gdp", everything);
    expect(all?.page.total).toBe(all?.metric.figureCount);
    expect(all?.latest.map(({ region }) => region.code)).toHaveLength(
      new Set(all?.latest.map(({ region }) => region.code)).size,
    );
    expect(new Set(all?.latest.map(({ outlook }) => outlook))).toEqual(new Set(["outcome"]));
    const some = await findMetric("digital-economy-share-gdp", {
      ...everything,
      regions: ["CN-GZ", "XX"],
      fromYear: 2019,
    });
    expect(some?.chosen).toEqual([{ code: "CN-GZ", name: "Guizhou" }]);
    expect(new Set(some?.series.map(({ region }) => region.code))).toEqual(new Set(["CN-GZ"]));
    expect(Math.min(...(some?.series ?? []).map(({ lastDay }) => lastDay ?? 0))).toBe(20191231);
    expect(await findMetric("nope", everything)).toBeNull();
  });

  test("a region in any case, with ancestors, places and peers", async () => {
    const view = await findRegion("cn-gz-guiyang");
    expect(view?.region.name).toBe("Guiyang");
    expect(view?.ancestors.map(({ name }) => name)).toEqual(["China", "Guizhou"]);
    expect(view?.places.map(({ code }) => code)).toEqual(["CN-GZ-guiyang-hitech"]);
    expect(Math.min(...(view?.peers ?? []).map(({ sharedMetrics }) => sharedMetrics))).toBeGreaterThan(0);
    expect(view?.peers).not.toEqual([]);
    expect(await findRegion("nope")).toBeNull();
  });

  test("a source in reading order", async () => {
    const view = await findSource(ARTICLE, 1);
    const paragraphs = view?.page.figures.map(({ citations }) => Number(citations[0]?.locator?.replace("para ", "")));
    expect(paragraphs).toEqual([1, 2, 5, 5, 6, 7, 7, 8, 9, 9, 11]);
    expect(await findSource("nope", 1)).toBeNull();
  });

  test("a figure with what others say and its history", async () => {
    const [figure] = (await findMetric("software-revenue-growth", everything))?.series ?? [];
    const view = await findFigure(figure?.id ?? "");
    expect(view?.others.length).toBeGreaterThan(0);
    expect(view?.history.map(({ kind }) => kind)).toEqual(["imported"]);
    expect(await findFigure("nope")).toBeNull();
  });

  test("figures by key keep the order asked, and unknown keys are left out", async () => {
    const [a, b] = (await findMetric("unicorns", everything))?.series ?? [];
    const ids = [b?.id ?? "", "nope", a?.id ?? ""];
    expect((await listFiguresByIds(ids)).map(({ id }) => id)).toEqual([b?.id, a?.id]);
  });

  test("every chart of the seed names figures or milestones that exist", async () => {
    for (const chart of await listCharts())
      expect(chart.figures.length + chart.milestones.length, chart.slug).toBeGreaterThan(0);
  });
});

describe("search finds a number however it is written", () => {
  test.each([
    ["45.5 trillion", "18legygc54thk24fpipw"],
    ["45.5 trillion yuan", "18legygc54thk24fpipw"],
    ["45,500 billion", "18legygc54thk24fpipw"],
    ["45.5万亿", "18legygc54thk24fpipw"],
    ["45500000000000", "18legygc54thk24fpipw"],
    ["63.76 billion", "2ojni2insg35mpcjb61a"],
    ["637.6亿", "2ojni2insg35mpcjb61a"],
  ])("%s", async (text, id) => {
    const { figures } = await search(text, 20);
    expect(figures.best.slice(0, 3).map((figure) => figure.id)).toContain(id);
  });

  test("as every page writes it, in words and in short", async () => {
    const all = await db().figure.findMany({
      where: { status: "published" },
      select: { publicId: true, digits: true },
      orderBy: { id: "asc" },
    });
    const missed: string[] = [];
    for (const { publicId, digits } of all.filter((_, index) => index % 5 === 0)) {
      const { figures } = await search(readableNumber(digits, "en"), 467);
      if (!figures.best.some(({ id }) => id === publicId)) missed.push(digits);
    }
    expect(missed).toEqual([]);
  });

  test("with its unit, its wording and its sign, as the page of the figure writes them", async () => {
    const all = await db().figure.findMany({ where: { status: "published" }, select: { publicId: true } });
    const figures = await listFiguresByIds(all.filter((_, index) => index % 9 === 0).map(({ publicId }) => publicId));
    const missed: string[] = [];
    for (const figure of figures) {
      const text = wordedQuantity(figure, "en");
      const found = await search(text, 467);
      if (!found.figures.best.some(({ id }) => id === figure.id)) missed.push(text);
    }
    expect(figures.some(({ metric }) => metric.unit === "percent")).toBe(true);
    expect(missed).toEqual([]);
  });

  test.each(["24.6%", "24.6 %", "24.6 percent", "−24.6%", "of 24.6% in the"])("%s holds 24.6", async (text) => {
    expect((await search(text, 20)).figures.best.map(({ digits }) => digits)).toContain("24.6");
  });

  test("how many there are is said, and how many are shown", async () => {
    const { figures, metrics } = await search("Guizhou", 5);
    expect([figures.best.length, metrics.best.length]).toEqual([5, Math.min(5, metrics.total)]);
    expect(figures.total).toBe((await search("Guizhou", 1000)).figures.best.length);
    expect(figures.total).toBeGreaterThan(100);
  });
});

describe("search forgives", () => {
  test.each([
    ["9,500", "more than 9,500 companies"],
    ["9500", "more than 9,500 companies"],
    ["guiyang companies", "big data"],
    ["5g", "5G"],
    ["medical experts", "some 2,000 medical experts"],
    ["贵州", "贵州"],
    ["internet hospitl", "medical"],
  ])("%s finds a figure", async (text, phrase) => {
    const { figures } = await search(text, 20);
    expect(figures.best.map(({ citations }) => citations[0]?.phrase).join("\n")).toContain(phrase);
  });

  test.each([
    ["GUIZHOU", "regions", "CN-GZ"],
    ["guizou", "regions", "CN-GZ"],
    ["sao paulo", "regions", "BR-SP-sao-paulo"],
    ["杭州", "regions", "CN-ZJ-hangzhou"],
    ["share of gdp", "metrics", "tech-industry-share-gdp"],
    ["unicrons", "metrics", "unicorns"],
    ["looms large", "sources", ARTICLE],
    ["longmaster", "organisations", "39-internet-hospital-longmaster"],
  ] as const)("%s finds, among %s, %s", async (text, group, key) => {
    const found = (await search(text, 20))[group].best.map((hit) => ("code" in hit ? hit.code : hit.slug));
    expect(found).toContain(key);
  });

  // T21
  test.each(["", "   ", "…", "zzzzqqqq", "'; DROP TABLE zzzzqqqq; --", "%"])(
    "%j finds no figure and does not fail",
    async (text) => {
      expect((await search(text, 20)).figures).toEqual({ total: 0, best: [] });
    },
  );
});

describe("what is not published stays inside", () => {
  test.each(["draft", "retracted"] as const)("a %s figure is in no read", async (status) => {
    const secret = await db().figure.findFirstOrThrow({ where: { status: "published", metric: { slug: "unicorns" } } });
    const version = await publicationVersion();
    await db().figure.update({ where: { id: secret.id }, data: { status } });
    await db().$transaction((tx) => raisePublication(tx, ["everything"]));
    expect(await publicationVersion()).toBe(version + 1);
    const reads = await Promise.all([
      dashboard({ region: "all" }),
      findMetric("unicorns", everything),
      listFiguresByIds([secret.publicId]),
      findRegionTopic("CN", "start-ups", 1),
      listCharts(),
      search("unicorns", 100),
      findFigure(secret.publicId),
      ...(await listRegions()).map(({ code }) => findRegion(code)),
      ...(await listSources()).map(({ slug }) => findSource(slug, 1)),
    ]);
    expect(JSON.stringify(reads)).not.toContain(secret.publicId);
  });
});
