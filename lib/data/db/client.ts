import "server-only";
import type { Engine } from "@/lib/data/db/engine";
import { engineOf } from "@/lib/data/db/engines";
import { replicaUnderway } from "@/lib/data/db/replica";
import { env } from "@/lib/env";
import type { PrismaClient } from "@/lib/generated/prisma/client";
import { noteReads } from "@/lib/publication/reads";
import type { Scope } from "@/lib/publication/scopes";

/** A client for a database named by URL. The caller disconnects it. */
export function openClient(databaseUrl: string): PrismaClient {
  return engineOf(databaseUrl).open(databaseUrl).client;
}

const kept = globalThis as { footnoteDatabase?: Engine };

/** The database of this process, opened at first use and kept across reloads in development. */
function database(): Engine {
  kept.footnoteDatabase ??= engineOf(env().DATABASE_URL).open(env().DATABASE_URL);
  return kept.footnoteDatabase;
}

/**
 * The client of this process. `shown` are the scopes that what is read depends on: a page, or a result kept in memory, is forgotten
 * when one of them changes; where none is named, at every change.
 */
export function db(...shown: readonly Scope[]): PrismaClient {
  noteReads(shown.length === 0 ? ["everything"] : shown);
  return replicaUnderway()?.client ?? database().client;
}

/**
 * Whether the database can be saved to: "moved" where it no longer stands where it was opened, so that nothing can be saved until the site is
 * started again; "read_only" where it may not be written at present. Rejects where it does not answer.
 */
export async function databaseState(): Promise<"ok" | "moved" | "read_only"> {
  if (!database().stands()) return "moved";
  return (await database().isWritable()) ? "ok" : "read_only";
}
