import "server-only";
import { z } from "zod";
import { CHANGE_REFUSALS, DONE, json, type Operation, OWN_REFUSALS } from "@/lib/api/operations/operation";
import { ROW_ACTIONS } from "@/lib/importing/plan";
import { recipeInput } from "@/lib/importing/table/recipe";
import { paths } from "@/lib/paths";
import { dataOf } from "@/lib/schemas/api/answers";
import { importInput, undoInput } from "@/lib/schemas/imports";
import { metricsRequest, readRequest, textRequest } from "@/lib/schemas/read-request";

const GROUP = "Texts";
const IMPORTS = "Imports";
const RECIPE = "/api/v1/imports/recipes/{key}";
const many = z.array(z.looseObject({}));
const word = (what: string) => z.string().optional().describe(what);

/** An import as it goes on. */
const job = z
  .looseObject({
    id: z.string(),
    label: z.string(),
    mode: z.enum(["look", "dry-run", "import", "undo"]),
    state: z.enum(["waiting", "checking", "writing", "checked", "done", "refused", "failed", "cancelled"]),
    batch: z.int().nullable().describe("Number of what was written, by which it is undone."),
  })
  .meta({ id: "ImportJob" });
const stands = dataOf(job);
const jobAnswers = {
  200: json("It has ended and written nothing", stands),
  201: json("It has ended and written something", stands),
  202: json("It goes on", stands),
};

const texts: readonly Operation[] = [
  {
    ...{
      id: "readText",
      method: "POST",
      path: paths.api.read(),
      route: paths.api.read(),
      group: GROUP,
      body: readRequest,
    },
    summary: "Every figure of a text: where it stands and how it reads. Nothing is kept.",
    answers: {
      200: json(
        "What was read",
        dataOf(z.looseObject({ cut: z.boolean(), paragraphs: many, sentences: many, candidates: many })),
      ),
    },
    refusals: CHANGE_REFUSALS,
    exampleBody: { text: "Guizhou had attracted more than 9,500 companies.", language: "en", published: "2019-02-28" },
  },
  {
    ...{
      id: "suggestMetrics",
      method: "POST",
      path: paths.api.suggestedMetrics(),
      route: paths.api.suggestedMetrics(),
    },
    ...{ group: GROUP, body: metricsRequest },
    summary: "The metrics that a phrase is most likely about, best first.",
    answers: { 200: json("The metrics", dataOf(z.unknown())) },
    refusals: CHANGE_REFUSALS,
    exampleBody: {
      phrase: "more than 9,500 companies",
      counted: { unit: { kind: "noun", text: "companies" }, per: null, whole: null, change: null },
    },
  },
  {
    ...{ id: "recordsInText", method: "POST", path: paths.api.recordsInText(), route: paths.api.recordsInText() },
    ...{ group: GROUP, body: textRequest },
    summary: "The records that a text may tell of.",
    answers: { 200: json("The records", dataOf(z.unknown())) },
    refusals: CHANGE_REFUSALS,
    exampleBody: { text: "Guizhou had attracted more than 9,500 companies." },
  },
  {
    ...{
      id: "sourcesOfAddress",
      method: "GET",
      path: "/api/v1/read/address",
      route: "/api/v1/read/address",
      group: GROUP,
    },
    summary: "Sources with an address or of its site.",
    query: z.strictObject({ of: word("A web address.") }),
    answers: { 200: json("The sources", dataOf(z.unknown())) },
    refusals: OWN_REFUSALS,
  },
  {
    ...{
      id: "recordedPhrases",
      method: "GET",
      path: "/api/v1/read/recorded",
      route: "/api/v1/read/recorded",
      group: GROUP,
    },
    summary: "Phrases that are recorded from a source already.",
    query: z.strictObject({ source: word("Slug of the source.") }),
    answers: { 200: json("The phrases", dataOf(z.array(z.unknown()))) },
    refusals: OWN_REFUSALS,
  },
];

const imports: readonly Operation[] = [
  {
    ...{ id: "import", method: "POST", path: paths.api.imports(), route: paths.api.imports(), group: IMPORTS },
    summary:
      "Imports a table, all or nothing, once for each Idempotency-Key; or says what that would do (dry-run), or what the file looks like (look). A form may send the file, too.",
    query: importInput,
    files: ["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "multipart/form-data"],
    headers: ["Idempotency-Key"],
    answers: jobAnswers,
    refusals: CHANGE_REFUSALS,
  },
  {
    ...{ id: "listImports", method: "GET", path: paths.api.imports(), route: paths.api.imports(), group: IMPORTS },
    summary: "Earlier imports, newest first.",
    answers: { 200: json("The imports", dataOf(many)) },
    refusals: OWN_REFUSALS,
  },
  {
    ...{
      id: "getImport",
      method: "GET",
      path: "/api/v1/imports/{key}",
      route: "/api/v1/imports/[key]",
      group: IMPORTS,
    },
    summary: "How an import of one's own stands.",
    answers: { 200: json("How it stands", stands) },
    refusals: OWN_REFUSALS,
  },
  {
    ...{
      id: "cancelImport",
      method: "DELETE",
      path: "/api/v1/imports/{key}",
      route: "/api/v1/imports/[key]",
      group: IMPORTS,
    },
    summary: "Cancels an import of one's own: nothing of it is written.",
    answers: { 202: json("How it stands", stands) },
    refusals: CHANGE_REFUSALS,
  },
  {
    ...{ id: "importRows", method: "GET", path: "/api/v1/imports/{key}/rows", route: "/api/v1/imports/[key]/rows" },
    group: IMPORTS,
    summary: "Rows that an import of one's own found.",
    query: z.strictObject({
      fate: z.enum(ROW_ACTIONS).describe("What is done with them."),
      page: z.int().min(0).max(999_999).optional().describe("From 0."),
    }),
    answers: { 200: json("The rows", dataOf(many)) },
    refusals: OWN_REFUSALS,
  },
  {
    ...{ id: "listRecipes", method: "GET", path: paths.api.recipes(), route: paths.api.recipes(), group: IMPORTS },
    summary: "What was decided about files of one shape, to be applied to the next one by its name.",
    answers: { 200: json("The recipes, by name", dataOf(many)) },
    refusals: OWN_REFUSALS,
  },
  {
    ...{ id: "saveRecipe", method: "PUT", path: RECIPE, route: "/api/v1/imports/recipes/[key]", group: IMPORTS },
    summary: "Saves what was decided about a file under a name, in place of what had it.",
    body: recipeInput,
    answers: { 200: json("The recipe", dataOf(z.looseObject({ name: z.string() }))) },
    refusals: CHANGE_REFUSALS,
  },
  {
    ...{ id: "forgetRecipe", method: "DELETE", path: RECIPE, route: "/api/v1/imports/recipes/[key]", group: IMPORTS },
    summary: "Forgets what was saved under a name.",
    answers: { 204: DONE },
    refusals: CHANGE_REFUSALS,
  },
  {
    ...{ id: "undoImport", method: "POST", path: "/api/v1/imports/{key}/undo", route: "/api/v1/imports/[key]/undo" },
    group: IMPORTS,
    summary: "Undoes an import as one, by the number of its batch.",
    body: undoInput,
    answers: jobAnswers,
    refusals: CHANGE_REFUSALS,
  },
];

/** Reading texts and importing tables. */
export const TEXT_AND_IMPORT_OPERATIONS = [...texts, ...imports];
