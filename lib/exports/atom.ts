/** A feed; addresses are absolute, instants ISO 8601 text. `next` leads to older entries; null where there are none. */
interface AtomFeed {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly updated: string;
  readonly self: string;
  /** The page that shows the same. */
  readonly page: string;
  readonly next: string | null;
  readonly entries: readonly AtomEntry[];
}

/** An entry, whose id is the address that it leads to, too. */
interface AtomEntry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly summary: string;
}

/** A feed as Atom (RFC 4287). */
export function atomFeed({ entries, ...feed }: AtomFeed): string {
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

function entryText({ id, title, updated, summary }: AtomEntry): string {
  const parts = [
    element("id", id),
    element("title", title),
    element("updated", updated),
    link("alternate", id, "text/html"),
  ];
  return `<entry>${parts.join("")}${element("summary", summary)}</entry>`;
}

const element = (name: string, text: string) => `<${name}>${escaped(text)}</${name}>`;

const link = (rel: string, href: string, type: string) => `<link rel="${rel}" type="${type}" href="${escaped(href)}"/>`;

/** Text within XML 1.0: what no XML may hold is taken out. */
function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
  );
}
