import { expect, test } from "vitest";
import { citationMeta } from "@/lib/citation/embedded/citation-meta";
import { coinsTitle } from "@/lib/citation/embedded/coins";

const ARTICLE = {
  ...{ slug: "daily-2019", type: "article-newspaper", kind: "news", title: "Big data & more", publisher: "Daily" },
  ...{
    authors: "Anna Berg; Daily Desk",
    published: "2019-02-28",
    language: "en",
    url: "https://daily.example/?a=1&b=2",
  },
  accessed: null,
};
const UNDATED = { ...ARTICLE, type: "webpage", authors: null, published: null };

test("a source is found in a page with its names, date and address, whatever signs are in them", () => {
  const fields = new URLSearchParams(coinsTitle(ARTICLE));
  expect([...fields]).toEqual([
    ["ctx_ver", "Z39.88-2004"],
    ["rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"],
    ["rft.type", "newspaperArticle"],
    ["rft.title", "Big data & more"],
    ["rft.creator", "Anna Berg"],
    ["rft.creator", "Daily Desk"],
    ["rft.source", "Daily"],
    ["rft.date", "2019-02-28"],
    ["rft.language", "en"],
    ["rft.identifier", "https://daily.example/?a=1&b=2"],
  ]);
  const undated = new URLSearchParams(coinsTitle(UNDATED));
  expect([undated.get("rft.type"), undated.get("rft.publisher"), undated.get("rft.date")]).toEqual([
    "webpage",
    "Daily",
    null,
  ]);
});

test("the same as metadata: family names first, dates with slashes, nothing that the source does not say", () => {
  expect(citationMeta(ARTICLE)).toEqual({
    citation_title: "Big data & more",
    citation_author: ["Berg, Anna", "Daily Desk"],
    citation_publication_date: "2019/02/28",
    citation_journal_title: "Daily",
    citation_language: "en",
    citation_fulltext_html_url: "https://daily.example/?a=1&b=2",
  });
  expect(citationMeta({ ...UNDATED, published: "2019" })).toEqual({
    citation_title: "Big data & more",
    citation_publication_date: "2019",
    citation_publisher: "Daily",
    citation_language: "en",
    citation_fulltext_html_url: "https://daily.example/?a=1&b=2",
  });
});
