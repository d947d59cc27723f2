import type { IncomingMessage } from "node:http";
import type { ErrorResponse } from "@/server/error-response";

/** What a request asks for. Every decision is taken on this, and the app is given nothing else. */
export interface Target {
  /** Begins with "/", holds no dots to resolve, no doubled slash and none at its end; escapes are whole. */
  readonly path: string;
  /** Begins with "?", or is empty. */
  readonly query: string;
}

/** Longest address answered, in characters (RFC 9110 recommends at least 8,000). */
const LONGEST_ADDRESS = 8000;
const ABSOLUTE = /^https?:\/\/[^/?#]*/i;
/** What never belongs into one segment of a path, not even escaped: a program behind might take it for the path's own. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
const FORBIDDEN = /[/\\\u0000-\u001f\u007f]/;

/**
 * Reads the target of a request (RFC 9112, 3.2) for a site of these host names: an address that reading it as a URL would change is
 * refused, so that nobody behind can read it in another way.
 */
export function readTarget(request: IncomingMessage, hosts: ReadonlySet<string>): Target | ErrorResponse {
  const raw = request.url ?? "";
  if (raw.length > LONGEST_ADDRESS) {
    return { status: 414, code: "address_too_long", message: "The address is too long: ask for less at once." };
  }
  if (request.rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === "host").length > 1) {
    return { status: 400, code: "two_hosts", message: "Two Host lines were sent: send one." };
  }
  const named = request.headers.host ?? "";
  const host = /[/?#@\\]/.test(named) ? null : urlOf(`http://${named}`);
  if (host === null || !hosts.has(host.hostname)) return OTHER_HOST;
  const origin = ABSOLUTE.exec(raw)?.[0] ?? "";
  const url = urlOf(origin === "" ? `http://localhost${raw}` : raw);
  if (url === null || (origin === "" && !raw.startsWith("/"))) return NO_ADDRESS;
  // The scheme is not compared: a proxy that ends TLS passes on what was asked for by https.
  if (origin !== "" && (url.username !== "" || urlOf(`http://${url.host}`)?.host !== host.host)) return OTHER_AUTHORITY;
  const path = raw.slice(origin.length).replace(/[?#].*$/s, "") || "/";
  if (url.pathname !== path || raw.includes("#")) return NO_ADDRESS;
  try {
    if (path.split("/").some((segment) => FORBIDDEN.test(decodeURIComponent(segment)))) return NO_ADDRESS;
  } catch {
    return { status: 400, code: "broken_escape", message: "The address has a broken escape: write % as %25." };
  }
  const plain = path.replace(/\/{2,}/g, "/").replace(/(?<=.)\/$/, "");
  if (plain === path) return { path, query: url.search };
  return {
    status: 308,
    code: "moved",
    message: `This is at ${plain}${url.search}`,
    headers: { location: plain + url.search },
  };
}

const OTHER_HOST: ErrorResponse = {
  status: 421,
  code: "other_host",
  message: "This host is not served here: set SITE_URL to the public address of the site.",
};
const NO_ADDRESS: ErrorResponse = {
  status: 400,
  code: "bad_address",
  message: "The address cannot be read: write its path without dots to resolve, backslashes and unescaped signs.",
};
const OTHER_AUTHORITY: ErrorResponse = {
  status: 400,
  code: "other_authority",
  message: "The address names another host than the Host line.",
};

function urlOf(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
