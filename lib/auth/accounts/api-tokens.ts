import "server-only";
import { randomUUID } from "node:crypto";
import { newSecret, secretHash } from "@/lib/auth/accounts/secrets";
import { refused } from "@/lib/auth/auth-error";
import type { Person } from "@/lib/auth/person";
import { db } from "@/lib/data/db/client";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Tokens of one person at a time: more are forgotten ones. */
const MOST = 20;

/** A token as its owner sees it; the secret is shown once, when it is made. */
export interface ListedToken {
  readonly id: string;
  readonly name: string;
  readonly since: string;
  /** When it ends; null for never. */
  readonly expiresAt: string | null;
}

function working(userId: string) {
  return { userId, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }] };
}

/** The tokens of a person that work, the newest first. */
export async function listTokens(userId: string): Promise<readonly ListedToken[]> {
  const found = await db().apiToken.findMany({ where: working(userId), orderBy: { createdAt: "desc" } });
  return found.map(({ id, name, createdAt, expiresAt }) => ({
    id,
    name,
    since: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
  }));
}

/** Makes a token that acts for a person. `days` is null for no end. Refuses (409) where there are too many. */
export async function makeToken(
  person: Person,
  name: string,
  days: number | null,
): Promise<{ readonly id: string; readonly secret: string }> {
  if ((await db().apiToken.count({ where: working(person.id) })) >= MOST) {
    throw refused(409, "too_many_tokens", `You have ${MOST} tokens: take one back first.`);
  }
  const id = randomUUID();
  const secret = newSecret();
  const expiresAt = days === null ? null : new Date(Date.now() + days * DAY_MS);
  await db().apiToken.create({ data: { id, name, tokenHash: secretHash(secret), userId: person.id, expiresAt } });
  return { id, secret };
}

/** Takes a token of a person back. Refuses (404) where the person has none by that id. */
export async function revokeToken(person: Person, id: string): Promise<void> {
  const { count } = await db().apiToken.updateMany({
    where: { id, ...working(person.id) },
    data: { revokedAt: new Date() },
  });
  if (count === 0) throw refused(404, "not_found", "You have no such token.");
}
