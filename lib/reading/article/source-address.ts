import { parseEdtf } from "@/lib/dates/edtf";
import { addressKey, isTracking } from "@/lib/figures/address-key";

/** What is recorded of a source already: enough to learn from its address. */
export interface KnownSource {
  readonly slug: string;
  readonly title: string;
  readonly url: string;
  readonly publisher: string;
  readonly language: string;
  readonly kind: string;
}

/** What an address tells without being opened. Null where it does not tell; dates are EDTF text. */
export interface AddressReading {
  readonly url: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly language: string | null;
  readonly kind: string | null;
  readonly archiveUrl: string | null;
  readonly archivedAt: string | null;
  /** The source that has this address already. */
  readonly existing: { readonly slug: string; readonly title: string } | null;
}

const LONGEST = 2048;
/** A DOI as ISO 26324 and Crossref write it; after "doi:", in a resolver's address or bare. */
const DOI = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/\S+)$/i;
/** An address of the Internet Archive holds the day of the copy and the original address. */
const ARCHIVED = /^https?:\/\/web\.archive\.org\/web\/(\d{4})(\d{2})(\d{2})\d*[a-z_]*\/(https?:\/\/.+)$/i;

/**
 * What is known of a source from its address or DOI alone, without a network: the cleaned address, publisher, language and kind
 * as in sources of the same site, a date and a title where the address spells them. Null for text that is neither.
 */
export function readSourceAddress(pasted: string, known: readonly KnownSource[]): AddressReading | null {
  const text = pasted.trim().replace(/^<|>$/g, "");
  if (text === "" || text.length > LONGEST) return null;
  const doi = DOI.exec(text)?.[1];
  if (doi !== undefined) return readDoi(doi, known);
  const archived = ARCHIVED.exec(text);
  const url = cleanAddress(archived?.[4] ?? text);
  if (url === null) return null;
  const site = known.filter((source) => siteOf(source.url) === siteOf(url.href));
  const segments = segmentsOf(url);
  return {
    url: url.href,
    title: titleIn(segments),
    publisher: mostCommon(site.map(({ publisher }) => publisher)),
    published: dateIn(segments),
    language: languageIn(url, segments) ?? mostCommon(site.map(({ language }) => language)),
    kind: mostCommon(site.map(({ kind }) => kind)) ?? kindOf(url),
    archiveUrl: archived ? text : null,
    archivedAt: archived ? knownDate(archived[1], archived[2], archived[3]) : null,
    existing: findSame(url.href, known),
  };
}

function readDoi(text: string, known: readonly KnownSource[]): AddressReading {
  // Sentence marks that were copied along are not part of it; a closing bracket is where one was opened.
  let doi = text.replace(/[.,;:]+$/, "");
  if (doi.endsWith(")") && !doi.includes("(")) doi = doi.slice(0, -1);
  const url = `https://doi.org/${encodeURI(decoded(doi)).replace(/[?#]/g, (sign) => encodeURIComponent(sign))}`;
  const nothing = { title: null, publisher: null, published: null, language: null, archiveUrl: null, archivedAt: null };
  return { ...nothing, url, kind: "report", existing: findSame(url, known) };
}

/** The address without what tracks its readers; null for text that is no web address. */
function cleanAddress(text: string): URL | null {
  const whole = /^https?:\/\//i.test(text)
    ? text
    : /^[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)/.test(text)
      ? `https://${text}`
      : "";
  if (!/^https?:\/\/[^\s\\]+$/i.test(whole) || !URL.canParse(whole)) return null;
  const url = new URL(whole);
  if (url.username !== "" || url.password !== "" || !url.hostname.includes(".")) return null;
  for (const name of [...url.searchParams.keys()]) if (isTracking(name)) url.searchParams.delete(name);
  if (/^#(?::~:|$)/.test(url.hash)) url.hash = "";
  return url;
}

/** The name under which a site is registered: "english.gov.cn" for www.english.gov.cn, "example.org" for news.example.org. Null for what is no address. */
export function siteOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const labels = new URL(address).hostname.replace(/^www\./, "").split(".");
  const [below = "", top = ""] = labels.slice(-2);
  const isShared = top.length === 2 && /^(?:ac|co|com|edu|gob|gov|net|or|org)$/.test(below);
  return labels.slice(isShared ? -3 : -2).join(".");
}

