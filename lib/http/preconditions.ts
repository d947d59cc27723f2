import { DomainError } from "@/lib/schemas/domain-error";

/** The version that an edit builds on, from If-Match: "3". 428 when it is missing, 400 when it is no version. */
export function readVersion(request: Request): number {
  const text = request.headers.get("if-match");
  if (text === null) {
    throw new DomainError(428, "no_version", 'Say which version you have seen: If-Match: "1" (it is in the ETag).');
  }
  const version = /^"([1-9]\d{0,8})"$/.exec(text.trim())?.[1];
  if (version === undefined) {
    throw new DomainError(400, "bad_version", 'Write If-Match as one version in quotes, such as "1".');
  }
  return Number(version);
}

/** The version of a row as an entity tag. */
export function versionTag(version: number): string {
  return `"${version}"`;
}

/** The key of one attempt to make something, from Idempotency-Key: 1 to 200 visible ASCII characters, else 400. */
export function readAttemptKey(request: Request): string {
  const key = request.headers.get("idempotency-key")?.trim();
  if (key === undefined || key === "") {
    throw new DomainError(400, "no_key", "Send an Idempotency-Key, the same for every try of one attempt.");
  }
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new DomainError(400, "bad_key", "Write the Idempotency-Key in 1 to 200 letters, digits and signs.");
  }
  return key;
}

/** Whether a request says that its sender has what an entity tag names (RFC 9110, 13.1.2). */
export function knowsTag(request: Request, etag: string): boolean {
  const known = (request.headers.get("if-none-match") ?? "").split(/\s*,\s*/);
  return known.some((tag) => tag.trim().replace(/^W\//, "") === etag);
}
