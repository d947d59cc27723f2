import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/data/db/client";
import { raisePublication } from "@/lib/data/db/publication-version";
import { readChoices, readDashboard } from "@/lib/data/public/dashboard";
import { findFigure } from "@/lib/data/public/figures";
import { findRegion, findRegionTopic } from "@/lib/data/public/region-page";
import { findSource } from "@/lib/data/public/source-page";
import { listSources } from "@/lib/data/public/sources";
import { parseView, settleView } from "@/lib/schemas/view";
import { writeSamples } from "@/tests/setup/data/write-figures";

const MANY = 1300;

async function dashboard(params: Record<string, string>) {
  const choices = await readChoices();
  return readDashboard(settleView(parseView(params), choices), choices);
}

/** Regions of the figures and milestones of a chart. */
const regionsOf = ({ figures, milestones }: Awaited<ReturnType<typeof dashboard>>["charts"][number]) =>
  new Set([...figures.map(({ figure }) => figure.region.code), ...milestones.map(({ region }) => region.code)]);

beforeAll(async () => {
  const [metric, parent] = await Promise.all([
    db().metric.findUniqueOrThrow({ where: { slug: "5g-base-stations" } }),
    db().region.findUniqueOrThrow({ where: { code: "CN" } }),
  ]);
  const region = await db().region.create({
    data: { code: "CN-ZZ", name: "Manyshire", level: "province", parentId: parent.id },
  });
  const source = await db().source.create({
    data: {
      slug: "long-report",
      type: "report",
      kind: "report",
      title: "A long report",
      publisher: "Example Press",
      language: "en",
      url: "https://example.org/long",
    },
  });
  const samples = Array.from({ length: MANY }, (_, index) => ({
    metric: metric.slug,
    region: region.code,
    value: String(index + 1),
    period: String(1600 + (index % 400)),
    citations: [
      { source: source.slug, locator: `p. ${MANY - index}`, phrase: `${index + 1} masts` },
      // The first stands at two places of the one source.
      ...(index === 0 ? [{ source: source.slug, locator: "p. 5000", phrase: "1 mast" }] : []),
    ],
  }));
  await writeSamples(samples);
}, 60_000);

describe("totals are counted, lists say of how many", () => {
  test("a figure with more than 100 others of its metric and place", async () => {
    const { publicId } = await db().figure.findFirstOrThrow({ where: { region: { code: "CN-ZZ" } } });
    const view = await findFigure(publicId);
    expect([view?.others.length, view?.othersInAll]).toEqual([100, MANY - 1]);
  });

  test("a dashboard of more than 1,000 figures", async () => {
    const view = await dashboard({ region: "CN-ZZ" });
    expect(view.extent).toEqual({ figures: MANY, sources: ["long-report"], years: { first: 1600, last: 1999 } });
    expect(view.figures).toHaveLength(10);
    expect(view.figures.map(({ lastDay }) => lastDay)).toEqual(
      Array.from({ length: 10 }, (_, i) => 19991231 - (i < 3 ? 0 : i < 6 ? 1e4 : i < 9 ? 2e4 : 3e4)),
    );
    const filtered = await dashboard({ region: "CN-ZZ", wording: "exactly" });
    expect([filtered.extent.figures, filtered.figures.length]).toEqual([MANY, 200]);
  });

  test("a region's page lists the newest of each topic; a topic's pages have each figure once", async () => {
    const view = await findRegion("cn-zz");
    expect(view?.extent.figures).toBe(MANY);
    const [topic, none] = view?.topics ?? [];
    expect([topic?.total, topic?.figures.length, none]).toEqual([MANY, 6, undefined]);
    const seen: string[] = [];
    for (let page = 1; page <= 13; page += 1) {
      const listed = await findRegionTopic("CN-ZZ", topic?.topic.slug ?? "", page);
      expect([listed?.page.number, listed?.page.pages, listed?.page.total]).toEqual([page, 13, MANY]);
      seen.push(...(listed?.page.figures ?? []).map(({ id }) => id));
    }
    expect(new Set(seen).size).toBe(MANY);
    expect((await findRegionTopic("CN-ZZ", topic?.topic.slug ?? "", 99))?.page.number).toBe(13);
    expect(await findRegionTopic("CN-ZZ", "health", 1)).toBeNull();
    expect(await findRegionTopic("CN-ZZ", "nope", 1)).toBeNull();
  });

  test("topics of every region add up to its figures", async () => {
    for (const code of ["CN", "CN-GZ", "US", "DE", "IN-TS"]) {
      const view = await findRegion(code);
      const sum = view?.topics.reduce((total, topic) => total + topic.total, 0);
      expect([code, sum]).toEqual([code, view?.extent.figures]);
      expect([code, sum]).toEqual([code, view?.region.figureCountWithPlaces]);
    }
  });

  test("a source's pages hold every figure once, in reading order across pages; one cited twice is one", async () => {
    const [listed] = (await listSources()).filter(({ slug }) => slug === "long-report");
    expect(listed?.figureCount).toBe(MANY);
    const digits: string[] = [];
    for (let page = 1; page <= 13; page += 1) {
      const view = await findSource("long-report", page);
      expect([view?.extent.figures, view?.page.pages, view?.page.isInReadingOrder]).toEqual([MANY, 13, true]);
      digits.push(...(view?.page.figures ?? []).map((figure) => figure.digits));
    }
    expect(digits).toEqual(Array.from({ length: MANY }, (_, index) => String(MANY - index)));
  });
});

