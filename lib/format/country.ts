/** The name of a country by its ISO 3166-1 code, by locale; a code that no country has is returned as it is. */
export function countryName(code: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: "region", fallback: "code" }).of(code) ?? code;
}
