import "server-only";
import { db } from "@/lib/data/db/client";
import { type Tx, withWriteTransaction } from "@/lib/data/db/transaction";
import { alreadyRunning, invalid } from "@/lib/data/errors";

/** One attempt at something: who, the key that the person's program gave it, and a hash of everything that was asked for. */
export interface Attempt {
  readonly personId: string;
  readonly key: string;
  readonly requestHash: string;
}

/** What was answered, and as JSON text. */
export interface Answered<Value> {
  readonly value: Value;
  readonly text: string;
}

const KEPT_MS = 24 * 60 * 60 * 1000;
const TIDY_EVERY_MS = 60 * 60 * 1000;

const kept = globalThis as { footnoteRunning?: Set<string>; footnoteTidied?: number };

/**
 * Does something once, however often it is asked for: the same attempt again within 24 hours is given the first answer. The
 * answer is kept in the transaction that does the work, so that a crash leaves both or neither; a refusal keeps nothing, and the
 * attempt may be made again. Refuses while the first is running, and a key that was used for something else. `status` is that of the
 * answer; what `work` gives is plain data.
 */
export async function withIdempotencyKey<Value>(
  { personId, key: own, requestHash }: Attempt,
  status: number,
  work: (tx: Tx) => Promise<Value>,
): Promise<Answered<Value>> {
  kept.footnoteRunning ??= new Set();
  const running = kept.footnoteRunning;
  const key = `${personId} ${own}`;
  if (running.has(key)) throw alreadyRunning();
  running.add(key);
  try {
    if (Date.now() - (kept.footnoteTidied ?? 0) > TIDY_EVERY_MS) await tidy();
    return await withWriteTransaction((tx) => doOnce(tx, { key, requestHash, status }, () => work(tx)));
  } finally {
    running.delete(key);
  }
}

/**
 * Does something within a transaction, unless it was done under this key: then answers as then. Another site may just have done it.
 * Refuses a key that was used for something else.
 */
async function doOnce<Value>(
  tx: Tx,
  { key, requestHash, status }: { readonly key: string; readonly requestHash: string; readonly status: number },
  work: () => Promise<Value>,
): Promise<Answered<Value>> {
  const text = await findAnswer(tx, key, requestHash);
  if (text !== null) return { value: JSON.parse(text) as Value, text };
  const value = await work();
  const answer = JSON.stringify(value);
  await tx.$executeRaw`
    INSERT INTO "IdempotencyKey" ("key", "requestHash", "status", "answer", "createdAt")
    VALUES (${key}, ${requestHash}, ${status}, ${answer}, ${new Date()})`;
  return { value, text: answer };
}

interface Row {
  readonly requestHash: string;
  readonly answer: string;
  readonly createdAt: Date;
}

async function findAnswer(tx: Tx, key: string, requestHash: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT "requestHash", "answer", "createdAt" FROM "IdempotencyKey" WHERE "key" = ${key}`;
  if (row === undefined) return null;
  if (row.createdAt.getTime() < Date.now() - KEPT_MS) {
    await tx.idempotencyKey.delete({ where: { key } });
    return null;
  }
  if (row.requestHash !== requestHash) {
    throw invalid("", "key_reused", "This Idempotency-Key was used for something else: send a new one");
  }
  return row.answer;
}

/** Forgets attempts that are too old to be made again. */
async function tidy(): Promise<void> {
  kept.footnoteTidied = Date.now();
  await db().idempotencyKey.deleteMany({ where: { createdAt: { lt: new Date(Date.now() - KEPT_MS) } } });
}
