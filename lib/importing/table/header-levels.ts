import type { FieldName } from "@/lib/importing/fields";
import type { PlaceMatcher } from "@/lib/importing/places/match-place";
import { isTime } from "@/lib/importing/table/cell-kind";
import { saysNothing } from "@/lib/importing/table/header-uses";
import type { TableColumn } from "@/lib/importing/table/headers";
import type { LevelSays } from "@/lib/importing/table/recipe";
import { partOfYear } from "@/lib/importing/times/periods";
import { isUnitAlone } from "@/lib/importing/units/stated-unit";

/** What each row of the header says over columns of numbers; `hasYears` where a column beside them has the year of each row. */
export function levelsOf(
  columns: readonly TableColumn[],
  rows: number,
  places: PlaceMatcher,
  hasYears: boolean,
): readonly LevelSays[] {
  let isBelowYears = hasYears;
  return Array.from({ length: rows }, (_, level): LevelSays => {
    const texts = [...new Set(columns.map(({ levels }) => levels[level] ?? "").filter((text) => text !== ""))];
    if (texts.length === 0) return "ignore";
    const part = (test: (text: string) => boolean) => texts.filter(test).length / texts.length;
    if (part(isTime) >= 0.8) {
      isBelowYears ||= part((text) => /^\d{4}年?$/.test(text)) === 1;
      return "period";
    }
    if (isBelowYears && part((text) => partOfYear(text) !== null) >= 0.8) return "period";
    const kinds = texts.map((text) => places.match(text).kind);
    const isPlaces = kinds.some((kind) => kind !== "unknown" && kind !== "group");
    if (isPlaces && kinds.filter((kind) => kind !== "unknown").length / texts.length >= 0.6) return "region";
    if (part(isUnitAlone) === 1) return "unit";
    // "Year" above years, "Value" above values: what stands below says it all.
    return texts.length === 1 && saysNothing(texts[0] ?? "") ? "ignore" : "metric";
  });
}

/** Why columns of numbers become rows, for people. */
export function acrossReason({ levels }: TableColumn, says: readonly LevelSays[]): string {
  const told = levels.flatMap((text, at) => (says[at] === "ignore" || text === "" ? [] : `${says[at]} “${text}”`));
  return `its header says ${told.join(", ")}`;
}

/** The field that a header's row gives. */
export const FIELD_OF_LEVEL: Readonly<Record<LevelSays, FieldName | null>> = {
  period: "period",
  region: "region",
  metric: "metric",
  organisation: "organisation",
  unit: "unit",
  ignore: null,
};
