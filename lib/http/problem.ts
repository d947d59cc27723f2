import { STATUS_CODES } from "node:http";
import type { InputIssue } from "@/lib/schemas/resources";

/** Media type of an error (RFC 9457). */
export const PROBLEM_JSON = "application/problem+json";

/** An error as the API tells it: `code` is for programs, `detail` for people, with cause and cure; one of `issues` for each thing that is wrong. */
export interface Problem {
  /** No more is meant than the status says: errors are told apart by their code. */
  readonly type: "about:blank";
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly issues?: readonly InputIssue[];
}

/** The one shape of an error (RFC 9457). */
export function problemOf(status: number, code: string, detail: string, issues: readonly InputIssue[] = []): Problem {
  const title = STATUS_CODES[status] ?? String(status);
  return { type: "about:blank", title, status, detail, code, ...(issues.length > 0 ? { issues } : {}) };
}
