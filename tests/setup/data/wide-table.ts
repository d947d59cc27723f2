import { iso31661 } from "iso-3166";

/** Countries, groups of them, and names that nobody knows, in a table of years as columns. */
export const WIDE = {
  countries: 217,
  groups: 49,
  unknown: ["Nether Sample", "Upper Sample"],
  first: 1960,
  last: 2022,
  /** Of so many cells one is looked at; of six of those one is empty. */
  oneIn: 1,
};

/** Figures in a table of this many rows and years. */
export const filledCells = (rows: number, years: number, oneIn = WIDE.oneIn) =>
  Array.from({ length: rows * years }).filter((_, at) => !isEmpty(Math.floor(at / years), at % years, oneIn)).length;

const isEmpty = (row: number, year: number, oneIn: number) =>
  (row + year) % 6 === 0 || (row + year) % oneIn !== 1 % oneIn;

/**
 * A table as statistics of the world come: four lines above the header, a name and a code of each place, one indicator, years as columns,
 * numbers of more than 15 digits, a comma at the end of each line. All of it is made up.
 */
export function wideTable(
  { countries, groups, unknown, first, last, oneIn } = WIDE,
  indicator = "Sample output per person (US$)",
): string {
  const english = new Intl.DisplayNames("en", { type: "region" });
  const names = [
    ...iso31661.slice(0, countries).map(({ alpha2, alpha3 }) => [english.of(alpha2) ?? alpha2, alpha3] as const),
    ...Array.from({ length: groups }, (_, at) => [`World, part ${at + 1}`, `G${at + 1}`] as const),
    ...unknown.map((name, at) => [name, `X${at}`] as const),
  ];
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const quoted = (cells: readonly (string | number)[]) => `${cells.map((cell) => `"${cell}"`).join(",")},`;
  const lines = names.map(([name, code], row) =>
    quoted([
      name,
      code,
      indicator,
      "SMP.OUT",
      ...years.map((_, year) => (isEmpty(row, year, oneIn) ? "" : `${1000 + row}.${String(1234567890123 + year)}`)),
    ]),
  );
  return [
    '"Data Source","Sample Indicators",',
    "",
    '"Last Updated Date","2023-01-31",',
    "",
    quoted(["Country Name", "Country Code", "Indicator Name", "Indicator Code", ...years]),
    ...lines,
  ].join("\r\n");
}
