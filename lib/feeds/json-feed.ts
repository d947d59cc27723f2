import type { Feed } from "@/lib/feeds/feed";

/** A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export function jsonFeed({ title, author, self, page, next, entries }: Feed): string {
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title,
    home_page_url: page,
    feed_url: self,
    ...(next === null ? {} : { next_url: next }),
    authors: [{ name: author }],
    language: "en",
    items: entries.map((entry) => ({
      id: entry.id,
      url: entry.page,
      ...(entry.via === null ? {} : { external_url: entry.via }),
      title: entry.title,
      content_text: entry.summary,
      ...(entry.published === null ? {} : { date_published: entry.published }),
      date_modified: entry.updated,
    })),
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}
