import { type ApiBody, ask, messageOf, signInAgain } from "@/components/admin/api-client";
import type { Issue } from "@/components/admin/fields/error-summary";

/** What the site answered; `message` is null when it was done. */
export interface Reply {
  readonly data: unknown;
  readonly message: string | null;
  readonly issues: readonly Issue[];
}

const NO_ANSWER = "The site could not be reached. Nothing was changed; try again.";

/** Asks the site for a change of accounts. Who is signed out meanwhile goes to sign in and back. Never throws. */
export async function askSite(method: string, path: string, body?: unknown): Promise<Reply> {
  const { status, isOk, body: answer } = await ask<ApiBody<unknown>>({ method, path, body });
  signInAgain(status);
  if (isOk) return { data: answer?.data, message: null, issues: [] };
  const message = status === null ? NO_ANSWER : messageOf(status, answer);
  return { data: null, message, issues: answer?.issues ?? [] };
}
