import { describe, expect, test } from "vitest";
import { bibtex, cslItem, ris } from "@/lib/citation/formats";
import { citationText } from "@/lib/citation/text";
import { sampleCitation } from "@/tests/setup/sample-figure";

const { source } = sampleCitation();
const signed = { ...source, authors: "Ada Example; Bo Sample" };

describe("references", () => {
  test.each([
    ["APA", "Ada Example & Bo Sample. (2020, May 4). An example. Example Daily. https://example.org/a (para. 5)"],
    ["Chicago", "Ada Example and Bo Sample, “An example,” Example Daily, May 4, 2020, para. 5, https://example.org/a."],
    ["MLA", "Ada Example and Bo Sample. “An example.” Example Daily, 4 May 2020, para. 5, https://example.org/a."],
  ] as const)("%s", (style, expected) => {
    expect(citationText(signed, style, "para 5")).toBe(expected);
  });

  test("an unknown date or author is said, not guessed", () => {
    const undated = { ...source, published: null };
    expect(citationText(undated, "APA")).toBe("Example Daily. (n.d.). An example. https://example.org/a");
    expect(cslItem(undated)).not.toHaveProperty("issued");
    expect(bibtex(undated)).not.toContain("year");
    expect(ris(undated)).not.toContain("PY");
    expect(cslItem({ ...source, published: "2020" }).issued).toEqual({ "date-parts": [[2020]] });
  });

  test("BibTeX escapes what TeX would run, RIS stays one field per line", () => {
    expect(bibtex({ ...source, title: "50% of R&D_{x}" })).toContain("{50\\% of R\\&D\\_\\{x\\}}");
    expect(ris({ ...source, title: "one\r\nER  - two" })).toContain("TI  - one ER  - two\r\n");
  });

  test("CSL-JSON carries the place", () => {
    expect(cslItem(signed, "para 5")).toEqual({
      id: "example",
      type: "article-newspaper",
      title: "An example",
      author: [{ literal: "Ada Example" }, { literal: "Bo Sample" }],
      "container-title": "Example Daily",
      issued: { "date-parts": [[2020, 5, 4]] },
      URL: "https://example.org/a",
      language: "en",
      locator: "para. 5",
    });
  });
});
