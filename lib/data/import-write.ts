import "server-only";
import { addFigures, ChangedMeanwhile, changeFigures, type NextVersion, ReferenceIds } from "@/lib/data/import-figures";
import { type ImportOptions, planImport } from "@/lib/data/import-plan";
import type { NewRecords } from "@/lib/data/import-references";
import { PackedSets } from "@/lib/data/packed-sets";
import { isTaken } from "@/lib/data/storage-trouble";
import { checkMeaning } from "@/lib/data/writing/meaning";
import { type Content, type Stored, snapshot } from "@/lib/data/writing/record";
import { findReferences } from "@/lib/data/writing/references";
import { AffectsFigures, invalid } from "@/lib/data/writing/refusal";
import { type ChangeContext, remember } from "@/lib/data/writing/revisions";
import { refuseSameAddress } from "@/lib/data/writing/same-address";
import { storeOf } from "@/lib/data/writing/stores";
import type { Author, Tx } from "@/lib/data/writing/transaction";
import type { NewFigure } from "@/lib/data/writing/write-figures";
import type { PrismaClient } from "@/lib/generated/prisma/client";
import type { PlannedRow, PlanSummary } from "@/lib/importing/plan";
import { fileProblem } from "@/lib/importing/problem";
import type { FileRow } from "@/lib/importing/read-csv";
import { DomainError } from "@/lib/schemas/domain-error";
import type { Noun, Why } from "@/lib/schemas/nouns";

/** A file to be imported and what was decided about it. */
export interface ImportRequest {
  readonly label: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: string;
  /** Reads the file from its beginning. */
  rows(): AsyncIterable<FileRow> | Iterable<FileRow>;
  readonly options: ImportOptions;
  readonly author: Author;
  readonly why: Why;
}

/** What an import tells while it works. A promise of `step` that is rejected stops it; nothing is then written. */
export interface ImportWatcher {
  /** A row of the plan; the plan may begin anew, then `again` is called first. */
  row(planned: PlannedRow): void;
  again(): void;
  step(phase: "checking" | "writing", done: number): Promise<void>;
}

/** `batch` is null when nothing was written: a dry run, a refusal, or a file whose rows are all there. */
export interface ImportOutcome {
  readonly summary: PlanSummary;
  readonly refused: boolean;
  readonly batch: number | null;
}

/** How often a plan is made anew because somebody changed its figures meanwhile. */
const TRIES = 3;
/** Waiting for others to finish writing, and for the writing itself, in milliseconds. */
const PATIENCE = { maxWait: 15_000, timeout: 300_000 } as const;

/** Works out what an import does and, unless it is a dry run or something is refused, does it: all or nothing. */
export async function runImport(
  client: PrismaClient,
  request: ImportRequest,
  mode: "dry-run" | "import",
  watcher: ImportWatcher,
): Promise<ImportOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    const additions = new PackedSets<NewFigure>();
    const alterations = new PackedSets<NextVersion>();
    const { summary, records } = await planImport(client, request.rows(), request.options, {
      row: watcher.row,
      write(added, altered) {
        additions.add(added);
        alterations.add(altered);
      },
      progress: (done) => watcher.step("checking", done),
    });
    const judged = mode === "import" ? withReason(summary, request.why) : summary;
    const refused = judged.problems.length > 0;
    const isIdle = judged.totals.added + judged.totals.changed === 0;
    if (mode === "dry-run" || refused || isIdle || records === null) return { summary: judged, refused, batch: null };
    try {
      const batch = await client.$transaction(
        (tx) => write(tx, request, summary, { additions, alterations, records }, watcher),
        PATIENCE,
      );
      return { summary, refused: false, batch };
    } catch (error) {
      const isOutdated = error instanceof ChangedMeanwhile || isTaken(error);
      if (!isOutdated || attempt === TRIES) throw error;
      watcher.again();
    }
  }
}

