import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseCompare, parseTileMap } from "@/lib/schemas/compare-view";
import { parseMetricView } from "@/lib/schemas/metric-view";
import { parseAsOf, parseBefore, parseDisagreements, parsePage, parseRegionView } from "@/lib/schemas/page-view";
import { parseSearch } from "@/lib/schemas/search";
import { parseView, type SearchParams } from "@/lib/schemas/view";
import { PUBLIC_PAGES, publicAddress } from "@/server/pages/public-routes";

const addressOf = (text: string) => {
  const [, path = "", query = ""] = /^([^?]*)(.*)$/.exec(text) ?? [];
  return publicAddress({ path, query });
};

describe("one view has one address", () => {
  test.each([
    ["/", "/"],
    ["/?x=1&utm_source=a", "/"],
    ["/?topic=&from=%20", "/"],
    ["/?region=CN-GZ", "/"],
    ["/?to=2020&region=all&from=2010", "/?region=all&from=2010&to=2020"],
    ["/?topic=health&topic=steel", "/?topic=health"],
    ["/?topic=+health+", "/?topic=health"],
    ["/metrics?page=2", "/metrics"],
    ["/metrics/a?page=1", "/metrics/a"],
    ["/metrics/a?page=2&region=CN&region=DE&x=1", "/metrics/a?region=CN&region=DE&page=2"],
    ["/metrics/a?region=CN,DE&region=%20&region=CN", "/metrics/a?region=CN&region=DE"],
    [
      "/compare?region=CN,DE&metric=a&metric=b,a&x=1&year=2020",
      "/compare?metric=a&metric=b&region=CN&region=DE&year=2020",
    ],
    ["/map?year=2020&within=CN&metric=a&region=CN", "/map?metric=a&within=CN&year=2020"],
    ["/search?q=a%26b&p=1", "/search?q=a%26b"],
    ["/search?q=a=b?c", "/search?q=a%3Db%3Fc"],
    ["/figures/x?page=2", "/figures/x"],
    ["/figures/x?as-of=2019-03-01&x=1", "/figures/x?as-of=2019-03-01"],
    ["/corrections?page=2&before=7", "/corrections?before=7"],
    ["/corrections.atom?before=7&x=1", "/corrections.atom?before=7"],
    ["/corrections.xml", null],
    ["/favicon.ico?n=1", "/favicon.ico"],
    ["/api/v1/sources/x/citation.bib?n=1", "/api/v1/sources/x/citation.bib"],
    ["/api/v1/figures/x", null],
    ["/_global-error", null],
    ["/metrics/a/b", null],
  ])("%s is %s", (asked, address) => expect(addressOf(asked)).toBe(address));
});

/** The parameters that a parser looks at. */
function readBy(parse: (params: SearchParams) => unknown): readonly string[] {
  const seen = new Set<string>();
  parse(
    new Proxy<SearchParams>(
      {},
      {
        get: (_, name) => {
          seen.add(String(name));
          return undefined;
        },
      },
    ),
  );
  return [...seen].sort();
}

/** The pages that read parameters, each with an address of its kind and what reads them. */
const READING = {
  "metrics/[slug]/page.tsx": ["/metrics/a", (params) => [parseMetricView(params), parseAsOf(params)]],
  "corrections/page.tsx": ["/corrections", parseBefore],
  "figures/[id]/page.tsx": ["/figures/a", parseAsOf],
  "page.tsx": ["/", (params) => [parseView(params), parseAsOf(params)]],
  "regions/[code]/page.tsx": ["/regions/a", (params) => [parseRegionView(params), parseAsOf(params)]],
  "compare/page.tsx": ["/compare", parseCompare],
  "map/page.tsx": ["/map", parseTileMap],
  "disagreements/page.tsx": ["/disagreements", parseDisagreements],
  "search/page.tsx": ["/search", parseSearch],
  "sources/[slug]/page.tsx": ["/sources/a", parsePage],
} as const satisfies Readonly<Record<string, readonly [string, (params: SearchParams) => unknown]>>;

test("every page that reads parameters is known here", () => {
  const pages = readdirSync("app/(public)", { recursive: true, encoding: "utf8" }).filter((file) =>
    /page\.tsx$/.test(file),
  );
  const reading = pages.filter((file) => readFileSync(`app/(public)/${file}`, "utf8").includes("searchParams"));
  expect(reading.sort()).toEqual(Object.keys(READING).sort());
});

test.each(Object.values(READING))(
  "no parameter that %s reads is dropped, and none passes that it does not read",
  (path, parse) => {
    const names = PUBLIC_PAGES.find((page) => page.path.test(path))?.parameters.map(({ name }) => name) ?? [];
    expect([...names].sort()).toEqual(readBy(parse));
  },
);
