import "server-only";
import type { z } from "zod";
import { admitSignedIn } from "@/lib/auth/admit";
import { refusedAnswer } from "@/lib/auth/forms";
import type { Permission, Person } from "@/lib/auth/person";
import { asRefused } from "@/lib/auth/refused";
import { errorAnswer } from "@/lib/http/answers";
import { issuesOf } from "@/lib/schemas/nouns";

/** Answers a request about accounts from a signed-in browser: who, may they, work, answer. */
export async function answerAccount(
  request: Request,
  permission: Permission,
  work: (person: Person) => Promise<Response>,
): Promise<Response> {
  const admitted = await admitSignedIn(request, permission);
  if ("refusal" in admitted) return admitted.refusal;
  try {
    return await work(admitted.person);
  } catch (error) {
    return refusedAnswer(asRefused(error));
  }
}

/** As answerAccount, with a JSON body read by a schema: 415 for another type, 400 for broken JSON, 422 for what the schema refuses. */
export function answerAccountInput<Schema extends z.ZodType>(
  request: Request,
  permission: Permission,
  schema: Schema,
  work: (person: Person, input: z.output<Schema>) => Promise<Response>,
): Promise<Response> {
  return answerAccount(request, permission, async (person) => {
    if (!/^application\/json\s*(?:;|$)/i.test(request.headers.get("content-type") ?? "")) {
      return errorAnswer(415, "not_json", "Send this as application/json.");
    }
    const body = parse(await request.text());
    if (body === null) return errorAnswer(400, "broken_json", "This is no JSON: check brackets and quotes.");
    const result = schema.safeParse(body.value);
    if (result.success) return work(person, result.data);
    const error = { code: "invalid", message: "Something here is not right.", issues: issuesOf(result.error) };
    return Response.json({ error }, { status: 422 });
  });
}

function parse(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** A list or a record in the one shape of answers. */
export function dataAnswer(data: unknown, status = 200): Response {
  return Response.json({ data }, { status, headers: { "cache-control": "no-store" } });
}

/** Done, and nothing to say. */
export function doneAnswer(): Response {
  return new Response(null, { status: 204, headers: { "cache-control": "no-store" } });
}
