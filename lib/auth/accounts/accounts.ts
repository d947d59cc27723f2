import "server-only";
import { randomUUID } from "node:crypto";
import { refused } from "@/lib/auth/auth-error";
import { endAccess } from "@/lib/auth/end-access";
import { type Role, roleOf } from "@/lib/auth/person";
import { db } from "@/lib/data/db/client";
import { type Author, type Tx, withWriteTransaction } from "@/lib/data/db/transaction";

/** A new account as its maker gives it: name and e-mail as lib/schemas/people.ts reads them, the password as its hash. */
export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string;
  readonly role: Role;
}

/** What the record of changes tells of an account: no address, no secret. */
interface Standing {
  readonly name: string;
  readonly role: string;
  readonly disabled: boolean;
}

/** An account as the list of people shows it. */
export interface ListedPerson extends Standing {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly hasSecondStep: boolean;
  readonly since: string;
  /** When it was last used in a browser that is still signed in; null when in none. */
  readonly lastUsed: string | null;
}

/** Makes an account that signs in with a password, and notes it. `author` is null for a person who makes their own. Returns its id. */
export async function createAccount(
  tx: Tx,
  account: NewAccount,
  author: Author | null,
  reason: string,
): Promise<string> {
  const id = randomUUID();
  const { name, email, role, passwordHash } = account;
  if ((await tx.user.count({ where: { email } })) > 0) {
    const message = "This address has an account already: sign in, or use another.";
    throw refused(409, "address_taken", message, "email");
  }
  const login = { id: randomUUID(), accountId: id, providerId: "credential", password: passwordHash };
  await tx.user.create({ data: { id, name, email, role, accounts: { create: login } } });
  await noteStanding(tx, id, null, { name, role, disabled: false }, author ?? { id, name }, reason);
  return id;
}

/** Notes in the record of changes what an account was and is. */
async function noteStanding(
  tx: Tx,
  key: string,
  before: Standing | null,
  { name, role, disabled }: Standing,
  author: Author,
  reason: string | null = null,
): Promise<void> {
  const told = (standing: Standing) =>
    JSON.stringify({ name: standing.name, role: standing.role, disabled: standing.disabled });
  await tx.revision.create({
    data: {
      resource: "User",
      key,
      kind: before === null ? "created" : "updated",
      before: before === null ? null : told(before),
      after: told({ name, role, disabled }),
      who: author.name,
      userId: author.id,
      reason,
    },
  });
}

/** Whether anyone can sign in yet; while nobody can, the first-run link makes the first admin. */
export async function hasAccounts(): Promise<boolean> {
  return (await db().user.count({ take: 1 })) > 0;
}

/** Everyone with an account, by name. */
export async function listPeople(): Promise<readonly ListedPerson[]> {
  const users = await db().user.findMany({
    orderBy: [{ disabled: "asc" }, { name: "asc" }],
    include: { sessions: { orderBy: { updatedAt: "desc" }, take: 1, select: { updatedAt: true } } },
  });
  return users.map(({ id, name, email, role, disabled, twoFactorEnabled, createdAt, sessions }) => ({
    id,
    name,
    email,
    role: roleOf(role) ?? "viewer",
    disabled,
    hasSecondStep: twoFactorEnabled,
    since: createdAt.toISOString(),
    lastUsed: sessions[0]?.updatedAt.toISOString() ?? null,
  }));
}

/**
 * Changes what a person may do, or shuts them out or lets them in again. It holds from the next request: their sessions end with the
 * change, and what they invited others by ends when they are no admin any more. Who is shut out has no API tokens when they are let in again. Refuses: 404, 409 for the last admin.
 */
export async function changeAccess(
  author: Author,
  id: string,
  change: { readonly role?: Role | undefined; readonly disabled?: boolean | undefined },
): Promise<void> {
  await withWriteTransaction(async (tx) => {
    const before = await tx.user.findUnique({ where: { id } });
    if (before === null) throw refused(404, "not_found", "There is no such person.");
    const { role = before.role, disabled = before.disabled } = change;
    if (role === before.role && disabled === before.disabled) return;
    const staysAdmin = role === "admin" && !disabled;
    if (!staysAdmin && before.role === "admin" && !before.disabled) await keepAnAdmin(tx, id);
    await tx.user.update({ where: { id }, data: { role, disabled } });
    await tx.session.deleteMany({ where: { userId: id } });
    if (!staysAdmin) {
      await tx.invitation.updateMany({ where: { byId: id, closedAt: null }, data: { closedAt: new Date() } });
    }
    if (disabled) {
      await endAccess(tx, id);
      await tx.invitation.updateMany({ where: { forId: id, closedAt: null }, data: { closedAt: new Date() } });
    }
    await noteStanding(tx, id, before, { name: before.name, role, disabled }, author);
  });
}

async function keepAnAdmin(tx: Tx, without: string): Promise<void> {
  if ((await tx.user.count({ where: { role: "admin", disabled: false, id: { not: without } } })) > 0) return;
  throw refused(409, "last_admin", "This is the only admin: make somebody else an admin first.");
}

/** Gives a person another name; what they changed before keeps the name of that time. */
export async function rename(person: Author & { readonly id: string }, name: string): Promise<void> {
  await withWriteTransaction(async (tx) => {
    const before = await tx.user.findUniqueOrThrow({ where: { id: person.id } });
    if (before.name === name) return;
    await tx.user.update({ where: { id: person.id }, data: { name } });
    await noteStanding(tx, person.id, before, { ...before, name }, person);
  });
}
