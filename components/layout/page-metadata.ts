import type { Metadata } from "next";
import { FEED_TYPES } from "@/lib/feeds/feed-text";
import { paths } from "@/lib/paths";

/** What the head of a public page says. */
interface PageHead {
  readonly title: string;
  readonly description: string;
  /** The one address of what it shows: without parameters that only filter, with the page of a list. */
  readonly path: string;
  /** False for a view that is filtered or of another day: search engines are to show the page of `path`. */
  readonly isIndexed?: boolean;
  /** Of what the page has figures, each of which may be followed; null for a page without new ones of its own. */
  readonly feed?: { readonly region?: string; readonly metric?: string; readonly source?: string } | null;
  readonly hasCorrections?: boolean;
  /** Further metadata, by name. */
  readonly other?: Readonly<Record<string, string | string[]>>;
}

/**
 * The metadata of a public page: its canonical address, what other sites show of it (Open Graph), and its feeds. Here, and here alone,
 * would be named the addresses of a page in other languages (hreflang).
 */
export function pageMetadata(head: PageHead): Metadata {
  const { title, description, path, isIndexed = true, feed = null, hasCorrections = false, other = {} } = head;
  const feeds = (format: "atom" | "json") => [
    ...(feed === null ? [] : [{ url: paths.newFiguresFeed(format, feed), title: "Footnote: new figures" }]),
    ...(hasCorrections ? [{ url: paths.correctionsFeed(format), title: "Footnote: corrections" }] : []),
  ];
  const hasFeeds = feed !== null || hasCorrections;
  return {
    title,
    description,
    alternates: {
      canonical: path,
      languages: { "x-default": path },
      ...(hasFeeds ? { types: { [FEED_TYPES.atom]: feeds("atom"), [FEED_TYPES.json]: feeds("json") } } : {}),
    },
    openGraph: { title, description, url: path, type: "website", siteName: "Footnote" },
    ...(isIndexed ? {} : { robots: { index: false } }),
    ...(Object.keys(other).length === 0 ? {} : { other: { ...other } }),
  };
}
