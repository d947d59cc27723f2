/** Makes one account of each role in the database of DATABASE_URL; the password is the first argument. */
import { createAccount } from "@/lib/auth/accounts";
import { hashInTurn } from "@/lib/auth/passwords";
import { ROLES } from "@/lib/auth/person";
import { db } from "@/lib/data/client";

const passwordHash = await hashInTurn(process.argv[2] ?? "");
await db().$transaction(async (tx) => {
  for (const role of ROLES) {
    const account = { name: `Test ${role}`, email: `${role}@example.org`, passwordHash, role };
    await createAccount(tx, account, null, "For tests");
  }
});
