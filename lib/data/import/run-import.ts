import "server-only";
import { refuseSameAddress } from "@/lib/data/commands/same-address";
import { CompressedBatches } from "@/lib/data/db/compressed-batches";
import { isUniqueViolation } from "@/lib/data/db/database-errors";
import { engine } from "@/lib/data/db/engines";
import type { Author, Tx } from "@/lib/data/db/transaction";
import { AffectsFigures, invalid } from "@/lib/data/errors";
import { ChangedMeanwhile, changeFigures, NewFigures, type NextVersion, ReferenceIds } from "@/lib/data/import/figures";
import type { ImportOptions } from "@/lib/data/import/options";
import { planImport } from "@/lib/data/import/plan";
import type { NewRecords } from "@/lib/data/import/references";
import { findReferences } from "@/lib/data/resources/references";
import { storeOf } from "@/lib/data/resources/registry";
import type { NewFigure } from "@/lib/data/resources/write-figures";
import { checkMeaning } from "@/lib/data/revisions/meaning";
import { type Content, type Stored, snapshot } from "@/lib/data/revisions/record";
import { type ChangeContext, recordRevisions } from "@/lib/data/revisions/revisions";
import type { PrismaClient } from "@/lib/generated/prisma/client";
import type { FileRow } from "@/lib/importing/files/read-csv";
import type { PlannedRow, PlanSummary } from "@/lib/importing/plan";
import { fileProblem } from "@/lib/importing/problem";
import { DomainError } from "@/lib/schemas/domain-error";
import type { ChangeReasonFields, Resource } from "@/lib/schemas/resources";

/** A file to be imported and what was decided about it. */
export interface ImportRequest {
  readonly label: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: string;
  /** Reads the file from its beginning. */
  rows(): AsyncIterable<FileRow> | Iterable<FileRow>;
  /** What is told of the last reading of a table that had to be found and shaped. */
  told?(): Pick<PlanSummary, "read" | "left"> & Partial<Pick<PlanSummary, "columns">>;
  readonly options: ImportOptions;
  readonly author: Author;
  readonly changeReason: ChangeReasonFields;
}

/** What an import tells while it works. A promise of `step` that is rejected stops it; nothing is then written. */
export interface ImportWatcher {
  /** A row of the plan; the plan may begin anew, then `again` is called first. */
  row(planned: PlannedRow): void;
  again(): void;
  step(phase: "checking" | "writing", done: number): Promise<void>;
  /** All rows of the plan were told. */
  planned?(): Promise<void>;
  /** All is written, in the transaction that does so: rejected, it leaves nothing. */
  written?(tx: Tx, outcome: ImportOutcome): Promise<void>;
}

/** `batch` is null when nothing was written: a dry run, a refusal, or a file whose rows are all there. */
export interface ImportOutcome {
  readonly summary: PlanSummary;
  readonly refused: boolean;
  readonly batch: number | null;
}

/** How often a plan is made anew because somebody changed its figures meanwhile. */
const TRIES = 3;

/** Works out what an import does and, unless it is a dry run or something is refused, does it: all or nothing. */
export async function runImport(
  client: PrismaClient,
  request: ImportRequest,
  mode: "dry-run" | "import",
  watcher: ImportWatcher,
): Promise<ImportOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    const additions = new CompressedBatches<NewFigure>();
    const alterations = new CompressedBatches<NextVersion>();
    const { summary: planned, records } = await planImport(client, request.rows(), request.options, {
      row: watcher.row,
      write(added, altered) {
        additions.add(added);
        alterations.add(altered);
      },
      progress: (done) => watcher.step("checking", done),
    });
    const summary = { ...planned, ...request.told?.() };
    await watcher.planned?.();
    const judged = mode === "import" ? withReason(summary, request.changeReason) : summary;
    // Where rows were judged, what concerns no row concerns the whole file.
    const skips = request.options.skipsRefused && judged.totals.refused > 0;
    const stops = skips ? judged.problems.filter(({ row }) => row === null) : judged.problems;
    const refused = stops.length > 0;
    const isIdle = judged.totals.added + judged.totals.changed === 0;
    if (mode === "dry-run" || refused || isIdle || records === null) return { summary: judged, refused, batch: null };
    try {
      return await writeAll(client, request, summary, { additions, alterations, records }, watcher);
    } catch (error) {
      const isOutdated = error instanceof ChangedMeanwhile || isUniqueViolation(error);
      if (!isOutdated || attempt === TRIES) throw error;
      watcher.again();
    }
  }
}

/** A published number changes only with a reason. */
function withReason(summary: PlanSummary, changeReason: ChangeReasonFields): PlanSummary {
  if (summary.publishedChanged === 0 || (changeReason.cause !== null && changeReason.reason !== null)) return summary;
  const count = summary.publishedChanged;
  const message = `The file changes ${count} published ${count === 1 ? "figure" : "figures"}: say why`;
  return { ...summary, problems: [fileProblem("reason_missing", message), ...summary.problems] };
}

interface Operations {
  readonly additions: CompressedBatches<NewFigure>;
  readonly alterations: CompressedBatches<NextVersion>;
  readonly records: NewRecords;
}

