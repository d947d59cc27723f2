import "server-only";
import { headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { refused } from "@/lib/auth/auth-error";
import { authenticate } from "@/lib/auth/authenticate";
import { may, type Permission, type Person } from "@/lib/auth/person";
import { assertSameOrigin } from "@/lib/auth/same-origin";
import { readInternalHeader } from "@/lib/http/internal-header";
import { paths } from "@/lib/paths";
import { DomainError } from "@/lib/schemas/domain-error";

/**
 * Who asks a route handler, if they may. Refuses a stranger (401), and a person without the permission or a change that a page of
 * another site sends with this person's cookie (403).
 */
export async function authorize(request: Request, permission: Permission): Promise<Person> {
  const person = await authenticate(request.headers);
  if (person === null) {
    const headers = { "www-authenticate": "Bearer" };
    throw new DomainError(401, "not_signed_in", "Sign in, or send an API token that is still valid.", { headers });
  }
  const foreign = person.via === "session" ? assertSameOrigin(request) : null;
  if (foreign !== null) throw foreign;
  if (may(person.role, permission)) return person;
  throw refused(403, "not_allowed", `Your role (${person.role}) does not include this. Ask an admin for another role.`);
}

/** Who opens a page; a stranger is sent to sign in and back, an API token and a person without the permission are refused (403). */
export async function requirePerson(permission: Permission): Promise<Person> {
  const asked = await headers();
  const person = await authenticate(asked);
  if (person === null) redirect(paths.login(readInternalHeader(asked).address));
  // A token is for scripts, which ask the routes: pages may show what a token must not see, such as addresses of people.
  if (person.via === "token" || !may(person.role, permission)) forbidden();
  return person;
}

/** Who opens a page that is for everyone; null for a stranger. */
export async function findVisitor(): Promise<Person | null> {
  return authenticate(await headers());
}

/** As admit, for a browser only: what concerns accounts is not for scripts, so that a lost token cannot make itself at home. */
export async function admitSignedIn(request: Request, permission: Permission): Promise<Person> {
  const person = await authorize(request, permission);
  if (person.via === "session") return person;
  throw refused(403, "not_for_tokens", "Accounts are changed in a browser, not with an API token.");
}
