import { groupBy } from "@/lib/figures/group";

/** A region by its code, with the code of the one it lies in; null for a country. */
interface Place {
  readonly code: string;
  readonly parentCode: string | null;
}

/**
 * The one meaning of "within a region": its code, then those of every place below it, by the tree of parents. What a code begins with
 * says nothing. A code that is not among the regions stands alone.
 */
export function descendantsOf(regions: readonly Place[], code: string): readonly string[] {
  const placesOf = groupBy(regions, ({ parentCode }) => parentCode);
  const found = new Set([code]);
  // What is added while the set is walked is walked too.
  for (const parent of found) for (const place of placesOf.get(parent) ?? []) found.add(place.code);
  return [...found];
}
