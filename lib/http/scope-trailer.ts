import type { RequestListener } from "node:http";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { recorded } from "@/lib/publication/reads";
import { coarsened, type Scope } from "@/lib/publication/scopes";

/** What an answer was read from is known at its end only, so it is told after the body (RFC 9110, 6.5). */
const TRAILER = "x-read-from";

/** Headers by which the app is asked to tell from what an answer was read. */
export const TELL_SCOPES = { te: "trailers" } as const;

/** The app, telling from what it has read each answer, where it is asked to. */
export function tellingScopes(handle: RequestListener): RequestListener {
  return (request, response) => {
    if (request.headers.te !== TELL_SCOPES.te) return handle(request, response);
    const { scopes } = recorded(() => handle(request, response));
    const end = response.end.bind(response) as (...parts: unknown[]) => typeof response;
    response.end = (...parts: unknown[]) => {
      const read = scopes();
      if (read !== null) response.addTrailers({ [TRAILER]: packed(read) });
      return end(...parts);
    };
  };
}

/** Longest text of scopes, in bytes: Node takes 16 kB of headers and trailers together. */
const LONGEST = 12_000;

/** Scopes as text for a header; families as a whole where their members are too many for it. */
function packed(scopes: ReadonlySet<Scope>): string {
  const textOf = (most: number) => deflateRawSync(JSON.stringify([...coarsened(scopes, most)])).toString("base64url");
  return [700, 100, 30, 10].map(textOf).find((text) => text.length <= LONGEST) ?? textOf(0);
}

/** From what an answer was read, by its trailers; null where it does not tell. */
export function toldScopes(trailers: Readonly<Record<string, string | undefined>>): ReadonlySet<Scope> | null {
  const told = trailers[TRAILER];
  return told === undefined
    ? null
    : new Set(JSON.parse(inflateRawSync(Buffer.from(told, "base64url")).toString()) as Scope[]);
}
