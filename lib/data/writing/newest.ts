import "server-only";
import { differingFields, type Stored, snapshot, toRecord } from "@/lib/data/writing/record";
import { stale, unknown } from "@/lib/data/writing/refusal";
import { storeOf } from "@/lib/data/writing/stores";
import type { Tx } from "@/lib/data/writing/transaction";
import type { DomainError } from "@/lib/schemas/domain-error";
import type { Noun } from "@/lib/schemas/nouns";

/** Which row is to be changed: its key, and the version that the person has seen. */
export interface Target<N extends Noun> {
  readonly noun: N;
  readonly key: string;
  readonly version: number;
}

type Sent = Readonly<Record<string, unknown>>;

/** The row that is to be changed. Refuses when there is none, or when somebody has changed it since (`sent`: what is asked for). */
export async function findNewest<N extends Noun>(tx: Tx, target: Target<N>, sent: Sent): Promise<Stored<N>> {
  const stored = await storeOf(target.noun).find(tx, target.key);
  if (stored === null) throw unknown();
  if (stored.version !== target.version) throw staleRow(target.noun, stored, sent);
  return stored;
}

/** Refuses when a guarded write found that somebody had changed the row meanwhile. */
export async function refuseUnless(done: boolean, tx: Tx, noun: Noun, key: string, sent: Sent): Promise<void> {
  if (done) return;
  const stored = await storeOf(noun).find(tx, key);
  throw stored === null ? unknown() : staleRow(noun, stored, sent);
}

function staleRow<N extends Noun>(noun: N, stored: Stored<N>, sent: Sent): DomainError {
  const now = snapshot(noun, stored.content, stored.state);
  const differing = differingFields(sent, now).filter((field) => field in sent);
  return stale(toRecord(noun, stored), differing);
}
