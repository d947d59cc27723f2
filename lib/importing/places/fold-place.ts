/** Names of places as they are compared: letters and digits alone, without accents, in lower case. */
export function foldPlace(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
