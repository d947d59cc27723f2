import "server-only";
import { randomUUID } from "node:crypto";
import { AddressTaken, type Author, createAccount, type Transaction } from "@/lib/auth/accounts";
import { Refused, readFields, seeOther, withCookies } from "@/lib/auth/forms";
import { countAttempt } from "@/lib/auth/limits";
import { hashInTurn, passwordIssue } from "@/lib/auth/passwords";
import { type Person, type Role, roleOf } from "@/lib/auth/person";
import { newSecret, secretHash } from "@/lib/auth/secrets";
import { openSession } from "@/lib/auth/sign-in";
import { db } from "@/lib/data/client";
import { paths } from "@/lib/paths";
import { accountForm } from "@/lib/schemas/people";

const DAY_MS = 24 * 60 * 60 * 1000;

/** An invitation that is still open, as a list shows it. The secret is not kept, so it cannot be shown again. */
export interface OpenInvitation {
  readonly id: string;
  readonly role: Role;
  readonly by: string | null;
  readonly expiresAt: Date;
}

/** Makes an invitation and returns the secret of its link, which is shown once. `days` is 1 to 30. */
export async function invite(author: Person, role: Role, days: number): Promise<{ id: string; secret: string }> {
  const id = randomUUID();
  const secret = newSecret();
  const expiresAt = new Date(Date.now() + days * DAY_MS);
  await db().$transaction(async (tx) => {
    await tx.invitation.create({ data: { id, tokenHash: secretHash(secret), role, byId: author.id, expiresAt } });
    await note(tx, id, "created", role, author);
  });
  return { id, secret };
}

/** Takes an invitation back; false when there is none that is open. */
export async function takeBack(author: Person, id: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.invitation.updateMany({ where: { id, ...open() }, data: { closedAt: new Date() } });
    if (count === 0) return false;
    const { role } = await tx.invitation.findUniqueOrThrow({ where: { id } });
    await note(tx, id, "retracted", role, author);
    return true;
  });
}

/** Invitations that people gave and that are still open, the newest first. */
export async function listInvitations(): Promise<readonly OpenInvitation[]> {
  const found = await db().invitation.findMany({
    where: { ...open(), byId: { not: null } },
    orderBy: { createdAt: "desc" },
    include: { by: { select: { name: true } } },
  });
  return found.map(({ id, role, by, expiresAt }) => ({
    id,
    role: roleOf(role) ?? "viewer",
    by: by?.name ?? null,
    expiresAt,
  }));
}

function open() {
  return { closedAt: null, expiresAt: { gt: new Date() } };
}

async function note(tx: Transaction, key: string, kind: "created" | "retracted", role: string, author: Author) {
  const state = JSON.stringify({ invitation: { role } });
  await tx.revision.create({
    data: {
      noun: "User",
      key,
      kind,
      before: kind === "retracted" ? state : null,
      after: kind === "created" ? state : null,
      who: author.name,
      userId: author.id,
    },
  });
}

/** What a link invites to; null when it was used, taken back, has ended or never was. `isFirst` asks for the first-run link instead. */
export async function findInvitation(
  secret: string,
  isFirst: boolean,
): Promise<{ role: Role; by: string | null } | null> {
  const found = await db().invitation.findFirst({
    where: { tokenHash: secretHash(secret), ...open(), byId: isFirst ? null : { not: null } },
    include: { by: { select: { name: true } } },
  });
  if (found === null || (isFirst && (await db().user.count()) > 0)) return null;
  return { role: roleOf(found.role) ?? "viewer", by: found.by?.name ?? null };
}

/** Why a link does not work, said alike for every reason. */
export const DEAD_LINK = "This link was used, was taken back or has ended. Ask an admin for a new one.";

/**
 * Makes the account that a link invites to, spends the link in the same transaction, and signs in. The first-run link works only while
 * there is no account. `password` is typed twice nowhere: browsers show it on request.
 */
export async function accept(headers: Headers, fields: URLSearchParams, isFirst: boolean): Promise<Response> {
  await countAttempt(headers);
  const secret = fields.get("token") ?? "";
  if ((await findInvitation(secret, isFirst)) === null) throw new Refused(404, "dead_link", DEAD_LINK);
  const { name, email, password } = readFields(accountForm, fields);
  const weak = passwordIssue(password, [name, ...email.split(/[@.]/)]);
  if (weak !== null) throw new Refused(422, "weak_password", weak, "password");
  const passwordHash = await hashInTurn(password);
  try {
    await db().$transaction(async (tx) => {
      // Writing first makes the database let one in at a time: of two who use the link at once, one finds it closed.
      const { count } = await tx.invitation.updateMany({
        where: { tokenHash: secretHash(secret), ...open(), byId: isFirst ? null : { not: null } },
        data: { closedAt: new Date() },
      });
      if (count === 0 || (isFirst && (await tx.user.count()) > 0)) throw new Refused(404, "dead_link", DEAD_LINK);
      const { role, by } = await tx.invitation.findUniqueOrThrow({
        where: { tokenHash: secretHash(secret) },
        include: { by: { select: { name: true } } },
      });
      const reason = isFirst ? "The first account, by the link that the start printed" : `Invited by ${by?.name}`;
      await createAccount(tx, { name, email, passwordHash, role: roleOf(role) ?? "viewer" }, null, reason);
    });
  } catch (error) {
    if (!(error instanceof AddressTaken)) throw error;
    throw new Refused(409, "address_taken", "This address has an account already: sign in, or use another.", "email");
  }
  // The account is made: where signing in has to wait, it is done by hand.
  const session = await openSession(headers, email, password).catch(() => null);
  return session === null ? seeOther(paths.login()) : withCookies(seeOther(paths.admin.start()), session.headers);
}
