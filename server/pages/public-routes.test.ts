import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { listOf, parseCompare, parseTileMap } from "@/lib/schemas/compare-view";
import { parseMetricView } from "@/lib/schemas/metric-view";
import {
  parseAsOf,
  parseBefore,
  parseDisagreements,
  parseNewFigures,
  parsePage,
  parseRegionView,
} from "@/lib/schemas/page-view";
import { parseReuse, parseRevision, parseTheme } from "@/lib/schemas/reuse/look";
import { parseSearch } from "@/lib/schemas/search";
import { parseView, parseYears, type SearchParams } from "@/lib/schemas/view";
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
    ["/compare?as-of=2019-03-01&metric=a", "/compare?metric=a&as-of=2019-03-01"],
    ["/map?year=2020&within=CN&metric=a&region=CN", "/map?metric=a&within=CN&year=2020"],
    ["/search?q=a%26b&p=1", "/search?q=a%26b"],
    ["/search?q=a=b?c", "/search?q=a%3Db%3Fc"],
    ["/figures/x?page=2", "/figures/x"],
    ["/figures/x?as-of=2019-03-01&x=1", "/figures/x?as-of=2019-03-01"],
    ["/corrections?page=2&before=7", "/corrections?before=7"],
    ["/corrections.atom?before=7&x=1", "/corrections.atom?before=7"],
    ["/corrections.json?before=7&x=1", "/corrections.json?before=7"],
    ["/corrections.xml", null],
    ["/charts/a?theme=dark&as-of=2020-01-01", "/charts/a?as-of=2020-01-01"],
    ["/charts/a/chart.png?scale=1&theme=dark&x=1", "/charts/a/chart.png?theme=dark"],
    ["/charts/a/chart.gif", null],
    ["/metrics/a/chart.svg?region=CN,DE&page=2&scale=2", "/metrics/a/chart.svg?region=CN&region=DE&scale=2"],
    [
      "/card.png?of=%2Fmetrics%2Fa%3Fx%3D1%26region%3DCN%2CDE&y=1",
      "/card.png?of=%2Fmetrics%2Fa%3Fregion%3DCN%26region%3DDE",
    ],
    ["/reuse?of=/charts/a%23embed&theme=dark", "/reuse?of=%2Fcharts%2Fa&theme=dark"],
    ["/reuse?of=https://elsewhere.org/", "/reuse?of=https%3A%2F%2Felsewhere.org%2F"],
    ["/embed/a?theme=dark&page=1", "/embed/a?theme=dark"],
    ["/embed/figure/a?revision=3&theme=light", "/embed/figure/a?theme=light&revision=3"],
    ["/embed/a/b/c", null],
    ["/embed.js?x=1", "/embed.js"],
    ["/new-figures.atom?before=7&source=&region=CN&x=1", "/new-figures.atom?region=CN&before=7"],
    ["/new-figures.json?metric=a", "/new-figures.json?metric=a"],
    ["/new-figures", null],
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
  "compare/page.tsx": ["/compare", (params) => [parseCompare(params), parseAsOf(params)]],
  "map/page.tsx": ["/map", (params) => [parseTileMap(params), parseAsOf(params)]],
  "disagreements/page.tsx": ["/disagreements", parseDisagreements],
  "search/page.tsx": ["/search", parseSearch],
  "charts/[slug]/page.tsx": ["/charts/a", parseAsOf],
  "reuse/page.tsx": ["/reuse", parseReuse],
  "embed/[slug]/page.tsx": ["/embed/a", (params) => [parseTheme(params), parseAsOf(params)]],
  "embed/metric/[slug]/page.tsx": [
    "/embed/metric/a",
    (params) => [parseTheme(params), parseAsOf(params), parseYears(params), listOf(params.region)],
  ],
  "embed/figure/[id]/page.tsx": [
    "/embed/figure/a",
    (params) => [parseTheme(params), parseAsOf(params), parseRevision(params)],
  ],
  "sources/[slug]/page.tsx": ["/sources/a", parsePage],
} as const satisfies Readonly<Record<string, readonly [string, (params: SearchParams) => unknown]>>;

test("no parameter that the feeds of new figures read is dropped", () => {
  expect(addressOf("/new-figures.json?before=7&metric=a&region=b&source=c")).toBe(
    `/new-figures.json?${["region=b", "metric=a", "source=c", "before=7"].join("&")}`,
  );
  expect(readBy(parseNewFigures)).toEqual(["before", "metric", "region", "source"]);
});

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
