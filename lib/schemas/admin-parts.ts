import { parsePage } from "@/lib/schemas/page-view";

const MOST = 200;

/** Keys under a name of a query, repeated or separated by commas; each once, at most 200. */
export function parseKeys(parameters: URLSearchParams, name: string): readonly string[] {
  const keys = parameters.getAll(name).flatMap((value) => value.split(","));
  return [...new Set(keys.map((key) => key.trim()).filter((key) => key !== ""))].slice(0, MOST);
}

/** Longest text that records are searched for, in characters; the rest of it is left out. */
const LONGEST_SEARCH = 200;

/** The text to be found ("" for none) and the page of what it finds, from 1; nonsense is the first. */
export function parseChoiceSearch(parameters: URLSearchParams): { readonly text: string; readonly page: number } {
  const text = (parameters.get("q") ?? "").slice(0, LONGEST_SEARCH);
  return { text, page: parsePage({ page: parameters.get("page") ?? undefined }) };
}