/** A published number changes only with a reason. */
function withReason(summary: PlanSummary, why: Why): PlanSummary {
  if (summary.publishedChanged === 0 || (why.cause !== null && why.reason !== null)) return summary;
  const count = summary.publishedChanged;
  const message = `The file changes ${count} published ${count === 1 ? "figure" : "figures"}: say why`;
  return { ...summary, problems: [fileProblem("reason_missing", message), ...summary.problems] };
}

interface Operations {
  readonly additions: PackedSets<NewFigure>;
  readonly alterations: PackedSets<NextVersion>;
  readonly records: NewRecords;
}

async function write(
  tx: Tx,
  { label, sha256, author, why }: ImportRequest,
  { totals, newRecords, rows, warningKinds }: PlanSummary,
  { additions, alterations, records }: Operations,
  watcher: ImportWatcher,
): Promise<number> {
  const { id } = await tx.importBatch.create({ data: { label, sha256, rows, who: author.name }, select: { id: true } });
  const context: ChangeContext = { author, why, batchId: id };
  for (const noun of ["regions", "organisations", "metrics", "sources"] as const) {
    for (const [key, { slug: _, ...content }] of records[noun] as ReadonlyMap<
      string,
      Content<typeof noun> & { slug?: string }
    >) {
      await bringRecord(tx, noun, key, content as Content<typeof noun>, { ...context, listed: false });
    }
  }
  const ids = await ReferenceIds.read(tx);
  let done = 0;
  for (const set of additions.sets()) {
    await addFigures(tx, set, ids, context);
    done += set.length;
    await watcher.step("writing", done);
  }
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
async function bringRecord<N extends Noun>(tx: Tx, noun: N, key: string, content: Content<N>, context: ChangeContext) {
  const store = storeOf(noun);
  const there = await store.find(tx, key);
  await refuseSameAddress(tx, noun, key, content, there).catch((error: unknown) => {
    throw error instanceof DomainError ? new ChangedMeanwhile(`The address of “${key}” was taken meanwhile`) : error;
  });
  if (there === null) return insertRecord(tx, noun, key, content, context);
  await store.check?.(tx, key, content);
  await refuseOtherMeaning(tx, noun, there, content, context);
  const references = await findReferences(tx, store.references(content));
  const isBack =
    there.state === "retracted" && (await store.update(tx, there, { content, state: "published", references }));
  if (!isBack) throw new ChangedMeanwhile(`“${key}” was added meanwhile`);
  const before = snapshot(noun, there.content, "retracted");
  const change = { noun, key, kind: "imported", before, after: snapshot(noun, content, "published") } as const;
  await remember(tx, [change], { ...context, why: { ...context.why, cause: null } });
}

/** A record that comes back says what it said where figures hang on it. */
async function refuseOtherMeaning<N extends Noun>(
  tx: Tx,
  noun: N,
  there: Stored<N>,
  content: Content<N>,
  { why }: ChangeContext,
): Promise<void> {
  try {
    await checkMeaning(tx, noun, there, content, why);
  } catch (error) {
    if (!(error instanceof AffectsFigures)) throw error;
    const message = `“${there.key}” was retracted and has figures in another measure: restore it, or give the new metric another key`;
    throw invalid("", "other_measure", message);
  }
}

/** Writes a new record of a noun with its first revision; refuses what does not fit what is there. */
export async function insertRecord<N extends Noun>(
  tx: Tx,
  noun: N,
  key: string,
  content: Content<N>,
  context: ChangeContext,
  state: "draft" | "published" = "published",
): Promise<void> {
  const store = storeOf(noun);
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
  { author, why, batchId }: ChangeContext,
): Promise<void> {
  await tx.importBatch.update({ where: { id }, data: { status: "done", finishedAt: new Date() } });
  const data = { noun: "ImportBatch", key: sha256, kind: "imported", after: JSON.stringify(after) };
  await tx.revision.create({
    data: { ...data, who: author.name, userId: author.id, reason: why.reason, batchId },
  });
}
