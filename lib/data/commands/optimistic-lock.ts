import "server-only";
import type { Tx } from "@/lib/data/db/transaction";
import { stale, unknown } from "@/lib/data/errors";
import { storeOf } from "@/lib/data/resources/registry";
import { differingFields, type Stored, snapshot, toRecord } from "@/lib/data/revisions/record";
import type { DomainError } from "@/lib/schemas/domain-error";
import type { Resource } from "@/lib/schemas/resources";

/** Which row is to be changed: its key, and the version that the person has seen. */
export interface Target<N extends Resource> {
  readonly resource: N;
  readonly key: string;
  readonly version: number;
}

type Sent = Readonly<Record<string, unknown>>;

/** The row that is to be changed. Refuses when there is none, or when somebody has changed it since (`sent`: what is asked for). */
export async function findNewest<N extends Resource>(tx: Tx, target: Target<N>, sent: Sent): Promise<Stored<N>> {
  const stored = await storeOf(target.resource).find(tx, target.key);
  if (stored === null) throw unknown();
  if (stored.version !== target.version) throw staleRow(target.resource, stored, sent);
  return stored;
}

/** Refuses when a guarded write found that somebody had changed the row meanwhile. */
export async function assertVersion(done: boolean, tx: Tx, resource: Resource, key: string, sent: Sent): Promise<void> {
  if (done) return;
  const stored = await storeOf(resource).find(tx, key);
  throw stored === null ? unknown() : staleRow(resource, stored, sent);
}

function staleRow<N extends Resource>(resource: N, stored: Stored<N>, sent: Sent): DomainError {
  const now = snapshot(resource, stored.content, stored.state);
  const differing = differingFields(sent, now).filter((field) => field in sent);
  return stale(toRecord(resource, stored), differing);
}
