import "server-only";
import { openFile, type ReadableFile } from "@/lib/data/import/file";
import { openImport } from "@/lib/data/import/open-import";
import { offeredRecipes } from "@/lib/data/import/recipes";
import type { PrismaClient } from "@/lib/generated/prisma/client";
import type { FileRow } from "@/lib/importing/files/read-csv";
import type { SheetChoice } from "@/lib/importing/files/sheet-choice";
import { FigureSamples } from "@/lib/importing/look/figure-samples";
import { guessMetrics, guessPlaces } from "@/lib/importing/look/guess-names";
import { noteAbove } from "@/lib/importing/look/note-above";
import { shapeOf } from "@/lib/importing/look/shape-of";
import type { ShownColumn, ShownRow, ShownSheet, Spread, TableLook } from "@/lib/importing/look/table-look";
import { UnreadableFile } from "@/lib/importing/problem";
import { isBlankRow, textOfCell } from "@/lib/importing/table/cell-kind";
import { NOTHING_LEFT } from "@/lib/importing/table/left-out";
import type { TableUses } from "@/lib/importing/table/propose-uses";
import type { Recipe } from "@/lib/importing/table/recipe";
import type { TableFacts } from "@/lib/importing/table/scan-table";

/** Rows and columns of a file, of each other sheet, and characters of a cell that are shown. */
const HEAD_ROWS = 30;
const TAIL_ROWS = 6;
const SHEET_ROWS = 5;
const MOST_COLUMNS = 14;
const SHEET_COLUMNS = 6;
const MOST_CHARACTERS = 60;
/** Sheets that are shown. */
const MOST_SHEETS = 20;
/** Faults of a recipe, not of the file: the person can say something else. */
const SAYABLE: ReadonlySet<string> = new Set(["no_table", "unknown_header", "too_many_rows"]);

/** Says what a file looks like when it is read as a recipe says, without judging its figures. Throws UnreadableFile where it cannot be read. */
export async function lookAt(client: PrismaClient, bytes: Uint8Array, recipe: Recipe): Promise<TableLook> {
  try {
    return await seen(client, bytes, recipe);
  } catch (error) {
    if (!(error instanceof UnreadableFile) || !SAYABLE.has(error.problem.code)) throw error;
    const file = await openFile(bytes, recipe);
    const others = error.problem.code === "no_table" && recipe.sheet === null ? await file.sheets() : [];
    const found = await seenElsewhere(client, bytes, recipe, others);
    if (found !== null) return found;
    const { head, width } = await firstRows(file.rows(), HEAD_ROWS, MOST_COLUMNS);
    return { ...NOTHING_SEEN, ...(await readAs(file, bytes, recipe)), head, width, problem: error.problem.message };
  }
}

const NO_SAMPLES = { count: 0, first: [] };
const NOTHING_SEEN = {
  isOurs: false,
  sheet: null,
  shape: "",
  tail: [],
  rows: 0,
  place: null,
  lastRow: null,
  problem: null,
  columns: [],
  spread: null,
  figures: 0,
  left: NOTHING_LEFT,
  unsaid: {},
  ambiguous: NO_SAMPLES,
  long: NO_SAMPLES,
  times: null,
  above: "",
  units: [],
  regions: [],
  metrics: [],
  named: { regions: 0, metrics: 0 },
  recipes: [],
} as const;

/** The first other visible sheet that has a table: workbooks often begin with words about themselves. Null where none has. */
async function seenElsewhere(
  client: PrismaClient,
  bytes: Uint8Array,
  recipe: Recipe,
  sheets: readonly SheetChoice[],
): Promise<TableLook | null> {
  for (const { name } of sheets.filter(({ isHidden, isRead }) => !isHidden && !isRead).slice(0, MOST_SHEETS)) {
    const found = await seen(client, bytes, { ...recipe, sheet: name }).catch((error: unknown) => {
      if (error instanceof UnreadableFile) return null;
      throw error;
    });
    if (found !== null) return { ...found, sheet: name };
  }
  return null;
}

