import { atomFeed } from "@/lib/feeds/atom";
import type { Feed, FeedFormat } from "@/lib/feeds/feed";
import { jsonFeed } from "@/lib/feeds/json-feed";

/** Media types of the formats. */
export const FEED_TYPES: Readonly<Record<FeedFormat, string>> = {
  atom: "application/atom+xml",
  json: "application/feed+json",
};

/** A feed as text in one of its formats, UTF-8. */
export function feedText(feed: Feed, format: FeedFormat): string {
  return format === "atom" ? atomFeed(feed) : jsonFeed(feed);
}
