import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** A secret for a link or a token: 256 random bits as base64url, 43 characters. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of such a secret: its SHA-256, hexadecimal. Enough, since the secret cannot be guessed. */
export function secretHash(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
