import { randomUUID } from "node:crypto";
import { POST as signIn } from "@/app/api/auth/sign-in/route";
import { createAccount } from "@/lib/auth/accounts/accounts";
import { hashInTurn } from "@/lib/auth/accounts/passwords";
import type { Role } from "@/lib/auth/person";
import { withWriteTransaction } from "@/lib/data/db/transaction";
import { internalHeader } from "@/lib/http/internal-header";

/** The password of accounts that makeAccount makes. */
export const PASSWORD = "four plain words here";

// Hashing is slow on purpose, so it is done once for all accounts of a test file.
let hashed: Promise<string> | undefined;

/** Makes an account and returns its id and address. */
export async function makeAccount(role: Role): Promise<{ id: string; email: string }> {
  const email = `${role}-${randomUUID()}@example.org`;
  hashed ??= hashInTurn(PASSWORD);
  const passwordHash = await hashed;
  const id = await withWriteTransaction((tx) =>
    createAccount(tx, { name: `A ${role}`, email, passwordHash, role }, null, "For a test"),
  );
  return { id, email };
}

/** A browser as far as handlers can tell: it keeps cookies and says that its requests come from our own pages. */
export class Browsing {
  readonly cookies = new Map<string, string>();
  readonly #client: string;

  /** Each browser is at an address of its own, unless told. */
  constructor(client: string = randomUUID()) {
    this.#client = client;
  }

  /** A request with the cookies and the headers that the proxy and a browser would send. */
  request(path: string, init: RequestInit & { readonly page?: boolean } = {}): Request {
    const headers = new Headers(init.headers);
    headers.set("host", "localhost:3000");
    headers.set("origin", "http://localhost:3000");
    headers.set("sec-fetch-site", "same-origin");
    if (init.page) headers.set("accept", "text/html");
    for (const [name, value] of Object.entries(internalHeader({ client: this.#client, address: null, id: null }))) {
      headers.set(name, value);
    }
    if (this.cookies.size > 0)
      headers.set("cookie", [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    return new Request(`http://localhost:3000${path}`, { ...init, headers });
  }

  /** The form that a page would send. */
  form(path: string, fields: Readonly<Record<string, string>>, page = false): Request {
    return this.request(path, { method: "POST", body: new URLSearchParams(fields), page });
  }

  /** What a script of a page would send. */
  json(path: string, method: string, body: unknown): Request {
    return this.request(path, { method, body: JSON.stringify(body), headers: { "content-type": "application/json" } });
  }

  /** Keeps the cookies of an answer, and gives it back. */
  async keep(answer: Promise<Response>): Promise<Response> {
    const response = await answer;
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/max-age=0/i.test(cookie)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }
}

/** An account of a role, and a browser that is signed in as it. */
export async function makeSignedIn(role: Role): Promise<{ id: string; email: string; browser: Browsing }> {
  const account = await makeAccount(role);
  const browser = new Browsing();
  const fields = { email: account.email, password: PASSWORD };
  const answer = await browser.keep(signIn(browser.form("/api/auth/sign-in", fields)));
  if (answer.status !== 303) throw new Error(`Signing in answered ${answer.status}`);
  return { ...account, browser };
}
