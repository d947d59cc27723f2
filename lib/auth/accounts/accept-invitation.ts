import "server-only";
import { createAccount } from "@/lib/auth/accounts/accounts";
import { findInvitation, type LinkKind, spendInvitation } from "@/lib/auth/accounts/invitations";
import { hashInTurn, passwordIssue } from "@/lib/auth/accounts/passwords";
import { asAuthError, refused } from "@/lib/auth/auth-error";
import { endAccess } from "@/lib/auth/end-access";
import { readFields, seeOther, withCookies } from "@/lib/auth/forms";
import { countAttempt } from "@/lib/auth/rate-limits";
import { openSession } from "@/lib/auth/sign-in";
import { db } from "@/lib/data/db/client";
import { type Tx, withWriteTransaction } from "@/lib/data/db/transaction";
import { logEvent } from "@/lib/log";
import { paths } from "@/lib/paths";
import type { DomainError } from "@/lib/schemas/domain-error";
import { accountForm, renewalForm } from "@/lib/schemas/people";

/** Why a link does not work, said alike for every reason. */
export const DEAD_LINK = "This link was used, was taken back or has ended. Ask an admin for a new one.";

/** Makes the account that a link invites to, spends the link in the same transaction, and signs in. */
export async function acceptInvitation(headers: Headers, fields: URLSearchParams, kind: LinkKind): Promise<Response> {
  await countAttempt(headers);
  const secret = fields.get("token") ?? "";
  const invitation = await findInvitation(secret, kind);
  if (invitation === null) throw deadLink();
  if (invitation.forId !== null) return renewPassword(headers, fields, secret, invitation.forId);
  const { name, email, password } = readFields(accountForm, fields);
  const passwordHash = await hashNew(password, [name, email]);
  await withWriteTransaction(async (tx) => {
    const spent = await spendInvitation(tx, secret, kind);
    if (spent === null) throw deadLink();
    const reason = spent.byName === null ? "The first account, by the link of the start" : `Invited by ${spent.byName}`;
    await createAccount(tx, { name, email, passwordHash, role: spent.role }, null, reason);
  });
  return goIn(headers, email, password);
}

/** Gives the person of a link the password they chose. What they had before ends: sessions, second step and tokens. */
async function renewPassword(headers: Headers, fields: URLSearchParams, secret: string, id: string): Promise<Response> {
  const { password } = readFields(renewalForm, fields);
  const { name, email } = await db().user.findUniqueOrThrow({ where: { id } });
  const passwordHash = await hashNew(password, [name, email]);
  await withWriteTransaction(async (tx) => {
    const spent = await spendInvitation(tx, secret, "given");
    if (spent?.forId !== id) throw deadLink();
    await tx.account.updateMany({ where: { userId: id, providerId: "credential" }, data: { password: passwordHash } });
    await tx.user.update({ where: { id }, data: { twoFactorEnabled: false } });
    await tx.twoFactor.deleteMany({ where: { userId: id } });
    await tx.session.deleteMany({ where: { userId: id } });
    await endAccess(tx, id);
    await noteRenewal(tx, id, name);
  });
  return goIn(headers, email, password);
}

async function noteRenewal(tx: Tx, id: string, name: string): Promise<void> {
  const after = JSON.stringify({ name, newPassword: true });
  await tx.revision.create({ data: { resource: "User", key: id, kind: "updated", after, who: name, userId: id } });
}

function deadLink(): DomainError {
  return refused(404, "dead_link", DEAD_LINK);
}

/** The hash of a new password. Refuses (422) for one that is easy to guess. */
async function hashNew(password: string, about: readonly string[]): Promise<string> {
  const weak = await passwordIssue(password, about);
  if (weak !== null) throw refused(422, "weak_password", weak, "password");
  return hashInTurn(password);
}

/** The account is made: where signing in has to wait, it is done by hand. */
async function goIn(headers: Headers, email: string, password: string): Promise<Response> {
  const session = await openSession(headers, email, password).catch((error: unknown) => {
    if (asAuthError(error) === null) logEvent("error", "A new account could not be signed in", { detail: error });
    return null;
  });
  return session === null ? seeOther(paths.login()) : withCookies(seeOther(paths.admin.start()), session.headers);
}
