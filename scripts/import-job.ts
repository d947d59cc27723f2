/** Does one job of the site in a process of its own: an import, a dry run, a look at a file or an undo. Told by a folder and the key of the job, it tells by messages. */
import { readFileSync } from "node:fs";
import { setPriority } from "node:os";
import path from "node:path";
import { openClient } from "@/lib/data/db/client";
import { toDatabaseError } from "@/lib/data/db/database-errors";
import type { Tx } from "@/lib/data/db/transaction";
import { confirmJob, type JobRun } from "@/lib/data/import/jobs";
import { lookAt } from "@/lib/data/import/look";
import { openImport } from "@/lib/data/import/open-import";
import { FoundRows } from "@/lib/data/import/pages";
import { type ImportOutcome, runImport } from "@/lib/data/import/run-import";
import { CannotUndo, undoImport } from "@/lib/data/import/undo";
import { env } from "@/lib/env";
import { type ImportJob, type JobTrouble, waitingJob } from "@/lib/importing/job";
import { UnreadableFile } from "@/lib/importing/problem";
import type { JobMessage, JobOrder } from "@/lib/jobs/import-queue";
import { DomainError } from "@/lib/schemas/domain-error";

/** Others first: 0 is as important as the site, 19 least. */
const NICENESS = 10;
/** Milliseconds between two messages about progress. */
const TELL_EVERY = 100;
class Cancelled extends Error {}

let isCancelled = false;
process.on("message", (message) => {
  if (message === "cancel") isCancelled = true;
});
// The site has ended: nobody waits for this any more.
process.on("disconnect", () => {
  isCancelled = true;
});

let toldAt = 0;
let told: JobMessage = {};
const tell = (message: JobMessage) => {
  told = { ...told, ...message };
  return new Promise<void>((resolve) => process.send?.(message, () => resolve()) ?? resolve());
};

/** Confirms in the transaction of a job what it has done: not where it was cancelled, or another server took it over. */
async function confirm(tx: Tx, run: JobRun, order: JobOrder, end: JobMessage): Promise<void> {
  const done: ImportJob = { ...waitingJob({ id: run.id, label: order.label, mode: order.mode }), ...told, ...end };
  if (!(await confirmJob(tx, run, done))) throw new Cancelled();
}

/** Lets messages in, tells how far it is, and stops where that was asked for. */
async function step(message: JobMessage): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  if (isCancelled) throw new Cancelled();
  if (performance.now() - toldAt < TELL_EVERY) return;
  toldAt = performance.now();
  await tell(message);
}

async function work(folder: string, id: string): Promise<JobMessage> {
  const run = { id, run: path.basename(folder) };
  const order = JSON.parse(readFileSync(path.join(folder, "job.json"), "utf8")) as JobOrder;
  const client = openClient(env().DATABASE_URL);
  try {
    if (order.mode === "undo") {
      const { rows } = (await client.importBatch.findUnique({
        where: { id: order.batch },
        select: { rows: true },
      })) ?? { rows: 0 };
      const undone = await undoImport(
        client,
        order.batch,
        order,
        (done) => step({ state: "writing", done, total: rows }),
        (tx, undone) => confirm(tx, run, order, { state: "done", undone }),
      );
      return { state: "done", undone };
    }
    const bytes = readFileSync(path.join(folder, "file"));
    if (order.mode === "look") return { state: "checked", look: await lookAt(client, bytes, order.recipe) };
    const opened = await openImport(client, bytes, order.recipe);
    const { file } = opened;
    await tell({ sheets: await file.sheets() });
    const { mode, label, changeReason, author, status, skipsRefused } = order;
    const options = { ...opened.options, status, skipsRefused };
    const found = new FoundRows();
    const total = file.estimate;
    const endOf = ({ summary, refused, batch }: ImportOutcome): JobMessage => {
      const state = refused ? "refused" : mode === "import" ? "done" : "checked";
      return { state, done: summary.rows, total: summary.rows, summary, batch };
    };
    const outcome = await runImport(client, { ...opened.request, label, options, changeReason, author }, mode, {
      row: (row) => found.add(row),
      again: () => found.again(),
      step: (state, done) => step({ state, done, total }),
      planned: () => found.write(client, id),
      written: (tx, done) => confirm(tx, run, order, endOf(done)),
    });
    return endOf(outcome);
  } finally {
    await client.$disconnect();
  }
}

function troubleOf(error: unknown): JobTrouble {
  if (error instanceof UnreadableFile) {
    const { code, message } = error.problem;
    return { status: error.status, code, message, problem: error.problem, figures: [] };
  }
  if (error instanceof DomainError) {
    const { code, message } = error.issues[0] ?? error;
    const figures = error instanceof CannotUndo ? error.figures : [];
    return { status: error.status, code, message, problem: null, figures };
  }
  const trouble = toDatabaseError(error);
  if (trouble === "full") {
    return {
      status: 507,
      code: "full",
      message: "The disk is full: nothing was written. Free some space and try again.",
      problem: null,
      figures: [],
    };
  }
  if (trouble !== null) {
    const message = "The database cannot be written just now: nothing was written. Try again in a moment.";
    return { status: 503, code: trouble, message, problem: null, figures: [] };
  }
  console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return {
    status: 500,
    code: "internal",
    message: "The import stopped by a fault of the program: nothing was written.",
    problem: null,
    figures: [],
  };
}

setPriority(NICENESS);
try {
  const [folder = "", id = ""] = process.argv.slice(2);
  await tell(await work(folder, id));
} catch (error) {
  await tell(error instanceof Cancelled ? { state: "cancelled" } : { state: "failed", trouble: troubleOf(error) });
}
if (process.connected) process.disconnect();
