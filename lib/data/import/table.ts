import "server-only";
import type { ReadableFile } from "@/lib/data/import/file";
import type { FileRow } from "@/lib/importing/files/read-csv";
import { type Column, fieldOfHeader } from "@/lib/importing/match-columns";
import { type KnownRegion, PlaceMatcher } from "@/lib/importing/places/match-place";
import { fileProblem, UnreadableFile } from "@/lib/importing/problem";
import { CANADIAN, Flags } from "@/lib/importing/table/flags";
import { type LeftOut, NOTHING_LEFT } from "@/lib/importing/table/left-out";
import { FEWEST_OWN, proposeUses, type TableUses } from "@/lib/importing/table/propose-uses";
import { NO_RECIPE, type Recipe } from "@/lib/importing/table/recipe";
import { type ColumnFacts, type Remark, scanTable, type TableFacts } from "@/lib/importing/table/scan-table";
import { TableShape } from "@/lib/importing/table/shape-rows";
import type { TimeQuestion } from "@/lib/importing/times/periods";
import { type FileUnit, fileUnit } from "@/lib/importing/units/file-unit";
import { isScaledUnit } from "@/lib/importing/units/stated-unit";
import type { NumberFormat } from "@/lib/numbers/grouped-digits";

/** A file whose table was found and is read as a recipe says. */
export interface OpenedTable {
  readonly facts: TableFacts;
  readonly uses: TableUses;
  /** Whether the file's own header says everything of its rows. */
  readonly isPlain: boolean;
  /** The columns of the rows; null where the file's own header says them. */
  readonly columns: readonly Column[] | null;
  /** Rows of an import. */
  rows(): AsyncIterable<FileRow> | Iterable<FileRow>;
  /** How the file writes numbers, where some of them can be read in one way only and none in the other; undefined else. */
  readonly format: NumberFormat | undefined;
  /** What was left out of those read last, by why. */
  left(): Readonly<Record<LeftOut, number>>;
  /** Names of regions and metrics in those read last, with how many figures are under each; none where the file's own header says all. */
  names(): Readonly<Record<"region" | "metric", ReadonlyMap<string, number>>>;
  /** Finds what names of places stand for. */
  readonly places: PlaceMatcher;
  /** The unit that a line above the table states. */
  readonly fileUnit: FileUnit | null;
  /** What is to be asked of its times; null where nothing is. */
  readonly timeQuestion: TimeQuestion | null;
  /** What footnotes below the table say, by their marks. */
  readonly footnotes: ReadonlyMap<string, string>;
}

/** Finds the table of a file and how its columns are used: as the recipe says, else as it looks. With `shapes` also a file that says everything itself is read as any other. Throws UnreadableFile where there is none. */
export async function openTable(
  file: ReadableFile,
  recipe: Recipe,
  regions: readonly KnownRegion[],
  { shapes = false }: { readonly shapes?: boolean } = {},
): Promise<OpenedTable> {
  const places = new PlaceMatcher(regions);
  const begun = await scanTable(firstOf(file.rows()), recipe, countNames);
  // A long file in our own words is not read twice where its beginning is plain.
  const isOurs = begun.place?.header === begun.head[0]?.row && begun.place?.headerRows === 1 && isInOurWords(begun);
  const isShort = isOurs && isClean(begun) && saysNothing(recipe);
  const facts = isShort ? begun : await scanTable(file.rows(), recipe, countNames);
  const sheets = await file.sheets();
  if (facts.place === null && facts.rows > 0 && !isLone(facts)) throw noTable(sheets.length > 1);
  const { description } = file;
  const uses = proposeUses(facts, recipe, places, description);
  const numbers = facts.columns.filter((_, at) => /^(?:across|value)$/.test(uses.roles[at]?.use ?? ""));
  // Letters behind numbers are flags in what Eurostat packs so.
  const isPacked = facts.columns.some(({ column }) => /^\w+\\\w+$/.test(column.name));
  const isCanadian = facts.columns.some(({ column }) => column.name === "SCALAR_FACTOR");
  const flags = new Flags([...facts.above, ...facts.below], isPacked, isCanadian ? CANADIAN : undefined);
  const hasFlags = flags.areFlags(new Set(numbers.flatMap((one) => [...one.letters])));
  const hasMissing = numbers.some(({ kinds }) => kinds.missing > 0);
  const isPlain =
    facts.place === null ||
    (facts.place.header === facts.head[0]?.row &&
      facts.place.headerRows === 1 &&
      facts.below.length === 0 &&
      !hasFlags &&
      !hasMissing &&
      saysNothing(recipe) &&
      (isInOurWords(facts) ||
        facts.columns.every(({ column }, at) => isOwn(column.name, uses.roles[at]?.use ?? "ignore"))));
  const footnotes = new Map(facts.below.flatMap(({ text }) => footnoteOf(text)));
  if (isPlain && (facts.place === null || !shapes)) {
    const left = () => NOTHING_LEFT;
    const names = () => ({ region: new Map<string, number>(), metric: new Map<string, number>() });
    return {
      facts,
      uses,
      isPlain,
      columns: null,
      format: undefined,
      rows: () => file.rows(),
      left,
      names,
      places,
      fileUnit: null,
      timeQuestion: null,
      footnotes,
    };
  }
  const unknown = Object.keys(recipe.columns).find((name) => !facts.columns.some(({ column }) => column.name === name));
  if (unknown !== undefined) throw unknownColumn(unknown);
  const sheet = sheets.length > 1 ? (sheets.find(({ isRead }) => isRead)?.name ?? null) : null;
  const unit = fileUnit([...facts.above, ...unitsInHeader(facts, uses)], facts.below);
  const make = () =>
    new TableShape({ facts, uses, recipe, places, flags, hasFlags, sheet, description, fileUnit: unit });
  let shape = make();
  return {
    facts,
    uses,
    isPlain,
    columns: shape.columns,
    format: description.numberFormat ?? formatOf(numbers),
    rows: () => {
      shape = make();
      return shape.rows(file.rows());
    },
    left: () => shape.left,
    names: () => shape.names,
    places,
    fileUnit: unit,
    timeQuestion: shape.timeQuestion,
    footnotes,
  };
}

