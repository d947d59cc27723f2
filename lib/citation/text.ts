import { locatorText } from "@/lib/citation/locator";
import { authorNames } from "@/lib/citation/people";
import { parseEdtf } from "@/lib/figures/edtf";
import type { SourceRef } from "@/lib/figures/figure";
import { edtfText } from "@/lib/format/period";

/** Styles a reference is offered in: APA (7th edition), Chicago (18th, notes) and MLA (9th). */
export const CITATION_STYLES = ["APA", "Chicago", "MLA"] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

/** A source as a plain-text reference. A missing date is "n.d."; a missing author gives its place to the publisher. */
export function citationText(source: SourceRef, style: CitationStyle, locator: string | null = null): string {
  const authors = authorNames(source.authors);
  const place = locatorText(locator);
  const ending = `${place === null ? "" : ` (${place})`}`;
  switch (style) {
    case "APA": {
      const lead = authors.length > 0 ? joinNames(authors, "&") : source.publisher;
      const publisher = authors.length > 0 ? ` ${stop(source.publisher)}` : "";
      return `${stop(lead)} (${apaDate(source.published)}). ${stop(source.title)}${publisher} ${source.url}${ending}`;
    }
    case "Chicago": {
      const lead = authors.length > 0 ? `${joinNames(authors, "and")}, ` : "";
      const date = source.published === null ? "n.d." : edtfText(source.published, "en-US");
      return `${lead}“${source.title},” ${source.publisher}, ${date}${place === null ? "" : `, ${place}`}, ${source.url}.`;
    }
    case "MLA": {
      const lead = authors.length > 0 ? `${stop(joinNames(authors, "and"))} ` : "";
      const date = source.published === null ? "" : `, ${edtfText(source.published, "en-GB")}`;
      return `${lead}“${stop(source.title)}” ${source.publisher}${date}${place === null ? "" : `, ${place}`}, ${source.url}.`;
    }
  }
}

function apaDate(published: string | null): string {
  const date = published === null ? null : parseEdtf(published);
  if (!date) return "n.d.";
  if (date.month === null) return String(date.year);
  const month = new Intl.DateTimeFormat("en-US", { month: "long", timeZone: "UTC" }).format(
    Date.UTC(date.year, date.month - 1, 1),
  );
  return `${date.year}, ${month}${date.day === null ? "" : ` ${date.day}`}`;
}

function joinNames(names: readonly string[], joiner: string): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} ${joiner} ${last}`;
}

/** Text that ends with exactly one full stop, unless it ends a question or an exclamation. */
function stop(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}
