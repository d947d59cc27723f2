/** What an answer says that scripts of every site may read, without cookies. */
export const READ_BY_ALL = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "ETag, Link, RateLimit, RateLimit-Policy, Retry-After",
} as const;

/** How long a browser may remember that it may ask, in seconds. */
const DAY = "86400";

/** A handler of OPTIONS for an address that all may read: it offers these methods, and scripts of other sites GET alone (Fetch, 3.3.5). */
export function preflight(...methods: readonly string[]): () => Response {
  const allow = ["GET", "HEAD", ...methods, "OPTIONS"].join(", ");
  return () =>
    new Response(null, {
      status: 204,
      headers: {
        allow,
        "access-control-allow-origin": "*",
        "access-control-allow-methods": "GET, HEAD",
        "access-control-allow-headers": "If-None-Match",
        "access-control-max-age": DAY,
      },
    });
}
