import { NO_RECIPE, type Recipe } from "@/lib/importing/table/recipe";

/** What a person decides about a file. "" is no choice. */
export interface Decisions {
  /** How the file becomes rows. */
  readonly recipe: Recipe;
  readonly status: "draft" | "published";
  /** Whether rows that are refused are left out, and the others imported. */
  readonly skipsRefused: boolean;
  readonly cause: string;
  readonly reason: string;
}

/** Nothing decided. */
export const NO_DECISIONS: Decisions = {
  recipe: NO_RECIPE,
  status: "draft",
  skipsRefused: false,
  cause: "",
  reason: "",
};

/** What a check depends on, as text: the same text comes to the same. */
export function checkedWith({ recipe, status }: Decisions): string {
  return JSON.stringify([recipe, status]);
}

/** What a look at a file depends on, as text. What is the same for the whole file tells something new only once names are matched. */
export function lookedWith({ recipe }: Decisions, isMatching: boolean): string {
  const { metrics: _, regions: __, newPlaces: ___, leavesGroups: ____, constants, ...structure } = recipe;
  return JSON.stringify(isMatching ? [structure, constants] : [structure]);
}
