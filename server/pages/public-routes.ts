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
  /** A local address of a public page, which is written as that page's own. */
  readonly isAddress?: true;
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

/** How something is taken along: its colours; a picture's size. */
const LOOK = named("theme");
const PICTURE: readonly Parameter[] = [...LOOK, { name: "scale", without: "1" }];
const OF_METRIC: readonly Parameter[] = [{ name: "region", isList: true }, ...named("from", "to")];
const OF_PAGE: Parameter = { name: "of", isAddress: true };

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
    parameters: [...OF_METRIC, PAGE, AS_OF_DAY],
  },
  { path: /^\/charts\/[^/]+$/, parameters: [AS_OF_DAY] },
  { path: /^\/charts\/[^/]+\/chart\.(?:svg|png)$/, parameters: [...PICTURE, AS_OF_DAY] },
  { path: /^\/metrics\/[^/]+\/chart\.(?:svg|png)$/, parameters: [...OF_METRIC, ...PICTURE, AS_OF_DAY] },
  { path: /^\/card\.(?:png|svg)$/, parameters: [OF_PAGE] },
  { path: /^\/reuse$/, parameters: [OF_PAGE, ...LOOK, AS_OF_DAY] },
  { path: /^\/oembed$/, parameters: named("url", "format", "maxwidth", "maxheight") },
  { path: /^\/embed\/[^/]+$/, parameters: [...LOOK, AS_OF_DAY] },
  { path: /^\/embed\/metric\/[^/]+$/, parameters: [...OF_METRIC, ...LOOK, AS_OF_DAY] },
  { path: /^\/embed\/figure\/[^/]+$/, parameters: [...LOOK, ...named("revision"), AS_OF_DAY] },
  { path: /^\/corrections(?:\.atom|\.json)?$/, parameters: named("before") },
  { path: /^\/new-figures\.(?:atom|json)$/, parameters: named("region", "metric", "source", "before") },
  {
    path: /^\/compare$/,
    parameters: [
      { name: "metric", isList: true },
      { name: "region", isList: true },
      ...named("base", "year", "scale"),
      AS_OF_DAY,
    ],
  },
  { path: /^\/map$/, parameters: [...named("metric", "within", "year"), AS_OF_DAY] },
  { path: /^\/disagreements$/, parameters: [...named("topic", "region"), PAGE] },
  { path: /^\/search$/, parameters: named("q") },
  {
    path: /^\/(?:metrics|regions|sources|method|api|favicon\.ico|embed\.js|sitemap\.xml|robots\.txt|llms\.txt|_missing)$/,
    parameters: [],
  },
  { path: /^\/regions\/[^/]+$/, parameters: [...named("topic"), PAGE, AS_OF_DAY] },
  { path: /^\/sources\/[^/]+$/, parameters: [PAGE] },
  { path: /^\/figures\/[^/]+$/, parameters: [AS_OF_DAY] },
  { path: /^\/reuse\/citations\.(?:json|bib|ris)$/, parameters: named("of") },
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
  for (const { name, isList, isAddress, without = "" } of page.parameters) {
    const values = isList ? asked.getAll(name).flatMap((value) => value.split(",")) : asked.getAll(name).slice(0, 1);
    for (const value of new Set(values.map((text) => text.trim()))) {
      const told = isAddress ? (addressOf(value) ?? value) : value;
      if (told !== "" && told !== without) kept.append(name, told);
    }
  }
  return kept.size === 0 ? path : `${path}?${kept}`;
}

/** The one address of a local address as it is written in a parameter; null where no public page is. */
export function addressOf(written: string): string | null {
  const [, path = "", query = ""] = /^([^?#]*)([^#]*)/.exec(written) ?? [];
  return publicAddress({ path, query });
}
