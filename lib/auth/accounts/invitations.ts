import "server-only";
import { randomUUID } from "node:crypto";
import { newSecret, secretHash } from "@/lib/auth/accounts/secrets";
import { refused } from "@/lib/auth/auth-error";
import { type Person, type Role, roleOf } from "@/lib/auth/person";
import { db } from "@/lib/data/db/client";
import { type Tx, withWriteTransaction } from "@/lib/data/db/transaction";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Where a link leads: to a first admin, to an account of a role, or to a new password for the person `forId`. */
export interface Invitation {
  readonly id: string;
  readonly role: Role;
  readonly byName: string | null;
  readonly forId: string | null;
  readonly forName: string | null;
}

/** An invitation that is still open, as the list shows it. The secret is not kept, so it cannot be shown again. */
export interface OpenInvitation extends Invitation {
  readonly expiresAt: string;
}

/** A link that was just made: its secret is shown once. */
export interface NewLink {
  readonly id: string;
  readonly secret: string;
  readonly expiresAt: string;
}

/** Which kind of link: the first-run link is nobody's, the others were given by an admin. */
export type LinkKind = "first-run" | "given";

const WITH_NAMES = { by: { select: { name: true } }, for: { select: { name: true, role: true } } } as const;

function open(kind: LinkKind) {
  return { closedAt: null, expiresAt: { gt: new Date() }, byId: kind === "first-run" ? null : { not: null } };
}

/** Makes an invitation for a new account. `days` is 1 to 30. */
export function invite(author: Person, role: Role, days: number): Promise<NewLink> {
  return withWriteTransaction((tx) => makeLink(tx, author, { role, forId: null, days }));
}

/** Makes a link by which a person chooses a new password, for one day; earlier ones end. Refuses: 404, 409 for who is shut out. */
export function inviteToRenew(author: Person, personId: string): Promise<NewLink> {
  return withWriteTransaction(async (tx) => {
    const person = await tx.user.findUnique({ where: { id: personId } });
    if (person === null) throw refused(404, "not_found", "There is no such person.");
    if (person.disabled) throw refused(409, "shut_out", "This person is shut out: let them in again first.");
    await tx.invitation.updateMany({ where: { forId: personId, closedAt: null }, data: { closedAt: new Date() } });
    return makeLink(tx, author, { role: roleOf(person.role) ?? "viewer", forId: personId, days: 1 });
  });
}

async function makeLink(
  tx: Tx,
  author: Person,
  { role, forId, days }: { readonly role: Role; readonly forId: string | null; readonly days: number },
): Promise<NewLink> {
  const id = randomUUID();
  const secret = newSecret();
  const expiresAt = new Date(Date.now() + days * DAY_MS);
  await tx.invitation.create({ data: { id, tokenHash: secretHash(secret), role, byId: author.id, forId, expiresAt } });
  await note(tx, { id, role, forId }, "created", author);
  return { id, secret, expiresAt: expiresAt.toISOString() };
}

/** Takes a link back. Refuses (404) where none is open by that id. */
export async function takeBack(author: Person, id: string): Promise<void> {
  await withWriteTransaction(async (tx) => {
    const found = await tx.invitation.findFirst({ where: { id, ...open("given") } });
    if (found === null) throw refused(404, "not_found", "There is no such invitation, or it has ended.");
    await tx.invitation.update({ where: { id }, data: { closedAt: new Date() } });
    await note(tx, found, "retracted", author);
  });
}

async function note(
  tx: Tx,
  link: { readonly id: string; readonly role: string; readonly forId: string | null },
  kind: "created" | "retracted",
  author: Person,
): Promise<void> {
  const told = JSON.stringify(link.forId === null ? { invitedAs: link.role } : { newPasswordFor: link.forId });
  await tx.revision.create({
    data: {
      resource: "User",
      key: link.forId ?? link.id,
      kind,
      before: kind === "retracted" ? told : null,
      after: kind === "created" ? told : null,
      who: author.name,
      userId: author.id,
    },
  });
}

/** Links that were given and are still open, the newest first. */
export async function listInvitations(): Promise<readonly OpenInvitation[]> {
  const found = await db().invitation.findMany({
    where: open("given"),
    orderBy: { createdAt: "desc" },
    include: WITH_NAMES,
  });
  return found.map((row) => ({ ...toInvitation(row), expiresAt: row.expiresAt.toISOString() }));
}

/** What a link leads to; null when it was used, taken back, has ended or never was. */
export async function findInvitation(secret: string, kind: LinkKind): Promise<Invitation | null> {
  const where = { tokenHash: secretHash(secret), ...open(kind) };
  const found = await db().invitation.findFirst({ where, include: WITH_NAMES });
  if (found === null || (kind === "first-run" && (await db().user.count({ take: 1 })) > 0)) return null;
  return toInvitation(found);
}

/** Closes a link within the transaction that uses it; null where another use, or its end, came first. */
export async function spendInvitation(tx: Tx, secret: string, kind: LinkKind): Promise<Invitation | null> {
  const tokenHash = secretHash(secret);
  const { count } = await tx.invitation.updateMany({
    where: { tokenHash, ...open(kind) },
    data: { closedAt: new Date() },
  });
  if (count === 0 || (kind === "first-run" && (await tx.user.count({ take: 1 })) > 0)) return null;
  return toInvitation(await tx.invitation.findUniqueOrThrow({ where: { tokenHash }, include: WITH_NAMES }));
}

function toInvitation(row: {
  readonly id: string;
  readonly role: string;
  readonly forId: string | null;
  readonly by: { readonly name: string } | null;
  readonly for: { readonly name: string } | null;
}): Invitation {
  const { id, role, forId } = row;
  return { id, role: roleOf(role) ?? "viewer", byName: row.by?.name ?? null, forId, forName: row.for?.name ?? null };
}
