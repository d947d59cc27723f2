import { expect, test } from "vitest";
import type { Feed } from "@/lib/feeds/feed";
import { feedText } from "@/lib/feeds/feed-text";

const FEED: Feed = {
  id: "https://example.org/a.atom",
  title: "A & B",
  author: "Somebody",
  updated: "2026-01-02T03:04:05.000Z",
  self: "https://example.org/a.atom?x=1&y=2",
  page: "https://example.org/a",
  next: null,
  entries: [
    {
      id: "tag:example.org,2026-01-01:1",
      page: "https://example.org/1",
      title: "more than < 5 \u0000%",
      summary: "“超过5%”: Press.",
      published: "2026-01-01T00:00:00.000Z",
      updated: "2026-01-02T03:04:05.000Z",
      via: "https://example.com/?a=1&b=2",
    },
  ],
};

test("Atom holds any text, without what no XML may hold, and leads to the page and to the page elsewhere", () => {
  expect(feedText(FEED, "atom")).toBe(`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>https://example.org/a.atom</id>
<title>A &amp; B</title>
<updated>2026-01-02T03:04:05.000Z</updated>
<author><name>Somebody</name></author>
<link rel="self" type="application/atom+xml" href="https://example.org/a.atom?x=1&amp;y=2"/>
<link rel="alternate" type="text/html" href="https://example.org/a"/>
<entry><id>tag:example.org,2026-01-01:1</id><title>more than &lt; 5 %</title><published>2026-01-01T00:00:00.000Z</published><updated>2026-01-02T03:04:05.000Z</updated><link rel="alternate" type="text/html" href="https://example.org/1"/><link rel="via" type="text/html" href="https://example.com/?a=1&amp;b=2"/><summary>“超过5%”: Press.</summary></entry>
</feed>
`);
});

test("JSON Feed has the same under the names of version 1.1; what there is not is left out", () => {
  expect(JSON.parse(feedText({ ...FEED, next: "https://example.org/b" }, "json"))).toEqual({
    version: "https://jsonfeed.org/version/1.1",
    title: "A & B",
    home_page_url: "https://example.org/a",
    feed_url: "https://example.org/a.atom?x=1&y=2",
    next_url: "https://example.org/b",
    authors: [{ name: "Somebody" }],
    language: "en",
    items: [
      {
        id: "tag:example.org,2026-01-01:1",
        url: "https://example.org/1",
        external_url: "https://example.com/?a=1&b=2",
        title: "more than < 5 \u0000%",
        content_text: "“超过5%”: Press.",
        date_published: "2026-01-01T00:00:00.000Z",
        date_modified: "2026-01-02T03:04:05.000Z",
      },
    ],
  });
  const [entry] = FEED.entries;
  if (entry === undefined) throw new Error("no entry");
  const bare = { ...FEED, entries: [{ ...entry, published: null, via: null }] };
  const { items, ...feed } = JSON.parse(feedText(bare, "json"));
  expect(Object.keys(feed)).not.toContain("next_url");
  expect(Object.keys(items[0])).toEqual(["id", "url", "title", "content_text", "date_modified"]);
  expect(feedText(bare, "atom")).not.toMatch(/<published>|rel="via"|rel="next"/);
});
