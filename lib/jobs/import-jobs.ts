import "server-only";
import { db } from "@/lib/data/db/client";
import type { Tx } from "@/lib/data/db/transaction";
import { findStoredJob, insertJob, requestCancel, takeOverJob } from "@/lib/data/import/jobs";
import { readPage } from "@/lib/data/import/pages";
import { newPublicId } from "@/lib/data/resources/write-figures";
import { type ImportJob, isEnded, waitingJob } from "@/lib/importing/job";
import type { PlannedRow, RowAction } from "@/lib/importing/plan";
import { discardRun, type JobOrder, ownJob, prepareRun, startRun, stopOwn } from "@/lib/jobs/import-queue";

/** How often a job of another server is asked after, in milliseconds. */
const ASK_EVERY_MS = 500;

/** What was asked for of one who asks for a job. */
interface Asked {
  readonly personId: string;
  readonly order: JobOrder;
  /** The file that was sent; null for an undo. */
  readonly file: Uint8Array | null;
}

/** Answers the key of the job that is meant: `own`, written down by `write`, unless the same was asked for before. */
export type Once = (own: string, write: (tx: Tx) => Promise<void>) => Promise<string>;

/**
 * Starts a job here and answers its key. What was asked for before is done again only if its server has ended. Where anything fails, nothing is begun
 * and no file stays.
 */
export async function beginJob({ personId, order, file }: Asked, once: Once = writeAtOnce): Promise<string> {
  const own = `job${newPublicId()}`;
  prepareRun(own, order, file);
  let isOurs = false;
  try {
    const waiting = (id: string) => waitingJob({ id, label: order.label, mode: order.mode });
    const id = await once(own, (tx) => insertJob(tx, { id: own, run: own }, personId, waiting(own)));
    const run = { id, run: own };
    isOurs = id === own || (ownJob(personId, id) === null && (await takeOverJob(db(), personId, run, waiting(id))));
    if (isOurs) startRun(personId, run, waiting(id));
    return id;
  } finally {
    if (!isOurs) discardRun(own);
  }
}

const writeAtOnce: Once = async (own, write) => {
  await write(db());
  return own;
};

/** A job of this person, whichever server does it; null when there is none. */
export async function findJob(personId: string, id: string): Promise<ImportJob | null> {
  const own = ownJob(personId, id);
  // The end is told when it is written down: another server that is asked next says the same.
  if (own !== null && isEnded(own.told.state)) await own.ended;
  return own?.told ?? (await findStoredJob(db(), personId, id));
}

/** Waits for the end of a job, for at most so many seconds. */
export async function waitForJob(personId: string, id: string, seconds: number): Promise<void> {
  const until = performance.now() + seconds * 1000;
  for (let left = seconds * 1000; left > 0; left = until - performance.now()) {
    const own = ownJob(personId, id);
    const pause = new Promise<void>((resolve) =>
      setTimeout(resolve, own ? left : Math.min(left, ASK_EVERY_MS)).unref(),
    );
    await Promise.race([own?.ended ?? pause, pause]);
    const job = await findJob(personId, id);
    if (job === null || isEnded(job.state)) return;
  }
}

/** Stops a job; nothing of it is then written. One that has ended stays as it is. Another server hears of it within a second or two. */
export async function cancelJob(personId: string, id: string): Promise<void> {
  const own = ownJob(personId, id);
  if (own !== null) stopOwn(own);
  else await requestCancel(db(), personId, id);
}

/** Rows that a job found, page by page from 0. */
export async function listRows(
  personId: string,
  id: string,
  fate: RowAction,
  page: number,
): Promise<readonly PlannedRow[]> {
  return (await findJob(personId, id)) === null ? [] : readPage(db(), id, fate, page);
}
