import "server-only";
import { findByIdentity, type IdentityLookUp } from "@/lib/data/bulk-sql";
import type { NewFigure, NextVersion } from "@/lib/data/import-figures";
import { type FoundFigure, findKnownFigures } from "@/lib/data/import-known";
import { type NewRecords, References } from "@/lib/data/import-references";
import { readDateSpan } from "@/lib/figures/date-text";
import { daysCovered } from "@/lib/figures/edtf";
import type { NumberFormat } from "@/lib/figures/number";
import type { PrismaClient } from "@/lib/generated/prisma/client";
import { identityOf } from "@/lib/importing/identity";
import { type FigureContent, type Judgement, judgeKnown, judgeNew, type Resolved } from "@/lib/importing/judge-row";
import { type Column, matchColumns } from "@/lib/importing/match-columns";
import { MOST_PROBLEMS, type PlannedRow, type PlanSummary } from "@/lib/importing/plan";
import { fileProblem, type Problem } from "@/lib/importing/problem";
import type { FileRow } from "@/lib/importing/read-csv";
import { type RowReading, readRow } from "@/lib/importing/read-row";

/** What a person decides about an import before its rows are read. */
export interface ImportOptions {
  /** Header to field, or to "" for none, where a person corrected the matching. */
  readonly byHand: ReadonlyMap<string, string>;
  /** How the file writes numbers; undefined when nobody said: then ambiguous ones are refused. */
  readonly format: NumberFormat | undefined;
  /** What added figures become. Figures that are published stay so. */
  readonly status: "draft" | "published";
}

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
  let waiting: FileRow[] = [];
  for await (const row of rows) {
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
  #references: References | null = null;
  readonly #samples: string[][] = [];
  readonly #problems: Problem[] = [];
  readonly #rowProblems: Problem[] = [];
  readonly #totals = { refused: 0, added: 0, changed: 0, unchanged: 0 };
  readonly #seen = new Map<string, number>();
  #rows = 0;
  #publishedChanged = 0;

  constructor(client: PrismaClient, options: ImportOptions, sink: PlanSink) {
    this.#client = client;
    this.#options = options;
    this.#sink = sink;
  }

  async begin(header: FileRow): Promise<void> {
    const headers = header.cells.map((cell) => (typeof cell === "string" ? cell : cell.digits));
    const { columns, problems } = matchColumns(headers, this.#options.byHand);
    this.columns = columns;
    this.#problems.push(...problems);
    this.#references = await References.read(this.#client, columns);
  }

  async take(rows: readonly FileRow[]): Promise<void> {
    const { columns } = this;
    const references = this.#references;
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
      const reading = readRow(row, columns, this.#options.format);
      const problems = [...reading.problems];
      const resolved = references.resolve(reading, problems);
      return { reading, resolved, problems };
    });
    const known = await this.#find(read);
    const additions: NewFigure[] = [];
    const alterations: NextVersion[] = [];
    for (const [index, { reading, resolved, problems }] of read.entries()) {
      const match = known[index] ?? null;
      const judgement = this.#judge(reading, resolved, problems, match, columns);
      if (judgement.fate === "added") {
        additions.push({ content: judgement.content, importKey: reading.importKey, status: this.#options.status });
      }
      if (judgement.fate === "changed" && match !== null && match !== "several") {
        alterations.push({ known: match, content: judgement.content, state: judgement.status, kind: "imported" });
        if (match.state === "published") this.#publishedChanged += 1;
      }
      this.#tell(reading, judgement, match);
    }
    this.#sink.write(additions, alterations);
    await this.#sink.progress(this.#rows);
  }

  finish() {
    const { columns } = this;
    if (columns === null) this.#problems.push(fileProblem("empty", "The file has no rows: choose another file"));
    else if (this.#rows === 0) this.#problems.push(fileProblem("empty", "The file has a header and no rows below it"));
    const summary: PlanSummary = {
      columns: (columns ?? []).map((column, index) => ({
        ...column,
        samples: this.#samples.slice(0, SAMPLES).map((cells) => cells[index] ?? ""),
      })),
      rows: this.#rows,
      totals: this.#totals,
      newRecords: this.#references?.listed ?? [],
      publishedChanged: this.#publishedChanged,
      problems: [...this.#problems, ...this.#rowProblems].slice(0, MOST_PROBLEMS),
    };
    return { summary, records: this.#references?.new ?? null };
  }

  #judge(
    reading: RowReading,
    resolved: Resolved,
    problems: readonly Problem[],
    match: FoundFigure | "several" | null,
    columns: readonly Column[],
  ): Judgement {
    if (match === "several") {
      const message =
        "Several figures say this from the same place: add a column “figure” with the key of the one you mean";
      return refused(reading, "several_match", message);
    }
    if (reading.figure !== null && match === null) {
      return refused(
        reading,
        "unknown_figure",
        `There is no figure “${reading.figure.slice(0, 60)}”: leave the cell empty to add one`,
      );
    }
    if (problems.length > 0) return { fate: "refused", problems };
    const { status } = this.#options;
    const judgement =
      match === null
        ? judgeNew(reading, resolved, status, columns)
        : judgeKnown(reading, resolved, match, status, columns);
    if (judgement.fate === "refused") return judgement;
    const identity =
      match?.publicId ?? reading.importKey ?? (judgement.fate === "added" ? identityOf(judgement.content) : "");
    const earlier = this.#seen.get(identity);
    if (earlier !== undefined)
      return refused(reading, "row_twice", `Row ${earlier} is about the same figure: remove one of them`);
    this.#seen.set(identity, reading.row);
    return judgement;
  }

  #tell(reading: RowReading, judgement: Judgement, match: FoundFigure | "several" | null): void {
    this.#totals[judgement.fate] += 1;
    const problems = judgement.fate === "refused" ? judgement.problems : [];
    if (this.#rowProblems.length < MOST_PROBLEMS) this.#rowProblems.push(...problems);
    this.#sink.row({
      row: reading.row,
      fate: judgement.fate,
      figure: match === null || match === "several" ? null : match.publicId,
      label: labelOf(reading, judgement, match),
      changes: judgement.fate === "changed" ? judgement.changes : [],
      problems,
    });
  }

  /** The figure that each row means, "several" where that is not clear, null where there is none. */
  async #find(
    read: readonly {
      readonly reading: RowReading;
      readonly resolved: Resolved;
      readonly problems: readonly Problem[];
    }[],
  ): Promise<readonly (FoundFigure | "several" | null)[]> {
    const keys = read.flatMap(({ reading }) => reading.importKey ?? []);
    const publicIds = read.flatMap(({ reading }) => reading.figure ?? []);
    const named =
      keys.length + publicIds.length === 0
        ? []
        : await findKnownFigures(this.#client, { OR: [{ publicId: { in: publicIds } }, { importKey: { in: keys } }] });
    const byPublicId = new Map(named.map((figure) => [figure.publicId, figure]));
    const byKey = new Map(
      named.flatMap((figure) => (figure.importKey === null ? [] : [[figure.importKey, figure] as const])),
    );
    const found = read.map(({ reading }) =>
      reading.figure !== null ? byPublicId.get(reading.figure) : byKey.get(reading.importKey ?? ""),
    );
    const lookUps = read.flatMap(({ reading, resolved, problems }, at) =>
      found[at] === undefined && reading.figure === null && problems.length === 0
        ? (this.#lookUp(reading, resolved, at) ?? [])
        : [],
    );
    const pairs = lookUps.length === 0 ? [] : await findByIdentity(this.#client, lookUps);
    const alike =
      pairs.length === 0 ? [] : await findKnownFigures(this.#client, { id: { in: pairs.map(({ id }) => id) } });
    const byId = new Map(alike.map((figure) => [figure.id, figure]));
    const matches = new Map<number, FoundFigure | "several">();
    for (const { at, id } of pairs) {
      const figure = byId.get(id);
      if (figure !== undefined) matches.set(at, matches.has(at) ? "several" : figure);
    }
    return found.map((figure, at) => figure ?? matches.get(at) ?? null);
  }

  /** What to look a row up by; null when it refers to something that is new, or names no source. */
  #lookUp(reading: RowReading, resolved: Resolved, at: number): IdentityLookUp | null {
    const brings = this.#references?.new;
    const { metric, region, source, organisation = null } = resolved;
    if (metric === null || region === null || source === null) return null;
    const isNew = [
      brings?.metrics.has(metric),
      brings?.regions.has(region),
      brings?.sources.has(source),
      organisation !== null && brings?.organisations.has(organisation),
    ];
    if (isNew.some(Boolean)) return null;
    const span = readDateSpan(String(reading.parts.period ?? ""));
    const asOf = readDateSpan(String(reading.parts.asOf ?? ""));
    if (!span.ok || !asOf.ok) return null;
    return {
      at,
      metric,
      region,
      organisation,
      periodStart: span.start,
      periodEnd: span.end,
      asOf: asOf.start,
      lastDay: daysCovered(span.start, span.end, asOf.start).lastDay,
      outlook: String(reading.parts.outlook ?? "outcome"),
      source,
      locator: typeof reading.citation.locator === "string" ? reading.citation.locator : null,
      hasKey: reading.importKey !== null,
    };
  }
}

function refused(reading: RowReading, code: string, message: string): Judgement {
  return { fate: "refused", problems: [{ row: reading.row, column: null, code, message }] };
}

/** Metric, region, period and value, as they would be stored where that is known. */
function labelOf(reading: RowReading, judgement: Judgement, match: FoundFigure | "several" | null): string {
  if (judgement.fate === "added" || judgement.fate === "changed") return labelOfContent(judgement.content);
  if (match !== null && match !== "several") return labelOfContent(match.content);
  const value = reading.parts.value as { readonly digits: string } | undefined;
  return [reading.metric, reading.region, reading.parts.period, value?.digits].filter(Boolean).join(", ");
}

function labelOfContent({
  metric,
  region,
  organisation,
  period,
  asOf,
  wording,
  value,
  valueHigh,
}: FigureContent): string {
  const number = valueHigh === null ? value : `${value}–${valueHigh}`;
  const words = wording === "exactly" ? "" : `${wording.replaceAll("_", " ")} `;
  return [metric, region, organisation, period ?? asOf, `${words}${number}`].filter(Boolean).join(", ");
}
