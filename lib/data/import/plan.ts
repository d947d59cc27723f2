import "server-only";
import type { NextVersion } from "@/lib/data/import/figures";
import { type Match, Matches } from "@/lib/data/import/matches";
import type { ImportOptions, ShapedColumns } from "@/lib/data/import/options";
import { FileReferences, type NewRecords } from "@/lib/data/import/references";
import { labelOf, marksOf } from "@/lib/data/import/row-label";
import type { NewFigure } from "@/lib/data/resources/write-figures";
import { isFiguresHeader } from "@/lib/exports/figure-row";
import type { PrismaClient } from "@/lib/generated/prisma/client";
import { type Alike, AlikeRows, alikeWarnings, toldApart } from "@/lib/importing/alike-rows";
import {
  type Evaluation,
  evaluateKnown,
  evaluateNew,
  type Resolved,
  refusedRow,
  withFurther,
} from "@/lib/importing/evaluate-row";
import { FIELDS, type FieldName } from "@/lib/importing/fields";
import { CommaEvidence } from "@/lib/importing/files/comma-evidence";
import type { FileRow } from "@/lib/importing/files/read-csv";
import { ProblemKinds } from "@/lib/importing/group-problems";
import { identityOf } from "@/lib/importing/identity";
import { type Column, matchColumns } from "@/lib/importing/match-columns";
import { PhraseChecks } from "@/lib/importing/phrase-warnings";
import { MOST_PROBLEMS, type PlannedRow, type PlanSummary } from "@/lib/importing/plan";
import { fileProblem, NO_FIGURES, NO_ROWS, type Problem } from "@/lib/importing/problem";
import { type RowReading, readRow } from "@/lib/importing/read-row";
import { isBlankRow } from "@/lib/importing/table/cell-kind";
import { NOTHING_LEFT } from "@/lib/importing/table/left-out";
import { type NumberWriting, UNKNOWN_WRITING } from "@/lib/importing/units/read-value";
import { fractionOf, inMetricUnit } from "@/lib/importing/units/row-unit";
import { writtenCell } from "@/lib/importing/written-cell";
import type { NumberFormat } from "@/lib/numbers/grouped-digits";

/** Where the parts of a plan go as they are found, so that a plan of any length needs little memory. */
export interface PlanSink {
  row(planned: PlannedRow): void;
  write(additions: readonly NewFigure[], alterations: readonly NextVersion[]): void;
  /** Called after each set of rows; a promise that is rejected stops the plan. */
  progress(rowsDone: number): Promise<void>;
}

const ROWS_AT_A_TIME = 500;
const SAMPLES = 3;

/** Works out what an import would do, row by row, and writes nothing. The summary's new records come with `records`. */
export async function planImport(
  client: PrismaClient,
  rows: AsyncIterable<FileRow> | Iterable<FileRow>,
  options: ImportOptions,
  sink: PlanSink,
): Promise<{ readonly summary: PlanSummary; readonly records: NewRecords | null }> {
  const planner = new Planner(client, options, sink);
  if (options.shaped) await planner.beginShaped(options.shaped);
  let waiting: FileRow[] = [];
  for await (const row of rows) {
    if (isBlankRow(row)) continue;
    if (planner.columns === null) {
      await planner.begin(row);
      continue;
    }
    waiting.push(row);
    if (waiting.length === ROWS_AT_A_TIME) {
      await planner.take(waiting);
      waiting = [];
    }
  }
  await planner.take(waiting);
  return planner.finish();
}

class Planner {
  columns: readonly Column[] | null = null;
  readonly #client: PrismaClient;
  readonly #options: ImportOptions;
  readonly #sink: PlanSink;
  readonly #matches: Matches;
  #references: FileReferences | null = null;
  readonly #samples: string[][] = [];
  readonly #problems: Problem[] = [];
  readonly #rowProblems: Problem[] = [];
  readonly #problemKinds = new ProblemKinds();
  readonly #warningKinds = new ProblemKinds();
  readonly #phrases = new PhraseChecks();
  readonly #totals = { refused: 0, added: 0, changed: 0, unchanged: 0 };
  readonly #seen = new Map<string, number>();
  readonly #alike = new AlikeRows();
  #writing: NumberWriting = UNKNOWN_WRITING;
  #commas: CommaEvidence | null = null;
  #checksPhrases = true;
  #rows = 0;
  #warned = 0;
  #publishedChanged = 0;

  constructor(client: PrismaClient, options: ImportOptions, sink: PlanSink) {
    this.#client = client;
    this.#matches = new Matches(client);
    this.#options = options;
    this.#sink = sink;
  }

