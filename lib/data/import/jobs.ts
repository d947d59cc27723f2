import "server-only";
import { engine } from "@/lib/data/db/engines";
import type { Tx } from "@/lib/data/db/transaction";
import { type ImportJob, isEnded, type JobTrouble } from "@/lib/importing/job";

/** Seconds after which a job whose server says nothing more is broken off: it may be busy, and is heard of every second otherwise. */
const LONGEST_SILENCE = 30;
/** Hours for which a job and its rows can be looked at. */
const KEPT_HOURS = 24;

/** A job as the database has it, for every server. */
interface StoredJob {
  readonly personId: string;
  readonly told: ImportJob;
  readonly isEnded: boolean;
  readonly run: string;
  readonly beats: number;
  /** Seconds since its server was heard of. */
  readonly silence: number;
}

/** One run of a job by one server. */
export interface JobRun {
  readonly id: string;
  readonly run: string;
}

const BROKEN_OFF: JobTrouble = {
  status: 503,
  code: "broken_off",
  message: "The server that did this has ended meanwhile: nothing was written. Ask for it again.",
  problem: null,
  figures: [],
};

/** Writes down a job that is to be done, and forgets those of earlier days. */
export async function insertJob(tx: Tx, { id, run }: JobRun, personId: string, told: ImportJob): Promise<void> {
  const before = new Date(Date.now() - KEPT_HOURS * 3_600_000);
  await tx.importJob.deleteMany({ where: { createdAt: { lt: before } } });
  await tx.$executeRaw`
    INSERT INTO "ImportJob" ("id", "userId", "told", "run", "seenAt", "createdAt")
    VALUES (${id}, ${personId}, ${JSON.stringify(told)}, ${run}, ${engine().dialect.now}, ${new Date()})`;
}

async function readJob(tx: Tx, id: string): Promise<StoredJob | null> {
  const [row] = await tx.$queryRaw<(Omit<StoredJob, "told"> & { readonly told: string })[]>`
    SELECT "userId" AS "personId", "told", "isEnded", "run", "beats", ${engine().dialect.secondsSince("seenAt")} AS "silence"
    FROM "ImportJob" WHERE "id" = ${id}`;
  if (row === undefined) return null;
  return { ...row, told: JSON.parse(row.told) as ImportJob, isEnded: Boolean(row.isEnded), beats: Number(row.beats) };
}

/**
 * How a job of a person stands; null where there is none. One whose server has ended is broken off by this: from then on nothing of it can be
 * written, so that what is told stays true.
 */
export async function findStoredJob(tx: Tx, personId: string, id: string): Promise<ImportJob | null> {
  const found = await readJob(tx, id);
  if (found === null || found.personId !== personId) return null;
  // Where there are no other servers, who is asked would know of it.
  const isLost = !found.isEnded && (!engine().isShared || found.silence > LONGEST_SILENCE);
  if (!isLost) return found.told;
  const told: ImportJob = { ...found.told, state: "failed", secondsLeft: null, trouble: BROKEN_OFF };
  const where = { id, run: found.run, beats: found.beats, isEnded: false };
  const { count } = await tx.importJob.updateMany({ where, data: { told: JSON.stringify(told), isEnded: true } });
  return count === 1 ? told : ((await readJob(tx, id))?.told ?? null);
}

/** Takes over a job that was broken off, for one more run; false where it is not, or somebody else has just done so. */
export async function takeOverJob(tx: Tx, personId: string, { id, run }: JobRun, told: ImportJob): Promise<boolean> {
  if ((await findStoredJob(tx, personId, id))?.trouble?.code !== BROKEN_OFF.code) return false;
  const before = await readJob(tx, id);
  if (before === null) return false;
  const taken = await tx.$executeRaw`
    UPDATE "ImportJob" SET "told" = ${JSON.stringify(told)}, "isEnded" = false, "isCancelled" = false, "run" = ${run},
      "beats" = "beats" + 1, "seenAt" = ${engine().dialect.now}
    WHERE "id" = ${id} AND "run" = ${before.run} AND "beats" = ${before.beats}`;
  return taken === 1;
}

/** Says that the server of a run is still there, and how the job stands; answers whether it is to be stopped, null where the run has lost it. */
export async function beatJob(tx: Tx, { id, run }: JobRun, told: ImportJob): Promise<boolean | null> {
  const [row] = await tx.$queryRaw<{ isCancelled: boolean }[]>`
    UPDATE "ImportJob" SET "told" = ${JSON.stringify(told)}, "beats" = "beats" + 1, "seenAt" = ${engine().dialect.now}
    WHERE "id" = ${id} AND "run" = ${run} AND NOT "isEnded" RETURNING "isCancelled"`;
  return row === undefined ? null : Boolean(row.isCancelled);
}

/**
 * Ends a run of a job with what is to be told of it; false where it has ended or is to be stopped. In the transaction that writes what the job
 * writes, so that the one is there when the other is.
 */
export async function confirmJob(tx: Tx, { id, run }: JobRun, told: ImportJob): Promise<boolean> {
  const where = { id, run, isEnded: false, isCancelled: false };
  const { count } = await tx.importJob.updateMany({ where, data: { told: JSON.stringify(told), isEnded: true } });
  return count === 1;
}

/** Ends a run of a job whose script has ended, unless that has confirmed its end; answers what then stands, null where the run has lost it. */
export async function endJob(tx: Tx, { id, run }: JobRun, told: ImportJob): Promise<ImportJob | null> {
  if (!isEnded(told.state)) throw new Error(`A job does not end as ${told.state}`);
  const where = { id, run, isEnded: false };
  await tx.importJob.updateMany({ where, data: { told: JSON.stringify(told), isEnded: true } });
  const stored = await readJob(tx, id);
  return stored?.run === run ? stored.told : null;
}

/** Asks the server that does a job to stop it. */
export async function requestCancel(tx: Tx, personId: string, id: string): Promise<void> {
  await tx.importJob.updateMany({ where: { id, userId: personId, isEnded: false }, data: { isCancelled: true } });
}
