import type { MetricGuess, PlaceGuess } from "@/lib/importing/look/table-look";
import type { Recipe } from "@/lib/importing/table/recipe";

/** What becomes of a name of a file: it is known, a record is made, it is left out, or nobody has said yet all that it needs. */
export type NameFate = "known" | "made" | "left out" | "open";

/** What becomes of the figures under the name of a place. */
export function placeFate({ name, kind }: Pick<PlaceGuess, "name" | "kind">, recipe: Recipe): NameFate {
  const said = recipe.regions[name];
  if (said !== undefined) {
    if (typeof said === "string") return said === "" ? "left out" : "known";
    return said.code === "" || said.name === "" ? "open" : "made";
  }
  if (kind === "region") return "known";
  if (kind === "place" && recipe.newPlaces) return "made";
  return kind === "group" && recipe.leavesGroups ? "left out" : "open";
}

/** What becomes of the figures under the name of a metric. */
export function metricFate({ name, key }: Pick<MetricGuess, "name" | "key">, recipe: Recipe): NameFate {
  const said = recipe.metrics[name];
  if (said !== undefined) {
    if (typeof said === "string") return said === "" ? "left out" : "known";
    return said.name === "" || said.unit === "" || said.topic === "" || !said.definition ? "open" : "made";
  }
  return key === null ? "open" : "known";
}
