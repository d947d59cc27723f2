import "server-only";
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { countEvent } from "@/lib/counted";
import type { Author } from "@/lib/data/db/transaction";
import { readPage } from "@/lib/data/import/pages";
import { newPublicId } from "@/lib/data/resources/write-figures";
import { dataFolder } from "@/lib/env";
import { type ImportJob, isEnded, type JobTrouble, secondsLeft, shareDone } from "@/lib/importing/job";
import type { PlannedRow, RowAction } from "@/lib/importing/plan";
import { type RunningScript, startScript } from "@/lib/jobs/start-script";
import { logEvent } from "@/lib/log";
import type { ChangeReasonFields } from "@/lib/schemas/resources";

/** What a job is to do. The file is beside it, under the name "file". */
export type JobOrder = {
  readonly label: string;
  readonly author: Author;
  readonly changeReason: ChangeReasonFields;
} & (
  | {
      readonly mode: "dry-run" | "import";
      readonly numberFormat: "en" | "de" | "fr" | "plain" | null;
      /** Sheet of a workbook; null for the first that is not hidden. */
      readonly sheet: string | null;
      readonly status: "draft" | "published";
      /** Header and field, where a person corrected the matching. */
      readonly mapping: readonly (readonly [string, string])[];
    }
  | { readonly mode: "undo"; readonly batch: number; readonly keepChanged: boolean }
);

/** What the script of a job tells, part by part. */
export type JobMessage = Partial<Omit<ImportJob, "id" | "label" | "mode" | "secondsLeft">>;

interface Job {
  readonly personId: string;
  readonly folder: string;
  told: Omit<ImportJob, "secondsLeft">;
  startedAt: number;
  script: RunningScript | null;
  isCancelled: boolean;
  /** Fulfilled when it has ended; `end` does that. */
  readonly ended: Promise<void>;
  readonly end: () => void;
}

/** Hours for which a job and its rows can be looked at. */
const KEPT_HOURS = 24;
/** Jobs that run at once, each of another person: nobody waits for somebody else's file. */
const MOST_RUNNING = 2;
/** Jobs of one person, and of all, that may wait for their turn. */
const MOST_WAITING_EACH = 4;
const MOST_WAITING = 40;
/** A job that tells nothing for so long, or takes so long in all, is ended; a hundred thousand rows take less than a minute. */
const LONGEST_SILENCE_MS = 2 * 60 * 1000;
const LONGEST_MS = 15 * 60 * 1000;
/** How long a job that was cancelled may take to end by itself. */
const CANCEL_PATIENCE_MS = 2000;

// One list for the process, however often this file is bundled. Waiting ones stand in the order of their turns.
const kept = globalThis as { footnoteImports?: { jobs: Map<string, Job>; waiting: Job[]; running: Set<Job> } };

function list() {
  kept.footnoteImports ??= { jobs: new Map(), waiting: [], running: new Set() };
  return kept.footnoteImports;
}

/** Whether one more job of a person may wait. */
export function hasRoom(personId: string): boolean {
  const { waiting } = list();
  return waiting.length < MOST_WAITING && waiting.filter((job) => job.personId === personId).length < MOST_WAITING_EACH;
}

/** A key for a job. */
export function newJobId(): string {
  return `job${newPublicId()}`;
}

/** Lays down what a job needs, so that starting it cannot fail. Throws where the disk is full or cannot be written. */
export function prepareJob(id: string, order: JobOrder, file: Uint8Array | null): void {
  forgetOld(list().jobs);
  const folder = path.join(jobsFolder(), id);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (file !== null) writeFileSync(path.join(folder, "file"), file, { mode: 0o600 });
    writeFileSync(path.join(folder, "job.json"), JSON.stringify(order), { mode: 0o600 });
  } catch (error) {
    discardJob(id);
    throw error;
  }
}

/** Removes what was laid down for a job that is not to be started. */
export function discardJob(id: string): void {
  rmSync(path.join(jobsFolder(), id), { recursive: true, force: true });
}

/** Starts a prepared job when its turn comes. Jobs end with the site. */
export function startJob(personId: string, id: string, { label, mode }: Pick<JobOrder, "label" | "mode">): void {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const nothing = { done: 0, total: null, sheets: [], summary: null, batch: null, undone: null, trouble: null };
  const job: Job = {
    personId,
    folder: path.join(jobsFolder(), id),
    told: { id, label, mode, state: "waiting", ...nothing },
    startedAt: 0,
    script: null,
    isCancelled: false,
    ended,
    end,
  };
  list().jobs.set(id, job);
  list().waiting.push(job);
  startNext();
}

