import { listOf } from "@/lib/schemas/compare-view";
import { type FiguresFileQuery, parseFiguresFile } from "@/lib/schemas/figures-file";
import { AS_OF } from "@/lib/schemas/page-view";
import type { ReuseKind, ReuseSubject } from "@/lib/schemas/reuse/subject";
import { parseSearch } from "@/lib/schemas/search";
import { ALL_REGIONS, DEFAULT_REGION, firstValue, parseYear, type SearchParams } from "@/lib/schemas/view";

/** What the file of a page holds. */
export type PageFileQuery =
  | {
      readonly by: "figures";
      readonly query: FiguresFileQuery;
      /** Whether the region is the one that the dashboard opens with: where there is none of it, every region is meant. */
      readonly isRegionByDefault: boolean;
    }
  /** Metrics and regions by key, in the order asked for; the year in which figures end, null for any. */
  | {
      readonly by: "compare";
      readonly metrics: readonly string[];
      readonly regions: readonly string[];
      readonly year: number | null;
      /** The day as of which they were known, yyyy-mm-dd; null for today. */
      readonly asOf: string | null;
    }
  /** Claims that cannot be true together, of a topic and of a region with the places below it; null for all. */
  | { readonly by: "disagreements"; readonly topic: string | null; readonly region: string | null }
  | { readonly by: "search"; readonly text: string };

/** What a page's address may ask, and what of it changes nothing in the file: which part of a list is shown, and how. */
const PARAMETERS: Readonly<Record<ReuseKind, { readonly read: readonly string[]; readonly idle: readonly string[] }>> =
  {
    dashboard: {
      read: ["region", "topic", "from", "to", "source", "organisation", "wording", "outlook", "age", AS_OF],
      idle: [],
    },
    metric: { read: ["region", "from", "to", AS_OF], idle: ["page"] },
    region: { read: ["topic", AS_OF], idle: ["page"] },
    source: { read: [], idle: ["page"] },
    chart: { read: [AS_OF], idle: [] },
    figure: { read: [AS_OF], idle: [] },
    compare: { read: ["metric", "region", "year", AS_OF], idle: ["base", "scale"] },
    disagreements: { read: ["topic", "region"], idle: ["page"] },
    search: { read: ["q"], idle: [] },
  };

type Parsed =
  | { readonly success: true; readonly data: PageFileQuery }
  | { readonly success: false; readonly message: string };

/**
 * Reads which figures the file of a page holds: all that the page is about, however few of them it lists. What the page would pass over
 * (an unknown name, a year that is none) is refused: a misspelt question must not answer with something else.
 */
export function parsePageFile({ kind, key, parameters }: ReuseSubject): Parsed {
  const { read, idle } = PARAMETERS[kind];
  const unknown = Object.keys(parameters).find((name) => !read.includes(name) && !idle.includes(name));
  if (unknown !== undefined) return refused(`“${unknown.slice(0, 40)}” cannot be asked.`, read);
  switch (kind) {
    case "compare":
      return parseYears(parameters, read);
    case "disagreements":
      return accepted({
        by: "disagreements",
        topic: firstValue(parameters, "topic"),
        region: firstValue(parameters, "region"),
      });
    case "search":
      return accepted({ by: "search", text: parseSearch(parameters) });
    default:
      return parseQuery({ kind, key, parameters }, read);
  }
}

function parseYears(parameters: SearchParams, read: readonly string[]): Parsed {
  const [asked, year] = [firstValue(parameters, "year"), parseYear(parameters, "year")];
  if (asked !== null && year === null) return refused("year is a year of four digits from 1900 to 2100.", read);
  const [metrics, regions] = [listOf(parameters.metric), listOf(parameters.region)];
  return accepted({ by: "compare", metrics, regions, year, asOf: firstValue(parameters, AS_OF) });
}

type OfQuery = Exclude<ReuseKind, "compare" | "disagreements" | "search">;

/** What the page itself says beside its address, as a file is asked for it. */
const OF_PAGE: Readonly<Record<OfQuery, (key: string) => Readonly<Record<string, string>>>> = {
  dashboard: () => ({}),
  metric: (metric) => ({ metric, places: "without" }),
  region: (region) => ({ region }),
  source: (source) => ({ source }),
  chart: (chart) => ({ chart }),
  figure: (id) => ({ id }),
};

function parseQuery(
  { kind, key, parameters }: Pick<ReuseSubject, "key" | "parameters"> & { readonly kind: OfQuery },
  read: readonly string[],
): Parsed {
  const own = OF_PAGE[kind](key);
  const question = new URLSearchParams(own);
  for (const name of read) for (const value of listed(parameters[name])) question.append(name, value);
  const isOpen = kind === "dashboard" && !question.has("region");
  if (isOpen) question.set("region", DEFAULT_REGION);
  else if (kind === "dashboard" && question.get("region") === ALL_REGIONS) question.delete("region");
  const parsed = parseFiguresFile(question, [...read, ...Object.keys(own)]);
  if (!parsed.success) return parsed;
  if (kind === "dashboard" && parsed.data.region.length > 1)
    return refused("region is asked twice: ask for one.", read);
  return accepted({ by: "figures", query: parsed.data, isRegionByDefault: isOpen });
}

const listed = (value: SearchParams[string] = []): readonly string[] => (typeof value === "string" ? [value] : value);

const accepted = (data: PageFileQuery): Parsed => ({ success: true, data });

function refused(message: string, names: readonly string[]): Parsed {
  const may = names.length === 0 ? "Nothing can be asked beside." : `Ask with ${names.join(", ")}.`;
  return { success: false, message: `${message} ${may}` };
}
