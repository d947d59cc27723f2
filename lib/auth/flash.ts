import "server-only";
import { cookies } from "next/headers";
import { env } from "@/lib/env";

/** What a form that was refused says when it is shown again: what was typed (never a password) and what is wrong, by field. */
export interface Flash {
  readonly values: Readonly<Record<string, string>>;
  /** "" is the form as a whole. */
  readonly issues: Readonly<Record<string, string>>;
}

/** Long enough to follow the redirect; then the form forgets. */
const LASTS_S = 20;

const isSecure = () => env().SITE_URL?.startsWith("https:") ?? false;

function nameOf(form: string): string {
  return `${isSecure() ? "__Host-" : ""}footnote-${form}`;
}

/** The Set-Cookie that carries a refused form to the page that shows it again. */
export function flashCookie(form: string, flash: Flash): string {
  const value = Buffer.from(JSON.stringify(flash)).toString("base64url");
  const secure = isSecure() ? "; Secure" : "";
  return `${nameOf(form)}=${value}; Path=/; Max-Age=${LASTS_S}; HttpOnly; SameSite=Lax${secure}`;
}

/** What a refused form says; empty when none was refused. The cookie comes from a browser, so it is read as text of unknown origin. */
export async function readFlash(form: string): Promise<Flash> {
  const value = (await cookies()).get(nameOf(form))?.value;
  if (value === undefined) return { values: {}, issues: {} };
  try {
    const flash: unknown = JSON.parse(Buffer.from(value, "base64url").toString());
    const part = (name: "values" | "issues") => texts((flash as Record<string, unknown> | null)?.[name]);
    return { values: part("values"), issues: part("issues") };
  } catch {
    return { values: {}, issues: {} };
  }
}

function texts(record: unknown): Readonly<Record<string, string>> {
  if (typeof record !== "object" || record === null) return {};
  const entries = Object.entries(record).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return Object.fromEntries(entries.map(([name, text]) => [name, text.slice(0, 300)]));
}
