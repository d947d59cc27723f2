import { firstValue, parseYear, type SearchParams } from "@/lib/schemas/view";

/** What an address asks to compare: keys of metrics and regions (repeated or separated by commas), as many as it names. Nonsense is left out. */
export function parseCompare(params: SearchParams): {
  readonly metrics: readonly string[];
  readonly regions: readonly string[];
  /** The year whose figures are 100; null for numbers as they are. */
  readonly base: number | null;
  /** The one year that is shown; null for all of them. */
  readonly year: number | null;
  /** Whether everything is to be on one scale; otherwise each unit has its own. */
  readonly isOneScale: boolean;
} {
  return {
    metrics: listOf(params.metric),
    regions: listOf(params.region),
    base: parseYear(params, "base"),
    year: parseYear(params, "year"),
    isOneScale: listOf(params.scale)[0] === "one",
  };
}

/** Value of `within` that stands for the countries. */
export const COUNTRIES = "all";

/** The map of tiles that an address asks for; what is null is chosen for the reader. Keys are at most 200 characters long. */
export function parseTileMap(params: SearchParams): {
  readonly metric: string | null;
  readonly within: string | null;
  readonly year: number | null;
} {
  const [metric, within] = [firstValue(params, "metric"), firstValue(params, "within")];
  return {
    metric: metric?.slice(0, 200) ?? null,
    within: within?.slice(0, 200) ?? null,
    year: parseYear(params, "year"),
  };
}

/** All values of a parameter, each once. */
export function listOf(raw: SearchParams[string] = []): readonly string[] {
  const values = (typeof raw === "string" ? [raw] : raw).flatMap((part) => part.split(","));
  return [...new Set(values.map((value) => value.trim()).filter((value) => value !== ""))];
}
