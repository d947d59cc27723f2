import type { Feed, FeedEntry } from "@/lib/feeds/feed";
import { escapedXml } from "@/lib/feeds/xml";

/** A feed as Atom (RFC 4287). */
export function atomFeed({ entries, ...feed }: Feed): string {
  return [
    `<?xml version="1.0" encoding="utf-8"?>`,
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">`,
    element("id", feed.id),
    element("title", feed.title),
    element("updated", feed.updated),
    `<author>${element("name", feed.author)}</author>`,
    link("self", feed.self, "application/atom+xml"),
    link("alternate", feed.page, "text/html"),
    ...(feed.next === null ? [] : [link("next", feed.next, "application/atom+xml")]),
    ...entries.map(entryText),
    "</feed>",
    "",
  ].join("\n");
}

function entryText({ id, page, title, summary, published, updated, via }: FeedEntry): string {
  const parts = [
    element("id", id),
    element("title", title),
    ...(published === null ? [] : [element("published", published)]),
    element("updated", updated),
    link("alternate", page, "text/html"),
    ...(via === null ? [] : [link("via", via, "text/html")]),
  ];
  return `<entry>${parts.join("")}${element("summary", summary)}</entry>`;
}

const element = (name: string, text: string) => `<${name}>${escapedXml(text)}</${name}>`;

const link = (rel: string, href: string, type: string) =>
  `<link rel="${rel}" type="${type}" href="${escapedXml(href)}"/>`;
