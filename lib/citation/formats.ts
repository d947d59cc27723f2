import { locatorText } from "@/lib/citation/locator";
import { authorNames } from "@/lib/citation/people";
import { parseEdtf } from "@/lib/figures/edtf";
import type { SourceRef } from "@/lib/figures/figure";

/** One item of CSL-JSON 1.0.2. Names are literal: by-lines are not split into given and family names. */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author?: readonly { readonly literal: string }[];
  readonly publisher?: string;
  readonly "container-title"?: string;
  readonly issued?: { readonly "date-parts": readonly (readonly number[])[] };
  readonly accessed?: { readonly "date-parts": readonly (readonly number[])[] };
  readonly URL: string;
  readonly language: string;
  readonly locator?: string;
}

/** CSL types in which the publisher is the name of a periodical or site. */
const CONTAINED: ReadonlySet<string> = new Set(["article-newspaper", "article-magazine", "article-journal", "webpage"]);

function dateParts(edtf: string | null): { readonly "date-parts": readonly (readonly number[])[] } | null {
  const date = edtf === null ? null : parseEdtf(edtf);
  if (!date) return null;
  return { "date-parts": [[date.year, date.month, date.day].filter((part) => part !== null)] };
}

/** A source as a CSL-JSON item; an unknown date is left out, never guessed. `locator` is the place in the source. */
export function cslItem(source: SourceRef, locator: string | null = null): CslItem {
  const authors = authorNames(source.authors);
  const issued = dateParts(source.published);
  const accessed = dateParts(source.accessed);
  const place = locatorText(locator);
  return {
    id: source.slug,
    type: source.type,
    title: source.title,
    ...(authors.length > 0 ? { author: authors.map((literal) => ({ literal })) } : {}),
    ...(CONTAINED.has(source.type) ? { "container-title": source.publisher } : { publisher: source.publisher }),
    ...(issued ? { issued } : {}),
    ...(accessed ? { accessed } : {}),
    URL: source.url,
    language: source.language,
    ...(place ? { locator: place } : {}),
  };
}

/** Characters that TeX reads as commands, with what prints them. */
const TEX: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  $: "\\$",
  "&": "\\&",
  "%": "\\%",
  "#": "\\#",
  _: "\\_",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

function tex(text: string): string {
  return text.replace(/[\\{}$&%#_~^]/g, (character) => TEX[character] ?? character);
}

/** A source as a BibTeX entry, UTF-8. Names are braced so that they are not split. */
export function bibtex(source: SourceRef): string {
  const date = source.published === null ? null : parseEdtf(source.published);
  const fields: readonly (readonly [string, string | null])[] = [
    ["title", `{${tex(source.title)}}`],
    [
      "author",
      authorNames(source.authors)
        .map((name) => `{${tex(name)}}`)
        .join(" and ") || null,
    ],
    [source.type === "report" ? "institution" : "publisher", tex(source.publisher)],
    ["year", date ? String(date.year) : null],
    ["month", date?.month ? String(date.month) : null],
    ["url", source.url],
    ["urldate", source.accessed],
    ["langid", source.language],
  ];
  const lines = fields.filter(([, value]) => value !== null).map(([name, value]) => `  ${name} = {${value}}`);
  return `@${source.type === "report" ? "techreport" : "misc"}{${source.slug},\n${lines.join(",\n")}\n}\n`;
}

/** RIS types for the CSL types in use; anything else is an electronic resource. */
const RIS_TYPES: Readonly<Record<string, string>> = {
  "article-newspaper": "NEWS",
  report: "RPRT",
  webpage: "ELEC",
  "press-release": "PRESS",
};

/** A source as an RIS record, CRLF line ends as the format asks. */
export function ris(source: SourceRef): string {
  const date = source.published === null ? null : parseEdtf(source.published);
  const two = (part: number | null) => (part === null ? "" : String(part).padStart(2, "0"));
  const lines: (readonly [string, string | null])[] = [
    ["TY", RIS_TYPES[source.type] ?? "ELEC"],
    ["TI", source.title],
    ...authorNames(source.authors).map((name) => ["AU", name] as const),
    ["PB", source.publisher],
    ["PY", date ? String(date.year) : null],
    ["DA", date ? `${date.year}/${two(date.month)}/${two(date.day)}/` : null],
    ["UR", source.url],
    ["LA", source.language],
    ["ER", ""],
  ];
  return lines
    .filter(([, value]) => value !== null)
    .map(([tag, value]) => `${tag}  - ${(value ?? "").replace(/[\r\n]+/g, " ")}\r\n`)
    .join("");
}
