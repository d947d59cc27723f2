import { groupBy } from "@/lib/figures/group";

/** Provinces with figures from which on a map of their country shows something. */
const FEWEST_PROVINCES = 3;

/** A code of ISO 3166-2: the country, a hyphen and up to three letters or digits. */
const PROVINCE = /^([A-Z]{2})-[A-Z0-9]{1,3}$/;

/** ISO 3166-1 codes of the countries of which at least three provinces are among some regions, those with most first. */
export function countriesToMap(codes: readonly string[]): readonly string[] {
  const countries = groupBy(
    codes.flatMap((code) => PROVINCE.exec(code)?.[1] ?? []),
    (country) => country,
  );
  return [...countries]
    .filter(([, provinces]) => provinces.length >= FEWEST_PROVINCES)
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([country]) => country);
}
