import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { Replica, Snapshot } from "@/lib/data/db/engine";
import { engine } from "@/lib/data/db/engines";
import { env } from "@/lib/env";
import { Prisma, type PrismaClient } from "@/lib/generated/prisma/client";
import { logEvent } from "@/lib/log";

/** A replica from which the work under way may read. */
export interface ReplicaUnderway {
  readonly url: string;
  readonly client: PrismaClient;
  /** A publication version that it had reached before the work began. */
  readonly version: number;
}

/** How long a replica may take to say how far it is, and how long one that failed is not asked again, in milliseconds. */
const PATIENCE_MS = 1000;
const PAUSE_MS = 2000;

// The framework bundles each route by itself: these are for the process. A replica that failed is opened anew.
const shared = globalThis as {
  footnoteUnderway?: AsyncLocalStorage<ReplicaUnderway | null>;
  footnoteReplica?: Replica;
  footnoteReplicaFailedAt?: number;
};

function underway(): AsyncLocalStorage<ReplicaUnderway | null> {
  shared.footnoteUnderway ??= new AsyncLocalStorage();
  return shared.footnoteUnderway;
}

/** The replica that the work under way reads from; null where that is the primary. */
export function replicaUnderway(): ReplicaUnderway | null {
  return underway().getStore() ?? null;
}

/**
 * Does work that may read what readers see at a publication version or later: from the replica where there is one that has reached
 * that version, else from the primary. So what is kept as read at that version is never older.
 */
export async function readingAsOf<Result>(version: number, work: () => Result): Promise<Awaited<Result>> {
  const { DATABASE_READ_URL: url } = env();
  const replica = url === undefined ? null : await findReplica(url, version);
  return replica === null ? await work() : await underway().run(replica, work);
}

/** Reads what is then kept as of a publication version: from the primary where the replica under way may be older. */
export function keptAsOf<Result>(version: number, read: () => Result): Result {
  const replica = replicaUnderway();
  return replica !== null && replica.version < version ? underway().run(null, read) : read();
}

async function findReplica(url: string, least: number): Promise<ReplicaUnderway | null> {
  if (performance.now() - (shared.footnoteReplicaFailedAt ?? Number.NEGATIVE_INFINITY) < PAUSE_MS) return null;
  shared.footnoteReplica ??= engine().openReplica(url, env().DATABASE_URL);
  const replica = shared.footnoteReplica;
  try {
    const silence = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error("it does not answer")), PATIENCE_MS).unref();
    });
    const version = await Promise.race([replica.version(), silence]);
    return version < least ? null : { url, client: replica.client, version };
  } catch (error) {
    logEvent("warn", "The replica is not read from, the primary is in its place", { detail: error });
    shared.footnoteReplicaFailedAt = performance.now();
    if (shared.footnoteReplica === replica) delete shared.footnoteReplica;
    return null;
  }
}

/** Opens a snapshot for a longer read: of the replica, where one is given and has reached its version, else of the primary. */
export async function openSnapshot(replica: ReplicaUnderway | null): Promise<Snapshot> {
  if (replica !== null) {
    const snapshot = await engine()
      .openSnapshot(replica.url)
      .catch(() => null);
    const [row] =
      (await snapshot?.read<[version: number]>(Prisma.sql`SELECT "version" FROM "Publication"`).catch(() => null)) ??
      [];
    if (snapshot != null && row !== undefined && row[0] >= replica.version) return snapshot;
    await snapshot?.close();
  }
  return engine().openSnapshot(env().DATABASE_URL);
}
