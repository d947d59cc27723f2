import "server-only";
import { passwordIssue } from "@/lib/auth/accounts/passwords";
import { drawQr, type QrDrawing } from "@/lib/auth/accounts/qr-drawing";
import { isRefusal, refused } from "@/lib/auth/auth-error";
import { endAccess } from "@/lib/auth/end-access";
import type { Person } from "@/lib/auth/person";
import { countAttempt, countingFailures } from "@/lib/auth/rate-limits";
import { signInService } from "@/lib/auth/sign-in-service";
import { db } from "@/lib/data/db/client";
import { withWriteTransaction } from "@/lib/data/db/transaction";

/** What the sign-in service does for a person who gives their password again. */
type Work<Result> = () => Promise<{ readonly headers: Headers; readonly response: Result }>;

/** Does what needs the password again: counted like signing in, so that a browser left open does not give it away. */
async function withPassword<Result>(request: Request, person: Person, field: string, work: Work<Result>) {
  await countAttempt(request.headers);
  const done = await countingFailures(
    person.email,
    () =>
      work().catch((error: unknown) => {
        if (isRefusal(error)) return null;
        throw error;
      }),
    (result) => result !== null,
  );
  if (done === null) throw refused(422, "wrong_password", "This is not your password.", field);
  return done;
}

/** Changes a person's own password. Every session and API token ends; this browser gets a new session. Refuses (422, 429, 503). */
export async function changePassword(
  request: Request,
  person: Person,
  { current, password }: { readonly current: string; readonly password: string },
): Promise<Headers> {
  const weak = await passwordIssue(password, [person.name, person.email]);
  if (weak !== null) throw refused(422, "weak_password", weak, "password");
  const body = { currentPassword: current, newPassword: password, revokeOtherSessions: true };
  const { headers } = await withPassword(request, person, "current", () =>
    signInService().api.changePassword({ body, headers: request.headers, returnHeaders: true }),
  );
  await withWriteTransaction((tx) => endAccess(tx, person.id));
  return headers;
}

/** A second step that was begun: it counts once a first code was given. */
export interface BegunStep {
  /** Address that authenticators read, otpauth://totp/… (it holds the secret). */
  readonly address: string;
  /** The same for the camera of a telephone. */
  readonly drawing: QrDrawing;
  /** Codes for a lost authenticator, each good once. */
  readonly backupCodes: readonly string[];
}

/** Begins to ask for a second step at sign-in. Refuses (409 where there is one, 422, 429, 503). */
export async function beginSecondStep(request: Request, person: Person, password: string): Promise<BegunStep> {
  if (await hasSecondStep(person)) throw refused(409, "has_second_step", "The second step is on: turn it off first.");
  const { response } = await withPassword(request, person, "password", () =>
    signInService().api.enableTwoFactor({ body: { password }, headers: request.headers, returnHeaders: true }),
  );
  if (response.method !== "totp") throw new Error("The sign-in service began another second step than was asked for");
  const address = response.totpURI;
  return { address, drawing: drawQr(address), backupCodes: response.backupCodes };
}

/** Turns the second step on, by a first code. This browser gets a new session. Refuses (422, 429). */
export async function confirmSecondStep(request: Request, code: string): Promise<Headers> {
  await countAttempt(request.headers);
  try {
    const body = { code: code.replace(/\s+/g, "") };
    return (await signInService().api.verifyTOTP({ body, headers: request.headers, returnHeaders: true })).headers;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    throw refused(422, "wrong_code", "This is not the code of this moment: wait for the next one.", "code");
  }
}

/** Turns the second step off. This browser gets a new session. Refuses (422, 429, 503). */
export async function endSecondStep(request: Request, person: Person, password: string): Promise<Headers> {
  const { headers } = await withPassword(request, person, "password", () =>
    signInService().api.disableTwoFactor({ body: { password }, headers: request.headers, returnHeaders: true }),
  );
  return headers;
}

/** Whether a person is asked for a second step. */
export async function hasSecondStep(person: Person): Promise<boolean> {
  const user = await db().user.findUniqueOrThrow({ where: { id: person.id }, select: { twoFactorEnabled: true } });
  return user.twoFactorEnabled;
}
