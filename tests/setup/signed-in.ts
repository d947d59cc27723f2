import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Role } from "@/lib/auth/person";

/** The password of the accounts that browser tests use: viewer@example.org, editor@example.org and admin@example.org. */
export const TEST_PASSWORD = "four plain words here";

/** Name and value of a session cookie. */
export interface SessionCookie {
  readonly name: string;
  readonly value: string;
}

/** Makes an account of each role in a database, in a process of its own as preparedDatabase does. */
export async function makePeople(database: string): Promise<void> {
  const script = ["--conditions=react-server", "--import", "tsx", "tests/setup/make-people.ts", TEST_PASSWORD];
  await promisify(execFile)(process.execPath, script, { env: { ...process.env, DATABASE_URL: `file:${database}` } });
}

/** Signs in at a running site as the form does; throws where it is refused. */
export async function signInAt(site: string, email: string, password: string): Promise<SessionCookie> {
  const response = await fetch(`${site}/api/auth/sign-in`, {
    method: "POST",
    headers: { origin: site },
    body: new URLSearchParams({ email, password }),
    redirect: "manual",
  });
  const [name = "", value = ""] = /^([^=]+)=([^;]+)/.exec(response.headers.getSetCookie()[0] ?? "")?.slice(1) ?? [];
  if (response.status !== 303 || name === "") throw new Error(`Signing in as ${email} answered ${response.status}`);
  return { name, value };
}

/** A session of each role. */
export async function signInEach(site: string): Promise<Readonly<Record<Role, SessionCookie>>> {
  const session = (role: Role) => signInAt(site, `${role}@example.org`, TEST_PASSWORD);
  return { viewer: await session("viewer"), editor: await session("editor"), admin: await session("admin") };
}
