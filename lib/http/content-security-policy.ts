import { createHash } from "node:crypto";

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)(?![^>]*type="application\/(?:ld\+)?json")[^>]*>([\s\S]*?)<\/script>/g;
const INLINE_STYLE = /<style[^>]*>([\s\S]*?)<\/style>/g;

/** Sources of the kind 'sha256-…' (CSP 3) for what a pattern finds in a page, each once. */
function hashes(html: string, pattern: RegExp): string[] {
  const found = [...html.matchAll(pattern)].map((match) => match[1] ?? "").filter((text) => text !== "");
  return [...new Set(found)].map((text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
}

/**
 * The content security policy of one page: nothing but this site, and of its inline scripts and styles only those that the
 * page came with. Style attributes are allowed, since SVG and React place marks with them; they cannot load or run anything.
 */
export function contentSecurityPolicy(html: string): string {
  return [
    "default-src 'none'",
    ["script-src 'self'", ...hashes(html, INLINE_SCRIPT)].join(" "),
    ["style-src 'self'", ...hashes(html, INLINE_STYLE)].join(" "),
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The policy of an answer that is no page: should a browser ever show it as one, nothing in it runs or loads. */
export const NOTHING_RUNS = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Headers that every answer carries. */
export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  "Cross-Origin-Opener-Policy": "same-origin",
};