  async begin(header: FileRow): Promise<void> {
    const headers = header.cells.map((cell) => (typeof cell === "string" ? cell : cell.digits));
    const { columns, problems } = matchColumns(headers, this.#options.overrides);
    this.columns = columns;
    // A download of ours says by its columns how it writes numbers: 1.234 has one reading in it.
    const isOurs = isFiguresHeader(headers);
    const format = this.#options.format ?? (isOurs ? "plain" : undefined);
    this.#problems.push(...problems);
    await this.#prepare(columns, format, header.delimiter);
  }

  /** Begins with columns that are known already. */
  async beginShaped({ columns, delimiter, footnotes, hasOwnPhrases }: ShapedColumns): Promise<void> {
    this.columns = columns;
    this.#checksPhrases = !hasOwnPhrases;
    await this.#prepare(columns, this.#options.format, delimiter, footnotes);
  }

  async #prepare(
    columns: readonly Column[],
    format: NumberFormat | undefined,
    delimiter: string | undefined,
    footnotes: ReadonlyMap<string, string> = new Map(),
  ): Promise<void> {
    const { rounds = false, brackets = null } = this.#options;
    this.#writing = { format, hasSemicolons: delimiter === ";", rounds, footnotes, brackets };
    this.#commas = format === undefined ? new CommaEvidence(columns) : null;
    this.#references = await FileReferences.read(this.#client, columns);
  }

