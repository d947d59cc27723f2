import "server-only";
import { type Person, roleOf } from "@/lib/auth/person";
import { secretHash } from "@/lib/auth/secrets";
import { findBySession } from "@/lib/auth/sessions";
import { db } from "@/lib/data/client";

const BEARER = /^Bearer ([\w-]{43})$/i;

/** Who is asking, by API token or session cookie; null for a stranger, an ended session and a person who is shut out. Never cached. */
export async function findPerson(headers: Headers): Promise<Person | null> {
  const authorization = headers.get("authorization");
  return authorization === null ? findBySession(headers) : findByToken(authorization);
}

async function findByToken(authorization: string): Promise<Person | null> {
  const secret = BEARER.exec(authorization)?.[1];
  if (secret === undefined) return null;
  const token = await db().apiToken.findUnique({ where: { tokenHash: secretHash(secret) }, include: { user: true } });
  if (token === null || token.revokedAt !== null || token.user.disabled) return null;
  if (token.expiresAt !== null && token.expiresAt.getTime() <= Date.now()) return null;
  const role = roleOf(token.user.role);
  return role === null
    ? null
    : { id: token.userId, name: token.user.name, email: token.user.email, role, via: "token" };
}