describe("a dashboard shows its region", () => {
  test("every chart under a region has a figure or an event from there, or was placed there", async () => {
    const regions = await db().region.findMany({ select: { code: true, parent: { select: { code: true } } } });
    const parentOf = new Map(regions.map(({ code, parent }) => [code, parent?.code ?? null]));
    const isWithin = (code: string | null, region: string): boolean =>
      code !== null && (code === region || isWithin(parentOf.get(code) ?? null, region));
    const placed = await db().chart.findMany({
      select: { slug: true, regions: { select: { region: { select: { code: true } } } } },
    });
    const placedIn = new Map(placed.map(({ slug, regions: own }) => [slug, own.map(({ region }) => region.code)]));
    let [charts, known] = [0, 0];
    for (const { code } of regions) {
      const view = await dashboard({ region: code });
      for (const chart of view.charts) {
        charts += 1;
        const isHere = [...regionsOf(chart)].some((each) => isWithin(each, code));
        expect([code, chart.slug, isHere || placedIn.get(chart.slug)?.includes(code)]).toEqual([
          code,
          chart.slug,
          true,
        ]);
      }
      for (const { figures } of view.known) {
        known += figures.length;
        expect(new Set(figures.map(({ region }) => region.code))).toEqual(new Set([code]));
      }
    }
    expect(charts).toBeGreaterThan(20);
    expect(known).toBeGreaterThan(20);
  });

  test("Germany, with one figure, has no chart of other places; Telangana has its own metrics beside those it stands in", async () => {
    const germany = await dashboard({ region: "DE" });
    expect([germany.charts, germany.known, germany.figures.length]).toEqual([[], [], 1]);
    const view = await dashboard({ region: "IN-TS" });
    expect(view.known.map(({ metric }) => metric.slug)).toEqual(["it-exports-inr", "it-exports-growth"]);
    for (const { figures, total } of view.known) expect(figures.length).toBe(total);
  });

  test("a chart of Beijing and others stands under Guizhou only where an editor put it", async () => {
    const slugs = async (region: string) => (await dashboard({ region })).charts.map(({ slug }) => slug);
    expect(await slugs("CN-GZ")).toContain("unicorns");
    expect(await slugs("CN-BJ")).toContain("unicorns");
    expect(await slugs("CN-ZJ")).not.toContain("tech-jobs");
    const chart = await db().chart.findUniqueOrThrow({ where: { slug: "unicorns" } });
    await db().chartRegion.deleteMany({ where: { chartId: chart.id } });
    await db().$transaction((tx) => raisePublication(tx, ["everything"]));
    expect(await slugs("CN-GZ")).not.toContain("unicorns");
    expect(await slugs("CN-BJ")).toContain("unicorns");
  });
});
