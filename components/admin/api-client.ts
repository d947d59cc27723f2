import type { Issue } from "@/components/admin/fields/error-summary";
import { paths } from "@/lib/paths";

/** The body of an answer: what was asked for, or an error (RFC 9457) whose `detail` names its cause and a cure. */
export interface ApiBody<Data> {
  readonly data?: Data;
  readonly code?: string;
  readonly detail?: string;
  readonly issues?: readonly Issue[];
}

/** What came back. `status` is null where no answer came, `body` null where it is no JSON; `retryAfter` is the header as sent. */
export interface ApiAnswer<Body> {
  readonly status: number | null;
  readonly isOk: boolean;
  readonly body: Body | null;
  readonly retryAfter: string | null;
}

export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  /** Sent as JSON; a form with a file as it is. */
  readonly body?: unknown;
  /** Version that an edit builds on. */
  readonly version?: number | undefined;
  /** Key of one attempt to create, the same for every try of it. */
  readonly attempt?: string | undefined;
  /** Whether to be answered before a long work has ended. */
  readonly isAsync?: boolean;
  /** After so many seconds an answer is not waited for any longer, and until then a busy site is asked again; without, one answer is waited for. */
  readonly seconds?: number;
  readonly signal?: AbortSignal | undefined;
}

/** How long a person waits for a save, and for what a page shows. */
export const PATIENCE_SECONDS = 30;
/** A site that is busy is not asked again at once, whatever it says. */
const LEAST_PAUSE_MS = 1000;

/**
 * Asks the API of this site. While the database is busy with something long, such as an import, nothing was done, and the same is
 * asked again after the pause that the site asks for. Never throws.
 */
export async function ask<Body extends ApiBody<unknown>>(request: ApiRequest): Promise<ApiAnswer<Body>> {
  const { path, seconds = 0 } = request;
  const init = initOf(request);
  const until = Date.now() + seconds * 1000;
  try {
    for (;;) {
      const response = await fetch(path, init);
      const body = (await response.json().catch(() => null)) as Body | null;
      const retryAfter = response.headers.get("retry-after");
      const pause = pauseOf(retryAfter);
      if (body?.code !== "busy" || Date.now() + pause >= until) {
        return { status: response.status, isOk: response.ok, body, retryAfter };
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  } catch {
    return { status: null, isOk: false, body: null, retryAfter: null };
  }
}

function initOf({ method, body, version, attempt, isAsync, seconds, signal }: ApiRequest): RequestInit {
  const isFile = body instanceof FormData;
  return {
    method,
    headers: {
      ...(body === undefined || isFile ? {} : { "content-type": "application/json" }),
      ...(version === undefined ? {} : { "if-match": `"${version}"` }),
      ...(attempt === undefined ? {} : { "idempotency-key": attempt }),
      ...(isAsync ? { prefer: "respond-async" } : {}),
    },
    ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
    ...(seconds === undefined ? (signal ? { signal } : {}) : { signal: endAfter(seconds, signal) }),
  };
}

/** A signal that comes after so many seconds, or with another. Browsers from before 2024 have no AbortSignal.any. */
function endAfter(seconds: number, signal: AbortSignal | undefined): AbortSignal {
  const late = AbortSignal.timeout(seconds * 1000);
  if (signal === undefined) return late;
  const either = new AbortController();
  for (const one of [late, signal]) {
    if (one.aborted) either.abort(one.reason);
    one.addEventListener("abort", () => either.abort(one.reason), { once: true });
  }
  return either.signal;
}

/** Milliseconds to wait before the same is sent again: as the site asks, in seconds or as a date, and never less than a second. */
function pauseOf(retryAfter: string | null): number {
  const text = (retryAfter ?? "").trim();
  const asked = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isFinite(asked) ? Math.max(asked, LEAST_PAUSE_MS) : LEAST_PAUSE_MS;
}

/** What an error says of its cause; that it says nothing where it does not. */
export function messageOf(status: number, body: ApiBody<unknown> | null): string {
  return body?.detail ?? `The site answered ${status} without saying why.`;
}

/** Sends whoever is signed out to sign in and back to this page. */
export function signInAgain(status: number | null): void {
  if (status === 401) location.assign(paths.login(location.pathname + location.search));
}

/** What is asked for at an address, by its type; null where it was refused, none came, or the signal ended the asking. */
export async function read<Data>(path: string, signal?: AbortSignal): Promise<Data | null> {
  const { isOk, body } = await ask<ApiBody<Data>>({ method: "GET", path, seconds: PATIENCE_SECONDS, signal });
  return isOk ? (body?.data ?? null) : null;
}
