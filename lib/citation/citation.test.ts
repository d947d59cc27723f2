import { describe, expect, test } from "vitest";
import { bibtex, cslItem, ris } from "@/lib/citation/formats";
import { SOURCE_TYPES } from "@/lib/schemas/resources/source";
import { sampleCitation } from "@/tests/setup/data/sample-figure";

const { source } = sampleCitation();
const signed = { ...source, authors: "Ada Example; Bo Sample" };

describe("records for reference managers", () => {
  test("an unknown date or author is said, not guessed", () => {
    const undated = { ...source, published: null };
    expect(cslItem(undated)).not.toHaveProperty("issued");
    expect(bibtex(undated)).not.toContain("year");
    expect(ris(undated)).not.toContain("PY");
    expect(cslItem({ ...source, published: "2020" }).issued).toEqual({ "date-parts": [[2020]] });
  });

  test("BibTeX escapes what TeX would run, RIS stays one field per line", () => {
    expect(bibtex({ ...source, title: "50% of R&D_{x}" })).toContain(
      "{50\\% of R\\&D\\_\\textbraceleft{}x\\textbraceright{}}",
    );
    expect(ris({ ...source, title: "one\r\nER  - two" })).toContain("TI  - one ER  - two\r\n");
  });

  test("CSL-JSON carries the place", () => {
    expect(cslItem(signed, "para 5")).toEqual({
      id: "example",
      type: "article-newspaper",
      title: "An example",
      author: [
        { family: "Example", given: "Ada" },
        { family: "Sample", given: "Bo" },
      ],
      "container-title": "Example Daily",
      issued: { "date-parts": [[2020, 5, 4]] },
      URL: "https://example.org/a",
      language: "en",
      locator: "para. 5",
    });
  });

  test("names stand in their parts, whole ones whole", () => {
    const by = (authors: string) => ({ ...source, title: "Firms move in", published: "2019-02-28", authors });
    const two = by("van der Berg, Anna; O'Neil, Conor");
    expect(cslItem(two).author).toEqual([
      { family: "van der Berg", given: "Anna" },
      { family: "O'Neil", given: "Conor" },
    ]);
    expect(ris(two)).toContain("AU  - van der Berg, Anna\r\nAU  - O'Neil, Conor\r\n");
    const three = by("Maria Lopez; World Bank; 王小明");
    expect(bibtex(three)).toContain("author = {Lopez, Maria and {World Bank} and {王小明}}");
  });

  test("a day of access stands in every file", () => {
    const undated = { ...source, published: null, accessed: "2021-03-02" };
    expect(ris(undated)).toContain("Y2  - 2021/03/02/");
    expect(bibtex(undated)).toContain("urldate = {2021-03-02}");
    expect(cslItem(undated).accessed).toEqual({ "date-parts": [[2021, 3, 2]] });
  });

  const RECORDS = [
    ["news", "NEWS", "T2"],
    ["government", "ELEC", "T2"],
    ["statistics", "DATA", "PB"],
    ["report", "RPRT", "PB"],
    ["press-release", "PRESS", "PB"],
  ] as const;
  test.each(RECORDS)("RIS of %s is %s, the publisher in %s", (kind, type, tag) => {
    const record = ris({ ...source, kind, type: SOURCE_TYPES[kind] });
    expect(record).toMatch(new RegExp(`^TY  - ${type}\r\n`));
    expect(record).toContain(`\r\n${tag}  - Example Daily\r\n`);
  });

  test("of each kind of source it is known what its RIS is", () => {
    expect(RECORDS.map(([kind]) => kind)).toEqual(Object.keys(SOURCE_TYPES));
  });

  test("BibTeX has the day, and nothing in it adds a field or leaves a brace open", () => {
    expect(bibtex(source)).toContain("date = {2020-05-04}");
    const url = "https://x.example/},author={Someone-Else}\\";
    const entry = bibtex({
      ...source,
      title: "A } title { of \\ braces",
      authors: "B}ad, N{ame",
      publisher: "P}}",
      url,
    });
    let depth = 0;
    const fields: string[] = [];
    for (const line of entry.trimEnd().split("\n")) {
      if (depth === 1) fields.push(/^ {2}(\w+) = /.exec(line)?.[1] ?? line);
      for (const sign of line) depth += sign === "{" ? 1 : sign === "}" ? -1 : 0;
    }
    expect(depth).toBe(0);
    expect(fields).toEqual(["title", "author", "journal", "date", "year", "month", "url", "langid", "}"]);
  });
});
