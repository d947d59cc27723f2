import type { InputIssue } from "@/lib/schemas/resources";

/** What an error answer may carry besides its code and message. */
export interface ErrorParts {
  /** One entry for each thing that is wrong. */
  readonly issues?: readonly InputIssue[];
  /** Further members of the error. */
  readonly beside?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Something that is not done, and why: status (HTTP) and code say it to programs, the message to people, with cause and cure. Thrown
 * while a request is answered it becomes the answer; thrown within a transaction it undoes it.
 */
export class DomainError extends Error implements Required<ErrorParts> {
  readonly status: number;
  readonly code: string;
  readonly issues: readonly InputIssue[];
  readonly beside: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    message: string,
    { issues = [], beside = {}, headers = {} }: ErrorParts = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.issues = issues;
    this.beside = beside;
    this.headers = headers;
  }
}
