import "server-only";
import { secretHash } from "@/lib/auth/accounts/secrets";
import { type Person, roleOf } from "@/lib/auth/person";
import { findBySession } from "@/lib/auth/sessions";
import { db } from "@/lib/data/db/client";

const BEARER = /^Bearer ([\w-]{43})$/i;

/** Who is asking, by API token or session cookie; null for a stranger, an ended session and a person who is shut out. Never cached. */
export async function authenticate(headers: Headers): Promise<Person | null> {
  const authorization = headers.get("authorization");
  return authorization === null ? findBySession(headers) : findByToken(authorization);
}

async function findByToken(authorization: string): Promise<Person | null> {
  const secret = BEARER.exec(authorization)?.[1];
  if (secret === undefined) return null;
  const [found] = await db().$queryRaw<Row[]>`
    SELECT t."expiresAt", t."revokedAt", u."id", u."name", u."email", u."role", u."disabled"
    FROM "ApiToken" t JOIN "User" u ON u."id" = t."userId" WHERE t."tokenHash" = ${secretHash(secret)}`;
  if (found === undefined || found.revokedAt !== null || found.disabled) return null;
  const { id, name, email, expiresAt } = found;
  if (expiresAt !== null && expiresAt.getTime() <= Date.now()) return null;
  const role = roleOf(found.role);
  return role === null ? null : { id, name, email, role, via: "token" };
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly disabled: boolean;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}
