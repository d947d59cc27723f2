import "server-only";
import { asAuthError, isRefusal, refused } from "@/lib/auth/auth-error";
import { readFields, seeOther, withCookies } from "@/lib/auth/forms";
import { knownBrowser, knownBrowserCookie } from "@/lib/auth/known-browser";
import { nextPath } from "@/lib/auth/next-path";
import { countAttempt, countingFailures, spendCode } from "@/lib/auth/rate-limits";
import { signInService } from "@/lib/auth/sign-in-service";
import { db } from "@/lib/data/db/client";
import { logEvent } from "@/lib/log";
import { paths } from "@/lib/paths";
import { codeForm, signInForm } from "@/lib/schemas/people";

/** Checks a password and gives a session, or asks for the second step. The same answer for a wrong password, no account and a closed one. */
export async function signIn(headers: Headers, fields: URLSearchParams): Promise<Response> {
  await countAttempt(headers);
  const { email, password } = readFields(signInForm, fields);
  const known = knownBrowser(headers, email);
  const found = await countingFailures(
    known === null ? email : `${email} ${known}`,
    () => openSession(headers, email, password),
    (session) => session !== null,
  );
  if (found === null) {
    throw refused(401, "wrong_credentials", "This address and this password do not go together.", "password");
  }
  const next = nextPath(fields.get("next"));
  const answer = withCookies(seeOther(found.needsCode ? paths.loginCode(next) : next), found.headers);
  answer.headers.append("set-cookie", knownBrowserCookie(email, known));
  return answer;
}

/** A session for an address and a password, as cookies; null when they do not go together. The session that was in this browser before ends. */
export async function openSession(headers: Headers, email: string, password: string) {
  const found = await checkPassword(headers, email, password);
  if (found === null) return null;
  await signOut(headers);
  // Sessions that nobody came back to are cleared away when somebody comes.
  await db().session.deleteMany({ where: { expiresAt: { lt: new Date() } } });
  return found;
}

async function checkPassword(headers: Headers, email: string, password: string) {
  try {
    const found = await signInService().api.signInEmail({ body: { email, password }, headers, returnHeaders: true });
    return { headers: found.headers, needsCode: "twoFactorRedirect" in found.response };
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

/** The second step: six digits of the authenticator, or a backup code, within ten minutes of the password. */
export async function giveCode(headers: Headers, fields: URLSearchParams): Promise<Response> {
  await countAttempt(headers);
  const { code } = readFields(codeForm, fields);
  const found = await checkCode(headers, code);
  return withCookies(seeOther(nextPath(fields.get("next"))), found);
}

async function checkCode(headers: Headers, code: string): Promise<Headers> {
  const { api } = signInService();
  const isBackup = !/^\d{6}$/.test(code);
  try {
    const asked = { body: { code }, headers, returnHeaders: true } as const;
    const found = isBackup ? await api.verifyBackupCode(asked) : await api.verifyTOTP(asked);
    if (!isBackup) await spendOrEnd(found.response, code);
    return found.headers;
  } catch (error) {
    if (asAuthError(error) !== null) throw error;
    // After a change of FOOTNOTE_SECRET the keys of authenticators cannot be read any more: a link for a new password helps.
    if (!isRefusal(error)) logEvent("error", "A second step could not be checked", { detail: error });
    const message = "This code is not right, or it is too late. Take the newest, or sign in again.";
    throw refused(401, "wrong_code", message, "code");
  }
}

/** A code that someone looked on at is not good a second time: the session it gave ends before it is handed out. */
async function spendOrEnd(
  { user, token = "" }: { user: { id: string }; token?: string | undefined },
  code: string,
): Promise<void> {
  try {
    await spendCode(user.id, code);
  } catch (error) {
    await db().session.deleteMany({ where: { token } });
    throw error;
  }
}

/** Ends the session of a browser. There is nothing to refuse: who has no session is signed out already. */
export async function signOut(headers: Headers): Promise<Headers> {
  const { headers: cookies } = await signInService().api.signOut({ headers, returnHeaders: true });
  return cookies;
}

/** Ends every session of a person. */
export async function endSessions(userId: string): Promise<void> {
  await db().session.deleteMany({ where: { userId } });
}
