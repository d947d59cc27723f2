import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";

/** Why the database could not write: busy passes by itself, the others need somebody. */
export type DatabaseError = "busy" | "read-only" | "full" | "moved";

/** Result codes by their beginnings (sqlite.org/rescode.html, PostgreSQL's appendix A): the longer names say more about the same. */
const BY_CODE: readonly (readonly [string, DatabaseError])[] = [
  ["SQLITE_BUSY", "busy"],
  ["SQLITE_LOCKED", "busy"],
  ["SQLITE_FULL", "full"],
  ["SQLITE_READONLY_DBMOVED", "moved"],
  ["SQLITE_READONLY", "read-only"],
  ["SQLITE_IOERR", "read-only"],
  ["SQLITE_CANTOPEN", "read-only"],
  // Another writer takes its turn, or two waited for each other: of PostgreSQL.
  ["55P03", "busy"],
  ["40P01", "busy"],
  ["40001", "busy"],
  // Too many connections, or the server stops, starts or has just been lost.
  ["53300", "busy"],
  ["57P0", "busy"],
  ["08", "busy"],
  ["ECONNREFUSED", "busy"],
  ["ECONNRESET", "busy"],
  // The same in the words of Prisma's adapter.
  ["DatabaseNotReachable", "busy"],
  ["ConnectionClosed", "busy"],
  ["SocketTimeout", "busy"],
  ["53100", "full"],
  // A standby, or a database that was set to be read only.
  ["25006", "read-only"],
  // Of the file system, for files that lie beside the database.
  ["ENOSPC", "full"],
  ["EDQUOT", "full"],
  ["EROFS", "read-only"],
  ["EACCES", "read-only"],
];

/** Prisma's own codes: waiting for one's turn took too long; the server is not reached, is silent, hangs up or has too many connections. */
const BUSY: ReadonlySet<string> = new Set(["P2028", "P1001", "P1008", "P1017", "P2037"]);
/** What the driver says without a code, of a server that is not reached or has just been lost. */
const UNREACHED =
  /^(?:None of the servers of DATABASE_URL|timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error)/;

/** What is wrong with the database itself behind an error; null where the error is about what was to be written. */
export function toDatabaseError(error: unknown): DatabaseError | null {
  if (error instanceof Prisma.PrismaClientKnownRequestError && BUSY.has(error.code)) return "busy";
  if (error instanceof Error && UNREACHED.test(error.message)) return "busy";
  const code = resultCode(error);
  return BY_CODE.find(([beginning]) => code.startsWith(beginning))?.[1] ?? null;
}

/** Whether an error says that a key or name is taken. */
export function isUniqueViolation(error: unknown): boolean {
  return /^(?:SQLITE_CONSTRAINT_UNIQUE|23505$)/.test(resultCode(error));
}

/** The database's or the system's own code behind an error, or the adapter's word for it; "" where there is none. What goes wrong at the very end of a transaction comes as the driver's error. */
function resultCode(error: unknown): string {
  if (!(error instanceof Error)) return "";
  if ("syscall" in error && "code" in error) return String(error.code);
  const { meta, cause } = error as Error & {
    readonly meta?: { readonly driverAdapterError?: { readonly cause?: unknown } };
  };
  const told = (error instanceof Prisma.PrismaClientKnownRequestError ? meta?.driverAdapterError?.cause : cause) as
    | { readonly originalCode?: unknown; readonly kind?: unknown }
    | undefined;
  return String(told?.originalCode ?? told?.kind ?? "");
}
