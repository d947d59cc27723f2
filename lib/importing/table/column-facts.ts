import type { PlaceMatcher } from "@/lib/importing/places/match-place";
import { isTime } from "@/lib/importing/table/cell-kind";
import { namedUse } from "@/lib/importing/table/header-uses";
import type { TableColumn } from "@/lib/importing/table/headers";
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

/**
 * The column with which a second table begins beside the first: it names places or times anew, behind numbers of the first and before its
 * own. Null where there is one table.
 */
export function firstBeside(all: readonly ColumnFacts[], places: PlaceMatcher): TableColumn | null {
  const hasNumbers = (from: number, to: number) => all.slice(from, to).some(isOfNumbers);
  for (const [at, one] of all.entries()) {
    if (!hasNumbers(at + 1, all.length)) return null;
    const first = all.findIndex(
      (before, index) => index < at && isAlike(before, one, places) && hasNumbers(index + 1, at),
    );
    if (first >= 0) return one.column;
  }
  return null;
}

/** What tells rows apart; flags and units stand beside each number of one table. */
const KEYS: ReadonlySet<string> = new Set(["region", "period", "year", "metric", "organisation"]);

const isOfNumbers = (one: ColumnFacts) => isNumeric(one) || one.column.levels.some(isTime);

/** Whether two columns name things of one kind: both places, or times or other names under one header. */
function isAlike(one: ColumnFacts, other: ColumnFacts, places: PlaceMatcher): boolean {
  if ([one, other].some((each) => isOfNumbers(each) && share(each, "year") < 1)) return false;
  if ([one, other].some((each) => each.texts.size < 2 || each.kinds.empty * 4 > total(each))) return false;
  const [name = "", same] = [one, other].map(({ column }) => column.levels.findLast((level) => level !== ""));
  const isNamed = name !== "" && name === same && KEYS.has(namedUse(name) ?? "metric");
  return isNamed || [one, other].every((each) => knownPlaces(each, places) >= 0.6);
}
