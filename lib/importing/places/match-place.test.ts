import { iso31662 } from "iso-3166";
import { describe, expect, test } from "vitest";
import { ENGLISH_NAMES } from "@/lib/importing/places/english-names";
import { isGroupOfPlaces } from "@/lib/importing/places/groups";
import { isoPlace } from "@/lib/importing/places/iso-places";
import { PlaceMatcher } from "@/lib/importing/places/match-place";
import { NUTS_CODES } from "@/lib/importing/places/nuts-codes";

describe("codes and names of places are recognised, each with its reason", () => {
  test.each([
    ["ABW", "AW", "ISO 3166-1 alpha-3"],
    ["DE", "DE", "ISO 3166-1 alpha-2"],
    ["EL", "GR", "a code of a statistics office"],
    ["UK", "GB", "a code of a statistics office"],
    ["CN-HL", "CN-HL", "ISO 3166-2"],
    ["Korea, Rep.", "KR", "the name of a country"],
    ["Côte d'Ivoire", "CI", "the name of a country"],
    ["Türkiye", "TR", "the name of a country"],
    ["Deutschland", "DE", "the name of a country"],
    ["德国", "DE", "the name of a country"],
    ["czechia", "CZ", "the name of a country"],
    ["Germany (until 1990 former territory of the FRG)", "DE", "the name of a country"],
    ["Egypt, Arab Rep.", "EG", "the name of a country"],
    ["West Bank and Gaza", "PS", "the name of a country"],
    ["Hong Kong SAR, China", "HK", "the name of a country"],
    ["DE2", "DE-BY", "a code of NUTS"],
    ["DEA", "DE-NW", "a code of NUTS"],
    ["AT13", "AT-9", "a code of NUTS"],
    ["ITC4", "IT-25", "a code of NUTS"],
    ["ES51", "ES-CT", "a code of NUTS"],
    ["FRK", "FR-ARA", "a code of NUTS"],
    ["LU00", "LU", "a code of NUTS"],
    ["CZ0", "CZ", "a code of NUTS"],
  ])("%s is %s", (text, code, reason) => expect(isoPlace(text)).toMatchObject({ code, reason }));

  // "in", "is", "no" are words; only capitals are codes.
  // DE21 is a part of Bavaria, of which ISO 3166 knows nothing.
  test.each(["in", "de", "XX", "Atlantis", "Total", "2019", "DE21", "de2"])("%s is none", (text) =>
    expect(isoPlace(text)).toBeNull(),
  );

  test.each([
    "World",
    "Euro area – 20 countries (from 2023)",
    "European Union - 27 countries (from 2020)",
    "Low & middle income",
    "Sub-Saharan Africa (IDA & IBRD countries)",
    "Africa Eastern and Southern",
    "OECD members",
    "世界",
    "WLD",
    "SSF",
    "EU27_2020",
    "EA20",
    "EU-27",
    "G20",
    "OWID_EUR",
    "Asia",
    "Eurozone",
  ])("%s is a group", (text) => expect(isGroupOfPlaces(text)).toBe(true));

  test.each(["South Africa", "Central African Republic", "American Samoa", "Guizhou", "EAT", "Asia Minor"])(
    "%s is no group",
    (text) => expect(isGroupOfPlaces(text)).toBe(false),
  );
});

test("every code of NUTS that is known is one of ISO 3166-2, in the same country", () => {
  const known = new Set(iso31662.map(({ code }) => code));
  expect([...NUTS_CODES].filter(([nuts, iso]) => !known.has(iso) || !iso.startsWith(nuts.slice(0, 2)))).toEqual([]);
  expect(ENGLISH_NAMES.filter(([code]) => !known.has(code))).toEqual([]);
});

describe("regions of the site come first", () => {
  const matcher = new PlaceMatcher([
    { code: "CN-GZ", name: "Guizhou", nameLocal: "贵州省" },
    { code: "CN-NM", name: "Inner Mongolia", nameLocal: "内蒙古自治区" },
    { code: "CN", name: "China", nameLocal: "中国" },
    { code: "BR-SP", name: "São Paulo (state)", nameLocal: "São Paulo" },
    { code: "BR-SP-sao-paulo", name: "São Paulo (city)", nameLocal: "São Paulo" },
  ]);
  test.each([
    ["CN-GZ", "CN-GZ", "its key"],
    ["guizhou", "CN-GZ", "its name"],
    ["Guizhou Province", "CN-GZ", "its name"],
    ["贵州", "CN-GZ", "its name"],
    ["贵州省", "CN-GZ", "its name"],
    ["内蒙古", "CN-NM", "its name"],
    ["CHN", "CN", "ISO 3166-1 alpha-3"],
  ])("%s is %s by %s", (text, code, reason) => expect(matcher.match(text)).toEqual({ kind: "region", code, reason }));

  test("several of one name are asked about, others are places of the standard, groups or unknown", () => {
    expect(matcher.match("São Paulo")).toEqual({ kind: "several", codes: ["BR-SP", "BR-SP-sao-paulo"] });
    expect(matcher.match("AFG")).toMatchObject({ kind: "place", place: { code: "AF", name: "Afghanistan" } });
    expect(matcher.match("World")).toMatchObject({ kind: "group" });
    expect(matcher.match("Bavaria")).toMatchObject({ kind: "place", place: { code: "DE-BY" } });
    expect(matcher.match("Bayern")).toMatchObject({ kind: "place", place: { code: "DE-BY" } });
    expect(matcher.match("Lombardy")).toMatchObject({ kind: "place", place: { code: "IT-25", parent: "IT" } });
    expect(matcher.match("黑龙江省")).toMatchObject({ kind: "place", place: { code: "CN-HL", name: "Heilongjiang" } });
    expect(matcher.match("Baden-Württemberg")).toMatchObject({ kind: "place", place: { code: "DE-BW", parent: "DE" } });
    expect(matcher.match("Limburg")).toMatchObject({ kind: "several", codes: ["BE-VLI", "NL-LI"] });
    expect(matcher.match("内蒙古自治区 蒙东")).toEqual({ kind: "unknown" });
    expect(matcher.match("Mordor")).toEqual({ kind: "unknown" });
  });
});

test.each(["Ireland³", ".Ireland", "Ireland [2]", "Ireland (1)", "Ireland*"])("“%s” is Ireland with a mark", (name) =>
  expect(new PlaceMatcher([]).match(name)).toMatchObject({ kind: "place", place: { code: "IE" } }),
);

test("a word for income in a title makes no group of places", () => {
  expect(["High income", "Lower middle income", "Median household income"].map(isGroupOfPlaces)).toEqual([
    true,
    true,
    false,
  ]);
});
