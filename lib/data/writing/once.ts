import "server-only";
import { db } from "@/lib/data/client";
import { conflict, invalid } from "@/lib/data/writing/refusal";
import type { Tx } from "@/lib/data/writing/transaction";
import { writing } from "@/lib/data/writing/transaction";

/** One attempt at something: who, the key that the person's program gave it, and a hash of everything that was asked for. */
export interface Attempt {
  readonly personId: string;
  readonly key: string;
  readonly requestHash: string;
}

/** What was answered; `body` is JSON text. */
export interface Answered {
  readonly status: number;
  readonly body: string;
}

const KEPT_MS = 24 * 60 * 60 * 1000;
const TIDY_EVERY_MS = 60 * 60 * 1000;

const kept = globalThis as { footnoteRunning?: Set<string>; footnoteTidied?: number };

/**
 * Does something once, however often it is asked for: the same attempt again within 24 hours is given the first answer. The
 * answer is kept in the transaction that does the work, so that a crash leaves both or neither; a refusal keeps nothing, and the
 * attempt may be made again. Refuses while the first is running, and a key that was used for something else.
 */
export async function once(attempt: Attempt, work: (tx: Tx) => Promise<Answered>): Promise<Answered> {
  kept.footnoteRunning ??= new Set();
  const running = kept.footnoteRunning;
  const key = `${attempt.personId} ${attempt.key}`;
  if (running.has(key)) throw conflict("running", "This is being saved already: ask again in a second");
  running.add(key);
  try {
    return (await findAnswer(key, attempt.requestHash)) ?? (await workOnce(key, attempt.requestHash, work));
  } finally {
    running.delete(key);
  }
}

interface Row {
  readonly requestHash: string;
  readonly status: number;
  readonly answer: string | null;
  readonly createdAt: Date;
}

async function findAnswer(key: string, requestHash: string): Promise<Answered | null> {
  const [row] = await db().$queryRaw<Row[]>`
    SELECT "requestHash", "status", "answer", "createdAt" FROM "IdempotencyKey" WHERE "key" = ${key}`;
  if (row === undefined) return null;
  if (row.createdAt.getTime() < Date.now() - KEPT_MS) {
    await tidy();
    return null;
  }
  if (row.requestHash !== requestHash) {
    throw invalid("", "key_reused", "This Idempotency-Key was used for something else: send a new one");
  }
  if (row.answer === null) throw conflict("running", "This is being saved already: ask again in a second");
  return { status: row.status, body: row.answer };
}

async function workOnce(key: string, requestHash: string, work: (tx: Tx) => Promise<Answered>): Promise<Answered> {
  if (Date.now() - (kept.footnoteTidied ?? 0) > TIDY_EVERY_MS) await tidy();
  return writing(async (tx) => {
    const { status, body } = await work(tx);
    await tx.$executeRaw`
      INSERT INTO "IdempotencyKey" ("key", "requestHash", "status", "answer", "createdAt")
      VALUES (${key}, ${requestHash}, ${status}, ${body}, ${new Date()})`;
    return { status, body };
  });
}

/** Forgets attempts that are too old to be made again. */
async function tidy(): Promise<void> {
  kept.footnoteTidied = Date.now();
  await db().idempotencyKey.deleteMany({ where: { createdAt: { lt: new Date(Date.now() - KEPT_MS) } } });
}
