import "server-only";
import { type Person, roleOf } from "@/lib/auth/person";
import { signInService } from "@/lib/auth/sign-in-service";
import { db } from "@/lib/data/client";

const HOUR_MS = 60 * 60 * 1000;
/** A session that is not used for so long has ended. */
const IDLE_MS = 12 * HOUR_MS;
/** How exactly the last use is kept: a write at every request would cost more than it tells. */
const NOTED_EVERY_MS = 5 * 60 * 1000;

/** Who a session cookie stands for; null when it has ended, was never given, or the person is shut out. Reads the database each time. */
export async function findBySession(headers: Headers): Promise<Person | null> {
  const found = await signInService().api.getSession({ headers });
  if (found === null) return null;
  const { session, user } = found;
  const role = roleOf(user.role);
  const unusedFor = Date.now() - session.updatedAt.getTime();
  if (unusedFor > IDLE_MS || user.disabled || role === null) {
    // Gone for good: a clock that is put back must not revive it.
    await db().session.deleteMany({ where: { id: session.id } });
    return null;
  }
  if (unusedFor > NOTED_EVERY_MS) {
    // Where the database is busy, the next request notes it.
    await db()
      .session.updateMany({ where: { id: session.id }, data: { updatedAt: new Date() } })
      .catch(() => undefined);
  }
  return { id: user.id, name: user.name, email: user.email, role, via: "session" };
}
