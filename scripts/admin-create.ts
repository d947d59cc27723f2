/**
 * Makes an admin's account: `npm run admin:create`, which asks, or `npm run admin:create -- --name Ada --email ada@example.org` with the
 * password on standard input (or --password, which other users of the machine may see). Prints one line; a failure is exit code 1.
 */
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { createAccount } from "@/lib/auth/accounts/accounts";
import { hashInTurn, passwordIssue } from "@/lib/auth/accounts/passwords";
import { withWriteTransaction } from "@/lib/data/db/transaction";
import { directDatabaseUrl, env } from "@/lib/env";
import { accountForm } from "@/lib/schemas/people";
import { issuesOf } from "@/lib/schemas/resources";
import { prepareDatabaseAt } from "@/scripts/database/prepare-database";

/** Asks on the terminal; what is typed is not shown where `isSecret`. */
async function ask(question: string, isSecret = false): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({
    input: process.stdin,
    output: isSecret ? silent : process.stdout,
    terminal: true,
  });
  if (isSecret) process.stdout.write(question);
  try {
    return await terminal.question(isSecret ? "" : question);
  } finally {
    terminal.close();
    if (isSecret) process.stdout.write("\n");
  }
}

async function readAccount() {
  const options = { name: { type: "string" }, email: { type: "string" }, password: { type: "string" } } as const;
  const { values } = parseArgs({ options });
  const isAsking = process.stdin.isTTY === true;
  const needed = async (flag: "name" | "email", question: string) => {
    const given = values[flag] ?? (isAsking ? await ask(question) : undefined);
    if (given === undefined) throw new Error(`--${flag} is missing, and there is no terminal to ask on`);
    return given;
  };
  const name = await needed("name", "Name: ");
  const email = await needed("email", "E-mail address: ");
  const typed = async () => (isAsking ? ask("Password (12 characters or more): ", true) : text(process.stdin));
  const password = values.password ?? (await typed()).replace(/\r?\n$/, "");
  return { name, email, password };
}

try {
  const result = accountForm.safeParse(await readAccount());
  if (!result.success) {
    throw new Error(
      issuesOf(result.error)
        .map(({ path, message }) => `${path}: ${message}`)
        .join("\n"),
    );
  }
  const { name, email, password } = result.data;
  const weak = await passwordIssue(password, [name, email]);
  if (weak !== null) throw new Error(`password: ${weak}`);
  await prepareDatabaseAt(directDatabaseUrl());
  const passwordHash = await hashInTurn(password);
  const author = { id: null, name: "npm run admin:create" };
  await withWriteTransaction((tx) =>
    createAccount(tx, { name, email, passwordHash, role: "admin" }, author, "Made on the machine"),
  );
  console.log(`${name} is an admin now: sign in at ${env().SITE_URL ?? `http://localhost:${env().PORT}`}/login`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
