import "server-only";
import { randomUUID } from "node:crypto";
import { countEvent } from "@/lib/counted";
import { type DatabaseError, toDatabaseError } from "@/lib/data/db/database-errors";
import { unknown } from "@/lib/data/errors";
import { readInternalHeader } from "@/lib/http/internal-header";
import { errorResponse } from "@/lib/http/responses";
import { logEvent } from "@/lib/log";
import { DomainError } from "@/lib/schemas/domain-error";

/**
 * The answer to whatever a handler throws: what was refused, why the database could not write, else 500 with the number of the request,
 * under which the log has it.
 */
export function toErrorResponse(error: unknown, request: Request): Response {
  if (error instanceof DomainError) return errorResponse(error.status, error.code, error.message, error);
  const trouble = toDatabaseError(error);
  if (trouble !== null) {
    countEvent({ name: "database-error", kind: trouble });
    const { status, code, message, retryAfter } = TROUBLES[trouble];
    return errorResponse(status, code, message, { headers: retryAfter === null ? {} : { "retry-after": retryAfter } });
  }
  const id = readInternalHeader(request.headers).id ?? randomUUID();
  logEvent("error", "A request met a fault of the program", { detail: error, request: id });
  const message = "This is a fault of the program. Nothing was saved; tell the people who run the site this number.";
  return errorResponse(500, "internal", `${message} (${id})`, { beside: { id } });
}

/** 404 for what does not exist, and for what may not be known. */
export function notFound(): Response {
  const { status, code, message } = unknown();
  return errorResponse(status, code, message);
}

/** What is said when the database cannot write. `retryAfter` is in seconds; null where waiting does not help. */
interface Said {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly retryAfter: string | null;
}

const TROUBLES: Readonly<Record<DatabaseError, Said>> = {
  busy: {
    status: 503,
    code: "busy",
    message: "The database is busy. Nothing was saved; try again.",
    retryAfter: "2",
  },
  "read-only": {
    status: 503,
    code: "read_only",
    message: "The database cannot be written at present. Nothing was saved.",
    retryAfter: "60",
  },
  moved: {
    status: 503,
    code: "database_moved",
    message:
      "The database file was moved or replaced while the site ran. Nothing was saved; tell the people who run the site to start it again.",
    retryAfter: "60",
  },
  full: {
    status: 507,
    code: "full",
    message: "The disk is full. Nothing was saved; tell the people who run the site.",
    retryAfter: null,
  },
};
