/**
 * Imports a CSV file or an Excel workbook of figures, or a folder that `npm run export` wrote:
 *
 *   npm run import -- file.csv [--dry-run] [--publish] [--number-format en|de|fr|plain] [--sheet NAME] [--map "column=field"] [--reason text --cause typo]
 *     [--encoding gb18030] [--header ROW] [--set "field=text"] [--region "name=key"] [--metric "name=key"] [--round] [--totals] [--new-places]
 *     [--no-groups] [--recipe NAME|FILE.json] [--skip-refused]
 *
 * --recipe takes one that was saved on /admin/import, by its name, or a file. All or nothing, unless --skip-refused leaves out the rows
 * that are refused. Prints what is added, changed and refused; exit code 1 when anything is refused.
 */
import { accessSync, constants, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { openClient } from "@/lib/data/db/client";
import { importFolder } from "@/lib/data/import/folder";
import { openImport, parseRecipe } from "@/lib/data/import/open-import";
import { recipeNamed } from "@/lib/data/import/recipes";
import { type ImportOutcome, runImport } from "@/lib/data/import/run-import";
import { directDatabaseUrl, env } from "@/lib/env";
import { sheetsSentence } from "@/lib/importing/files/sheet-choice";
import type { ProblemKind } from "@/lib/importing/group-problems";
import { notTaken, type PlannedRow } from "@/lib/importing/plan";
import { UnreadableFile } from "@/lib/importing/problem";
import { leftSentence } from "@/lib/importing/table/left-out";
import type { Recipe } from "@/lib/importing/table/recipe";
import { CAUSES } from "@/lib/schemas/resources";
import { codeOf } from "@/scripts/database/errors";
import { makeDatabaseAt } from "@/scripts/database/prepare-database";

const FORMATS = ["en", "de", "fr", "plain"] as const;
const SHOWN = 20;
const AUTHOR = { id: null, name: "command line" } as const;

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      "dry-run": { type: "boolean", default: false },
      publish: { type: "boolean", default: false },
      "number-format": { type: "string" },
      sheet: { type: "string" },
      encoding: { type: "string" },
      header: { type: "string" },
      set: { type: "string", multiple: true, default: [] },
      region: { type: "string", multiple: true, default: [] },
      metric: { type: "string", multiple: true, default: [] },
      round: { type: "boolean", default: false },
      totals: { type: "boolean", default: false },
      "new-places": { type: "boolean", default: false },
      "no-groups": { type: "boolean", default: false },
      "skip-refused": { type: "boolean", default: false },
      recipe: { type: "string" },
      map: { type: "string", multiple: true, default: [] },
      reason: { type: "string" },
      cause: { type: "string" },
    },
  });
  const [file, another] = positionals;
  if (file === undefined || another !== undefined) throw new Error("Name one file: npm run import -- file.csv");
  return {
    file,
    mode: values["dry-run"] ? ("dry-run" as const) : ("import" as const),
    status: values.publish ? ("published" as const) : ("draft" as const),
    skipsRefused: values["skip-refused"],
    recipe: (saved: (name: string) => Promise<Recipe>) => recipeFrom(values, saved),
    changeReason: { cause: oneOf("--cause", CAUSES, values.cause) ?? null, reason: values.reason ?? null },
  };
}

type Values = Readonly<Record<"map" | "set" | "region" | "metric", readonly string[]>> &
  Readonly<Partial<Record<"number-format" | "sheet" | "encoding" | "header" | "recipe", string>>> & {
    readonly round: boolean;
    readonly totals: boolean;
    readonly "new-places": boolean;
    readonly "no-groups": boolean;
  };

/** The recipe that is named, if one is, with what was said beside it. */
async function recipeFrom(values: Values, saved: (name: string) => Promise<Recipe>): Promise<Recipe> {
  const { recipe: named } = values;
  const isFile = named?.endsWith(".json") ?? false;
  if (named !== undefined && isFile) checkReadable(named);
  const said =
    named === undefined || isFile
      ? parseRecipe(named === undefined ? null : readFileSync(named, "utf8"))
      : await saved(named);
  const pairs = (name: "map" | "set" | "region" | "metric") =>
    Object.fromEntries(values[name].map((pair) => splitPair(name, pair)));
  const columns = Object.entries(pairs("map")).map(([name, use]) => [name, use === "" ? "ignore" : use]);
  return parseRecipe(
    JSON.stringify({
      ...said,
      sheet: values.sheet ?? said.sheet,
      encoding: values.encoding ?? said.encoding,
      header: values.header === undefined ? said.header : Number(values.header),
      numberFormat: oneOf("--number-format", FORMATS, values["number-format"]) ?? said.numberFormat,
      rounds: values.round || said.rounds,
      totals: values.totals || said.totals,
      newPlaces: values["new-places"] || said.newPlaces,
      leavesGroups: values["no-groups"] || said.leavesGroups,
      columns: { ...said.columns, ...Object.fromEntries(columns) },
      constants: { ...said.constants, ...pairs("set") },
      regions: { ...said.regions, ...pairs("region") },
      metrics: { ...said.metrics, ...pairs("metric") },
    }),
  );
}

function checkReadable(file: string): void {
  try {
    accessSync(file, constants.R_OK);
  } catch (error) {
    throw new Error(`${file} cannot be read (${codeOf(error)}): check its name, and that this user may read it`);
  }
}

