import "server-only";
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { countEvent } from "@/lib/counted";
import { db } from "@/lib/data/db/client";
import { engine } from "@/lib/data/db/engines";
import type { Author } from "@/lib/data/db/transaction";
import { beatJob, endJob, type JobRun } from "@/lib/data/import/jobs";
import { dataFolder } from "@/lib/env";
import { type ImportJob, isEnded, type JobTrouble, secondsLeft, shareDone } from "@/lib/importing/job";
import type { Recipe } from "@/lib/importing/table/recipe";
import { type RunningScript, startScript } from "@/lib/jobs/start-script";
import { logEvent } from "@/lib/log";
import type { ChangeReasonFields } from "@/lib/schemas/resources";

// The jobs that this process does. What is asked of any job is in import-jobs.ts.

/** What a job is to do. The file is beside it, under the name "file". */
export type JobOrder = {
  readonly label: string;
  readonly author: Author;
  readonly changeReason: ChangeReasonFields;
} & (
  | {
      readonly mode: "dry-run" | "import";
      readonly status: "draft" | "published";
      /** Whether rows that are refused are left out, and the others imported. */
      readonly skipsRefused: boolean;
      /** How the file becomes rows of an import. */
      readonly recipe: Recipe;
    }
  | { readonly mode: "look"; readonly recipe: Recipe }
  | { readonly mode: "undo"; readonly batch: number; readonly keepChanged: boolean }
);

/** What the script of a job tells, part by part. */
export type JobMessage = Partial<Omit<ImportJob, "id" | "label" | "mode" | "secondsLeft">>;

/** A job that waits or runs here. */
export interface OwnJob extends JobRun {
  readonly personId: string;
  told: ImportJob;
  startedAt: number;
  script: RunningScript | null;
  isCancelled: boolean;
  /** Fulfilled when it has ended; `end` does that. */
  readonly ended: Promise<void>;
  readonly end: () => void;
}

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
/** How often the other servers are told how jobs stand, and asked whether any is to be stopped. */
const BEAT_MS = 1000;
/** Hours after which what a killed site left is removed. */
const KEPT_HOURS = 24;

// One list for the process, however often this file is bundled. Waiting ones stand in the order of their turns.
const kept = globalThis as { footnoteImports?: { jobs: Map<string, OwnJob>; waiting: OwnJob[]; running: Set<OwnJob> } };

function list() {
  kept.footnoteImports ??= { jobs: new Map(), waiting: [], running: new Set() };
  return kept.footnoteImports;
}

/** A job that this process does, or whose end it could not write down; null for any other. */
export function ownJob(personId: string, id: string): OwnJob | null {
  const job = list().jobs.get(id);
  return job?.personId === personId ? job : null;
}

/** Whether one more job of a person may wait. */
export function hasRoom(personId: string): boolean {
  const { waiting } = list();
  return waiting.length < MOST_WAITING && waiting.filter((job) => job.personId === personId).length < MOST_WAITING_EACH;
}

const folderOf = (run: string) => path.join(dataFolder(), "imports", run);

/** Lays down what a run of a job needs, so that starting it cannot fail. Throws where the disk is full or cannot be written. */
export function prepareRun(run: string, order: JobOrder, file: Uint8Array | null): void {
  removeOld();
  const folder = folderOf(run);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (file !== null) writeFileSync(path.join(folder, "file"), file, { mode: 0o600 });
    writeFileSync(path.join(folder, "job.json"), JSON.stringify(order), { mode: 0o600 });
  } catch (error) {
    discardRun(run);
    throw error;
  }
}

/** Removes what was laid down for a run. */
export function discardRun(run: string): void {
  rmSync(folderOf(run), { recursive: true, force: true });
}

/** Starts a prepared run of a job when its turn comes. Jobs end with the site. */
export function startRun(personId: string, { id, run }: JobRun, told: ImportJob): void {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const job: OwnJob = { personId, id, run, told, startedAt: 0, script: null, isCancelled: false, ended, end };
  list().jobs.set(id, job);
  list().waiting.push(job);
  if (engine().isShared) keepTelling(job);
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
    void runScript(job)
      .catch((error: unknown) => {
        logEvent("error", "An import failed", { detail: error });
        return failed(STOPPED);
      })
      .then((end) => finish(job, end))
      .finally(() => {
        running.delete(job);
        startNext();
      });
  }
}

