import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type KnownSource, readSourceAddress } from "@/lib/reading/article/source-address";

const known = (slug: string, url: string, part: Partial<KnownSource> = {}): KnownSource => ({
  slug,
  title: slug,
  url,
  publisher: "Example Daily",
  language: "en",
  kind: "news",
  ...part,
});

const KNOWN = [
  known("one", "https://www.example-daily.com.cn/a/201902/28/WS5c7.html", { publisher: "Example Daily" }),
  known("two", "https://global.example-daily.com.cn/b.html", { publisher: "Example Daily" }),
  known("three", "https://www.other.com.cn/c.html", { publisher: "Other" }),
  known("four", "http://bureau.gov.cn/d.html", { publisher: "Bureau", language: "zh", kind: "statistics" }),
];

describe("an address", () => {
  test.each([
    ["https://www.example.org/2019/02/28/story", "2019-02-28"],
    ["https://www.example.org/a/201902/28/WS5c771.html", "2019-02-28"],
    ["https://www.example.org/english/2019-02/28/c_137.htm", "2019-02-28"],
    ["https://www.example.org/news/t20190228_123.html", "2019-02-28"],
    ["https://www.example.org/story-2019-02-28.html", "2019-02-28"],
    ["https://www.example.org/202105/t1.html", "2021-05"],
    ["https://www.example.org/2019/02/a-story", "2019-02"],
    ["https://www.example.org/2019/feb/8/story", "2019-02-08"],
    ["https://www.example.org/zx/2019/0228/23.html", "2019-02-28"],
    ["https://www.example.org/2019/13/a-story", null],
    ["https://www.example.org/20190230/a", null],
    ["https://www.example.org/article/137201902285", null],
    ["https://www.example.org/2019", null],
  ])("%s tells the date %s", (address, published) => {
    expect(readSourceAddress(address, [])?.published).toBe(published);
  });

  test.each([
    ["https://example.org/news/big-data-looms-large.html", "Big data looms large"],
    ["https://example.org/news/big_data_looms_large_20190228.shtml", "Big data looms large"],
    ["https://example.org/big-data-looms-large-5c77a1b2e/", "Big data looms large"],
    ["https://example.org/how-5G-changes-a-province/1234567", "How 5G changes a province"],
    ["https://example.org/a/201902/28/WS5c7716.html", null],
    ["https://example.org/index.html", null],
    ["https://example.org/", null],
  ])("%s tells the title %s", (address, title) => {
    expect(readSourceAddress(address, [])?.title).toBe(title);
  });

  test.each([
    ["www.example.org/a", "https://www.example.org/a"],
    ["https://example.org/a?id=4&utm_source=x&fbclid=y", "https://example.org/a?id=4"],
    ["https://example.org/a#:~:text=9%2C500", "https://example.org/a"],
    ["https://example.org/a#part-2", "https://example.org/a#part-2"],
    ["  <http://example.org/a>  ", "http://example.org/a"],
  ])("%s is kept as %s", (pasted, url) => {
    expect(readSourceAddress(pasted, [])?.url).toBe(url);
  });

  test("the publisher, language and kind are those of other sources of the site", () => {
    const reading = readSourceAddress("https://news.example-daily.com.cn/x.html", KNOWN);
    expect(reading).toMatchObject({ publisher: "Example Daily", language: "en", kind: "news", existing: null });
    expect(readSourceAddress("https://stats.bureau.gov.cn/x", KNOWN)).toMatchObject({
      publisher: "Bureau",
      language: "zh",
    });
    expect(readSourceAddress("https://unknown.com.cn/x", KNOWN)).toMatchObject({ publisher: null, kind: null });
  });

  test.each([
    ["https://example.org/en/story", "en"],
    ["https://english.example.org/story", "en"],
    ["https://example.org/zh-cn/story", "zh"],
    ["https://example.org/story?lang=de", "de"],
    ["https://example.org/it-works/story", null],
    ["https://example.org/story", null],
  ])("%s tells the language %s", (address, language) => {
    expect(readSourceAddress(address, [])?.language).toBe(language);
  });

  test.each([
    ["https://www.example.gov.cn/x", "government"],
    ["https://www.stats.gov.cn/x", "statistics"],
    ["https://example.org/x.pdf", "report"],
    ["https://example.org/x", null],
  ])("%s tells the kind %s", (address, kind) => {
    expect(readSourceAddress(address, [])?.kind).toBe(kind);
  });

  test("a source that is recorded already is named", () => {
    const same = "http://example-daily.com.cn/a/201902/28/WS5c7.html/?utm_source=mail";
    expect(readSourceAddress(same, KNOWN)?.existing?.slug).toBe("one");
  });

  test("an archived copy tells the original and its own day", () => {
    const copy = "https://web.archive.org/web/20190301123456/https://example.org/big-data-looms-large";
    expect(readSourceAddress(copy, [])).toMatchObject({
      url: "https://example.org/big-data-looms-large",
      archiveUrl: copy,
      archivedAt: "2019-03-01",
      title: "Big data looms large",
    });
  });
});

describe("a DOI", () => {
  test.each([
    ["10.1000/182", "https://doi.org/10.1000/182"],
    ["doi:10.1000/182.", "https://doi.org/10.1000/182"],
    ["DOI: 10.1016/S0140-6736(19)30041-8", "https://doi.org/10.1016/S0140-6736(19)30041-8"],
    ["http://dx.doi.org/10.1000/abc#1", "https://doi.org/10.1000/abc%231"],
    ["https://doi.org/10.1000/182)", "https://doi.org/10.1000/182"],
  ])("%s becomes %s", (pasted, url) => {
    expect(readSourceAddress(pasted, [])?.url).toBe(url);
  });

  test("names a source that has it already", () => {
    expect(readSourceAddress("10.1000/182", [known("five", "https://doi.org/10.1000/182")])?.existing?.slug).toBe(
      "five",
    );
  });
});

test.each([
  "",
  "hello",
  "javascript:alert(1)",
  "ftp://example.org/a",
  "https://a:b@example.org/",
  "https://localhost/a",
  "9,500",
  "a b.org",
  `https://e.org/${"x".repeat(3000)}`,
])("“%s” is no address", (text) => {
  expect(readSourceAddress(text, KNOWN)).toBeNull();
});

test("any text is answered, quickly", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (text) => {
      const reading = readSourceAddress(text, KNOWN);
      if (reading !== null) expect(URL.canParse(reading.url)).toBe(true);
    }),
  );
  for (const text of ["a.".repeat(1000), `https://e.org/${"-a".repeat(1000)}`, `https://e.org/${"2019".repeat(500)}`]) {
    expect(() => readSourceAddress(text, KNOWN)).not.toThrow();
  }
});
