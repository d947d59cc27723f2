import "server-only";
import { createHmac, randomUUID } from "node:crypto";
import { hasAccounts } from "@/lib/auth/accounts/accounts";
import { secretHash } from "@/lib/auth/accounts/secrets";
import { withWriteTransaction } from "@/lib/data/db/transaction";
import { signingSecret } from "@/lib/env";
import { paths } from "@/lib/paths";

const LASTS_MS = 24 * 60 * 60 * 1000;

/**
 * The path by which the first admin makes an account, good once and for a day from now; null when there are accounts. Sites that share a
 * database and its secret name the same one, and so does the next start; links of another secret end here.
 */
export async function setupLink(): Promise<string | null> {
  if (await hasAccounts()) return null;
  return withWriteTransaction(async (tx) => {
    const now = new Date();
    const expiresAt = new Date(now.getTime() + LASTS_MS);
    const open = { byId: null, closedAt: null };
    const links = await tx.invitation.findMany({ where: { ...open, expiresAt: { gt: now } } });
    const ours = links.find(({ id, tokenHash }) => secretHash(secretOf(id)) === tokenHash);
    const id = ours?.id ?? randomUUID();
    await tx.invitation.updateMany({ where: { ...open, id: { not: id } }, data: { closedAt: now } });
    await (ours === undefined
      ? tx.invitation.create({ data: { id, tokenHash: secretHash(secretOf(id)), role: "admin", expiresAt } })
      : tx.invitation.update({ where: { id }, data: { expiresAt } }));
    return paths.setup(secretOf(id));
  });
}

/** The secret of the link of a first-run invitation: whoever has the site's own secret finds it again, and nobody else. */
function secretOf(id: string): string {
  return createHmac("sha256", signingSecret()).update(`first account\n${id}`).digest("base64url");
}
