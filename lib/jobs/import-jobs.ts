import "server-only";
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { newPublicId } from "@/lib/data/figure-writes";
import { readPage } from "@/lib/data/import-pages";
import type { Author } from "@/lib/data/writing/transaction";
import { env, sqliteFile } from "@/lib/env";
import { type ImportJob, isEnded, secondsLeft, shareDone } from "@/lib/importing/job";
import type { Fate, PlannedRow } from "@/lib/importing/plan";
import { type RunningScript, startScript } from "@/lib/jobs/start-script";
import type { Why } from "@/lib/schemas/nouns";

/** What a job is to do. The file is beside it, under the name "file". */
export type JobOrder = {
  readonly label: string;
  readonly author: Author;
  readonly why: Why;
} & (
  | {
      readonly mode: "dry-run" | "import";
      readonly numberFormat: "en" | "de" | "fr" | "plain" | null;
      readonly status: "draft" | "published";
      /** Header and field, where a person corrected the matching. */
      readonly mapping: readonly (readonly [string, string])[];
    }
  | { readonly mode: "undo"; readonly batch: number }
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
  ended: Promise<void>;
}

/** Hours for which a job and its rows can be looked at. */
const KEPT_HOURS = 24;
/** Jobs that may wait for their turn. */
const MOST_WAITING = 8;

// One list for the process, however often this file is bundled.
const kept = globalThis as { footnoteImports?: { jobs: Map<string, Job>; last: Promise<void> } };

function list() {
  kept.footnoteImports ??= { jobs: new Map(), last: Promise.resolve() };
  return kept.footnoteImports;
}

/** Starts a job, after those before it; answers its id, or null when too many wait already. Jobs end with the site. */
export function startJob(personId: string, order: JobOrder, file: Uint8Array | null): string | null {
  const jobs = list();
  forgetOld(jobs.jobs);
  if ([...jobs.jobs.values()].filter(({ told }) => told.state === "waiting").length >= MOST_WAITING) return null;
  const id = `job${newPublicId()}`;
  const folder = path.join(jobsFolder(), id);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (file !== null) writeFileSync(path.join(folder, "file"), file, { mode: 0o600 });
  writeFileSync(path.join(folder, "job.json"), JSON.stringify(order), { mode: 0o600 });
  const { label, mode } = order;
  const nothing = { done: 0, total: null, summary: null, batch: null, undone: null, trouble: null };
  const told = { id, label, mode, state: "waiting" as const, ...nothing };
  const job: Job = { personId, folder, told, startedAt: 0, script: null, isCancelled: false, ended: Promise.resolve() };
  job.ended = jobs.last.then(() => run(job));
  jobs.last = job.ended;
  jobs.jobs.set(id, job);
  return id;
}

async function run(job: Job): Promise<void> {
  const tell = (message: JobMessage) => {
    job.told = { ...job.told, ...message };
  };
  if (job.isCancelled) tell({ state: "cancelled" });
  else {
    job.startedAt = performance.now();
    job.script = startScript("scripts/import-job.ts", [job.folder], (message) => tell(message as JobMessage));
    await job.script.ended;
    if (!isEnded(job.told.state)) tell({ state: "failed", trouble: STOPPED });
  }
  rmSync(path.join(job.folder, "file"), { force: true });
}

const STOPPED = {
  status: 500,
  code: "stopped",
  message:
    "The import was stopped from outside. If it had been finished, it stands in the list of imports; else nothing was written.",
  problem: null,
};

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

/** Asks a job to stop; nothing of it is then written. One that has ended stays as it is. */
export function cancelJob(personId: string, id: string): void {
  const job = jobOf(personId, id);
  if (job === null) return;
  job.isCancelled = true;
  job.script?.cancel();
}

/** Rows that a job found, page by page from 0. */
export function listRows(personId: string, id: string, fate: Fate, page: number): readonly PlannedRow[] {
  const job = jobOf(personId, id);
  return job === null ? [] : readPage(job.folder, fate, page);
}

function jobOf(personId: string, id: string): Job | null {
  const job = list().jobs.get(id);
  return job?.personId === personId ? job : null;
}

function jobsFolder(): string {
  return path.join(path.dirname(sqliteFile(env().DATABASE_URL)), "imports");
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
