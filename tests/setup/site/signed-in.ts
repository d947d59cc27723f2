import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Role } from "@/lib/auth/person";
import { urlOf } from "./prepared-database";

/** The password of the accounts that browser tests use: viewer@example.org, editor@example.org and admin@example.org. */
export const TEST_PASSWORD = "four plain words here";

/** Name and value of a session cookie. */
export interface SessionCookie {
  readonly name: string;
  readonly value: string;
}

/** Makes an account of each role in a database, named by file or URL, in a process of its own; answers a session of each, good at a site with that secret. */
export async function makePeople(database: string, secret: string) {
  const script = ["--conditions=react-server", "--import", "tsx", "tests/setup/site/make-people.ts", TEST_PASSWORD];
  const env = { ...process.env, DATABASE_URL: urlOf(database), SITE_URL: "", FOOTNOTE_SECRET: secret };
  const { stdout } = await promisify(execFile)(process.execPath, script, { env });
  return JSON.parse(stdout) as Readonly<Record<Role, SessionCookie>>;
}

/** Signs in at a running site as the form does; throws where it is refused. */
export async function signInAt(site: string, email: string, password: string): Promise<SessionCookie> {
  const body = new URLSearchParams({ email, password });
  const headers = { origin: site };
  return sessionOf(await fetch(`${site}/api/auth/sign-in`, { method: "POST", headers, body, redirect: "manual" }));
}

/** The session that an answer to the form of /login gives; throws where there is none. */
export function sessionOf({ status, headers }: Response): SessionCookie {
  const [name = "", value = ""] = /^([^=]+)=([^;]+)/.exec(headers.getSetCookie()[0] ?? "")?.slice(1) ?? [];
  if (status !== 303 || name === "") throw new Error(`Signing in answered ${status}`);
  return { name, value };
}

/** Asks the API of a site for a change, as a page of it does for whoever has the session. */
export function sendAs(
  { name, value }: SessionCookie,
  site: string,
  method: string,
  address: string,
  body: object,
  headers: object = {},
): Promise<Response> {
  return fetch(`${site}/api/v1/${address}`, {
    method,
    headers: { cookie: `${name}=${value}`, origin: site, "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}