/** Scales in the header over columns that hold no numbers: they are said of all others. */
function unitsInHeader({ place }: TableFacts, { roles }: TableUses): readonly Remark[] {
  const texts = roles.flatMap(({ column, use }) => (use === "across" || use === "value" ? [] : column.levels));
  return texts
    .filter(isScaledUnit)
    .map((text) => ({ row: place?.header ?? 1, text: text.startsWith("(") ? text : `(${text})`, cells: [text] }));
}

/** Rows from which a file in our own words is judged. */
const BEGINNING = 300;

async function* firstOf(rows: AsyncIterable<FileRow> | Iterable<FileRow>): AsyncGenerator<FileRow> {
  let left = BEGINNING;
  for await (const row of rows) {
    if (left === 0) return;
    left -= 1;
    yield row;
  }
}

/** Whether nothing stands in the cells or below them that has to be taken apart: marks for no figure, letters behind numbers, remarks. */
function isClean({ columns, below }: TableFacts): boolean {
  return below.length === 0 && columns.every(({ letters, kinds }) => letters.size === 0 && kinds.missing === 0);
}

/** Whether the columns have our own names: whoever writes so says everything in them, and other columns are read over. */
function isInOurWords({ columns }: TableFacts): boolean {
  return columns.filter(({ column }) => fieldOfHeader(column.name).by === "name").length >= FEWEST_OWN;
}

const LETTER = /\p{L}/u;

/** How many cells of a row name a field of an import. */
function countNames(cells: readonly string[]): number {
  const fields = cells.flatMap((cell) => {
    // Most of the first rows are numbers already, and a number names nothing.
    if (!LETTER.test(cell)) return [];
    const { field, by } = fieldOfHeader(cell);
    return field !== null && (by === "name" || by === "synonym") ? [field] : [];
  });
  return new Set(fields).size;
}

/** A header alone is a table without rows, of which the plan tells. */
const isLone = ({ rows, head }: TableFacts) => rows === 1 || countNames(head[0]?.cells.map(String) ?? []) > 0;

/** Whether a column is used for what the import has always taken it for by its name. */
function isOwn(name: string, use: string): boolean {
  // Letters of flags become words.
  if (use === "flags") return name === "flags";
  return use === (fieldOfHeader(name).field ?? "ignore") || use === "ignore";
}

function saysNothing(recipe: Recipe): boolean {
  const {
    columns: _,
    encoding: __,
    delimiter: ___,
    sheet: ____,
    rounds: _____,
    brackets: _______,
    numberFormat: ______,
    ...rest
  } = recipe;
  return Object.entries(rest).every(
    ([name, value]) => JSON.stringify(value) === JSON.stringify(NO_RECIPE[name as keyof Recipe]),
  );
}

/** Only the columns of numbers tell: “1.1” in another may be a chapter. */
function formatOf(numbers: readonly ColumnFacts[]): "en" | "de" | undefined {
  const [isEnglish, isContinental] = [
    numbers.some((column) => column.isEnglish),
    numbers.some((column) => column.isContinental),
  ];
  return isEnglish === isContinental ? undefined : isEnglish ? "en" : "de";
}

function unknownColumn(name: string): UnreadableFile {
  const message = `No column is called “${name.slice(0, 100)}”: take a name from the header`;
  return new UnreadableFile(422, fileProblem("unknown_header", message));
}

function noTable(hasSheets: boolean): UnreadableFile {
  const other = hasSheets ? "choose another sheet, or say" : "say";
  return new UnreadableFile(
    422,
    fileProblem("no_table", `No table of numbers was found here: ${other} in which row its header is`),
  );
}

/** "1) Without Berlin." and "* Estimated." by their marks. */
function footnoteOf(text: string): readonly (readonly [string, string])[] {
  const [, mark, said] = /^(\(?[a-z\d]{1,2}\)|[*†‡§#¹²³⁴⁵⁶⁷⁸⁹]+)\s*(\S.*)$/i.exec(text) ?? [];
  return mark === undefined || said === undefined ? [] : [[mark, said.slice(0, 300)]];
}
