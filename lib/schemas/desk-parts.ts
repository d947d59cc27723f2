const MOST = 200;

/** Keys under a name of a query, repeated or separated by commas; each once, at most 200. */
export function parseKeys(parameters: URLSearchParams, name: string): readonly string[] {
  const keys = parameters.getAll(name).flatMap((value) => value.split(","));
  return [...new Set(keys.map((key) => key.trim()).filter((key) => key !== ""))].slice(0, MOST);
}
