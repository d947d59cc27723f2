import "server-only";
import { createHash } from "node:crypto";
import { RateLimiterPrisma, type RateLimiterRes } from "rate-limiter-flexible";
import { assertRoom } from "@/lib/auth/accounts/passwords";
import { db } from "@/lib/data/db/client";
import { readInternalHeader } from "@/lib/http/internal-header";
import { DomainError } from "@/lib/schemas/domain-error";

/** Attempts by one address, failures of one account (those of each browser that signed in to it before apart), uses of one code: kept in the database, so that a restart forgets none. */
const LIMITS = {
  address: { points: 5, duration: 10 },
  account: { points: 100, duration: 60 * 60 },
  code: { points: 1, duration: 2 * 60 },
} as const;

type Limit = keyof typeof LIMITS;

const kept = globalThis as { footnoteLimits?: Partial<Record<Limit, RateLimiterPrisma>> };

function limiter(limit: Limit): RateLimiterPrisma {
  kept.footnoteLimits ??= {};
  kept.footnoteLimits[limit] ??= new RateLimiterPrisma({ storeClient: db(), keyPrefix: limit, ...LIMITS[limit] });
  return kept.footnoteLimits[limit];
}

/** Most refused addresses kept in memory; the oldest is forgotten first, and asks the database again. */
const MOST_REFUSED = 10_000;
/** Addresses that were refused, until when by a clock that nobody sets: a flood from one place does not reach the database. */
const refusedUntil = new Map<string, number>();

async function consume(limit: Limit, key: string): Promise<void> {
  const wait = await refusal(limit, key);
  if (wait !== null) throw tooMany(wait);
}

/** Counts an attempt of an address, unless it was refused and its time is not over. */
async function consumeByAddress(key: string): Promise<void> {
  const left = (refusedUntil.get(key) ?? 0) - performance.now();
  if (left > 0) throw tooMany(left);
  const wait = await refusal("address", key);
  if (wait === null) return;
  refusedUntil.delete(key);
  if (refusedUntil.size >= MOST_REFUSED) refusedUntil.delete(refusedUntil.keys().next().value ?? "");
  refusedUntil.set(key, performance.now() + wait);
  throw tooMany(wait);
}

/** Counts one use; milliseconds to wait where it is one too many, else null. */
async function refusal(limit: Limit, key: string): Promise<number | null> {
  const attempt = () =>
    limiter(limit)
      .consume(key)
      .then(
        () => null,
        (refused: unknown) => {
          if (refused instanceof Error) throw refused;
          return (refused as RateLimiterRes).msBeforeNext;
        },
      );
  const wait = await attempt();
  if (wait === null || wait <= LIMITS[limit].duration * 1000) return wait;
  // Counted when the clock was ahead: such a count would last until that day.
  await limiter(limit).delete(key);
  return attempt();
}

/** Refused for now. */
function tooMany(milliseconds: number): DomainError {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  const wait = seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : `${seconds} s`;
  const headers = { "retry-after": `${seconds}` };
  return new DomainError(429, "too_many_attempts", `Too many attempts. Wait ${wait}, then try again.`, { headers });
}

/** Accounts are counted by a hash, so that the counters name nobody. An address without an account counts just the same. */
function accountKey(account: string): string {
  return createHash("sha256").update(account).digest("base64url");
}

/** Counts an attempt of one address; refuses one too many (429), and (503) where its password could not be checked anyway. Headers that the sender can choose change nothing. */
export async function countAttempt(headers: Headers): Promise<void> {
  assertRoom();
  await consumeByAddress(readInternalHeader(headers).client);
}

/**
 * Counts an attempt on an account, and takes it back when it succeeds: what stays are the failures. Counting first means that
 * attempts at the same moment cannot slip through together. Refuses one too many (429).
 */
export async function countingFailures<Value>(
  account: string,
  work: () => Promise<Value>,
  isSuccess: (value: Value) => boolean,
): Promise<Value> {
  const key = accountKey(account);
  await consume("account", key);
  const value = await work();
  if (isSuccess(value)) await limiter("account").reward(key);
  return value;
}

/** Uses a code of an authenticator up: it counts once, though it is right for a minute or more. Refuses the second use (429). */
export async function spendCode(account: string, code: string): Promise<void> {
  await consume("code", accountKey(`${account} ${code}`));
}
