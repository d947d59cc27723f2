import { randomUUID } from "node:crypto";
import { newSecret, secretHash } from "@/lib/auth/accounts/secrets";
import type { Person, Role } from "@/lib/auth/person";
import { db } from "@/lib/data/db/client";

/** A person made for a test, with an API token: send `headers` along to act as that person. */
export async function makePerson(role: Role): Promise<{ person: Person; headers: { authorization: string } }> {
  const id = randomUUID();
  const user = { id, name: `Test ${role}`, email: `${role}-${id}@example.org`, role };
  const secret = newSecret();
  await db().user.create({
    data: { ...user, apiTokens: { create: { id: randomUUID(), name: "test", tokenHash: secretHash(secret) } } },
  });
  return { person: { ...user, via: "token" }, headers: { authorization: `Bearer ${secret}` } };
}
