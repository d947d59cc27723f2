import { describe, expect, test } from "vitest";
import type { Figure } from "@/lib/figures/figure";
import { catalog, dataset } from "@/lib/linked-data/dataset";
import { jsonLdText, type LinkedData } from "@/lib/linked-data/linked-data";
import { figurePage } from "@/lib/linked-data/observation";

const at = (path: string) => `https://example.org${path}`;

const SOURCE = {
  ...{ slug: "daily-2019", type: "article-newspaper", kind: "news", title: "Big data </script>", publisher: "Daily" },
  ...{ authors: "Anna Berg; Daily Desk", published: "2019-02-28", language: "en", url: "https://daily.example/1" },
  accessed: null,
};

const FIGURE = {
  ...{ id: "x1", wording: "more_than", value: 9500, valueHigh: null, digits: "9500", digitsHigh: null },
  ...{ qualifier: null, alternative: null, version: 1, recordedAt: "2026-01-01T00:00:00.000Z" },
  ...{ periodStart: "2018", periodEnd: "2018", asOf: null, firstDay: 20180101, lastDay: 20181231 },
  ...{ speaker: null, speakerKind: "outlet", outlook: "outcome", release: null, basis: null, flags: null, note: null },
  ...{ lookedAgain: null, preferredReason: null, organisation: null },
  metric: { slug: "firms", name: "Firms", unit: "companies", counted: null },
  region: { code: "CN-GZ", name: "Guizhou" },
  citations: [{ source: SOURCE, locator: "para 5", phrase: "over 9,500 companies", role: "origin" }],
} as unknown as Figure;

/** What schema.org lets nodes of these types have, of what is used here; what each must have first. */
const ALLOWED: Readonly<Record<string, readonly [must: readonly string[], may: readonly string[]]>> = {
  WebPage: [
    ["url", "name"],
    ["temporalCoverage", "mainEntity", "citation"],
  ],
  Observation: [
    ["@id", "name", "observationAbout", "variableMeasured", "unitText"],
    ["value", "minValue", "maxValue", "measurementQualifier", "observationDate"],
  ],
  StatisticalVariable: [["name", "url"], ["unitText"]],
  Place: [["name", "identifier", "url"], []],
  NewsArticle: [
    ["name", "url", "publisher", "inLanguage"],
    ["author", "datePublished"],
  ],
  Person: [["name"], []],
  Organization: [["name"], []],
  Dataset: [
    ["@id", "url", "name", "description", "distribution", "usageInfo", "includedInDataCatalog"],
    ["variableMeasured", "spatialCoverage", "temporalCoverage", "citation"],
  ],
  DataDownload: [["encodingFormat", "contentUrl"], []],
  DataCatalog: [
    ["name", "url"],
    ["description", "dataset"],
  ],
};

/** What is wrong with a node and those within it. */
function problemsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.length === 0 ? ["an empty list"] : value.flatMap(problemsOf);
  if (value === null || value === "") return ["nothing is said"];
  if (typeof value !== "object") return [];
  const { "@type": type, "@context": _, ...properties } = value as LinkedData;
  const [must, may] = ALLOWED[type] ?? [[], []];
  const names = Object.keys(properties);
  return [
    ...(type in ALLOWED ? [] : [`${type} is not known`]),
    ...must.filter((name) => !names.includes(name)).map((name) => `${type} has no ${name}`),
    ...names.filter((name) => ![...must, ...may].includes(name)).map((name) => `${type} may not have ${name}`),
    ...Object.entries(properties).flatMap(([name, each]) =>
      /^(?:@id|url|contentUrl|usageInfo)$/.test(name) && !/^https?:\/\//.test(String(each))
        ? [`${type} ${name} is not absolute: ${each}`]
        : problemsOf(each),
    ),
  ];
}

/** What a page says in its script, read back. */
const read = (data: LinkedData) => JSON.parse(jsonLdText(data));
const observed = (change: Partial<Figure>) => read(figurePage({ ...FIGURE, ...change }, "Firms", at)).mainEntity;
const numbersOf = ({ value, minValue, maxValue }: Record<string, unknown>) => [value, minValue, maxValue];

test("a figure's page is what schema.org knows, with every source that it is cited from", () => {
  const data = read(figurePage(FIGURE, "Firms, Guizhou, 2018: over 9,500 companies", at));
  expect(problemsOf(data)).toEqual([]);
  expect(data["@context"]).toBe("https://schema.org");
  expect(data.citation).toEqual([
    {
      "@type": "NewsArticle",
      name: "Big data </script>",
      url: "https://daily.example/1",
      author: [{ "@type": "Person", name: "Anna Berg" }, "Daily Desk"],
      publisher: { "@type": "Organization", name: "Daily" },
      datePublished: "2019-02-28",
      inLanguage: "en",
    },
  ]);
  expect(data.mainEntity).toMatchObject({
    "@id": "https://example.org/figures/x1#figure",
    observationDate: "2018",
    unitText: "companies",
    observationAbout: { "@type": "Place", name: "Guizhou", identifier: "CN-GZ" },
  });
});

