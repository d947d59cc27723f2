import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { phraseUrl, textDirective } from "@/lib/citation/text-fragment";
import { sampleCitation } from "@/tests/setup/data/sample-figure";

const { source } = sampleCitation();

/** The parts of a directive, decoded, without its prefix and suffix. */
function partsOf(directive: string): readonly string[] {
  return directive
    .slice("text=".length)
    .split(",")
    .filter((part) => !part.startsWith("-") && !part.endsWith("-"))
    .map(decodeURIComponent);
}

describe("text fragments", () => {
  test.each([
    ["from more than 9,500 companies", "text=from%20more%20than%209%2C500%20companies"],
    ["real-time R&D, 5%", "text=real%2Dtime%20R%26D%2C%205%25"],
    ["percent of the province's GDP", "text=percent%20of%20the,GDP"],
    ["“quoted” 20 percent", "text=20%20percent"],
    ["已突破126EFlops", `text=${encodeURIComponent("已突破126EFlops")}`],
    // Quotation marks of every kind are stepped over, with or without spaces beside them.
    ["增长12%，达到“万亿”规模", `text=${encodeURIComponent("增长12%，达到")},${encodeURIComponent("规模")}`],
    [
      "建成「雲上貴州」平台，入駐企業9500家",
      `text=${encodeURIComponent("雲上貴州")},${encodeURIComponent("平台，入駐企業9500家")}`,
    ],
    ["the “cloud valley” holds 9,500 firms", "text=cloud%20valley,holds%209%2C500%20firms"],
    ["called «la vallée», 9 500 entreprises", "text=la%20vall%C3%A9e,9%20500%20entreprises"],
    // So are dashes, which pages write in several ways, and words left out or put in.
    ["2014–2019: 9,500 firms", "text=2014,2019%3A%209%2C500%20firms"],
    ["grew 12% — a record — to 9,500", "text=grew%2012%25,to%209%2C500"],
    ["a fall of −3.2 percent", "text=a%20fall%20of,3.2%20percent"],
    ["employs … more than 9,500 people", "text=more%20than%209%2C500%20people"],
    ["[the city] has 9,500 firms", "text=has%209%2C500%20firms"],
    // An apostrophe between letters belongs to its word; one after a word does not.
    ["the firms’ 9,500 staff", "text=the%20firms,9%2C500%20staff"],
    ["l’État a 9 500 agents", "text=a%209%20500%20agents"],
    ["9,500", "text=9%2C500"],
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
    expect(phraseUrl(sampleCitation({ phrase: "7" }))).toBe(source.url);
    const fragment = sampleCitation({ phrase: "20 percent", source: { ...source, url: "https://example.org/#top" } });
    expect(phraseUrl(fragment)).toBe("https://example.org/#top:~:text=20%20percent");
  });

  test("a directive that the address has already gives way to that of the phrase", () => {
    const at = (url: string) => phraseUrl(sampleCitation({ phrase: "9,500 firms", source: { ...source, url } }));
    expect(at("https://example.org/h#:~:text=old%20words")).toBe("https://example.org/h#:~:text=9%2C500%20firms");
    expect(at("https://example.org/h#top:~:text=old")).toBe("https://example.org/h#top:~:text=9%2C500%20firms");
    expect(at("https://example.org/h#/a/b")).toBe("https://example.org/h#/a/b:~:text=9%2C500%20firms");
  });

  test("a frame counts where it adjoins what is matched, as far as it is certain", () => {
    expect(textDirective("7", "there were", "of them")).toBe("text=there%20were-,7,-of%20them");
    expect(textDirective("20 percent", "“so far” more than", "of “GDP”")).toBe("text=more%20than-,20%20percent,-of");
    expect(textDirective("“some” 20 percent", "more than", null)).toBe("text=20%20percent");
    expect(textDirective("20 percent", "it’s", null)).toBe("text=20%20percent");
  });

  test("the parts of a directive stand in the phrase, in their order", () => {
    const piece = fc.constantFrom(
      ..."“ ” ‘ ’ ' \" « » 「 」 – — … ... - , ， 。 % & [x] it's 9,500 1’234 万亿 规模 增长12% of the GDP 𠮷 é".split(
        " ",
      ),
      " ",
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 14 }),
        fc.option(fc.constantFrom("more than", "a “b” c")),
        (texts, prefix) => {
          const phrase = texts.join("").replace(/\s+/g, " ");
          const directive = textDirective(phrase, prefix, null);
          if (directive === null) return;
          let from = 0;
          for (const part of partsOf(directive)) {
            const at = phrase.indexOf(part, from);
            expect(part, phrase).not.toBe("");
            expect(at, `${part} in ${phrase}`).toBeGreaterThanOrEqual(from);
            from = at + part.length;
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
