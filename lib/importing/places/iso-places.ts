import { iso31661, iso31661Alpha3ToAlpha2, iso31662 } from "iso-3166";
import type { RegionLevel } from "@/lib/figures/figure";
import { CHINESE_PROVINCES } from "@/lib/importing/places/chinese-provinces";
import { ENGLISH_NAMES } from "@/lib/importing/places/english-names";
import { foldPlace } from "@/lib/importing/places/fold-place";
import { NUTS_CODES, wholeCountry } from "@/lib/importing/places/nuts-codes";

/** A place that a name or code of a file may stand for, whether or not it is a region here. */
export interface IsoPlace {
  /** ISO 3166-1 alpha-2 or ISO 3166-2. */
  readonly code: string;
  readonly name: string;
  readonly level: RegionLevel;
  /** The country of a subdivision. */
  readonly parent: string | null;
  /** How it was recognised, in a few words. */
  readonly reason: string;
}

/** Languages in which names of countries are known. */
const LOCALES = ["en", "zh-Hans", "zh-Hant", "de", "fr", "es", "it", "pt", "ja", "ru", "nl", "pl"];
/** Codes that statistics offices use in place of those of ISO 3166-1. */
const OTHER_CODES: Readonly<Record<string, string>> = {
  EL: "GR",
  UK: "GB",
  ROM: "RO",
  ZAR: "CD",
  TMP: "TL",
  KSV: "XK",
  XKX: "XK",
};
/** Spellings of names in statistics, folded, that the standard's own lists do not have. */
const SPELLINGS: Readonly<Record<string, string>> = {
  "korea rep": "KR",
  "republic of korea": "KR",
  "korea south": "KR",
  "korea dem peoples rep": "KP",
  "korea dem people s rep": "KP",
  "korea north": "KP",
  "egypt arab rep": "EG",
  "iran islamic rep": "IR",
  "venezuela rb": "VE",
  "yemen rep": "YE",
  "congo dem rep": "CD",
  "congo rep": "CG",
  "hong kong sar china": "HK",
  "macao sar china": "MO",
  "gambia the": "GM",
  "bahamas the": "BS",
  "micronesia fed sts": "FM",
  "st kitts and nevis": "KN",
  "st lucia": "LC",
  "st vincent and the grenadines": "VC",
  "st martin french part": "MF",
  "sint maarten dutch part": "SX",
  "virgin islands us": "VI",
  "british virgin islands": "VG",
  "kyrgyz republic": "KG",
  "slovak republic": "SK",
  "lao pdr": "LA",
  turkiye: "TR",
  turkey: "TR",
  "czech republic": "CZ",
  "ivory coast": "CI",
  "cote d ivoire": "CI",
  "cape verde": "CV",
  swaziland: "SZ",
  macedonia: "MK",
  burma: "MM",
  "viet nam": "VN",
  "brunei darussalam": "BN",
  "russian federation": "RU",
  "syrian arab republic": "SY",
  "united states of america": "US",
  usa: "US",
  "u s": "US",
  "great britain": "GB",
  kosovo: "XK",
  "kosovo under united nations security council resolution 1244 99": "XK",
  "east timor": "TL",
  "west bank and gaza": "PS",
  taiwan: "TW",
  "chinese taipei": "TW",
};

/** What kind of place a subdivision is, behind its name. */
const KIND_OF_SUBDIVISION = / (?:sheng|shi|zizhiqu|oblast|voivodeship|province|state|region|county|canton|prefecture)$/;

const countries = new Map<string, string>();
const codes = new Map<string, string>();
const subdivisions = new Map<string, IsoPlace>();
/** Codes of subdivisions by their folded names: several of one name are told apart by nobody. */
const subdivisionNames = new Map<string, Set<string>>();

