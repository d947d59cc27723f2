import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";

/** Why the database could not write: busy passes by itself, the other two need somebody. */
export type StorageTrouble = "busy" | "read-only" | "full";

/** SQLite's result codes by their beginnings (sqlite.org/rescode.html): the longer names say more about the same. */
const BY_CODE: readonly (readonly [string, StorageTrouble])[] = [
  ["SQLITE_BUSY", "busy"],
  ["SQLITE_LOCKED", "busy"],
  ["SQLITE_FULL", "full"],
  ["SQLITE_READONLY", "read-only"],
  ["SQLITE_IOERR", "read-only"],
  ["SQLITE_CANTOPEN", "read-only"],
];

/** Waiting for one's turn took too long: "Transaction API error" (Prisma). */
const TRANSACTION_TIMEOUT = "P2028";

/** What is wrong with the database itself behind an error; null where the error is about what was to be written. */
export function storageTrouble(error: unknown): StorageTrouble | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null;
  if (error.code === TRANSACTION_TIMEOUT) return "busy";
  const code = resultCode(error);
  return BY_CODE.find(([beginning]) => code.startsWith(beginning))?.[1] ?? null;
}

/** Whether an error says that a key or name is taken. */
export function isTaken(error: unknown): boolean {
  return (
    error instanceof Prisma.PrismaClientKnownRequestError && resultCode(error).startsWith("SQLITE_CONSTRAINT_UNIQUE")
  );
}

function resultCode(error: Prisma.PrismaClientKnownRequestError): string {
  const { driverAdapterError } = (error.meta ?? {}) as {
    driverAdapterError?: { cause?: { originalCode?: unknown } };
  };
  return String(driverAdapterError?.cause?.originalCode ?? "");
}
