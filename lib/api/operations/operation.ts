import "server-only";
import type { z } from "zod";
import type { Method } from "@/lib/auth/policy";
import { PROBLEM_JSON } from "@/lib/http/problem";
import { problem } from "@/lib/schemas/api/answers";

/** What is answered with a status: JSON of a schema (of another type where that is said), text of one of some types, or nothing. */
export interface Answered {
  readonly what: string;
  readonly schema?: z.ZodType;
  readonly types?: readonly string[];
}

/** One operation of the API: the document, the page about it and the tests are made from these. */
export interface Operation {
  readonly id: string;
  readonly method: Exclude<Method, "OPTIONS">;
  /** With {names} of its parts. */
  readonly path: string;
  /** Its row in lib/auth/policy.ts. */
  readonly route: string;
  readonly group: string;
  readonly summary: string;
  readonly query?: z.ZodObject;
  /** Sent as JSON. */
  readonly body?: z.ZodType;
  /** Sent as one of these types in place of JSON: a file. */
  readonly files?: readonly string[];
  readonly headers?: readonly ("If-Match" | "Idempotency-Key")[];
  readonly answers: Readonly<Record<number, Answered>>;
  /** Statuses of the errors that it may answer. */
  readonly refusals: readonly number[];
  /** An address to read, of any site: {key} is that of the first record. */
  readonly example?: string;
  /** A body that is accepted where the figures are that come with the project. */
  readonly exampleBody?: object;
}

/** Errors of what everyone may read: lists, and single records. */
export const LIST_REFUSALS = [400, 422, 429, 503];
export const RECORD_REFUSALS = [400, 404, 410, 422, 429, 503];
/** Errors of what people with an account read, and of what they change. */
export const OWN_REFUSALS = [400, 401, 403, 404, 503];
export const CHANGE_REFUSALS = [400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 503, 507];

/** The answer to an error of each status. */
export const PROBLEM: Answered = { what: "An error", schema: problem, types: [PROBLEM_JSON] };

/** JSON of a schema. */
export const json = (what: string, schema: z.ZodType): Answered => ({ what, schema });
/** Nothing to say. */
export const DONE: Answered = { what: "Done" };
