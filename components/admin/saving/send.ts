import type { Issue } from "@/components/admin/fields/error-summary";
import type { AffectedFigure } from "@/lib/figures/records";

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

/** Seconds after which an answer is not waited for any longer. */
const PATIENCE_SECONDS = 30;
/** A site that is busy is not asked again at once, whatever it says. */
const LEAST_PAUSE_MS = 1000;
const SIGNED_OUT = "You are not signed in any more. What you typed is kept here.";
const NO_ANSWER = "The site could not be reached. What you typed is kept here; try again.";

/**
 * Sends one write to the API and says how it ended. While the database is busy with something long, such as an import, nothing
 * was written and the same is sent again, for as long as an answer is waited for. Never throws.
 */
export async function send({ method, path, body, version, attempt }: Sending): Promise<Outcome> {
  const signal = AbortSignal.timeout(PATIENCE_SECONDS * 1000);
  const until = Date.now() + PATIENCE_SECONDS * 1000;
  const headers = {
    "content-type": "application/json",
    ...(version === undefined ? {} : { "if-match": `"${version}"` }),
    ...(attempt === undefined ? {} : { "idempotency-key": attempt }),
  };
  try {
    for (;;) {
      const response = await fetch(path, { method, headers, body: JSON.stringify(body), signal });
      const answer = (await response.json().catch(() => null)) as Answer | null;
      const retryAfter = response.headers.get("retry-after");
      const pause = pauseOf(retryAfter);
      if (answer?.error?.code !== "busy" || Date.now() + pause >= until) {
        return outcomeOf(response.status, answer, retryAfter);
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  } catch {
    return { kind: "unavailable", message: NO_ANSWER };
  }
}

/** Milliseconds to wait before the same is sent again: as the site asks, in seconds or as a date, and never less than a second. */
function pauseOf(retryAfter: string | null): number {
  const text = (retryAfter ?? "").trim();
  const asked = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isFinite(asked) ? Math.max(asked, LEAST_PAUSE_MS) : LEAST_PAUSE_MS;
}

interface Answer {
  readonly data?: SavedRecord;
  readonly warnings?: readonly Issue[];
  readonly error?: { readonly code?: string; readonly message?: string; readonly issues?: readonly Issue[] };
  readonly current?: SavedRecord;
  readonly differing?: readonly string[];
  readonly affected?: Affected;
}

/** Reads an answer of the API by its status (RFC 9110); `retryAfter` in seconds where the server says so. */
export function outcomeOf(status: number, answer: Answer | null, retryAfter: string | null): Outcome {
  const message = answer?.error?.message ?? `The site answered ${status} without saying why.`;
  if (status >= 200 && status < 300 && answer?.data) {
    const { data: record, warnings } = answer;
    return { kind: "saved", record, ...(warnings ? { warnings } : {}) };
  }
  if (status === 401) return { kind: "signed_out", message: SIGNED_OUT };
  if (status === 412 && answer?.current) {
    return { kind: "conflict", current: answer.current, differing: answer.differing ?? [] };
  }
  if (answer?.affected) return { kind: "affects", message, affected: answer.affected };
  const issues = answer?.error?.issues ?? [];
  // Whatever the status, what names its fields is shown at them: a key that is taken is a conflict, and stands at the key.
  if (issues.length > 0) return { kind: "invalid", issues };
  if (status === 400 || status === 422) return { kind: "invalid", issues: [{ path: "", code: "invalid", message }] };
  if (status === 429 || status >= 500) {
    const wait = Number(retryAfter) > 0 ? ` Try again in ${retryAfter} seconds.` : " Try again.";
    return {
      kind: "unavailable",
      message: `${answer?.error?.message ?? "The site cannot save just now."} What you typed is kept.${wait}`,
    };
  }
  return { kind: "refused", message };
}