/** Lays ready what is new, out of the way of those who save meanwhile, then writes everything. */
async function writeAll(
  client: PrismaClient,
  request: ImportRequest,
  summary: PlanSummary,
  operations: Operations,
  watcher: ImportWatcher,
): Promise<ImportOutcome> {
  let added: NewFigures | null = null;
  try {
    return await engine().inTwoSteps(
      client,
      async (tx) => {
        added = await NewFigures.begin(tx);
        let done = 0;
        for (const set of operations.additions.sets()) {
          await added.add(tx, set);
          done += set.length;
          await watcher.step("writing", done);
        }
      },
      async (tx) => {
        if (added === null) throw new Error("Nothing was laid ready");
        const batch = await write(tx, request, summary, { ...operations, added }, watcher);
        const outcome = { summary, refused: false, batch };
        await watcher.written?.(tx, outcome);
        return outcome;
      },
    );
  } catch (error) {
    await (added as NewFigures | null)?.forget(client).catch(() => undefined);
    throw error;
  }
}

async function write(
  tx: Tx,
  { label, sha256, author, changeReason }: ImportRequest,
  { totals, newRecords, rows, warningKinds }: PlanSummary,
  { added, alterations, records }: Omit<Operations, "additions"> & { readonly added: NewFigures },
  watcher: ImportWatcher,
): Promise<number> {
  const { id } = await tx.importBatch.create({ data: { label, sha256, rows, who: author.name }, select: { id: true } });
  const context: ChangeContext = { author, changeReason, batchId: id };
  for (const resource of ["regions", "organisations", "metrics", "sources"] as const) {
    for (const [key, { slug: _, ...content }] of records[resource] as ReadonlyMap<
      string,
      Content<typeof resource> & { slug?: string }
    >) {
      await bringRecord(tx, resource, key, content as Content<typeof resource>, { ...context, listed: false });
    }
  }
  const ids = await ReferenceIds.read(tx);
  if (totals.added > 0) await added.write(tx, ids, context);
  let done = totals.added;
  for (const set of alterations.sets()) {
    await changeFigures(tx, set, ids, context);
    done += set.length;
    await watcher.step("writing", done);
  }
  // How numbers came into their metrics' units stays on record.
  const scaled = warningKinds.flatMap(({ code, count, messages }) =>
    code === "scaled" ? { rows: count, messages } : [],
  );
  const after = { ...totals, newRecords: newRecords.length, ...(scaled.length === 0 ? {} : { scaled }) };
  await finishBatch(tx, id, sha256, after, context);
  return id;
}

/** Writes a record that comes with a file: a new one, or the next version of one that was retracted. */
async function bringRecord<N extends Resource>(
  tx: Tx,
  resource: N,
  key: string,
  content: Content<N>,
  context: ChangeContext,
) {
  const store = storeOf(resource);
  const there = await store.find(tx, key);
  await refuseSameAddress(tx, resource, key, content, there).catch((error: unknown) => {
    throw error instanceof DomainError ? new ChangedMeanwhile(`The address of “${key}” was taken meanwhile`) : error;
  });
  if (there === null) return insertRecord(tx, resource, key, content, context);
  await store.check?.(tx, key, content);
  await refuseOtherMeaning(tx, resource, there, content, context);
  const references = await findReferences(tx, store.references(content));
  const isBack =
    there.state === "retracted" && (await store.update(tx, there, { content, state: "published", references }));
  if (!isBack) throw new ChangedMeanwhile(`“${key}” was added meanwhile`);
  const before = snapshot(resource, there.content, "retracted");
  const change = { resource, key, kind: "imported", before, after: snapshot(resource, content, "published") } as const;
  await recordRevisions(tx, [change], { ...context, changeReason: { ...context.changeReason, cause: null } });
}

/** A record that comes back says what it said where figures hang on it. */
async function refuseOtherMeaning<N extends Resource>(
  tx: Tx,
  resource: N,
  there: Stored<N>,
  content: Content<N>,
  { changeReason }: ChangeContext,
): Promise<void> {
  try {
    await checkMeaning(tx, resource, there, content, changeReason);
  } catch (error) {
    if (!(error instanceof AffectsFigures)) throw error;
    const message = `“${there.key}” was retracted and has figures in another measure: restore it, or give the new metric another key`;
    throw invalid("", "other_measure", message);
  }
}

/** Writes a new record of a resource with its first revision; refuses what does not fit what is there. */
export async function insertRecord<N extends Resource>(
  tx: Tx,
  resource: N,
  key: string,
  content: Content<N>,
  context: ChangeContext,
  state: "draft" | "published" = "published",
): Promise<void> {
  const store = storeOf(resource);
  await store.check?.(tx, null, content);
  const references = await findReferences(tx, store.references(content));
  await store.insert(tx, { key, content, state, references }, context);
}

/** Marks a batch as done and remembers that it came. */
export async function finishBatch(
  tx: Tx,
  id: number,
  sha256: string,
  after: Readonly<Record<string, unknown>>,
  { author, changeReason, batchId }: ChangeContext,
): Promise<void> {
  await tx.importBatch.update({ where: { id }, data: { status: "done", finishedAt: new Date() } });
  const data = { resource: "ImportBatch", key: sha256, kind: "imported", after: JSON.stringify(after) };
  await tx.revision.create({
    data: { ...data, who: author.name, userId: author.id, reason: changeReason.reason, batchId },
  });
}
