import { z } from "zod";
import { firstValue, parseYears, type SearchParams } from "@/lib/schemas/view";

const MOST_REGIONS = 12;

/** Which part of a metric an address asks for: regions (repeated or separated by commas), years and page, nonsense left out. */
export function parseMetricView(params: SearchParams): {
  readonly regions: readonly string[];
  readonly fromYear: number | null;
  readonly toYear: number | null;
  readonly page: number;
} {
  const raw = params.region ?? [];
  const codes = (typeof raw === "string" ? [raw] : raw).flatMap((part) => part.split(","));
  const regions = [...new Set(codes.map((code) => code.trim()).filter((code) => code !== ""))];
  return {
    regions: regions.slice(0, MOST_REGIONS),
    ...parseYears(params),
    page: z.coerce
      .number()
      .int()
      .min(1)
      .max(100_000)
      .catch(1)
      .parse(firstValue(params, "page") ?? 1),
  };
}
