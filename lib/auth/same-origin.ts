import "server-only";
import { refused } from "@/lib/auth/auth-error";
import { env } from "@/lib/env";
import type { DomainError } from "@/lib/schemas/domain-error";

const READING = ["GET", "HEAD", "OPTIONS"];

/**
 * Why a change is refused that did not come from a page of this site; null when it did. Browsers say where a request comes from
 * (Sec-Fetch-Site, Origin) and no page can forge it. A browser too old to say either is refused as well.
 */
export function assertSameOrigin(request: Request): DomainError | null {
  if (READING.includes(request.method) || isOwn(request.headers)) return null;
  return refused(403, "foreign_origin", "This did not come from a page of this site. Open the site and try again.");
}

function isOwn(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  const origin = headers.get("origin");
  return origin === null ? site !== null : isOwnOrigin(origin, headers.get("host"));
}

/** An origin is ours when it is the public address, or the very host that was asked; the proxy answers known hosts only. */
function isOwnOrigin(origin: string, host: string | null): boolean {
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  const { SITE_URL } = env();
  if (SITE_URL !== undefined && url.origin === new URL(SITE_URL).origin) return true;
  return /^https?:$/.test(url.protocol) && url.host === host;
}
