import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FIGURE_NAMES } from "@/lib/figures/figure-fields";
import { parseChange, parseNew, RESOURCES, wholeIssues } from "@/lib/schemas/resources";

const figure = {
  metric: "companies-attracted",
  region: "CN-GZ",
  wording: "more_than",
  value: "9,500",
  period: "2014 – Feb 2019",
  speakerKind: "outlet",
  citations: [{ source: "an-article", locator: "para 1", phrase: "more than 9,500 companies" }],
};

const issues = (body: unknown) => {
  const result = parseNew("figures", body);
  return result.ok ? [] : result.issues.map(({ path, code }) => `${path} ${code}`);
};

describe("a figure as an editor says it", () => {
  test("comes out in canonical form", () => {
    const result = parseNew("figures", figure);
    expect(result).toMatchObject({
      ok: true,
      data: { value: "9500", valueHigh: null, period: "2014/2019-02", asOf: null, organisation: null, status: "draft" },
    });
  });

  test.each<[string, object, readonly string[]]>([
    ["no value", { value: undefined }, ["value invalid_type"]],
    ["a word for a value", { value: "abc" }, ["value not_a_number"]],
    ["a wording in the value", { value: "about 2,000" }, ["value wording"]],
    ["an ambiguous value", { value: "1.234" }, ["value ambiguous"]],
    ["a number for a value", { value: 5 }, ["value invalid_type"]],
    ["between without an upper end", { wording: "between" }, ["valueHigh missing"]],
    ["an upper end below", { wording: "between", valueHigh: "9,000" }, ["valueHigh backwards"]],
    ["an upper end without between", { valueHigh: "9,600" }, ["valueHigh wording"]],
    ["a period that ends before it starts", { period: "2019–2014" }, ["period backwards"]],
    ["a conversion without a currency", { alternative: "5" }, ["alternativeUnit missing"]],
    ["a currency that is none", { alternative: "5", alternativeUnit: "QQQ" }, ["alternativeUnit currency"]],
    ["published without a source", { status: "published", citations: [] }, ["citations missing"]],
    ["a phrase too long", { citations: [{ source: "a", phrase: "x".repeat(301) }] }, ["citations.0.phrase too_long"]],
    ["one place cited twice", { citations: [{ source: "a" }, { source: "a" }] }, ["citations.1.locator repeated"]],
    ["an unknown field", { authorId: 1 }, ["authorId unknown"]],
    ["a missing name in a new metric", { metric: { name: "" } }, expect.arrayContaining(["metric.name missing"])],
    ["a list for a region", { region: ["CN"] }, ["region invalid_type"]],
    ["a turned-round text", { note: "a\u202eb" }, ["note forbidden_character"]],
  ])("%s is said at its field", (_, change, expected) => expect(issues({ ...figure, ...change })).toEqual(expected));

  test("an ambiguous value is taken when it comes as plain digits", () => {
    expect(parseNew("figures", { ...figure, value: { digits: "1.234" } })).toMatchObject({ data: { value: "1.234" } });
  });

  test("a metric, a region and a source may come with it", () => {
    const source = { kind: "news", title: "A title", publisher: "A paper", language: "en", url: "https://a.example/b" };
    const metric = {
      name: "A share",
      unit: "percent",
      kind: "share",
      definition: "A part of a whole.",
      topic: "economy",
    };
    const result = parseNew("figures", { ...figure, metric, citations: [{ source, phrase: "20 percent" }] });
    expect(result).toMatchObject({
      ok: true,
      data: { metric: { higherIs: "neither" }, citations: [{ source: { published: null } }] },
    });
  });

  // T26
  test.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "https://bank@evil.example/",
    "https:evil.example",
    "https://a b.example",
    "ftp://a.example",
    "https://",
    "java\nscript:alert(1)",
  ])("the address %s is refused", (url) => {
    const source = { kind: "news", title: "A title", publisher: "A paper", language: "en", url };
    const result = parseNew("sources", source);
    expect(result.ok ? [] : result.issues.map(({ path }) => path)).toEqual(["url"]);
  });
});

describe("a change", () => {
  test("holds what was named, no more", () => {
    expect(parseChange("metrics", { name: "New", cause: "typo", reason: "slip" })).toEqual({
      ok: true,
      data: { changes: { name: "New" }, changeReason: { cause: "typo", reason: "slip" } },
    });
  });

  test("may not touch the key", () => {
    for (const [resource, field] of [
      ["metrics", "slug"],
      ["regions", "code"],
      ["figures", "publicId"],
    ] as const) {
      const result = parseChange(resource, { [field]: "other" });
      expect(result.ok ? [] : result.issues).toMatchObject([{ path: field, code: "unknown" }]);
    }
  });

  test("is judged with the rest of the row", () => {
    const parsed = parseNew("figures", { ...figure, value: { digits: "1.234" } });
    if (!parsed.ok) throw new Error("the sample is wrong");
    expect(wholeIssues("figures", parsed.data)).toEqual([]);
    expect(wholeIssues("figures", { ...parsed.data, wording: "between" })).toMatchObject([{ path: "valueHigh" }]);
  });
});

test("nothing that is sent makes a reader of input throw, and unknown fields never pass", () => {
  fc.assert(
    fc.property(fc.constantFrom(...RESOURCES), fc.jsonValue(), (resource, body) => {
      const result = parseNew(resource, body);
      if (!result.ok) for (const { message } of result.issues) expect(message.length).toBeGreaterThan(5);
      parseChange(resource, body);
    }),
  );
  const extra = fc.dictionary(fc.stringMatching(/^[a-zA-Z_]{3,12}$/), fc.jsonValue(), { minKeys: 1 });
  fc.assert(
    fc.property(extra, (fields) => {
      const known: ReadonlySet<string> = new Set([...FIGURE_NAMES, "citations", "status"]);
      const unknown = Object.keys(fields).filter((name) => !known.has(name));
      fc.pre(unknown.length > 0);
      expect(parseNew("figures", { ...fields, ...figure }).ok).toBe(false);
    }),
  );
});
