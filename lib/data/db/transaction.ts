import "server-only";
import { db } from "@/lib/data/db/client";
import { isUniqueViolation, toDatabaseError } from "@/lib/data/db/database-errors";
import { conflict } from "@/lib/data/errors";
import type { Prisma } from "@/lib/generated/prisma/client";

export type Tx = Prisma.TransactionClient;

/** Who writes: a person, or a program without an account (`id` null). The name stands beside the change for ever. */
export interface Author {
  readonly id: string | null;
  readonly name: string;
}

/** A write that waits for its turn, and how its caller is told. */
interface Job {
  readonly work: (tx: Tx) => Promise<unknown>;
  readonly fulfil: (result: unknown) => void;
  readonly refuse: (error: unknown) => void;
}

/** Most writes that share one transaction. They wait for each other, a few milliseconds each. */
const MOST_TOGETHER = 16;

const waiting: Job[] = [];
let isCommitting = false;

/**
 * All or nothing: what `work` writes is there when the promise is fulfilled, and nothing of it when it is rejected. Writes that
 * come while another is under way share the next transaction, and with it the wait for the disk: each in a savepoint of its own,
 * so that one that is refused leaves nothing and takes nothing from the others. For work of milliseconds.
 */
export function withWriteTransaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return new Promise<Result>((fulfil, refuse) => {
    waiting.push({ work, fulfil: (result) => fulfil(result as Result), refuse });
    if (!isCommitting) void commitAll();
  });
}

async function commitAll(): Promise<void> {
  isCommitting = true;
  while (waiting.length > 0) await commitTogether(waiting.splice(0, MOST_TOGETHER));
  isCommitting = false;
}

/** Tells nobody before everything is on the disk. Never throws. */
async function commitTogether(jobs: readonly Job[]): Promise<void> {
  try {
    const tellings = await db().$transaction(async (tx) => {
      const told: (() => void)[] = [];
      for (const job of jobs) told.push(await attempt(tx, job, jobs.length === 1));
      return told;
    });
    for (const tell of tellings) tell();
  } catch (error) {
    for (const { refuse } of jobs) refuse(explained(error));
  }
}

/** Does one job and answers how to tell its caller. Throws, ending the transaction, where nothing of it could be kept anyway. */
async function attempt(tx: Tx, { work, fulfil, refuse }: Job, isAlone: boolean): Promise<() => void> {
  if (isAlone) {
    const result = await work(tx);
    return () => fulfil(result);
  }
  try {
    const result = await tx.$transaction(work);
    return () => fulfil(result);
  } catch (error) {
    if (toDatabaseError(error) !== null) throw error;
    return () => refuse(explained(error));
  }
}

/** Keys are looked up before they are written; where two look at the same time, the database decides. */
function explained(error: unknown): unknown {
  return isUniqueViolation(error)
    ? conflict("taken", "Somebody has just taken this key or name: write another")
    : error;
}
