import "server-only";
import { isAPIError } from "better-auth/api";
import { TooBusy } from "@/lib/auth/hash-gate";
import { TooMany } from "@/lib/auth/limits";
import { storageTrouble } from "@/lib/data/storage-trouble";
import type { InputIssue } from "@/lib/schemas/nouns";

/** Why something is not done: the status and the code say it to programs, the message to people; `issues` stand at fields. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly issues: readonly InputIssue[];
  readonly retryAfter: number | null;
  constructor(
    status: number,
    code: string,
    message: string,
    { field = null, retryAfter = null }: { readonly field?: string | null; readonly retryAfter?: number | null } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.issues = field === null ? [] : [{ path: field, code, message }];
    this.retryAfter = retryAfter;
  }
}

/** What went wrong, as something to tell; null for what is a bug. */
export function asRefused(error: unknown): Refused | null {
  if (error instanceof Refused) return error;
  if (error instanceof TooMany) {
    const { retryAfter } = error;
    const wait = retryAfter > 90 ? `${Math.ceil(retryAfter / 60)} minutes` : `${retryAfter} s`;
    return new Refused(429, "too_many_attempts", `Too many attempts. Wait ${wait}, then try again.`, { retryAfter });
  }
  if (error instanceof TooBusy) {
    const { retryAfter } = error;
    return new Refused(503, "busy", "Too many people are signing in just now. Try again.", { retryAfter });
  }
  const trouble = storageTrouble(error);
  if (trouble === null) return null;
  if (trouble === "full") return new Refused(507, "full", "The disk is full. Tell who runs the site.");
  return new Refused(503, trouble, "The database cannot be written to just now. Try again.", { retryAfter: 2 });
}

/** Whether the sign-in service refused (as opposed to failed). */
export function isRefusal(error: unknown): boolean {
  return isAPIError(error) && error.statusCode < 500;
}
