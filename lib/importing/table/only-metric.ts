import type { TableUses } from "@/lib/importing/table/propose-uses";
import type { Recipe } from "@/lib/importing/table/recipe";
import type { TableFacts } from "@/lib/importing/table/scan-table";

/**
 * What a file calls its metric, where a person says the metric of the whole file and this is its one name for it: in its columns of metrics,
 * above its numbers, or in both. Null where it has several, or where somebody said what the name stands for.
 */
export function onlyMetric(facts: TableFacts, uses: TableUses, recipe: Recipe): string | null {
  if (recipe.constants.metric === undefined) return null;
  const columns = uses.roles.filter(({ use }) => use === "metric").map(({ column }) => facts.columns[column.index]);
  if (columns.some((one) => one === undefined || one.hasMoreTexts || one.texts.size > 1)) return null;
  const above = uses.roles.flatMap(({ use, column }) =>
    use === "across" ? [column.levels.filter((_, at) => uses.levels[at] === "metric").join(", ")] : [],
  );
  const named = columns.flatMap((one) => [...(one?.texts.keys() ?? [])]);
  const [name = "", another] = [...new Set(above)];
  const names = [...named, name].filter(Boolean);
  return another !== undefined || names.some((one) => recipe.metrics[one] !== undefined) ? null : names.join(", ");
}