/** The source that has this address in any spelling. */
function findSame(address: string, known: readonly KnownSource[]): AddressReading["existing"] {
  const wanted = addressKey(address);
  const found = known.find((source) => addressKey(source.url) === wanted);
  return found ? { slug: found.slug, title: found.title } : null;
}

function segmentsOf(url: URL): readonly string[] {
  return url.pathname
    .split("/")
    .filter((segment) => segment !== "")
    .map(decoded);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A date that the path spells: /2019/02/28/, /201902/28/, /2019/feb/28/, t20190228_, 2019-02-28; a month where no day is told. */
function dateIn(segments: readonly string[]): string | null {
  const path = `/${segments.join("/")}/`;
  const whole = /(?<!\d)((?:19|20)\d\d)(?:[-/_.]?)(0[1-9]|1[0-2])(?:[-/_.]?)(0[1-9]|[12]\d|3[01])(?!\d)/.exec(path);
  const day = whole ? knownDate(whole[1], whole[2], whole[3]) : null;
  if (day !== null) return day;
  const named = /\/((?:19|20)\d\d)\/([a-z]{3})[a-z]*\/([0-3]?\d)\//i.exec(path);
  const monthOf = MONTHS.indexOf((named?.[2] ?? "").toLowerCase()) + 1;
  if (named && monthOf > 0) return knownDate(named[1], padded(String(monthOf)), padded(named[3] ?? ""));
  const month = /(?<!\d)((?:19|20)\d\d)[-/]?(0[1-9]|1[0-2])(?=[/_])/.exec(path);
  return month ? knownDate(month[1], month[2]) : null;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const padded = (text: string) => text.padStart(2, "0");

function knownDate(...parts: readonly (string | undefined)[]): string | null {
  const text = parts.join("-");
  return parseEdtf(text) === null ? null : text;
}

/** Words of the last part of the path, or of the one before where the last is a number; null where they are no title. */
function titleIn(segments: readonly string[]): string | null {
  for (const segment of segments.slice(-2).reverse()) {
    const words = segment
      .replace(/\.(?:s?html?|php|aspx?|jsp|pdf)$/i, "")
      .replace(/(?<!\d)(?:(?:19|20)\d\d[-_]\d\d?[-_]\d\d?|\d\d?[-_]\d\d?[-_](?:19|20)\d\d)(?!\d)/g, "")
      .split(/[-_+,\s]+/)
      // Keys of the site's own: long numbers, and letters mixed with digits.
      .filter((word) => word !== "" && !/^\d{5,}$/.test(word) && !/^(?=.*\d)(?=.*[a-z])[a-z\d]{7,}$/i.test(word));
    const spoken = words.filter((word) => /^\p{L}[\p{L}’']+$/u.test(word));
    if (spoken.length < 3) continue;
    const title = words.join(" ");
    return title.charAt(0).toUpperCase() + title.slice(1);
  }
  return null;
}

const LANGUAGES: ReadonlySet<string> = new Set([
  "en",
  "zh",
  "de",
  "fr",
  "es",
  "pt",
  "ja",
  "he",
  "hi",
  "ru",
  "ko",
  "it",
]);

/** A language that the address names: /en/, en.example.org, english.example.org, ?lang=zh. */
function languageIn(url: URL, segments: readonly string[]): string | null {
  const [first = ""] = url.hostname.replace(/^www\./, "").split(".");
  const named = [url.searchParams.get("lang") ?? "", first, ...segments.slice(0, 2)].map((text) => text.toLowerCase());
  for (const name of named) {
    const code = name === "english" ? "en" : name.split(/[-_]/)[0];
    if (
      code !== undefined &&
      (name === "english" || /^[a-z]{2}(?:[-_][a-z]{2,4})?$/.test(name)) &&
      LANGUAGES.has(code)
    ) {
      return code;
    }
  }
  return null;
}

function kindOf({ hostname, pathname }: URL): string | null {
  if (/(?:^|\.)stats?(?:istics)?\./.test(hostname)) return "statistics";
  if (/\.(?:gov|gob|gouv)(?:\.|$)/.test(hostname)) return "government";
  return /\.pdf$/i.test(pathname) ? "report" : null;
}

function mostCommon(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
