import { createHash } from "node:crypto";
import { logEvent } from "@/lib/log";

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)(?![^>]*type="application\/(?:ld\+)?json")[^>]*>([\s\S]*?)<\/script>/g;
const INLINE_STYLE = /<style[^>]*>([\s\S]*?)<\/style>/g;

/** What a pattern finds in a page, each once. */
function textsIn(html: string, pattern: RegExp): readonly string[] {
  return [...new Set([...html.matchAll(pattern)].map((match) => match[1] ?? ""))].filter((text) => text !== "");
}

/** A source of the kind 'sha256-…' (CSP 3). */
function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** The framework's data of a page, as it writes it: one piece of JSON, which cannot run. */
const DATA_SCRIPT = /^self\.__next_f\.push\((\[.*\])\)$/s;

/** Gives the content security policy of one page, which other sites may frame (an embed) or, as any other, not. */
export type PagePolicy = (html: string, isFramed?: boolean) => string;

/**
 * Policies for the pages of a site: nothing but this site, and of the inline scripts those that stand in its `models`, pages without
 * any text from the database, and the framework's data. Any other inline script is not allowed to run, which is logged. Style
 * attributes are allowed, since SVG and React place marks with them; they cannot load or run anything.
 */
export function policiesLike(...models: readonly string[]): PagePolicy {
  const own = new Set(models.flatMap((model) => textsIn(model, INLINE_SCRIPT)));
  return (html, isFramed = false) => {
    const [known, foreign] = partition(textsIn(html, INLINE_SCRIPT), (text) => own.has(text) || isData(text));
    if (foreign[0] !== undefined) {
      logEvent("warn", "An inline script that is not the site's own may not run", { detail: foreign[0] });
    }
    return [
      "default-src 'none'",
      ["script-src 'self'", ...known.map(hashOf)].join(" "),
      ["style-src 'self'", ...textsIn(html, INLINE_STYLE).map(hashOf)].join(" "),
      "style-src-attr 'unsafe-inline'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "manifest-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      `frame-src ${isFramed ? "'none'" : "'self'"}`,
      `frame-ancestors ${isFramed ? "*" : "'none'"}`,
    ].join("; ");
  };
}

function isData(script: string): boolean {
  try {
    return Array.isArray(JSON.parse(DATA_SCRIPT.exec(script)?.[1] ?? ""));
  } catch {
    return false;
  }
}

function partition(texts: readonly string[], isFirst: (text: string) => boolean): [string[], string[]] {
  return [texts.filter(isFirst), texts.filter((text) => !isFirst(text))];
}

/** The policy of an answer that is no page: should a browser ever show it as one, nothing in it runs or loads. */
export const NOTHING_RUNS = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The policy of a picture: it has its letters and colours within it, and nothing else. */
export const OF_PICTURES = `${NOTHING_RUNS}; style-src 'unsafe-inline'; font-src data:`;

/** Headers that every answer carries. */
export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  "Cross-Origin-Opener-Policy": "same-origin",
};
