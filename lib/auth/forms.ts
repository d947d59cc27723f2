import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import type { z } from "zod";
import { asAuthError, refused } from "@/lib/auth/auth-error";
import { flashCookie } from "@/lib/auth/flash";
import { assertSameOrigin } from "@/lib/auth/same-origin";
import { errorResponse } from "@/lib/http/responses";
import type { DomainError } from "@/lib/schemas/domain-error";
import { issuesOf } from "@/lib/schemas/resources";

/** A plain form that was sent: its name, and the page that shows it (with its query), to go back to. */
interface SentForm {
  readonly request: Request;
  readonly name: string;
  readonly back: (fields: URLSearchParams) => string;
}

/** Longest form, in characters: a name, an address and a password fit many times. */
const LONGEST_FORM = 20_000;
/** Milliseconds before someone who sends too often is told so: who asks again at once takes next to nothing from the readers. */
const PAUSE = 1000;

/**
 * Answers a plain form: only from a page of this site (403), only as a form (415). What `work` refuses goes back to the page that shows
 * the form, with what was typed and the reason at its field; a program that does not ask for HTML is answered by status.
 */
export async function answerForm(
  form: SentForm,
  work: (fields: URLSearchParams) => Promise<Response>,
): Promise<Response> {
  const { request } = form;
  const foreign = assertSameOrigin(request);
  if (foreign !== null) return refusedResponse(foreign);
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(request.headers.get("content-type") ?? "")) {
    return errorResponse(415, "not_a_form", "Send this as application/x-www-form-urlencoded.");
  }
  const body = await request.text();
  if (body.length > LONGEST_FORM) return errorResponse(413, "too_large", "This form is larger than any that we show.");
  const fields = new URLSearchParams(body);
  try {
    return await work(fields);
  } catch (error) {
    const refusal = asAuthError(error);
    if (refusal === null) throw error;
    if ("retry-after" in refusal.headers) await pause(PAUSE);
    return wantsPage(request) ? showAgain(form, fields, refusal) : refusedResponse(refusal);
  }
}

/** Whether the sender wants to see a page, as a browser that sends a form does. */
export function wantsPage(request: Request): boolean {
  return (request.headers.get("accept") ?? "").includes("text/html");
}

const SECRET_FIELDS: ReadonlySet<string> = new Set(["password", "code", "token", "next"]);

function showAgain(form: SentForm, fields: URLSearchParams, refusal: DomainError): Response {
  const values = Object.fromEntries([...fields].filter(([name]) => !SECRET_FIELDS.has(name)));
  const [issue] = refusal.issues;
  const answer = seeOther(form.back(fields));
  answer.headers.append(
    "set-cookie",
    flashCookie(form.name, { values, issues: { [issue?.path ?? ""]: refusal.message } }),
  );
  return answer;
}

/** A refusal in the one shape of errors. */
export function refusedResponse(refusal: DomainError): Response {
  return errorResponse(refusal.status, refusal.code, refusal.message, refusal);
}

/** The fields of a form by a schema; the first that is wrong is named. */
export function readFields<Schema extends z.ZodType>(schema: Schema, fields: URLSearchParams): z.output<Schema> {
  const result = schema.safeParse(Object.fromEntries(fields));
  if (result.success) return result.data;
  const [issue] = issuesOf(result.error);
  throw refused(422, issue?.code ?? "invalid", issue?.message ?? "This is not right", issue?.path ?? null);
}

/** 303 to a path of this site, never remembered. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path, "cache-control": "no-store" } });
}

/** Lays the cookies that the sign-in service sets onto an answer. */
export function withCookies(answer: Response, from: Headers): Response {
  for (const cookie of from.getSetCookie()) answer.headers.append("set-cookie", cookie);
  return answer;
}
