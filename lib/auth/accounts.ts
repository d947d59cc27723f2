import "server-only";
import { randomUUID } from "node:crypto";
import type { Role } from "@/lib/auth/person";
import { db } from "@/lib/data/client";

/** What the database offers within one transaction. */
export type Transaction = Parameters<Parameters<ReturnType<typeof db>["$transaction"]>[0]>[0];

/** A new account as its maker gives it: name and e-mail as in lib/schemas/people.ts, the password as its hash. */
export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string;
  readonly role: Role;
}

/** Who makes a change to an account: a person, or the program (no id). */
export interface Author {
  readonly id: string | null;
  readonly name: string;
}

/** The address belongs to an account already. */
export class AddressTaken extends Error {}

/** What the record of changes tells of an account: no address, no secret. */
function recorded(account: { readonly name: string; readonly role: string; readonly disabled: boolean }): string {
  return JSON.stringify({ name: account.name, role: account.role, disabled: account.disabled });
}

/** Makes an account that signs in with a password, and notes it. Returns its id; throws AddressTaken. */
export async function createAccount(
  tx: Transaction,
  account: NewAccount,
  author: Author | null,
  reason: string,
): Promise<string> {
  const id = randomUUID();
  const { name, email, role } = account;
  if ((await tx.user.count({ where: { email } })) > 0) throw new AddressTaken();
  await tx.user.create({
    data: {
      id,
      name,
      email,
      role,
      accounts: {
        create: { id: randomUUID(), accountId: id, providerId: "credential", password: account.passwordHash },
      },
    },
  });
  const who = author ?? { id, name };
  await tx.revision.create({
    data: {
      noun: "User",
      key: id,
      kind: "created",
      after: recorded({ name, role, disabled: false }),
      who: who.name,
      userId: who.id,
      reason,
    },
  });
  return id;
}

/** Notes a change of an account. */
export async function noteChange(
  tx: Transaction,
  key: string,
  before: Parameters<typeof recorded>[0],
  after: Parameters<typeof recorded>[0],
  author: Author,
): Promise<void> {
  await tx.revision.create({
    data: {
      noun: "User",
      key,
      kind: "updated",
      before: recorded(before),
      after: recorded(after),
      who: author.name,
      userId: author.id,
    },
  });
}

/** Whether anyone can sign in yet; while nobody can, the first-run link makes the first admin. */
export async function hasAccounts(): Promise<boolean> {
  return (await db().user.count({ take: 1 })) > 0;
}