describe("a number is never without its wording", () => {
  test.each([
    ["exactly", undefined, [9500, undefined, undefined]],
    ["about", ["about"], [9500, undefined, undefined]],
    ["more_than", ["over"], [undefined, 9500, undefined]],
    ["at_least", ["at least"], [undefined, 9500, undefined]],
    ["nearly", ["nearly"], [undefined, undefined, 9500]],
    ["less_than", ["less than"], [undefined, undefined, 9500]],
    ["up_to", ["up to"], [undefined, undefined, 9500]],
  ] as const)("%s", (wording, qualifier, numbers) => {
    const data = observed({ wording });
    expect(numbersOf(data)).toEqual(numbers);
    expect(data.measurementQualifier).toEqual(qualifier);
  });

  test("between", () => {
    const data = observed({ wording: "between", valueHigh: 9900, digitsHigh: "9900" });
    expect(numbersOf(data)).toEqual([undefined, 9500, 9900]);
    expect(data.measurementQualifier).toEqual(["between"]);
  });

  test("what else decides how it is read is said beside it, and hides no wording", () => {
    const data = observed({
      qualifier: "record",
      outlook: "target",
      release: "preliminary",
      basis: "with suppliers",
      flags: "estimated",
    });
    expect(data.measurementQualifier).toEqual([
      "over",
      "record",
      "target",
      "preliminary",
      "with suppliers",
      "estimated",
    ]);
  });
});

test("times are as stated: a date, a run of years, or nothing", () => {
  expect(observed({ periodStart: null, periodEnd: null, asOf: "2018-06" }).observationDate).toBe("2018-06");
  expect(observed({ periodStart: null, periodEnd: null, asOf: null })).not.toHaveProperty("observationDate");
  const run = read(figurePage({ ...FIGURE, periodStart: "2014", periodEnd: "2018" }, "Firms", at));
  expect(run.temporalCoverage).toBe("2014/2018");
  expect(run.mainEntity).not.toHaveProperty("observationDate");
});

test("a set of figures names its files, and of many sources ten", () => {
  const sources = Array.from({ length: 12 }, (_, index) => ({ ...SOURCE, title: `Nr ${index}` }));
  const data = read(
    dataset(
      {
        ...{ name: "Firms", description: "26 figures from 12 sources", path: "/metrics/firms" },
        ...{ file: { metric: "firms" }, metrics: [FIGURE.metric], regions: [FIGURE.region] },
        ...{ years: { first: 2014, last: 2024 }, sources },
      },
      at,
    ),
  );
  expect(problemsOf(data)).toEqual([]);
  expect(data.citation).toHaveLength(10);
  expect(data.description).toBe("26 figures from 12 sources");
  expect(data.temporalCoverage).toBe("2014/2024");
  expect(data.distribution.map(({ contentUrl }: { contentUrl: string }) => contentUrl)).toEqual([
    "https://example.org/api/v1/figures.csv?metric=firms",
    "https://example.org/api/v1/figures.json?metric=firms",
  ]);
});

test("a set of many metrics names twenty, and says of how many", () => {
  const metrics = Array.from({ length: 21 }, (_, index) => ({ ...FIGURE.metric, slug: `m${index}` }));
  const data = dataset(
    {
      ...{ name: "Guizhou", description: "30 figures.", path: "/regions/CN-GZ", file: { region: ["CN-GZ"] } },
      ...{ metrics, regions: [FIGURE.region], years: null, sources: [] },
    },
    at,
  );
  expect(data.variableMeasured).toHaveLength(20);
  expect(data.description).toBe("30 figures. Named here are 20 of 21 metrics.");
  expect(problemsOf(read(data))).toEqual([]);
});

test("the site is a catalogue with all its figures as files", () => {
  const data = read(catalog("Figures, each in its source’s own words.", "/?region=all", at));
  expect(problemsOf(data)).toEqual([]);
  expect([data["@type"], data.url, data.description]).toEqual([
    "DataCatalog",
    "https://example.org/",
    "Figures, each in its source’s own words.",
  ]);
  expect(data.dataset).toMatchObject({ "@type": "Dataset", url: "https://example.org/?region=all" });
  expect(data.dataset.distribution.map(({ contentUrl }: { contentUrl: string }) => contentUrl)).toEqual([
    "https://example.org/api/v1/figures.csv",
    "https://example.org/api/v1/figures.json",
  ]);
});

test("no text ends the script that it stands in", () => {
  const text = jsonLdText(figurePage(FIGURE, "</script><script>alert(1)", at));
  expect(text).not.toContain("<");
  expect(JSON.parse(text).name).toBe("</script><script>alert(1)");
});