/** Reads the lists once, when a file asks for the first place: they are long. */
function prepare(): void {
  if (countries.size > 0) return;
  for (const { alpha2, alpha3, name } of iso31661) {
    codes.set(alpha2, alpha2);
    codes.set(alpha3, alpha2);
    countries.set(foldPlace(name), alpha2);
  }
  for (const [alpha3, alpha2] of Object.entries(iso31661Alpha3ToAlpha2)) codes.set(alpha3, alpha2);
  for (const [other, alpha2] of Object.entries(OTHER_CODES)) codes.set(other, alpha2);
  for (const locale of LOCALES) {
    const names = new Intl.DisplayNames(locale, { type: "region", fallback: "none" });
    for (const alpha2 of new Set(codes.values())) {
      const name = names.of(alpha2);
      const folded = name === undefined ? "" : foldPlace(name);
      if (folded !== "" && !countries.has(folded)) countries.set(folded, alpha2);
    }
  }
  for (const [name, alpha2] of Object.entries(SPELLINGS)) countries.set(name, alpha2);
  for (const { code, name } of iso31662) enterSubdivision(code, name, [name]);
  for (const [code, name, chinese] of CHINESE_PROVINCES) enterSubdivision(code, name, [name, chinese]);
  for (const [code, name] of ENGLISH_NAMES) enterSubdivision(code, name, [name]);
}

function enterSubdivision(code: string, name: string, names: readonly string[]): void {
  const country = code.slice(0, 2);
  subdivisions.set(code, { code, name, level: "province", parent: country, reason: "ISO 3166-2" });
  for (const one of names) {
    const folded = foldPlace(one).replace(KIND_OF_SUBDIVISION, "");
    subdivisionNames.set(folded, (subdivisionNames.get(folded) ?? new Set()).add(code));
  }
}

/** The English name of a country by its code. */
function countryNameOf(alpha2: string): string {
  return new Intl.DisplayNames("en", { type: "region", fallback: "code" }).of(alpha2) ?? alpha2;
}

/** The country or subdivision that a code (of ISO 3166 or NUTS) or a name stands for; null for none. A code counts only in capitals. */
export function isoPlace(text: string): IsoPlace | null {
  prepare();
  const trimmed = text.trim();
  const byCode = codes.get(trimmed);
  if (byCode !== undefined) {
    const standard = /^[A-Z]{2}$/.test(trimmed) ? "ISO 3166-1 alpha-2" : "ISO 3166-1 alpha-3";
    const reason = OTHER_CODES[trimmed] === undefined ? standard : "a code of a statistics office";
    return { code: byCode, name: countryNameOf(byCode), level: "country", parent: null, reason };
  }
  const part = subdivisions.get(trimmed);
  if (part !== undefined) return part;
  const ofNuts = nutsPlace(trimmed);
  if (ofNuts !== null) return ofNuts;
  const folded = foldPlace(text);
  const byName = countries.get(folded) ?? countries.get(withoutNote(text));
  return byName === undefined
    ? null
    : { code: byName, name: countryNameOf(byName), level: "country", parent: null, reason: "the name of a country" };
}

/** A region of NUTS that is a country or a subdivision of ISO 3166, too; null for any other. */
function nutsPlace(code: string): IsoPlace | null {
  const part = subdivisions.get(NUTS_CODES.get(code) ?? "");
  if (part !== undefined) return { ...part, reason: "a code of NUTS" };
  const country = wholeCountry(code);
  return country === null
    ? null
    : { code: country, name: countryNameOf(country), level: "country", parent: null, reason: "a code of NUTS" };
}

/** The subdivisions of countries that bear a name: several where it is not the name of one alone. */
export function isoSubdivisions(name: string): readonly IsoPlace[] {
  prepare();
  const chinese = name.trim().replace(/(?<=\p{Script=Han}{2})(?:(?:壮族|回族|维吾尔)?自治区|特别行政区|省|市)$/u, "");
  const codes = subdivisionNames.get(foldPlace(chinese).replace(KIND_OF_SUBDIVISION, "")) ?? [];
  return [...codes]
    .flatMap((code) => subdivisions.get(code) ?? [])
    .map((place) => ({ ...place, reason: "the name of a subdivision" }));
}

/** "Germany (until 1990 former territory of the FRG)" is called Germany. */
function withoutNote(text: string): string {
  return foldPlace(text.replace(/\s*[([].*$/, ""));
}
