import "server-only";
import { hashPassword, verifyPassword } from "better-auth/crypto";
import { Gate } from "@/lib/auth/hash-gate";

/** Length of a password in characters. Long ones are easy to remember and hard to guess; no mix of characters is asked for. */
export const PASSWORD_LENGTH = { least: 12, most: 128 } as const;

const kept = globalThis as { footnoteHashGate?: Gate };

function gate(): Gate {
  kept.footnoteHashGate ??= new Gate();
  return kept.footnoteHashGate;
}

/** Throws TooBusy when a password could not even wait to be checked: asked first, this saves all other work. */
export function assertRoom(): void {
  gate().assertRoom();
}

/** A salted scrypt hash (N 16384, r 16, p 1) of a password. Waits for its turn; throws TooBusy when too many wait. */
export function hashInTurn(password: string): Promise<string> {
  return gate().run(() => hashPassword(password));
}

/** Whether a password fits a hash. Waits for its turn; throws TooBusy when too many wait. */
export function verifyInTurn(candidate: { readonly hash: string; readonly password: string }): Promise<boolean> {
  return gate().run(() => verifyPassword(candidate));
}

/** What is wrong with a new password, as cause and cure; null when it will do. `about` is what others know of the person: name and address. */
export function passwordIssue(password: string, about: readonly string[]): string | null {
  const length = [...password].length;
  if (length < PASSWORD_LENGTH.least) {
    return `This is too short: use at least ${PASSWORD_LENGTH.least} characters. A few words in a row are easy to remember.`;
  }
  if (password.length > PASSWORD_LENGTH.most)
    return `This is too long: use at most ${PASSWORD_LENGTH.most} characters.`;
  if (new Set(password.toLowerCase()).size < 5) {
    return "This repeats a few characters, which is easy to guess: use a few different words.";
  }
  const bare = password.toLowerCase();
  const words = about.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]);
  const guessable = words.map((word) => word.toLowerCase()).filter((word) => word.length >= 4);
  if (guessable.some((word) => bare === word || bare.replaceAll(word, "").length < 6)) {
    return "This is mostly your own name or address, which is easy to guess: use a few other words.";
  }
  return null;
}
