import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { type Person, roleOf } from "@/lib/auth/person";
import { signInService } from "@/lib/auth/sign-in-service";
import { db } from "@/lib/data/db/client";

const HOUR_MS = 60 * 60 * 1000;
/** A session that is not used for so long has ended. */
const IDLE_MS = 12 * HOUR_MS;
/** How exactly the last use is kept: a write at every request would cost more than it tells. */
const NOTED_EVERY_MS = 5 * 60 * 1000;

interface Row {
  readonly sessionId: string;
  readonly expiresAt: Date;
  readonly updatedAt: Date;
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly disabled: boolean;
}

/**
 * Who a session cookie stands for; null when it has ended, was never given, or the person is shut out. Asks the database each
 * time, by one statement: better-auth's own way takes several, which a save would feel.
 */
export async function findBySession(headers: Headers): Promise<Person | null> {
  const token = await readToken(headers.get("cookie") ?? "");
  if (token === null) return null;
  const [found] = await db().$queryRaw<Row[]>`
    SELECT s."id" AS "sessionId", s."expiresAt", s."updatedAt", u."id", u."name", u."email", u."role", u."disabled"
    FROM "Session" s JOIN "User" u ON u."id" = s."userId" WHERE s."token" = ${token}`;
  if (found === undefined) return null;
  const { sessionId, expiresAt, updatedAt, id, name, email } = found;
  const role = roleOf(found.role);
  const unusedFor = Date.now() - updatedAt.getTime();
  if (expiresAt.getTime() <= Date.now() || unusedFor > IDLE_MS || found.disabled || role === null) {
    // Gone for good: a clock that is put back must not revive it.
    later(db().session.deleteMany({ where: { id: sessionId } }));
    return null;
  }
  if (unusedFor > NOTED_EVERY_MS) {
    later(db().session.updateMany({ where: { id: sessionId }, data: { updatedAt: new Date() } }));
  }
  return { id, name, email, role, via: "session" };
}

/** Lets a write be done without anybody waiting for it: where the database is busy, the next request does it. */
function later(write: Promise<unknown>): void {
  write.catch(() => undefined);
}

/** The token in a session cookie that we have signed (HMAC-SHA256, as better-auth signs it); null for any other. */
async function readToken(cookies: string): Promise<string | null> {
  const { authCookies, secret } = await signInService().$context;
  const start = `${authCookies.sessionToken.name}=`;
  const cookie = cookies.split(/;\s*/).find((part) => part.startsWith(start));
  const [token = "", signature = ""] = decoded(cookie?.slice(start.length) ?? "").split(".");
  const own = createHmac("sha256", secret).update(token).digest();
  const given = Buffer.from(signature, "base64");
  return given.length === own.length && timingSafeEqual(given, own) ? token : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
