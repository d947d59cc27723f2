import { forEditors } from "@/lib/api/handlers";
import { withWriteTransaction } from "@/lib/data/db/transaction";
import { invalidInput } from "@/lib/data/errors";
import { forgetRecipe, saveRecipe } from "@/lib/data/import/recipes";
import { readJson } from "@/lib/http/read-json";
import { jsonResponse } from "@/lib/http/responses";
import { recipeInput } from "@/lib/importing/table/recipe";
import { BODY_BYTES } from "@/lib/schemas/body-limits";
import { recipeName } from "@/lib/schemas/imports";
import { issuesOf } from "@/lib/schemas/resources";

interface Params {
  readonly key: string;
}

/** Saves a recipe under a name: {shape, recipe}. It takes the place of one that has the name. */
export const PUT = forEditors<Params>(async ({ request, params, person }) => {
  const { value } = await readJson(request, { mostBytes: BODY_BYTES.recipe });
  const [name, said] = [recipeName.safeParse(params.key), recipeInput.safeParse(value)];
  const issues = [name, said].flatMap(({ error }) => (error === undefined ? [] : issuesOf(error)));
  if (!name.success || !said.success) throw invalidInput(issues);
  return jsonResponse(await withWriteTransaction((tx) => saveRecipe(tx, { name: name.data, ...said.data }, person)));
});

/** Forgets a recipe. */
export const DELETE = forEditors<Params>(async ({ params, person }) => {
  await withWriteTransaction((tx) => forgetRecipe(tx, params.key, person));
  return new Response(null, { status: 204, headers: { "cache-control": "no-store" } });
});
