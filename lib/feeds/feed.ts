/** The formats in which each feed is written: Atom (RFC 4287) and JSON Feed (1.1). */
export type FeedFormat = "atom" | "json";

/** A feed, newest entries first; addresses are absolute, instants ISO 8601 text. */
export interface Feed {
  /** Never changes, also where the feed is written in another format. */
  readonly id: string;
  readonly title: string;
  readonly author: string;
  /** When something of it changed last. */
  readonly updated: string;
  readonly self: string;
  /** The page that shows the same. */
  readonly page: string;
  /** Where older entries are (RFC 5005, 3); null where there are none. */
  readonly next: string | null;
  readonly entries: readonly FeedEntry[];
}

/** An entry of a feed. */
export interface FeedEntry {
  /** Never changes, and stands for this entry alone. */
  readonly id: string;
  /** The address that it leads to. */
  readonly page: string;
  readonly title: string;
  readonly summary: string;
  /** Null where only the last change is told. */
  readonly published: string | null;
  readonly updated: string;
  /** Address of the page elsewhere that it tells of; null where there is none. */
  readonly via: string | null;
}
