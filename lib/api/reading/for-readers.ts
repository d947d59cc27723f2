import "server-only";
import { createHash } from "node:crypto";
import type { z } from "zod";
import { toErrorResponse } from "@/lib/api/error-responses";
import { countRead } from "@/lib/api/reading/read-limit";
import { publicationVersion } from "@/lib/data/db/publication-version";
import { isoDay } from "@/lib/dates/edtf";
import { READ_BY_ALL } from "@/lib/http/cors";
import { knowsTag } from "@/lib/http/preconditions";
import { fileResponse } from "@/lib/http/responses";
import { parseParameters } from "@/lib/schemas/api/parameters";
import { DomainError } from "@/lib/schemas/domain-error";

/** What a reader of the public API asks for. */
interface Read<Params> {
  readonly request: Request;
  readonly params: Params;
}

/** What is answered: a body (a file of that name, set after set), of which kind, and where the list goes on (a path of this site; null for no list and at its end). */
export interface Answer {
  readonly body: object | string | AsyncGenerator<string>;
  readonly name?: string;
  readonly type?: string;
  readonly next?: string | null;
}

type Handler<Params> = (request: Request, context: { readonly params: Promise<Params> }) => Promise<Response>;

/**
 * A handler for readers, whoever they are: not too often (429), nothing to whoever has it already (304), then `work`. Scripts of every site
 * may read the answer, and caches keep it as long as they ask whether it is still so.
 */
export function forReaders<Params = object>(
  work: (read: Read<Params>) => Promise<Answer>,
  whenPrivate: (read: Read<Params>) => Promise<Response | null> = async () => null,
): Handler<Params> {
  return async (request, context) => {
    const read = { request, params: await context.params };
    let limit: Readonly<Record<string, string>> = {};
    try {
      const own = await whenPrivate(read);
      if (own !== null) return own;
      limit = await countRead(request);
      const etag = await tagOf(request);
      const headers = { ...limit, etag, ...KEPT };
      if (knowsTag(request, etag)) return withHeaders(new Response(null, { status: 304 }), headers);
      const { body, type = "application/json", name = "", next = null } = await work(read);
      if (isFile(body)) return withHeaders(fileResponse(body, name, type), headers);
      const text = typeof body === "string" ? body : JSON.stringify(body);
      const link = next === null ? {} : { link: `<${next}>; rel="next"` };
      return withHeaders(new Response(text), { ...headers, ...link, "content-type": type });
    } catch (error) {
      return withHeaders(toErrorResponse(error, request), limit);
    }
  };
}

const isFile = (body: Answer["body"]): body is AsyncGenerator<string> =>
  typeof body === "object" && Symbol.asyncIterator in body;

const KEPT = { "cache-control": "public, max-age=0, must-revalidate", vary: "Authorization, Cookie" } as const;

function withHeaders(response: Response, headers: Readonly<Record<string, string>>): Response {
  for (const [name, value] of Object.entries({ ...READ_BY_ALL, ...headers })) response.headers.set(name, value);
  return response;
}

/** Changes whenever an answer may: with what is published, with the address, and with the day, of which ages and what was known depend. */
async function tagOf(request: Request): Promise<string> {
  const { pathname, search } = new URL(request.url);
  const day = isoDay(new Date());
  const address = createHash("sha256")
    .update(pathname + search)
    .digest("base64url")
    .slice(0, 16);
  return `"${await publicationVersion()}-${day}-${address}"`;
}

/** The parameters of a request by a schema; refuses (400) what cannot be asked, with what can: `known`. */
export function readQuery<Schema extends z.ZodObject>(request: Request, schema: Schema): z.output<Schema> {
  const parsed = parseParameters(schema, new URL(request.url).searchParams);
  if (parsed.ok) return parsed.data;
  const { message, issues, known } = parsed;
  throw new DomainError(400, issues[0]?.code ?? "unknown_value", message, { issues, beside: { known } });
}

/** The address of a request with another cursor. */
export function goingOn(request: Request, cursor: string | null): string | null {
  if (cursor === null) return null;
  const { pathname, searchParams } = new URL(request.url);
  searchParams.set("cursor", cursor);
  return `${pathname}?${searchParams}`;
}
