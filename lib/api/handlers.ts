import "server-only";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { toErrorResponse } from "@/lib/api/error-responses";
import { authenticate } from "@/lib/auth/authenticate";
import { authorize } from "@/lib/auth/authorize";
import { may, type Person } from "@/lib/auth/person";
import { unknown } from "@/lib/data/errors";
import { DomainError } from "@/lib/schemas/domain-error";
import { RESOURCES, type Resource } from "@/lib/schemas/resources";

/** What a route handler is given: the parts of the address, and who asks. */
interface Call<Params> {
  readonly request: Request;
  readonly params: Params;
}

type Handler<Params> = (request: Request, context: { readonly params: Promise<Params> }) => Promise<Response>;

/** Writes a minute that one person may ask for. A person needs a few, a script some hundred. */
const WRITES_A_MINUTE = 600;
const limiter = new RateLimiterMemory({ points: WRITES_A_MINUTE, duration: 60 });

/** A handler whose errors become answers. */
function answering<Params>(work: (call: Call<Params>) => Promise<Response>): Handler<Params> {
  return async (request, { params }) => {
    try {
      return await work({ request, params: await params });
    } catch (error) {
      return toErrorResponse(error, request);
    }
  };
}

/**
 * A handler for editors: who, may they (401, 403), not too often (429), then `work`. What only reads (`isWrite` false) may be asked
 * as often as one likes: a page looks often at how its import stands.
 */
export function forEditors<Params = object>(
  work: (call: Call<Params> & { readonly person: Person }) => Promise<Response>,
  { isWrite = true }: { readonly isWrite?: boolean } = {},
): Handler<Params> {
  return answering(async (call) => {
    const person = await authorize(call.request, "edit");
    if (isWrite) await countWrite(person);
    return work({ ...call, person });
  });
}

/** A handler for everyone with an account: reading what is not public. */
export function forViewers<Params = object>(
  work: (call: Call<Params> & { readonly person: Person }) => Promise<Response>,
): Handler<Params> {
  return answering(async (call) => work({ ...call, person: await authorize(call.request, "view") }));
}

/** Whether the one who asks may see what is not public. */
export async function seesDrafts(request: Request): Promise<boolean> {
  const person = await authenticate(request.headers);
  return person !== null && may(person.role, "view");
}

/** Counts a change; refuses one too many (429). */
async function countWrite(person: Person): Promise<void> {
  await limiter.consume(person.id).catch((spent: unknown) => {
    if (!(spent instanceof RateLimiterRes)) throw spent;
    const message = `At most ${WRITES_A_MINUTE} changes a minute can be made by one person: wait a little.`;
    const headers = { "retry-after": String(Math.ceil(spent.msBeforeNext / 1000)) };
    throw new DomainError(429, "too_often", message, { headers });
  });
}

/** A resource as it stands in an address; 404 for anything else. */
export function getResource(text: string): Resource {
  const resource = RESOURCES.find((candidate) => candidate === text);
  if (resource === undefined) throw unknown();
  return resource;
}