/** Starts the jobs whose turn it is: the first that waits of each person who has none running, while there is room. */
function startNext(): void {
  const { waiting, running } = list();
  while (running.size < MOST_RUNNING) {
    const busy = new Set([...running].map(({ personId }) => personId));
    const at = waiting.findIndex(({ personId }) => !busy.has(personId));
    const [job] = at < 0 ? [] : waiting.splice(at, 1);
    if (job === undefined) return;
    running.add(job);
    void run(job)
      .catch((error: unknown) => {
        logEvent("error", "An import failed", { detail: error });
        job.told = { ...job.told, state: "failed", trouble: STOPPED };
      })
      .finally(() => {
        countEvent({ name: "import", outcome: job.told.state });
        running.delete(job);
        discardFile(job);
        job.end();
        startNext();
      });
  }
}

/** A file is not kept longer than it is needed. */
function discardFile({ folder }: Job): void {
  rmSync(path.join(folder, "file"), { force: true });
}

async function run(job: Job): Promise<void> {
  const tell = (message: JobMessage) => {
    job.told = { ...job.told, ...message };
  };
  if (job.isCancelled) return tell({ state: "cancelled" });
  job.startedAt = performance.now();
  let isTooLong = false;
  const stop = () => {
    isTooLong = true;
    script.kill();
  };
  const script = startScript("scripts/import-job.ts", [job.folder], (message) => {
    silence.refresh();
    tell(message as JobMessage);
  });
  job.script = script;
  const silence = setTimeout(stop, LONGEST_SILENCE_MS);
  const whole = setTimeout(stop, LONGEST_MS);
  const { signal } = await script.ended;
  for (const timer of [silence, whole]) clearTimeout(timer);
  if (isEnded(job.told.state)) return;
  // While it only checked, nothing can have been written.
  if (job.isCancelled && job.told.state !== "writing") tell({ state: "cancelled" });
  else if (isTooLong) tell({ state: "failed", trouble: TOO_LONG });
  else tell({ state: "failed", trouble: signal === "SIGABRT" ? TOO_MUCH_MEMORY : STOPPED });
}

const stopped = (status: number, code: string, message: string): JobTrouble => {
  const rest = "If it had been finished, it stands in the list of imports; else nothing was written.";
  return { status, code, message: `${message} ${rest}`, problem: null, figures: [] };
};
const STOPPED = stopped(500, "stopped", "The import was stopped from outside.");
const TOO_LONG = stopped(422, "too_long", "The import took too long and was ended: split the file.");
const TOO_MUCH_MEMORY = stopped(
  413,
  "too_large",
  "The import needed more memory than it may have: split the file, or save it as CSV.",
);

/** A job of this person; null when there is none. */
export function findJob(personId: string, id: string): ImportJob | null {
  const job = jobOf(personId, id);
  if (job === null) return null;
  const seconds = job.startedAt === 0 ? 0 : (performance.now() - job.startedAt) / 1000;
  return { ...job.told, secondsLeft: isEnded(job.told.state) ? null : secondsLeft(shareDone(job.told), seconds) };
}

/** Waits for the end of a job, for at most so many seconds. */
export async function waitForJob(personId: string, id: string, seconds: number): Promise<void> {
  const patience = new Promise<void>((resolve) => setTimeout(resolve, seconds * 1000).unref());
  await Promise.race([jobOf(personId, id)?.ended, patience]);
}

/** Stops a job, by force where it does not end by itself; nothing of it is then written. One that has ended stays as it is. */
export function cancelJob(personId: string, id: string): void {
  const job = jobOf(personId, id);
  if (job === null) return;
  job.isCancelled = true;
  const { waiting } = list();
  const at = waiting.indexOf(job);
  if (at >= 0) {
    waiting.splice(at, 1);
    job.told = { ...job.told, state: "cancelled" };
    discardFile(job);
    job.end();
  }
  const { script } = job;
  script?.cancel();
  setTimeout(() => {
    if (!isEnded(job.told.state)) script?.kill();
  }, CANCEL_PATIENCE_MS).unref();
}

/** Rows that a job found, page by page from 0. */
export function listRows(personId: string, id: string, fate: RowAction, page: number): readonly PlannedRow[] {
  const job = jobOf(personId, id);
  return job === null ? [] : readPage(job.folder, fate, page);
}

function jobOf(personId: string, id: string): Job | null {
  const job = list().jobs.get(id);
  return job?.personId === personId ? job : null;
}

function jobsFolder(): string {
  return path.join(dataFolder(), "imports");
}

/** Removes what is too old, also of an earlier run of the site. */
function forgetOld(jobs: Map<string, Job>): void {
  const folder = jobsFolder();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) {
    const isOld = Date.now() - statSync(path.join(folder, name)).mtimeMs > KEPT_HOURS * 3_600_000;
    const job = jobs.get(name);
    if (!isOld || (job !== undefined && !isEnded(job.told.state))) continue;
    rmSync(path.join(folder, name), { recursive: true, force: true });
    jobs.delete(name);
  }
}