/** Does what a job is to do; answers how it ended. */
async function runScript(job: OwnJob): Promise<JobMessage> {
  if (job.isCancelled) return { state: "cancelled" };
  job.startedAt = performance.now();
  let isTooLong = false;
  const stop = () => {
    isTooLong = true;
    script.kill();
  };
  const script = startScript("scripts/import-job.ts", [folderOf(job.run), job.id], (message) => {
    silence.refresh();
    tell(job, message as JobMessage);
  });
  job.script = script;
  const silence = setTimeout(stop, LONGEST_SILENCE_MS);
  const whole = setTimeout(stop, LONGEST_MS);
  const { signal } = await script.ended;
  for (const timer of [silence, whole]) clearTimeout(timer);
  if (isEnded(job.told.state)) return {};
  if (job.isCancelled) return { state: "cancelled" };
  return failed(isTooLong ? TOO_LONG : signal === "SIGABRT" ? TOO_MUCH_MEMORY : STOPPED);
}

function tell(job: OwnJob, message: JobMessage): void {
  const told = { ...job.told, ...message };
  const seconds = job.startedAt === 0 ? 0 : (performance.now() - job.startedAt) / 1000;
  job.told = { ...told, secondsLeft: isEnded(told.state) ? null : secondsLeft(shareDone(told), seconds) };
}

/** Writes down how a job ended. The database has the last word: what its script has confirmed there was done. */
async function finish(job: OwnJob, end: JobMessage): Promise<void> {
  const told: ImportJob = { ...job.told, ...end, secondsLeft: null };
  try {
    job.told = (await endJob(db(), job, told)) ?? told;
    list().jobs.delete(job.id);
  } catch (error) {
    // It is told from here, then, for as long as this process runs.
    job.told = told;
    logEvent("error", "How an import ended could not be written down", { detail: error });
  }
  countEvent({ name: "import", outcome: job.told.state });
  job.end();
  discardRun(job.run);
}

/** Tells the other servers how a job stands until it has ended, and does what they ask for. */
function keepTelling(job: OwnJob): void {
  const timer = setTimeout(async () => {
    const { jobs } = list();
    if (jobs.get(job.id) !== job) return;
    // Where the database is not reached, the next try may reach it.
    const answer = await beatJob(db(), job, job.told).catch(() => false);
    if (jobs.get(job.id) !== job || isEnded(job.told.state)) return;
    // Another server took this one for ended: what it has not written it shall not write.
    if (answer !== false) stopOwn(job);
    keepTelling(job);
  }, BEAT_MS);
  timer.unref();
}

/** Stops a job of this process, by force where it does not end by itself. */
export function stopOwn(job: OwnJob): void {
  if (job.isCancelled) return;
  job.isCancelled = true;
  const { waiting } = list();
  const at = waiting.indexOf(job);
  if (at >= 0) {
    waiting.splice(at, 1);
    tell(job, { state: "cancelled" });
    void finish(job, {});
  }
  job.script?.cancel();
  setTimeout(() => job.script?.kill(), CANCEL_PATIENCE_MS).unref();
}

const failed = (trouble: JobTrouble): JobMessage => ({ state: "failed", trouble });
const stopped = (status: number, code: string, message: string): JobTrouble => {
  return { status, code, message: `${message} Nothing was written.`, problem: null, figures: [] };
};
const STOPPED = stopped(500, "stopped", "The import was stopped from outside.");
const TOO_LONG = stopped(422, "too_long", "The import took too long and was ended: split the file.");
const TOO_MUCH_MEMORY = stopped(
  413,
  "too_large",
  "The import needed more memory than it may have: split the file, or save it as CSV.",
);

/** Removes what an earlier run of the site left. */
function removeOld(): void {
  const folder = folderOf("");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) {
    const isOld = Date.now() - statSync(path.join(folder, name)).mtimeMs > KEPT_HOURS * 3_600_000;
    if (isOld) rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}