  async take(rows: readonly FileRow[]): Promise<void> {
    const [columns, references] = [this.columns, this.#references];
    if (columns === null || references === null || rows.length === 0) return;
    this.#rows += rows.length;
    if (this.#samples.length < SAMPLES) {
      const texts = rows
        .slice(0, SAMPLES)
        .map(({ cells }) => cells.map((cell) => (typeof cell === "string" ? cell : cell.digits)));
      this.#samples.push(...texts);
    }
    // With columns that cannot be told apart nothing else can be said.
    if (this.#problems.length > 0) return;
    const read = rows.map((row) => {
      this.#commas?.see(row);
      const written = readRow(row, columns, this.#writing);
      const problems = [...written.problems];
      const resolved = references.resolve(written, problems);
      return { reading: this.#inMetricUnit(written, resolved, columns, problems), resolved, problems };
    });
    const known = await this.#matches.find(read, references.new);
    const additions: NewFigure[] = [];
    const alterations: NextVersion[] = [];
    for (const [index, { reading, resolved, problems }] of read.entries()) {
      const { match, twin } = known[index] ?? { match: null, twin: null };
      const judged = this.#judge(reading, resolved, problems, match, columns);
      const alike = judged.fate === "added" ? this.#alike.see(judged.content, reading.row) : null;
      const isUntold = alike?.isOther === true && this.#options.shaped?.hasOwnPhrases === true;
      const judgement = isUntold ? refusedRow(reading, "rows_differ", toldApart(alike)) : judged;
      if (judgement.fate !== "refused") references.use(resolved);
      if (judgement.fate === "added") {
        additions.push({ content: judgement.content, importKey: reading.importKey, status: this.#options.status });
      }
      if (judgement.fate === "changed" && match !== null && match !== "several") {
        alterations.push({ known: match, content: judgement.content, state: judgement.status, kind: "imported" });
        if (match.state === "published") this.#publishedChanged += 1;
      }
      this.#tell(reading, judgement, match, { twin, alike, cell: writtenCell(rows[index], columns) });
    }
    this.#sink.write(additions, alterations);
    await this.#sink.progress(this.#rows);
  }

  finish() {
    const { columns } = this;
    if (columns === null) this.#problems.push(fileProblem("empty", "The file has no rows: choose another file"));
    else if (this.#rows === 0) this.#problems.push(this.#options.shaped ? NO_FIGURES : NO_ROWS);
    const unsure = this.#commas?.problem() ?? null;
    if (unsure !== null) this.#problems.push(unsure);
    const skips = this.#options.skipsRefused === true;
    const isWorded = (columns ?? []).some(({ field }) => field !== null && WORDING_FIELDS.has(field));
    if (!isWorded && this.#totals.added > 0) this.#warningKinds.add(fileProblem("no_wording", NO_WORDING));
    const summary: PlanSummary = {
      columns: (columns ?? []).map((column, index) => ({
        ...column,
        samples: this.#samples.slice(0, SAMPLES).map((cells) => cells[index] ?? ""),
      })),
      rows: this.#rows,
      totals: this.#totals,
      read: [],
      left: NOTHING_LEFT,
      newRecords: this.#references?.listed(skips) ?? [],
      publishedChanged: this.#publishedChanged,
      problems: [...this.#problems, ...this.#rowProblems].slice(0, MOST_PROBLEMS),
      problemKinds: this.#problemKinds.list(),
      warningKinds: this.#warningKinds.list(),
      warned: this.#warned,
    };
    return { summary, records: this.#references?.brought(skips) ?? null };
  }

  #judge(
    reading: RowReading,
    resolved: Resolved,
    problems: readonly Problem[],
    match: Match,
    columns: readonly Column[],
  ): Evaluation {
    if (match === "several") {
      const message =
        "Several figures say this from the same place: add a column “figure” with the key of the one you mean";
      return refusedRow(reading, "several_match", message);
    }
    if (reading.figure !== null && match === null) {
      return refusedRow(
        reading,
        "unknown_figure",
        `There is no figure “${reading.figure.slice(0, 60)}”: leave the cell empty to add one`,
      );
    }
    const { status } = this.#options;
    const judgement =
      match === null
        ? evaluateNew(reading, resolved, status, columns)
        : evaluateKnown(reading, resolved, match, status, columns);
    if (problems.length > 0)
      return { fate: "refused", problems: withFurther(problems, judgement, reading, resolved, columns) };
    if (judgement.fate === "refused") return judgement;
    const identity =
      match?.publicId ?? reading.importKey ?? (judgement.fate === "added" ? identityOf(judgement.content) : "");
    const earlier = this.#seen.get(identity);
    if (earlier !== undefined)
      return refusedRow(reading, "row_twice", `Row ${earlier} is about the same figure: remove one of them`);
    this.#seen.set(identity, reading.row);
    return judgement;
  }

  #tell(
    reading: RowReading,
    judgement: Evaluation,
    match: Match,
    { twin, alike, cell }: Alike & Pick<PlannedRow, "cell">,
  ): void {
    this.#totals[judgement.fate] += 1;
    const isRefused = judgement.fate === "refused";
    const problems = isRefused ? judgement.problems : [];
    const warnings = isRefused
      ? []
      : [...reading.warnings, ...this.#warningsOf(judgement, reading.row, { twin, alike })];
    // Columns that became rows are one.
    const isSpread = this.#options.shaped != null && cell !== null;
    const grouped = (problem: Problem) =>
      isSpread && problem.column === cell.column ? { ...problem, column: FIELDS.value.label } : problem;
    for (const problem of problems) this.#problemKinds.add(grouped(problem));
    for (const warning of warnings) this.#warningKinds.add(grouped(warning));
    if (warnings.length > 0) this.#warned += 1;
    if (this.#rowProblems.length < MOST_PROBLEMS) this.#rowProblems.push(...problems);
    this.#sink.row({
      row: reading.row,
      cell,
      fate: judgement.fate,
      figure: match === null || match === "several" ? null : match.publicId,
      label: labelOf(reading, judgement, match),
      marks: marksOf(judgement),
      changes: judgement.fate === "changed" ? judgement.changes : [],
      problems,
      warnings,
    });
  }

  /** What is to be said of a figure that the file brings or changes, and of its phrase. What it does not change is not looked at. */
  #warningsOf(judgement: Evaluation, row: number, others: Alike): readonly Problem[] {
    if (judgement.fate !== "added" && judgement.fate !== "changed") return [];
    if (judgement.fate === "changed" && !judgement.changes.some(({ part }) => QUOTED.has(part))) return [];
    const { content } = judgement;
    const measure = this.#references?.measureOf(content.metric) ?? null;
    const language = this.#references?.languageOf(content.citations[0]?.source ?? "") ?? null;
    const warning = measure === null || !this.#checksPhrases ? null : this.#phrases.check(content, measure, language);
    const alike = judgement.fate === "added" ? alikeWarnings(others, row) : [];
    return [...(warning === null ? [] : [{ row, column: null, ...warning }]), ...alike];
  }

  #inMetricUnit(reading: RowReading, resolved: Resolved, columns: readonly Column[], problems: Problem[]): RowReading {
    const metric = this.#references?.measureOf(resolved.metric) ?? null;
    if (metric === null) return reading;
    const { parts, scaling, remarks } = inMetricUnit(reading, metric, columns, problems);
    const read = { ...reading, parts, remarks: [...reading.remarks, ...remarks] };
    const said = scaling === null ? fractionOf(parts, metric) : { code: "scaled", message: `Taken as ${scaling}` };
    return said === null
      ? read
      : { ...read, warnings: [...read.warnings, { row: reading.row, column: null, ...said }] };
  }
}

const WORDING_FIELDS: ReadonlySet<FieldName> = new Set(["wording", "as_worded", "qualifier", "figure"]);
const NO_WORDING = "No column says the wording: numbers without a word of their own are taken as exactly";

const QUOTED: ReadonlySet<string> = new Set(["value", "valueHigh", "citations"]);
