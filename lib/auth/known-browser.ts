import "server-only";
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { env, signingSecret } from "@/lib/env";

/** Half a year, in seconds: as long as a browser is known after its last sign-in. */
const LASTS_S = 180 * 24 * 60 * 60;

const isSecure = () => env().SITE_URL?.startsWith("https:") ?? false;
const cookieName = () => `${isSecure() ? "__Host-" : ""}footnote-known`;

function sign(email: string, nonce: string): string {
  return createHmac("sha256", signingSecret()).update(`known browser\n${email}\n${nonce}`).digest("base64url");
}

/** What a browser that signed in to an account before is counted by, apart from everybody else; null for any other browser. */
export function knownBrowser(headers: Headers, email: string): string | null {
  const start = `${cookieName()}=`;
  const cookies = (headers.get("cookie") ?? "").split(/;\s*/);
  const [nonce = "", signature = ""] =
    cookies
      .find((cookie) => cookie.startsWith(start))
      ?.slice(start.length)
      .split(".") ?? [];
  const given = Buffer.from(signature);
  const own = Buffer.from(sign(email, nonce));
  return given.length === own.length && timingSafeEqual(given, own) ? nonce : null;
}

/** The Set-Cookie by which a browser is known for an account after it signed in, by the same number as before. It opens nothing. */
export function knownBrowserCookie(email: string, known: string | null): string {
  const nonce = known ?? randomBytes(16).toString("base64url");
  const secure = isSecure() ? "; Secure" : "";
  return `${cookieName()}=${nonce}.${sign(email, nonce)}; Path=/; Max-Age=${LASTS_S}; HttpOnly; SameSite=Lax${secure}`;
}
