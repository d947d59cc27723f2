import "server-only";
import type { z } from "zod";
import { toErrorResponse } from "@/lib/api/error-responses";
import { asAuthError } from "@/lib/auth/auth-error";
import { admitSignedIn } from "@/lib/auth/authorize";
import { refusedResponse } from "@/lib/auth/forms";
import type { Permission, Person } from "@/lib/auth/person";
import { readJson } from "@/lib/http/read-json";
import { errorResponse } from "@/lib/http/responses";
import { issuesOf } from "@/lib/schemas/resources";

/** Answers a request about accounts from a signed-in browser: who, may they, work, answer. */
export async function answerAccount(
  request: Request,
  permission: Permission,
  work: (person: Person) => Promise<Response>,
): Promise<Response> {
  try {
    return await work(await admitSignedIn(request, permission));
  } catch (error) {
    const refused = asAuthError(error);
    return refused === null ? toErrorResponse(error, request) : refusedResponse(refused);
  }
}

/** As answerAccount, with a JSON body read by a schema: 422 for what it refuses. */
export function answerAccountInput<Schema extends z.ZodType>(
  request: Request,
  permission: Permission,
  schema: Schema,
  work: (person: Person, input: z.output<Schema>) => Promise<Response>,
): Promise<Response> {
  return answerAccount(request, permission, async (person) => {
    const result = schema.safeParse((await readJson(request)).value);
    if (result.success) return work(person, result.data);
    const issues = issuesOf(result.error);
    return errorResponse(422, "invalid", issues[0]?.message ?? "Something here is not right.", { issues });
  });
}

/** Done, and nothing to say. */
export function doneResponse(): Response {
  return new Response(null, { status: 204, headers: { "cache-control": "no-store" } });
}
