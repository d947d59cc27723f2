/**
 * Times the reads behind the pages on a large database, in milliseconds: first call, then the median of five more.
 *
 *   DATABASE_URL=file:./data/many-figures.db npx tsx --conditions=react-server bench/reads.ts
 */
import { readChoices, readDashboard } from "@/lib/data/public/dashboard";
import { findMetric, listMetrics } from "@/lib/data/public/metrics";
import { findRegion } from "@/lib/data/public/region-page";
import { listRegions } from "@/lib/data/public/regions";
import { search } from "@/lib/data/public/search";
import { parseView, settleView } from "../lib/schemas/view";

const regions = ["XX-0", "XX-1", "XX-2", "XX-3", "XX-4"];
const reads: Readonly<Record<string, () => Promise<unknown>>> = {
  "lists of metrics and regions": async () => [await listMetrics(), await listRegions()],
  "metric page, 5 regions and the latest of 300": () =>
    findMetric("metric-7", { regions, fromYear: null, toYear: null, page: 1 }),
  "region page": () => findRegion("XX-7"),
  dashboard: async () => {
    const choices = await readChoices();
    return readDashboard(settleView(parseView({ region: "XX-7" }), choices), choices);
  },
  "search for a metric and a region": () => search("metric 7 region 12", 20),
  "search for a number": () => search("5,431", 20),
};

for (const [name, read] of Object.entries(reads)) {
  const times: number[] = [];
  for (let run = 0; run < 6; run += 1) {
    const from = performance.now();
    await read();
    times.push(performance.now() - from);
  }
  const [first = 0, ...more] = times;
  const median = more.sort((a, b) => a - b)[2] ?? 0;
  console.log(`${name}: ${first.toFixed(0)} first, ${median.toFixed(1)} median`);
}