function splitPair(option: string, pair: string): readonly [string, string] {
  // A text may hold "=", a field or a key does not.
  const at = option === "set" ? pair.indexOf("=") : pair.lastIndexOf("=");
  if (at < 1) throw new Error(`Write --${option} "name=what it is", not “${pair}”`);
  return [pair.slice(0, at), pair.slice(at + 1)];
}

function oneOf<Value extends string>(name: string, values: readonly Value[], text: string | undefined) {
  const value = values.find((one) => one === text);
  if (text !== undefined && value === undefined) throw new Error(`${name} is one of ${values.join(", ")}`);
  return value;
}

/** What was found, in lines for a terminal. */
function report(
  { summary, refused, batch }: ImportOutcome,
  mode: "dry-run" | "import",
  changed: readonly PlannedRow[],
) {
  const { totals, newRecords, problems, problemKinds, warningKinds, warned, columns } = summary;
  const lines = [
    ...summary.read,
    `${summary.rows} ${summary.rows === 1 ? "row" : "rows"}: ${totals.added} added, ${totals.changed} changed, ${totals.unchanged} unchanged, ${totals.refused} refused`,
  ];
  const sentence = leftSentence(summary.left);
  if (sentence !== "") lines.push(sentence);
  const left = notTaken(columns);
  if (left.length > 0) lines.push(`NOT TAKEN from the file: ${left.join(", ")} (match with --map "column=field")`);
  for (const { resource, key, name } of newRecords) lines.push(`Comes with it: ${resource} ${key} (${name})`);
  for (const { row, label, changes } of changed) {
    const parts = changes.map(({ part, before, after }) => `${part} ${before ?? "none"} -> ${after ?? "none"}`);
    lines.push(`Row ${row} changes ${label}: ${parts.join("; ")}`);
  }
  for (const { row, message } of problems) if (row === null || row === 1) lines.push(message);
  for (const kind of problemKinds) lines.push(lineOf(kind));
  if (warned > 0) lines.push(`To be looked at in ${warned} ${warned === 1 ? "row" : "rows"}:`);
  for (const kind of warningKinds) lines.push(lineOf(kind));
  if (refused) lines.push("Nothing was written.");
  else if (mode === "dry-run") lines.push("This was a dry run: nothing was written.");
  else lines.push(batch === null ? "Everything is there already: nothing was written." : `Imported as batch ${batch}.`);
  return lines.join("\n");
}

/** A kind of problem in one line: where it is first, how often, and what to do. */
function lineOf({ column, count, rows, messages }: ProblemKind): string {
  const [row, another] = rows;
  const more = count > 1 ? ` (${count} rows: ${rows.join(", ")}${count > rows.length ? " …" : ""})` : "";
  const place = [row !== undefined && another === undefined ? `row ${row}` : [], column ?? []].flat().join(", ");
  return `${place === "" ? "" : `${place}: `}${messages.join(" / ")}${more}`;
}

async function importFile({
  file,
  mode,
  status,
  recipe,
  skipsRefused,
  changeReason,
}: ReturnType<typeof readArguments>): Promise<boolean> {
  const client = openClient(env().DATABASE_URL);
  const changed: PlannedRow[] = [];
  try {
    const said = await recipe((name) => recipeNamed(client, name));
    const opened = await openImport(client, readFileSync(file), said);
    const { estimate } = opened.file;
    const sheets = sheetsSentence(await opened.file.sheets());
    if (sheets !== "") console.log(sheets);
    const options = { ...opened.options, status, skipsRefused };
    const request = { label: path.basename(file), ...opened.request, options, changeReason, author: AUTHOR };
    const outcome = await runImport(client, request, mode, {
      row: (row) => row.fate === "changed" && changed.length < SHOWN && changed.push(row),
      again: () => changed.splice(0),
      step: async (phase, done) => {
        if (process.stderr.isTTY)
          process.stderr.write(`\r${phase} ${done}${estimate === null ? "" : ` of ${estimate}`} `);
      },
    });
    if (process.stderr.isTTY) process.stderr.write("\r");
    console.log(report(outcome, mode, changed));
    return !outcome.refused;
  } finally {
    await client.$disconnect();
  }
}

/** Into a database that is new, or migrated and empty. */
async function importWholeFolder({ file, mode }: ReturnType<typeof readArguments>): Promise<string> {
  if (mode === "dry-run")
    throw new Error("A folder is imported whole, without a dry run: name an empty database and look");
  await makeDatabaseAt(directDatabaseUrl());
  const client = openClient(env().DATABASE_URL);
  try {
    return `Imported ${await importFolder(client, file, AUTHOR)} figures with everything they refer to.`;
  } finally {
    await client.$disconnect();
  }
}

// What is made here has hashes of passwords and sessions.
process.umask(0o077);

try {
  const asked = readArguments();
  checkReadable(asked.file);
  if (statSync(asked.file).isDirectory()) console.log(await importWholeFolder(asked));
  else if (!(await importFile(asked))) process.exitCode = 1;
} catch (error) {
  const problem = error instanceof UnreadableFile ? error.problem : null;
  const place = problem?.row ? `row ${problem.row}: ` : "";
  console.error(place + (error instanceof Error ? error.message : String(error)));
  process.exitCode = 1;
}
