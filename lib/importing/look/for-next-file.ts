import type { Recipe } from "@/lib/importing/table/recipe";

/** A recipe without what is of one file alone: the next one has other rows. */
export function forNextFile(recipe: Recipe): Recipe {
  return { ...recipe, firstRow: null, lastRow: null };
}
