import { locatorText } from "@/lib/citation/locator";
import { initialedName, type Name, readNames, straightName, turnedName } from "@/lib/citation/names";
import { parseEdtf } from "@/lib/dates/edtf";
import type { SourceRef } from "@/lib/figures/figure";
import { edtfText } from "@/lib/format/period";

/** Styles a reference is offered in: APA (7th edition), Chicago (18th, notes) and MLA (9th). */
export const CITATION_STYLES = ["APA", "Chicago", "MLA"] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

/** Most authors that a reference in APA names: of more, the first 19 and the last. */
const MOST_IN_APA = 20;

/**
 * A source as a plain-text reference. A missing date is "n.d."; a missing author gives its place to the publisher. The day of
 * access stands only where the source has no date, as all three ask.
 */
export function citationText(source: SourceRef, style: CitationStyle, locator: string | null = null): string {
  const authors = readNames(source);
  const { title, publisher, url, published } = source;
  const place = locatorText(locator);
  const accessed = published === null ? source.accessed : null;
  switch (style) {
    case "APA": {
      const lead = authors.length > 0 ? apaNames(authors) : publisher;
      const container = authors.length > 0 ? ` ${stop(publisher)}` : "";
      const retrieved = accessed === null ? "" : `Retrieved ${edtfText(accessed, "en-US")}, from `;
      const ending = place === null ? "" : ` (${place})`;
      return `${stop(lead)} (${apaDate(published)}). ${stop(title)}${container} ${retrieved}${url}${ending}`;
    }
    case "Chicago": {
      const lead = authors.length > 0 ? `${chicagoNames(authors)}, ` : "";
      const date = published === null ? "n.d." : edtfText(published, "en-US");
      const seen = accessed === null ? null : `accessed ${edtfText(accessed, "en-US")}`;
      const rest = [publisher, date, place, seen, url].filter((part) => part !== null).join(", ");
      return `${lead}“${closed(title, ",")}” ${rest}.`;
    }
    case "MLA": {
      const lead = authors.length > 0 ? `${stop(mlaNames(authors))} ` : "";
      const date = published === null ? null : edtfText(published, "en-GB");
      const rest = [publisher, date, place, url].filter((part) => part !== null).join(", ");
      const seen = accessed === null ? "" : ` Accessed ${edtfText(accessed, "en-GB")}.`;
      return `${lead}“${closed(title, ".")}” ${rest}.${seen}`;
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

/** "Berg, A., & O'Neil, C." */
function apaNames(names: readonly Name[]): string {
  const written = names.map(initialedName);
  const last = written.at(-1) ?? "";
  if (written.length === 1) return last;
  if (written.length > MOST_IN_APA) return `${written.slice(0, MOST_IN_APA - 1).join(", ")}, . . . ${last}`;
  return `${written.slice(0, -1).join(", ")}, & ${last}`;
}

/** "Anna Berg and Conor O'Neil"; of three or more, the first "et al." */
function chicagoNames(names: readonly Name[]): string {
  const [first = "", second] = names.map(straightName);
  if (names.length > 2) return `${first} et al.`;
  return second === undefined ? first : `${first} and ${second}`;
}

/** "Berg, Anna, and Conor O'Neil"; of three or more, the first "et al." */
function mlaNames([first, second, third]: readonly Name[]): string {
  const lead = first === undefined ? "" : turnedName(first);
  if (third !== undefined) return `${lead}, et al.`;
  return second === undefined ? lead : `${lead}, and ${straightName(second)}`;
}

/** Text that ends with exactly one full stop, unless it ends a question or an exclamation. */
function stop(text: string): string {
  return closed(text, ".");
}

/** Text that ends with a mark, unless it has one of its own. */
function closed(text: string, mark: string): string {
  return /[.?!。？！]$/.test(text) ? text : `${text}${mark}`;
}
