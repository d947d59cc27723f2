import { beforeAll, expect, test } from "vitest";
import { legibleChart } from "@/lib/charts/legible-chart";
import { readChartParts } from "@/lib/data/admin/chart-parts";
import { db } from "@/lib/data/db/client";
import { listCharts } from "@/lib/data/public/charts";

// The seeded chart "5g-base-stations" shows one metric of one region: 6 figures of 2020 to 2025. Added to them:
// one figure for each year from 1700 to 1999, and 250 without a date.
const SEEDED = 6;
const YEARS = Array.from({ length: 300 }, (_, index) => 1700 + index);
const UNDATED = 250;

beforeAll(async () => {
  const [metric, region] = await Promise.all([
    db().metric.findUniqueOrThrow({ where: { slug: "5g-base-stations" } }),
    db().region.findUniqueOrThrow({ where: { code: "CN-GZ" } }),
  ]);
  const row = (publicId: string, year: number | null) => ({
    publicId: publicId.padStart(16, "x"),
    metricId: metric.id,
    regionId: region.id,
    value: 1,
    digits: "1",
    wording: "exactly" as const,
    speakerKind: "outlet" as const,
    status: "published" as const,
    asOf: year === null ? null : String(year),
    firstDay: year === null ? null : year * 10_000 + 101,
    lastDay: year === null ? null : year * 10_000 + 1231,
  });
  const undated = Array.from({ length: UNDATED }, (_, index) => row(`undated${index}`, null));
  // The oldest are recorded last: the order of recording is not the order of time.
  const dated = [...YEARS].reverse().map((year) => row(`year${year}`, year));
  await db().figure.createMany({ data: [...undated, ...dated] });
});

const NEWEST = { kept: 200, of: SEEDED + YEARS.length + UNDATED };

test("a chart with more figures than it takes has the newest of them, oldest first, none without a date, and says so", async () => {
  const spec = (await listCharts()).find(({ slug }) => slug === "5g-base-stations");
  if (!spec) throw new Error("The chart is not there");
  const days = spec.figures.map(({ figure }) => figure.lastDay);
  // 200 places: the 6 seeded ones and the 194 years before 2000.
  expect(days).toHaveLength(200);
  expect(days[0]).toBe(18061231);
  expect(days[193]).toBe(19991231);
  expect(days.at(-1)).toBe(20251231);
  expect(spec.newest).toEqual(NEWEST);
  expect(legibleChart(spec, "en-GB").subtitle).toMatch(/; from the newest 200 of 556 figures$/);
});

test("so has one that is not saved yet", async () => {
  const parts = await readChartParts({ metrics: ["5g-base-stations"], regions: ["CN-GZ"], figures: [] });
  expect(parts.found.map(({ lastDay }) => lastDay)[0]).toBe(18061231);
  expect(parts.found).toHaveLength(200);
  expect(parts.newest).toEqual(NEWEST);
});

test("a chart that has all its figures says nothing of the kind", async () => {
  const spec = (await listCharts()).find(({ slug }) => slug === "digital-economy-share");
  expect(spec?.newest).toBeNull();
});
