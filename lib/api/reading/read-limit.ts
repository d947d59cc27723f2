import "server-only";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { readInternalHeader } from "@/lib/http/internal-header";
import { DomainError } from "@/lib/schemas/domain-error";

/** Reads of the public API that one client may ask of a process in so many seconds. */
const MOST_READS = 600;
const SECONDS = 60;

// The framework bundles each route by itself, so that a variable of this file would be one for each.
const shared = globalThis as { footnoteReadLimit?: RateLimiterMemory };

/** Counts a read of a client; answers the headers that say what is left (draft-ietf-httpapi-ratelimit-headers), refuses one too many (429). */
export async function countRead(request: Request): Promise<Readonly<Record<string, string>>> {
  shared.footnoteReadLimit ??= new RateLimiterMemory({ points: MOST_READS, duration: SECONDS });
  try {
    return limitHeaders(await shared.footnoteReadLimit.consume(readInternalHeader(request.headers).client));
  } catch (spent) {
    if (!(spent instanceof RateLimiterRes)) throw spent;
    const message = `At most ${MOST_READS} reads a minute are answered to one address: wait a little, or take the figures as a file.`;
    const headers = { ...limitHeaders(spent), "retry-after": String(secondsLeft(spent)) };
    throw new DomainError(429, "too_often", message, { headers });
  }
}

function limitHeaders(spent: RateLimiterRes): Readonly<Record<string, string>> {
  return {
    "ratelimit-policy": `"reads";q=${MOST_READS};w=${SECONDS}`,
    ratelimit: `"reads";r=${spent.remainingPoints};t=${secondsLeft(spent)}`,
  };
}

const secondsLeft = ({ msBeforeNext }: RateLimiterRes) => Math.ceil(msBeforeNext / 1000);
