import "server-only";
import type { Tx } from "@/lib/data/db/transaction";

/**
 * Ends what a password gave and does not ask for it again: API tokens, and sign-ins that wait for their second step. For good: who
 * is let in again begins anew. Sessions end where they are ended (`session.deleteMany`), since a browser may keep its own.
 */
export async function endAccess(tx: Tx, userId: string): Promise<void> {
  await tx.apiToken.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: new Date() } });
  // The sign-in service keeps who waits for the second step under a random name, with the person as the value.
  await tx.verification.deleteMany({ where: { value: userId } });
}
