import { locatorText } from "@/lib/citation/locator";
import { readNames, turnedName } from "@/lib/citation/names";
import { parseEdtf } from "@/lib/dates/edtf";
import type { SourceRef } from "@/lib/figures/figure";

/** A name in CSL: in its parts, or whole (literal). */
export type CslName =
  | { readonly family: string; readonly given: string; readonly suffix?: string }
  | { readonly literal: string };

/** One item of CSL-JSON 1.0.2. */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author?: readonly CslName[];
  readonly publisher?: string;
  readonly "container-title"?: string;
  readonly issued?: { readonly "date-parts": readonly (readonly number[])[] };
  readonly accessed?: { readonly "date-parts": readonly (readonly number[])[] };
  readonly URL: string;
  readonly language: string;
  readonly locator?: string;
  readonly genre?: string;
  readonly note?: string;
}

/** CSL types in which the publisher is the name of a periodical or site. */
const CONTAINED: ReadonlySet<string> = new Set(["article-newspaper", "article-magazine", "article-journal", "webpage"]);

function dateParts(edtf: string | null): { readonly "date-parts": readonly (readonly number[])[] } | null {
  const date = edtf === null ? null : parseEdtf(edtf);
  if (!date) return null;
  return { "date-parts": [[date.year, date.month, date.day].filter((part) => part !== null)] };
}

/** A source as a CSL-JSON item; an unknown date is left out, never guessed. `locator` is the place in the source, `note` what is said of it. */
export function cslItem(source: SourceRef, locator: string | null = null, note: string | null = null): CslItem {
  const authors = readNames(source).map((name): CslName => {
    if ("literal" in name) return name;
    const { family, given, suffix } = name;
    return { family, given, ...(suffix === null ? {} : { suffix }) };
  });
  const issued = dateParts(source.published);
  const accessed = dateParts(source.accessed);
  const place = locatorText(locator);
  return {
    id: source.slug,
    type: source.type,
    title: source.title,
    ...(authors.length > 0 ? { author: authors } : {}),
    ...(CONTAINED.has(source.type) ? { "container-title": source.publisher } : { publisher: source.publisher }),
    ...(issued ? { issued } : {}),
    ...(accessed ? { accessed } : {}),
    URL: source.url,
    language: source.language,
    ...(place ? { locator: place } : {}),
    ...(note ? { note } : {}),
  };
}

/** Characters that TeX reads as commands, with what prints them. Braces are spelled out: BibTeX counts them even behind a backslash. */
const TEX: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  $: "\\$",
  "&": "\\&",
  "%": "\\%",
  "#": "\\#",
  _: "\\_",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

function tex(text: string): string {
  return text.replace(/[\\{}$&%#_~^]/g, (character) => TEX[character] ?? character).replace(/\s+/g, " ");
}

/** An address as it stands in a field: what would end the field is percent-encoded, which leads to the same page. */
function texAddress(url: string): string {
  return url.replace(/[\\{}\s]/g, (character) => encodeURIComponent(character));
}

/** Entry types of BibTeX for CSL types, with the field that names who published it; anything else is "misc". */
const BIBTEX_TYPES: Readonly<Record<string, readonly [type: string, publisher: string]>> = {
  "article-newspaper": ["article", "journal"],
  "article-magazine": ["article", "journal"],
  "article-journal": ["article", "journal"],
  report: ["techreport", "institution"],
  book: ["book", "publisher"],
};

/**
 * A source as a BibTeX entry, UTF-8, with what is said of it. The day stands in `date`, which biblatex reads; whole names are braced
 * so that they are not split.
 */
export function bibtex(source: SourceRef, note: string | null = null): string {
  const date = source.published === null ? null : parseEdtf(source.published);
  const [type, publisher] = BIBTEX_TYPES[source.type] ?? ["misc", "publisher"];
  const authors = readNames(source).map((name) => {
    if ("literal" in name) return `{${tex(name.literal)}}`;
    // BibTeX has what follows a name ("Jr.") in the middle.
    return [name.family, name.suffix, name.given].flatMap((part) => (part === null ? [] : tex(part))).join(", ");
  });
  const fields: readonly (readonly [string, string | null])[] = [
    ["title", `{${tex(source.title)}}`],
    ["author", authors.join(" and ") || null],
    [publisher, tex(source.publisher)],
    ["date", date && source.published],
    ["year", date ? String(date.year) : null],
    ["month", date?.month ? String(date.month) : null],
    ["url", texAddress(source.url)],
    ["urldate", source.accessed],
    ["langid", source.language],
    ["note", note && tex(note)],
  ];
  const lines = fields.filter(([, value]) => value !== null).map(([name, value]) => `  ${name} = {${value}}`);
  return `@${type}{${source.slug},\n${lines.join(",\n")}\n}\n`;
}

/** RIS types for CSL types; anything else is "GEN". */
const RIS_TYPES: Readonly<Record<string, string>> = {
  "article-newspaper": "NEWS",
  "article-magazine": "MGZN",
  "article-journal": "JOUR",
  webpage: "ELEC",
  dataset: "DATA",
  report: "RPRT",
  book: "BOOK",
  interview: "PCOMM",
  manuscript: "UNPB",
};

/** A source as an RIS record with what is said of it, CRLF line ends as the format asks. */
export function ris(source: SourceRef, note: string | null = null): string {
  const lines: (readonly [string, string | null])[] = [
    ["TY", source.kind === "press-release" ? "PRESS" : (RIS_TYPES[source.type] ?? "GEN")],
    ["TI", source.title],
    ...readNames(source).map((name) => ["AU", turnedName(name)] as const),
    // What a newspaper or a site is called is the title of the whole.
    [CONTAINED.has(source.type) ? "T2" : "PB", source.publisher],
    ["PY", source.published === null ? null : (parseEdtf(source.published)?.year.toString() ?? null)],
    ["DA", risDate(source.published)],
    ["Y2", risDate(source.accessed)],
    ["UR", source.url],
    ["LA", source.language],
    ["N1", note],
    ["ER", ""],
  ];
  return lines
    .filter(([, value]) => value !== null)
    .map(([tag, value]) => `${tag}  - ${(value ?? "").replace(/[\r\n]+/g, " ")}\r\n`)
    .join("");
}

/** "2019/02/28/": year, month and day as far as known; null for no date. */
function risDate(edtf: string | null): string | null {
  const date = edtf === null ? null : parseEdtf(edtf);
  const two = (part: number | null) => (part === null ? "" : String(part).padStart(2, "0"));
  return date && `${date.year}/${two(date.month)}/${two(date.day)}/`;
}
