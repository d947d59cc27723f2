import { forViewers } from "@/lib/api/handlers";
import { db } from "@/lib/data/db/client";
import { listRecipes } from "@/lib/data/import/recipes";
import { jsonResponse } from "@/lib/http/responses";

/** Recipes for files of shapes that were seen before, by name. */
export const GET = forViewers(async () => jsonResponse(await listRecipes(db())));