async function seen(client: PrismaClient, bytes: Uint8Array, recipe: Recipe): Promise<TableLook> {
  const { file, table } = await openImport(client, bytes, recipe, { shapes: true });
  const { facts, uses, columns } = table;
  const [regions, metrics] = await Promise.all([
    client.region.findMany({ where: { retracted: false }, select: { code: true, name: true, nameLocal: true } }),
    client.metric.findMany({ where: { retracted: false }, select: { slug: true, name: true, unit: true } }),
  ]);
  const found = new FigureSamples(columns ?? [], {
    format: recipe.numberFormat ?? table.format,
    hasSemicolons: facts.delimiter === ";",
    rounds: recipe.rounds,
    brackets: recipe.brackets,
    footnotes: table.footnotes,
  });
  if (columns !== null) for await (const row of table.rows()) found.see(row);
  const names = table.names();
  const shape = shapeOf(uses);
  return {
    ...(await readAs(file, bytes, recipe)),
    isOurs: table.isPlain,
    sheet: null,
    shape,
    head: facts.head.slice(0, HEAD_ROWS).map((row) => shown(row, MOST_COLUMNS)),
    tail: facts.tail.slice(-TAIL_ROWS).map((row) => shown(row, MOST_COLUMNS)),
    rows: facts.rows,
    width: Math.max(facts.columns.length, ...facts.head.map(({ cells }) => cells.length)),
    place: facts.place,
    lastRow: facts.lastRow,
    problem: null,
    columns: shownColumns(facts, uses),
    spread: spreadOf(uses),
    figures: found.figures,
    left: table.left(),
    unsaid: found.unsaid,
    ambiguous: found.ambiguous,
    long: found.long,
    times: table.timeQuestion,
    above: noteAbove(facts.above, table.fileUnit?.row ?? null),
    units: found.units,
    regions: guessPlaces(names.region, regions, table.places),
    metrics: guessMetrics(names.metric, metrics, {
      unit: found.units.length === 1 ? (found.units[0] ?? null) : null,
      // Whoever says what all numbers measure has named it.
      of: recipe.constants.metric === undefined ? (table.fileUnit?.of ?? null) : null,
    }),
    named: { regions: names.region.size, metrics: names.metric.size },
    recipes: await offeredRecipes(client, shape, recipe.constants),
  };
}

async function readAs(
  file: ReadableFile,
  bytes: Uint8Array,
  recipe: Recipe,
): Promise<Pick<TableLook, "encoding" | "delimiter" | "sheets">> {
  const visible = (await file.sheets()).filter(({ isHidden }) => !isHidden);
  const sheets: ShownSheet[] = [];
  for (const sheet of visible.length > 1 ? visible.slice(0, MOST_SHEETS) : []) {
    const rows = (await openFile(bytes, { ...recipe, sheet: sheet.name })).rows();
    sheets.push({ ...sheet, rows: (await firstRows(rows, SHEET_ROWS, SHEET_COLUMNS)).head });
  }
  const { encoding: name, guessedFrom } = file.decoded ?? { encoding: null, guessedFrom: null };
  let delimiter: string | null = null;
  if (name !== null)
    for await (const row of file.rows()) {
      delimiter = row.delimiter ?? null;
      break;
    }
  return { encoding: name === null ? null : { name, guessedFrom }, delimiter, sheets };
}

async function firstRows(rows: AsyncIterable<FileRow> | Iterable<FileRow>, most: number, columns: number) {
  const head: ShownRow[] = [];
  let width = 0;
  for await (const row of rows) {
    if (isBlankRow(row)) continue;
    if (head.length === most) break;
    width = Math.max(width, row.cells.length);
    head.push(shown(row, columns));
  }
  return { head, width };
}

function shown({ row, cells }: FileRow, most: number): ShownRow {
  const texts = cells.slice(0, most).map((cell) => {
    const text = textOfCell(cell);
    return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;
  });
  return { row, cells: texts };
}

function shownColumns({ columns }: TableFacts, { roles }: TableUses): readonly ShownColumn[] {
  return roles.map(({ column: { name, letter, index }, use, reason }) => ({
    name,
    letter,
    use,
    reason,
    samples: (columns[index]?.samples ?? []).slice(0, 3).map((text) => text.slice(0, MOST_CHARACTERS)),
  }));
}

function spreadOf({ roles, levels }: TableUses): Spread | null {
  const across = roles.flatMap(({ column, use }) => (use === "across" ? [column.levels] : []));
  if (across.length === 0) return null;
  return {
    count: across.length,
    levels: levels.map((says, level) => {
      const texts = across.map((said) => said[level] ?? "").filter((text) => text !== "");
      return { says, first: texts[0] ?? "", last: texts.at(-1) ?? "", texts: new Set(texts).size };
    }),
  };
}
