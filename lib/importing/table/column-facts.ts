import type { PlaceMatcher } from "@/lib/importing/places/match-place";
import type { ColumnFacts } from "@/lib/importing/table/scan-table";

/** Cells with something in them. */
export const total = ({ kinds }: ColumnFacts) =>
  Object.values(kinds).reduce((sum, count) => sum + count, 0) - kinds.empty;
/** Whether nothing stands below a header. */
export const isEmpty = (one: ColumnFacts) => total(one) === 0;
/** Part of a column's cells, empty ones aside, that are of one of these kinds. */
export const share = (one: ColumnFacts, ...kinds: readonly (keyof ColumnFacts["kinds"])[]) =>
  total(one) === 0 ? 0 : kinds.reduce((sum, kind) => sum + one.kinds[kind], 0) / total(one);

/** Whether a column holds numbers, and marks where there are none. */
export function isNumeric(one: ColumnFacts): boolean {
  const numbers = one.kinds.number + (one.kinds.number > 0 ? one.kinds.year : 0);
  return numbers > 0 && (numbers + one.kinds.missing) / total(one) >= 0.5;
}

/** Part of a column's different texts that are known as places or groups of them, from 0 to 1. */
export function knownPlaces(one: ColumnFacts, places: PlaceMatcher): number {
  const texts = [...one.texts.keys()].slice(0, 400);
  if (texts.length === 0 || share(one, "text") < 0.5) return 0;
  return texts.filter((text) => places.match(text).kind !== "unknown").length / texts.length;
}
