import "server-only";
import { randomUUID } from "node:crypto";
import { hasAccounts } from "@/lib/auth/accounts/accounts";
import { newSecret, secretHash } from "@/lib/auth/accounts/secrets";
import { db } from "@/lib/data/db/client";
import { paths } from "@/lib/paths";

const LASTS_MS = 24 * 60 * 60 * 1000;

/**
 * The path by which the first admin makes an account, good once and for a day; null when there are accounts. Links that earlier starts
 * printed end here.
 */
export async function setupLink(): Promise<string | null> {
  if (await hasAccounts()) return null;
  const secret = newSecret();
  const now = new Date();
  await db().$transaction([
    db().invitation.updateMany({ where: { byId: null, closedAt: null }, data: { closedAt: now } }),
    db().invitation.create({
      data: {
        id: randomUUID(),
        tokenHash: secretHash(secret),
        role: "admin",
        expiresAt: new Date(now.getTime() + LASTS_MS),
      },
    }),
  ]);
  return paths.setup(secret);
}
