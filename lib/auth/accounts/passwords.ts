import "server-only";
import { hashPassword, verifyPassword } from "better-auth/crypto";
import { HashQueue } from "@/lib/auth/accounts/hash-queue";

/** Length of a password in characters. Long ones are easy to remember and hard to guess; no mix of characters is asked for. */
export const PASSWORD_LENGTH = { least: 12, most: 128 } as const;

const kept = globalThis as { footnoteHashGate?: HashQueue };

function gate(): HashQueue {
  kept.footnoteHashGate ??= new HashQueue();
  return kept.footnoteHashGate;
}

/** Refuses (503) when a password could not even wait to be checked: asked first, this saves all other work. */
export function assertRoom(): void {
  gate().assertRoom();
}

/** A salted scrypt hash (N 16384, r 16, p 1) of a password. Waits for its turn; refuses (503) when too many wait. */
export function hashInTurn(password: string): Promise<string> {
  return gate().run(() => hashPassword(password));
}

/** Whether a password fits a hash. Waits for its turn; refuses (503) when too many wait. */
export function verifyInTurn(candidate: { readonly hash: string; readonly password: string }): Promise<boolean> {
  return gate().run(() => verifyPassword(candidate));
}

/** The estimate of zxcvbn from which a password will do: 3 of 4, more than a hundred million guesses. */
const LEAST_SCORE = 3;

/** What makes a password easy to guess, by the names of zxcvbn, in words for people. */
const WEAKNESSES: Readonly<Record<string, string>> = {
  userInputs: "This is mostly your own name or address",
  simpleRepeat: "This repeats itself",
  extendedRepeat: "This repeats itself",
  straightRow: "These keys lie in a row",
  keyPattern: "These keys lie in a row",
  sequences: "This counts or spells on in a row",
  common: "This is a password that many people use",
  similarToCommon: "This is like a password that many people use",
};

/** What is wrong with a new password, as cause and cure; null when it will do. `about` is what others know of the person: name and address. */
export async function passwordIssue(password: string, about: readonly string[]): Promise<string | null> {
  const length = [...password].length;
  if (length < PASSWORD_LENGTH.least) {
    return `This is too short: use at least ${PASSWORD_LENGTH.least} characters. A few words in a row are easy to remember.`;
  }
  if (password.length > PASSWORD_LENGTH.most)
    return `This is too long: use at most ${PASSWORD_LENGTH.most} characters.`;
  const words = about.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]).filter((word) => word.length >= 4);
  const { score, feedback } = (await estimator()).check(password, [...words, "Footnote"]);
  if (score >= LEAST_SCORE) return null;
  return `${WEAKNESSES[feedback.warning ?? ""] ?? "This is a word or two with little added"}, which is easy to guess: use a few other words.`;
}

let loaded: Promise<import("@zxcvbn-ts/core").ZxcvbnFactory> | null = null;

/** Loaded when the first password is chosen: its lists take some megabytes. */
function estimator() {
  loaded ??= Promise.all([import("@zxcvbn-ts/core"), import("@zxcvbn-ts/language-common")]).then(
    ([{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }]) =>
      new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs }),
  );
  return loaded;
}
