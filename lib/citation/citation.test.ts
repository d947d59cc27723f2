import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bibtex, cslItem, ris } from "@/lib/citation/formats";
import { citationText } from "@/lib/citation/text";
import { phraseUrl, textDirective } from "@/lib/citation/text-fragment";
import { sampleCitation } from "@/tests/setup/sample-figure";

const { source } = sampleCitation();
const signed = { ...source, authors: "Ada Example; Bo Sample" };

describe("text fragments", () => {
  test.each([
    ["from more than 9,500 companies", "text=from%20more%20than%209%2C500%20companies"],
    ["real-time R&D, 5%", "text=real%2Dtime%20R%26D%2C%205%25"],
    ["percent of the province's GDP", "text=percent%20of%20the,GDP"],
    ["“quoted” 20 percent", "text=20%20percent"],
    ["已突破126EFlops", `text=${encodeURIComponent("已突破126EFlops")}`],
  ])("%s", (phrase, expected) => {
    expect(textDirective(phrase, null, null)).toBe(expected);
  });

  test("prefix and suffix frame the phrase", () => {
    expect(textDirective("20 percent", "more than", "of GDP")).toBe("text=more%20than-,20%20percent,-of%20GDP");
  });

  test("a phrase comes back out of its directive", () => {
    const word = fc.stringMatching(/^[a-zA-Z0-9%&,\-.$]{2,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        const phrase = words.join(" ");
        const directive = textDirective(phrase, null, null);
        expect(directive).not.toBeNull();
        const encoded = (directive ?? "").slice("text=".length);
        expect(encoded).not.toMatch(/[,&-]/);
        expect(decodeURIComponent(encoded)).toBe(phrase);
      }),
    );
  });

  test("the page alone where no phrase is known; a fragment of the page is kept", () => {
    expect(phraseUrl(sampleCitation({ phrase: null }))).toBe(source.url);
    expect(phraseUrl(sampleCitation({ phrase: "a's" }))).toBe(source.url);
    const fragment = sampleCitation({ phrase: "20 percent", source: { ...source, url: "https://example.org/#top" } });
    expect(phraseUrl(fragment)).toBe("https://example.org/#top:~:text=20%20percent");
  });
});

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
