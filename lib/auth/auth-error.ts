import "server-only";
import { isAPIError } from "better-auth/api";
import { toDatabaseError } from "@/lib/data/db/database-errors";
import { DomainError } from "@/lib/schemas/domain-error";

/** Why something is not done; what is wrong in one field of a form stands there. */
export function refused(status: number, code: string, message: string, field: string | null = null): DomainError {
  return new DomainError(status, code, message, { issues: field === null ? [] : [{ path: field, code, message }] });
}

/** What went wrong, as something to tell; null for what is a bug. */
export function asAuthError(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error;
  const trouble = toDatabaseError(error);
  if (trouble === null) return null;
  if (trouble === "full") return refused(507, "full", "The disk is full. Tell who runs the site.");
  const headers = { "retry-after": "2" };
  return new DomainError(503, trouble, "The database cannot be written to just now. Try again.", { headers });
}

/** Whether the sign-in service refused (as opposed to failed). */
export function isRefusal(error: unknown): boolean {
  return isAPIError(error) && error.statusCode < 500;
}
