import { AS_OF } from "@/lib/schemas/page-view";
import { DEFAULT_REGION } from "@/lib/schemas/view";
import type { Target } from "@/server/request-target";

/** An address that no page has: what is answered for all of those. */
export const NO_SUCH_PAGE = "/_missing";

/**
 * A parameter that a page reads: its first value, or all of them, repeated or separated by commas. A value that says what is so
 * without it is left out.
 */
interface Parameter {
  readonly name: string;
  readonly isList?: true;
  readonly without?: string;
}

interface PublicPage {
  readonly path: RegExp;
  readonly parameters: readonly Parameter[];
}

const AS_OF_DAY: Parameter = { name: AS_OF };
const PAGE: Parameter = { name: "page", without: "1" };
const named = (...names: readonly string[]): readonly Parameter[] => names.map((name) => ({ name }));

/** Every page and file that is the same for everyone, with the parameters it reads (a test compares them with what the pages read). */
export const PUBLIC_PAGES: readonly PublicPage[] = [
  {
    path: /^\/$/,
    parameters: [
      { name: "region", without: DEFAULT_REGION },
      ...named("topic", "from", "to", "source", "organisation", "wording", "outlook", "age"),
      AS_OF_DAY,
    ],
  },
  {
    path: /^\/metrics\/[^/]+$/,
    parameters: [{ name: "region", isList: true }, ...named("from", "to"), PAGE, AS_OF_DAY],
  },
  { path: /^\/corrections(?:\.atom)?$/, parameters: named("before") },
  {
    path: /^\/compare$/,
    parameters: [{ name: "metric", isList: true }, { name: "region", isList: true }, ...named("base", "year", "scale")],
  },
  { path: /^\/map$/, parameters: named("metric", "within", "year") },
  { path: /^\/disagreements$/, parameters: [...named("topic", "region"), PAGE] },
  { path: /^\/search$/, parameters: named("q") },
  { path: /^\/(?:metrics|regions|sources|method|favicon\.ico|_missing)$/, parameters: [] },
  { path: /^\/regions\/[^/]+$/, parameters: [...named("topic"), PAGE, AS_OF_DAY] },
  { path: /^\/sources\/[^/]+$/, parameters: [PAGE] },
  { path: /^\/figures\/[^/]+$/, parameters: [AS_OF_DAY] },
  { path: /^\/api\/v1\/(?:figures|sources)\/[^/]+\/citation\.(?:json|bib|ris)$/, parameters: [] },
];

/**
 * The one address of what a target asks for: parameters in one order, those that are not read, are empty or change nothing left out.
 * Null where no public page is.
 */
export function publicAddress({ path, query }: Target): string | null {
  const page = PUBLIC_PAGES.find((candidate) => candidate.path.test(path));
  if (page === undefined) return null;
  const asked = new URLSearchParams(query);
  const kept = new URLSearchParams();
  for (const { name, isList, without = "" } of page.parameters) {
    const values = isList ? asked.getAll(name).flatMap((value) => value.split(",")) : asked.getAll(name).slice(0, 1);
    for (const value of new Set(values.map((text) => text.trim()))) {
      if (value !== "" && value !== without) kept.append(name, value);
    }
  }
  return kept.size === 0 ? path : `${path}?${kept}`;
}
