/** A name of a file as part of the path of a field: an id has no spaces. */
export function pathPart(name: string): string {
  return name.replace(/[^\p{L}\p{N}]+/gu, "-");
}
