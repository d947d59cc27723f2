import { type ApiBody, ask, messageOf, PATIENCE_SECONDS } from "@/components/admin/api-client";
import type { Issue } from "@/components/admin/fields/error-summary";
import type { AffectedFigure } from "@/lib/figures/view-models";

/** A record as the API gives it: the fields of its input, its key, its version, and the names behind its keys. */
export type SavedRecord = Readonly<Record<string, unknown>> & { readonly key: string; readonly version: number };

/** Figures that a change of a metric would make say something else: how many, how many of them against their phrase, the first of them. */
export interface Affected {
  readonly count: number;
  readonly contradicted: number;
  readonly figures: readonly AffectedFigure[];
}

/** How a save ended. `unavailable` may be tried again as it is; nothing is lost in any case. */
export type Outcome =
  /** `warnings`: what may be wrong in it all the same. */
  | { readonly kind: "saved"; readonly record: SavedRecord; readonly warnings?: readonly Issue[] }
  | { readonly kind: "invalid"; readonly issues: readonly Issue[] }
  | { readonly kind: "conflict"; readonly current: SavedRecord; readonly differing: readonly string[] }
  | { readonly kind: "affects"; readonly message: string; readonly affected: Affected }
  | { readonly kind: "signed_out"; readonly message: string }
  | { readonly kind: "unavailable"; readonly message: string }
  | { readonly kind: "refused"; readonly message: string };

export interface Sending {
  readonly method: "POST" | "PATCH" | "DELETE";
  readonly path: string;
  readonly body: unknown;
  /** Version that an edit builds on. */
  readonly version?: number;
  /** Key of one attempt to create, the same for every try of it. */
  readonly attempt?: string;
}

const SIGNED_OUT = "You are not signed in any more. What you typed is kept here.";
const NO_ANSWER = "The site could not be reached. What you typed is kept here; try again.";

/**
 * Sends one write to the API and says how it ended. While the database is busy with something long, such as an import, nothing
 * was written and the same is sent again, for as long as an answer is waited for. Never throws.
 */
export async function send(sending: Sending): Promise<Outcome> {
  const { status, body, retryAfter } = await ask<Answer>({ ...sending, seconds: PATIENCE_SECONDS });
  return status === null ? { kind: "unavailable", message: NO_ANSWER } : outcomeOf(status, body, retryAfter);
}

interface Answer extends ApiBody<SavedRecord> {
  readonly warnings?: readonly Issue[];
  readonly current?: SavedRecord;
  readonly differing?: readonly string[];
  readonly affected?: Affected;
}

/** Reads an answer of the API by its status (RFC 9110); `retryAfter` in seconds where the server says so. */
export function outcomeOf(status: number, answer: Answer | null, retryAfter: string | null): Outcome {
  const message = messageOf(status, answer);
  if (status >= 200 && status < 300 && answer?.data) {
    const { data: record, warnings } = answer;
    return { kind: "saved", record, ...(warnings ? { warnings } : {}) };
  }
  if (status === 401) return { kind: "signed_out", message: SIGNED_OUT };
  if (status === 412 && answer?.current) {
    return { kind: "conflict", current: answer.current, differing: answer.differing ?? [] };
  }
  if (answer?.affected) return { kind: "affects", message, affected: answer.affected };
  const issues = answer?.issues ?? [];
  // Whatever the status, what names its fields is shown at them: a key that is taken is a conflict, and stands at the key.
  if (issues.length > 0) return { kind: "invalid", issues };
  if (status === 400 || status === 422) return { kind: "invalid", issues: [{ path: "", code: "invalid", message }] };
  if (status === 429 || status >= 500) {
    const wait = Number(retryAfter) > 0 ? ` Try again in ${retryAfter} seconds.` : " Try again.";
    return {
      kind: "unavailable",
      message: `${answer?.detail ?? "The site cannot save just now."} What you typed is kept.${wait}`,
    };
  }
  return { kind: "refused", message };
}
