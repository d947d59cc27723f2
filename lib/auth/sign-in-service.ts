import "server-only";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError } from "better-auth/api";
import { betterAuth } from "better-auth/minimal";
import { twoFactor } from "better-auth/plugins";
import { hashInTurn, PASSWORD_LENGTH, verifyInTurn } from "@/lib/auth/accounts/passwords";
import { db } from "@/lib/data/db/client";
import { engine } from "@/lib/data/db/engines";
import { env, signingSecret } from "@/lib/env";

const DAY_S = 24 * 60 * 60;
/** A session ends after seven days, however it is used (see sessions.ts for how it ends when it is not). */
const SESSION_S = 7 * DAY_S;
/** How long a password is good for while the second step is asked for. */
const SECOND_STEP_S = 10 * 60;

/**
 * better-auth, set up for this site: passwords with an optional second step, sessions in the database and asked for anew at every
 * request. Its own routes are not offered: the few that the site needs call it (app/api/auth), behind our limits and checks.
 */
function makeService() {
  const isSecure = env().SITE_URL?.startsWith("https:") ?? false;
  return betterAuth({
    appName: "Footnote",
    baseURL: env().SITE_URL ?? "http://localhost",
    secret: signingSecret(),
    database: prismaAdapter(db(), { provider: engine().provider, transaction: true }),
    logger: { level: "error" },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
      password: { hash: hashInTurn, verify: verifyInTurn },
    },
    user: {
      additionalFields: {
        role: { type: "string", input: false, required: true },
        disabled: { type: "boolean", input: false, required: true },
      },
    },
    session: { expiresIn: SESSION_S, disableSessionRefresh: true, freshAge: 0, cookieCache: { enabled: false } },
    databaseHooks: { session: { create: { before: refuseShutOut } } },
    advanced: {
      // The prefix makes browsers refuse the cookie from another host or without TLS; better-auth's own would allow subdomains.
      cookiePrefix: isSecure ? "__Host-footnote" : "footnote",
      useSecureCookies: false,
      defaultCookieAttributes: { secure: isSecure, httpOnly: true, sameSite: "lax", path: "/" },
      // It would believe X-Forwarded-For; limits have their own way to know an address.
      ipAddress: { disableIpTracking: true },
    },
    plugins: [
      twoFactor({ issuer: "Footnote", twoFactorCookieMaxAge: SECOND_STEP_S, totpOptions: { digits: 6, period: 30 } }),
    ],
  });
}

/** A person who is shut out gets no session, with the same answer as a wrong password. */
async function refuseShutOut(session: { readonly userId: string }): Promise<void> {
  const user = await db().user.findUnique({ where: { id: session.userId }, select: { disabled: true } });
  if (user === null || user.disabled) throw new APIError("UNAUTHORIZED");
}

const kept = globalThis as { footnoteSignIn?: ReturnType<typeof makeService> };

/** The sign-in service of this process, made at first use; throws where FOOTNOTE_SECRET is missing. */
export function signInService(): ReturnType<typeof makeService> {
  kept.footnoteSignIn ??= makeService();
  return kept.footnoteSignIn;
}
