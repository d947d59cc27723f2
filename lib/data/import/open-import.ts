import "server-only";
import { openFile, type ReadableFile } from "@/lib/data/import/file";
import type { ImportOptions } from "@/lib/data/import/options";
import type { ImportRequest } from "@/lib/data/import/run-import";
import { type OpenedTable, openTable } from "@/lib/data/import/table";
import type { PrismaClient } from "@/lib/generated/prisma/client";
import { isFieldName } from "@/lib/importing/fields";
import { noteAbove } from "@/lib/importing/look/note-above";
import { fileProblem, UnreadableFile } from "@/lib/importing/problem";
import { encodingSentence, looksSentences, saidSentences, tableSentences } from "@/lib/importing/table/how-read";
import { isSpare } from "@/lib/importing/table/propose-uses";
import { NO_RECIPE, type Recipe, recipeSchema } from "@/lib/importing/table/recipe";

/** A file that is opened as a recipe says, with what an import of it needs. */
export interface OpenedImport {
  readonly file: ReadableFile;
  readonly table: OpenedTable;
  readonly request: Pick<ImportRequest, "sha256" | "rows" | "told">;
  readonly options: Omit<ImportOptions, "status">;
}

/** Opens a file; with `shapes` as openTable says. Throws UnreadableFile where it holds no table. */
export async function openImport(
  client: Pick<PrismaClient, "region">,
  bytes: Uint8Array,
  recipe: Recipe,
  asked: { readonly shapes?: boolean } = {},
): Promise<OpenedImport> {
  const file = await openFile(bytes, recipe);
  const regions = await client.region.findMany({
    where: { retracted: false },
    select: { code: true, name: true, nameLocal: true },
  });
  const table = await openTable(file, recipe, regions, asked);
  const { columns, facts, footnotes } = table;
  const shaped = columns && { columns, delimiter: facts.delimiter, footnotes, hasOwnPhrases: !hasPhrases(table) };
  const overrides = new Map(Object.entries(recipe.columns).map(([name, use]) => [name, use === "ignore" ? "" : use]));
  return {
    file,
    table,
    request: { sha256: file.sha256, rows: () => table.rows(), told: () => told(file, table, recipe) },
    options: {
      overrides: columns === null ? overrides : new Map(),
      format: recipe.numberFormat ?? table.format,
      rounds: recipe.rounds,
      brackets: recipe.brackets,
      shaped,
    },
  };
}

/** What a person is to know of how a file was read; of a table that was shaped also what its own columns were taken for. */
function told(file: ReadableFile, { columns, facts, uses, left, fileUnit }: OpenedTable, recipe: Recipe): Told {
  const encoding = encodingSentence(file.decoded);
  const above = recipe.constants.note === undefined ? noteAbove(facts.above, fileUnit?.row ?? null) : "";
  const read = [
    ...(encoding === "" ? [] : [encoding]),
    ...(columns === null ? [] : saidSentences(file.packed, file.description, fileUnit, above)),
    ...(columns === null ? [] : [...tableSentences(facts, uses), ...looksSentences(facts)]),
  ];
  if (columns === null) return { read, left: left() };
  const own = uses.roles.filter((role) => role.use !== "across" && !isSpare(role));
  return {
    read,
    left: left(),
    columns: own.map(({ column: { name, index }, use }) => {
      const field = isFieldName(use) ? use : /^(?:year|quarter|month)$/.test(use) ? ("period" as const) : null;
      const by = recipe.columns[name] === undefined ? (field === null ? "none" : "name") : "hand";
      return { header: name, field, by, samples: facts.columns[index]?.samples.slice(0, SAMPLES) ?? [] };
    }),
  };
}

type Told = ReturnType<NonNullable<ImportRequest["told"]>>;
const SAMPLES = 3;

/** Whether the file has phrases of its own: otherwise the cells of the numbers are the phrases. */
function hasPhrases({ uses }: OpenedTable): boolean {
  return uses.roles.some(({ use }) => use === "phrase" || use === "as_worded");
}

/** A recipe from JSON text; all of it may be missing. Throws UnreadableFile, naming what is wrong. */
export function parseRecipe(text: string | null): Recipe {
  if (text === null) return NO_RECIPE;
  const parsed = recipeSchema.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw wrongRecipe(`${issue?.path.join(".")}: ${issue?.message}`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw wrongRecipe("it is not JSON");
  }
}

function wrongRecipe(cause: string): UnreadableFile {
  return new UnreadableFile(
    422,
    fileProblem("recipe", `The recipe cannot be read (${cause}): put it right, or leave it out`),
  );
}

/** The recipe that is asked for: its JSON text or one that was saved, with a sheet, a way of writing numbers and columns that were said beside it. */
export function recipeOf(
  {
    recipe,
    sheet,
    numberFormat,
    mapping,
  }: {
    readonly recipe: string | null;
    readonly sheet: string | null;
    readonly numberFormat: Recipe["numberFormat"];
    readonly mapping: readonly (readonly [string, string])[];
  },
  saved: Recipe | null = null,
): Recipe {
  const said = saved ?? parseRecipe(recipe);
  const columns = Object.fromEntries(mapping.map(([name, use]) => [name, use === "" ? "ignore" : use]));
  return parseRecipe(
    JSON.stringify({
      ...said,
      sheet: sheet ?? said.sheet,
      numberFormat: numberFormat ?? said.numberFormat,
      columns: { ...said.columns, ...columns },
    }),
  );
}
