import type { SearchParams } from "@/lib/schemas/view";

/** Kinds of pages of which something can be taken along: cited, downloaded, embedded. */
const PLACES = [
  { kind: "dashboard", path: /^\/$/ },
  { kind: "compare", path: /^\/compare$/ },
  { kind: "disagreements", path: /^\/disagreements$/ },
  { kind: "search", path: /^\/search$/ },
  { kind: "figure", path: /^\/figures\/([^/]+)$/ },
  { kind: "metric", path: /^\/metrics\/([^/]+)$/ },
  { kind: "region", path: /^\/regions\/([^/]+)$/ },
  { kind: "source", path: /^\/sources\/([^/]+)$/ },
  { kind: "chart", path: /^\/charts\/([^/]+)$/ },
] as const;

export type ReuseKind = (typeof PLACES)[number]["kind"];

/** What is taken along: the view that a page of this site shows. */
export interface ReuseSubject {
  readonly kind: ReuseKind;
  /** Key of the record that the page is about; "" for a page about none. */
  readonly key: string;
  /** What the address asks for beside it, as pages are given it (see lib/schemas/view.ts and those beside it). */
  readonly parameters: SearchParams;
  /** Path and query of the page, local to the site. */
  readonly address: string;
}

/** Longest address that is read. */
const LONGEST = 2000;

/** The subject that an address on this site stands for; null for another address, or one of which nothing can be taken along. */
export function readSubject(address: string | null): ReuseSubject | null {
  if (address === null || address.length > LONGEST) return null;
  const [whole = ""] = address.split("#");
  const [path = "", ...query] = whole.split("?");
  for (const { kind, path: pattern } of PLACES) {
    const found = pattern.exec(path);
    if (found === null) continue;
    const key = decoded(found[1] ?? "");
    if (key === null) return null;
    const asked = new URLSearchParams(query.join("?"));
    const parameters = Object.fromEntries([...new Set(asked.keys())].map((name) => [name, asked.getAll(name)]));
    return { kind, key, parameters, address: asked.size === 0 ? path : `${path}?${asked}` };
  }
  return null;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
