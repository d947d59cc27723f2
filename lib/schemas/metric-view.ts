import { listOf } from "@/lib/schemas/compare-view";
import { parsePage } from "@/lib/schemas/page-view";
import { parseYears, type SearchParams } from "@/lib/schemas/view";

/** Which part of a metric an address asks for: regions (repeated or separated by commas), years and page, nonsense left out. */
export function parseMetricView(params: SearchParams): {
  readonly regions: readonly string[];
  readonly fromYear: number | null;
  readonly toYear: number | null;
  readonly page: number;
} {
  return {
    regions: listOf(params.region),
    ...parseYears(params),
    page: parsePage(params),
  };
}

/** Whether all regions and years are asked for, which is what the page shows by itself. */
export function isWholeMetric({
  regions,
  fromYear,
  toYear,
}: Omit<ReturnType<typeof parseMetricView>, "page">): boolean {
  return regions.length === 0 && fromYear === null && toYear === null;
}
