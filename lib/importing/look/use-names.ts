import { FIELD_NAMES, FIELDS } from "@/lib/importing/fields";
import type { ColumnUse, LevelSays } from "@/lib/importing/table/recipe";

/** What columns are used for, as a person chooses it: what most files need first. */
export const USE_NAMES: Readonly<Record<ColumnUse, string>> = {
  ignore: "Nothing: left out",
  across: "Numbers, one of several columns of them",
  ...(Object.fromEntries(FIELD_NAMES.map((name) => [name, FIELDS[name].label])) as Record<
    (typeof FIELD_NAMES)[number],
    string
  >),
  value: "Numbers",
  flags: "Flags of the numbers",
  margin: "Margins of error of the numbers before them",
  estimates_after: "Last year whose numbers are no estimates",
  year: "Year",
  quarter: "Quarter, beside a year",
  month: "Month, beside a year",
};

/** What a row of the header says of the numbers below it. */
export const LEVEL_NAMES: Readonly<Record<LevelSays, string>> = {
  period: "times",
  region: "places",
  metric: "metrics",
  organisation: "organisations",
  unit: "units",
  ignore: "nothing",
};

/** The header of columns that become rows, in words: “years: 1960 to 2022”. */
export function levelSentence({
  says,
  first,
  last,
  texts,
}: {
  readonly says: LevelSays;
  readonly first: string;
  readonly last: string;
  readonly texts: number;
}): string {
  const isYear = says === "period" && /^\d{4}$/.test(first) && /^\d{4}$/.test(last);
  const name = isYear ? "years" : LEVEL_NAMES[says];
  return texts === 1 ? `${name}: ${first}` : `${name}: ${first} to ${last}`;
}
