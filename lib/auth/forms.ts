import "server-only";
import { isAPIError } from "better-auth/api";
import type { z } from "zod";
import { flashCookie } from "@/lib/auth/flash";
import { TooBusy } from "@/lib/auth/hash-gate";
import { TooMany } from "@/lib/auth/limits";
import { refuseForeign } from "@/lib/auth/same-site";
import { storageTrouble } from "@/lib/data/storage-trouble";
import { errorAnswer } from "@/lib/http/answers";
import { issuesOf } from "@/lib/schemas/nouns";

/** Why a form is not accepted: the status says it to programs, the message stands at its field ("" for the whole form). */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly field: string;
  readonly retryAfter: number | null;
  constructor(status: number, code: string, message: string, field = "", retryAfter: number | null = null) {
    super(message);
    this.status = status;
    this.code = code;
    this.field = field;
    this.retryAfter = retryAfter;
  }
}

/** A plain form that was sent: its fields, and the page that shows it (with its query), to go back to. */
interface SentForm {
  readonly request: Request;
  readonly name: string;
  readonly back: (fields: URLSearchParams) => string;
}

/** Longest form, in characters: a name, an address and a password fit many times. */
const LONGEST_FORM = 20_000;

/**
 * Answers a plain form: only from a page of this site (403), only as a form (415). What `work` refuses goes back to the page that shows
 * the form, with what was typed and the reason at its field; a program that does not ask for HTML is answered by status.
 */
export async function answerForm(
  form: SentForm,
  work: (fields: URLSearchParams) => Promise<Response>,
): Promise<Response> {
  const { request } = form;
  const foreign = refuseForeign(request);
  if (foreign !== null) return foreign;
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(request.headers.get("content-type") ?? "")) {
    return errorAnswer(415, "not_a_form", "Send this as application/x-www-form-urlencoded.");
  }
  const body = await request.text();
  if (body.length > LONGEST_FORM) return errorAnswer(413, "too_large", "This form is larger than any that we show.");
  const fields = new URLSearchParams(body);
  try {
    return await work(fields);
  } catch (error) {
    const refused = asRefused(error);
    const headers: Record<string, string> =
      refused.retryAfter === null ? {} : { "retry-after": String(refused.retryAfter) };
    if (!(request.headers.get("accept") ?? "").includes("text/html")) {
      const answer = errorAnswer(refused.status, refused.code, refused.message);
      for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
      return answer;
    }
    const values = Object.fromEntries([...fields].filter(([name]) => !SECRET_FIELDS.has(name)));
    const issues = { [refused.field]: refused.message };
    const answer = seeOther(form.back(fields), headers);
    answer.headers.append("set-cookie", flashCookie(form.name, { values, issues }));
    return answer;
  }
}

const SECRET_FIELDS: ReadonlySet<string> = new Set(["password", "code", "token", "next"]);

/** What went wrong, as something to tell; throws what is a bug. */
function asRefused(error: unknown): Refused {
  if (error instanceof Refused) return error;
  if (error instanceof TooMany) {
    const { retryAfter } = error;
    const wait = retryAfter > 90 ? `${Math.ceil(retryAfter / 60)} minutes` : `${retryAfter} s`;
    return new Refused(429, "too_many_attempts", `Too many attempts. Wait ${wait}, then try again.`, "", retryAfter);
  }
  if (error instanceof TooBusy) {
    return new Refused(503, "busy", "Too many people are signing in just now. Try again.", "", error.retryAfter);
  }
  const trouble = storageTrouble(error);
  if (trouble === "full") return new Refused(507, "storage_full", "The disk is full. Tell who runs the site.");
  if (trouble !== null) return new Refused(503, "busy", "The database is busy just now. Try again.", "", 2);
  throw error;
}

/** The fields of a form by a schema; the first that is wrong is named. */
export function readFields<Schema extends z.ZodType>(schema: Schema, fields: URLSearchParams): z.output<Schema> {
  const result = schema.safeParse(Object.fromEntries(fields));
  if (result.success) return result.data;
  const [issue] = issuesOf(result.error);
  throw new Refused(422, issue?.code ?? "invalid", issue?.message ?? "This is not right", issue?.path ?? "");
}

/** 303 to a path of this site, never remembered. */
export function seeOther(path: string, headers: HeadersInit = {}): Response {
  const answer = new Response(null, { status: 303, headers });
  answer.headers.set("location", path);
  answer.headers.set("cache-control", "no-store");
  return answer;
}

/** Lays the cookies that the sign-in service sets onto an answer. */
export function withCookies(answer: Response, from: Headers): Response {
  for (const cookie of from.getSetCookie()) answer.headers.append("set-cookie", cookie);
  return answer;
}

/** Whether the sign-in service refused (as opposed to failed). */
export function isRefusal(error: unknown): boolean {
  return isAPIError(error) && error.statusCode < 500;
}
