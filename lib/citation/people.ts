/** Names of a by-line (several separated by "; "); empty when there is none. */
export function authorNames(authors: string | null): readonly string[] {
  return (authors ?? "")
    .split(";")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
