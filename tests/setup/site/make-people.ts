/** Makes one account of each role in the database of DATABASE_URL, with the password that is the first argument; prints a session of each. */
import { POST } from "@/app/api/auth/sign-in/route";
import { createAccount } from "@/lib/auth/accounts/accounts";
import { hashInTurn } from "@/lib/auth/accounts/passwords";
import { ROLES } from "@/lib/auth/person";
import { db } from "@/lib/data/db/client";
import { internalHeader } from "@/lib/http/internal-header";
import { sessionOf } from "./signed-in";

const password = process.argv[2] ?? "";
const passwordHash = await hashInTurn(password);
const emailOf = (role: string) => `${role}@example.org`;
await db().$transaction(async (tx) => {
  for (const role of ROLES) {
    await createAccount(tx, { name: `Test ${role}`, email: emailOf(role), passwordHash, role }, null, "For tests");
  }
});
const origin = "http://localhost:3000";
const sessions = ROLES.map(async (role) => {
  const headers = { host: "localhost:3000", origin, ...internalHeader({ client: role, address: null, id: null }) };
  const body = new URLSearchParams({ email: emailOf(role), password });
  return [role, sessionOf(await POST(new Request(`${origin}/api/auth/sign-in`, { method: "POST", headers, body })))];
});
console.log(JSON.stringify(Object.fromEntries(await Promise.all(sessions))));
await db().$disconnect();
