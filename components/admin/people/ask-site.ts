import type { Issue } from "@/components/admin/fields/error-summary";
import { paths } from "@/lib/paths";

/** What the site answered; `message` is null when it was done. */
export interface Reply {
  readonly data: unknown;
  readonly message: string | null;
  readonly issues: readonly Issue[];
}

const NO_ANSWER = "The site could not be reached. Nothing was changed; try again.";

interface Answer {
  readonly data?: unknown;
  readonly error?: { readonly message?: string; readonly issues?: readonly Issue[] };
}

/** Asks the site for a change of accounts. Who is signed out meanwhile goes to sign in and back. Never throws. */
export async function askSite(method: string, path: string, body?: unknown): Promise<Reply> {
  try {
    const sent =
      body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
    const response = await fetch(path, { method, ...sent });
    if (response.status === 401) location.assign(paths.login(location.pathname));
    const answer = (await response.json().catch(() => ({}))) as Answer;
    if (response.ok) return { data: answer.data, message: null, issues: [] };
    const message = answer.error?.message ?? `The site answered ${response.status} without saying why.`;
    return { data: null, message, issues: answer.error?.issues ?? [] };
  } catch {
    return { data: null, message: NO_ANSWER, issues: [] };
  }
}
