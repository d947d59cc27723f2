import "server-only";
import type { Author, Tx } from "@/lib/data/db/transaction";
import { unknown } from "@/lib/data/errors";
import { addressKey } from "@/lib/figures/address-key";
import type { PrismaClient } from "@/lib/generated/prisma/client";
import type { OfferedRecipe } from "@/lib/importing/look/table-look";
import { fileProblem, UnreadableFile } from "@/lib/importing/problem";
import { type Recipe, recipeSchema } from "@/lib/importing/table/recipe";

/** A recipe that was saved, for the next file of its shape or source. */
export interface SavedRecipe {
  readonly name: string;
  readonly shape: string;
  readonly recipe: Recipe;
  /** Who saved it last, and when (ISO 8601 instant). */
  readonly who: string;
  readonly at: string;
}

type Recipes = Pick<PrismaClient, "importRecipe">;
/** Recipes that are listed, and offered for one file. */
const MOST_LISTED = 200;
const MOST_OFFERED = 5;

/** Recipes by name, at most 200. */
export async function listRecipes(client: Recipes): Promise<readonly SavedRecipe[]> {
  const rows = await client.importRecipe.findMany({ orderBy: { name: "asc" }, take: MOST_LISTED });
  return rows.map(toSaved);
}

/** The recipe of a name. Throws UnreadableFile where there is none. */
export async function recipeNamed(client: Recipes, name: string): Promise<Recipe> {
  const row = await client.importRecipe.findUnique({ where: { name } });
  if (row !== null) return toSaved(row).recipe;
  const message = `No recipe is called “${name.slice(0, 100)}”: take one of those that were saved`;
  throw new UnreadableFile(422, fileProblem("unknown_recipe", message));
}

/** Recipes that may fit a file: of its header, else of its source as far as it is said; those saved last first. */
export async function offeredRecipes(
  client: Recipes,
  shape: string,
  said: Recipe["constants"],
): Promise<readonly OfferedRecipe[]> {
  const source = sourceOf(said);
  const rows = await client.importRecipe.findMany({
    where: { OR: [{ shape }, ...(source === null ? [] : [{ source }])] },
    orderBy: { updatedAt: "desc" },
  });
  const offered = rows.map(
    ({ name, who, shape: own }) => ({ name, who, fits: own === shape ? "header" : "source" }) as const,
  );
  return [...offered].sort((a, b) => Number(a.fits === "source") - Number(b.fits === "source")).slice(0, MOST_OFFERED);
}

/** Saves a recipe under its name, in place of one that has it; what it was stays in the record of changes. */
export async function saveRecipe(
  tx: Tx,
  { name, shape, recipe }: Pick<SavedRecipe, "name" | "shape" | "recipe">,
  author: Author,
): Promise<SavedRecipe> {
  const before = await tx.importRecipe.findUnique({ where: { name } });
  const said = { shape, source: sourceOf(recipe.constants), recipe: JSON.stringify(recipe), who: author.name };
  const data = { ...said, updatedAt: new Date() };
  const row = await tx.importRecipe.upsert({ where: { name }, create: { name, ...data }, update: data });
  await remember(tx, name, before?.recipe ?? null, row.recipe, author);
  return toSaved(row);
}

/** Forgets a recipe; throws where there is none of that name. */
export async function forgetRecipe(tx: Tx, name: string, author: Author): Promise<void> {
  const before = await tx.importRecipe.findUnique({ where: { name } });
  if (before === null) throw unknown();
  await tx.importRecipe.delete({ where: { name } });
  await remember(tx, name, before.recipe, null, author);
}

async function remember(tx: Tx, key: string, before: string | null, after: string | null, { id, name }: Author) {
  const kind = before === null ? "created" : after === null ? "retracted" : "updated";
  await tx.revision.create({ data: { resource: "ImportRecipe", key, kind, before, after, who: name, userId: id } });
}

function toSaved({ name, shape, recipe, who, updatedAt }: Row): SavedRecipe {
  // What a later release does not know any more is left to the file.
  const read = recipeSchema.safeParse(JSON.parse(recipe));
  return { name, shape, recipe: read.success ? read.data : recipeSchema.parse({}), who, at: updatedAt.toISOString() };
}

type Row = Awaited<ReturnType<Recipes["importRecipe"]["findUniqueOrThrow"]>>;

/** The source that is said for a whole file: its key, or the address or title of a new one. */
function sourceOf({ source, source_url: url, source_title: title }: Recipe["constants"]): string | null {
  return source ?? (url === undefined ? title : addressKey(url)) ?? null;
}
