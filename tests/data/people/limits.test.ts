import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { POST as signIn } from "@/app/api/auth/sign-in/route";
import { HashQueue } from "@/lib/auth/accounts/hash-queue";
import { db } from "@/lib/data/db/client";
import { DomainError } from "@/lib/schemas/domain-error";
import { Browsing, makeAccount, makeSignedIn, PASSWORD } from "@/tests/setup/site/browsing";

const attempt = (
  browser: Browsing,
  email: string,
  password: string,
  headers: Readonly<Record<string, string>> = {},
) => {
  const request = browser.form("/api/auth/sign-in", { email, password });
  for (const [name, value] of Object.entries(headers)) request.headers.set(name, value);
  return signIn(request);
};

/** Under which the failures of an account are counted (or of one browser with it). */
const keyOf = (account: string) => `account:${createHash("sha256").update(account).digest("base64url")}`;

describe("attempts of one address", () => {
  // The ten seconds do not pass, however slow the machine is.
  beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
  afterEach(() => void vi.useRealTimers());

  test("five in ten seconds, then 429 with Retry-After, whatever the sender says of itself (T01)", async () => {
    const browser = new Browsing();
    const statuses: number[] = [];
    for (let number = 0; number < 8; number++) {
      const forged = {
        "x-forwarded-for": `10.0.0.${number}`,
        "x-real-ip": `10.0.1.${number}`,
        forwarded: `for=10.0.2.${number}`,
        "x-client-ip": `10.0.3.${number}`,
        "cf-connecting-ip": `10.0.4.${number}`,
        "x-footnote-stamp": `x 10.0.5.${number} /`,
      };
      // A made-up stamp takes the place of the proxy's: everyone without one counts together.
      const answer = await attempt(browser, `a${number}@example.org`, "wrong password", number < 2 ? forged : {});
      statuses.push(answer.status);
      if (answer.status === 429) expect(Number(answer.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
    }
    expect(statuses.slice(2)).toEqual([401, 401, 401, 401, 401, 429]);
  });

  test("the right password does not help who has had five attempts, and another address is not touched", async () => {
    const { email } = await makeAccount("viewer");
    const browser = new Browsing();
    for (let number = 0; number < 5; number++) await attempt(browser, email, "wrong password");
    expect((await attempt(browser, email, PASSWORD)).status).toBe(429);
    expect((await attempt(new Browsing(), email, PASSWORD)).status).toBe(303);
  });

  test("who is refused is told so only after a pause, so that asking again at once costs others nothing", async () => {
    const browser = new Browsing();
    for (let number = 0; number < 5; number++) await attempt(browser, "c@example.org", "wrong password");
    let isTold = false;
    const refusal = attempt(browser, "c@example.org", "wrong password").then(() => {
      isTold = true;
    });
    for (let number = 0; number < 5; number++) await db().user.count();
    expect(isTold).toBe(false);
    await refusal;
  });

  test("attempts at the same moment are all counted", async () => {
    const browser = new Browsing();
    const answers = await Promise.all(Array.from({ length: 9 }, () => attempt(browser, "b@example.org", "wrong")));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([401, 401, 401, 401, 401, 429, 429, 429, 429]);
  });
});

describe("failures of one account", () => {
  test("a hundred an hour from all addresses together; then no attempt, and the hour ends it", async () => {
    const { email } = await makeAccount("editor");
    await attempt(new Browsing(), email, "wrong password");
    const { key } = await db().rateLimiterFlexible.findFirstOrThrow({
      where: { key: { startsWith: "account:" } },
      orderBy: { expire: "desc" },
    });
    expect(key).not.toContain("@");
    await db().rateLimiterFlexible.update({ where: { key }, data: { points: 100 } });
    const refused = await attempt(new Browsing(), email, PASSWORD);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(3500);
    await db().rateLimiterFlexible.update({ where: { key }, data: { expire: new Date(Date.now() - 1) } });
    expect((await attempt(new Browsing(), email, PASSWORD)).status).toBe(303);
  });

  test("a browser that signed in before goes on while others have closed the account; its own failures count for it alone", async () => {
    const { email, browser } = await makeSignedIn("editor");
    const other = await makeSignedIn("editor");
    await attempt(new Browsing(), email, "wrong password");
    const key = keyOf(email);
    await db().rateLimiterFlexible.update({ where: { key }, data: { points: 100 } });
    const cookies = (from: Browsing) => {
      const again = new Browsing();
      for (const [name, value] of from.cookies) if (name.includes("known")) again.cookies.set(name, value);
      return again;
    };
    expect((await attempt(new Browsing(), email, PASSWORD)).status).toBe(429);
    // That of another account, and one that is made up, open no way in.
    expect((await attempt(cookies(other.browser), email, PASSWORD)).status).toBe(429);
    const forged = new Browsing();
    forged.cookies.set("footnote-known", "AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    expect((await attempt(forged, email, PASSWORD)).status).toBe(429);
    expect((await attempt(cookies(browser), email, PASSWORD)).status).toBe(303);
    // A known browser is no way to guess either.
    await attempt(cookies(browser), email, "wrong password");
    const nonce = browser.cookies.get("footnote-known")?.split(".")[0];
    await db().rateLimiterFlexible.update({ where: { key: keyOf(`${email} ${nonce}`) }, data: { points: 100 } });
    expect((await attempt(cookies(browser), email, PASSWORD)).status).toBe(429);
  });

  test("attempts that were counted when the clock was years ahead keep nobody out (T63)", async () => {
    const { email } = await makeAccount("editor");
    const browser = new Browsing();
    await attempt(browser, email, "wrong password");
    const ahead = new Date(Date.now() + 10 * 365 * 24 * 60 * 60 * 1000);
    // As they would have been noted then: by the account, and by the address that came last.
    const counts = await db().rateLimiterFlexible.findMany({ where: { expire: { gt: new Date() } } });
    expect(counts.map(({ key }) => key)).toContain(keyOf(email));
    await db().rateLimiterFlexible.updateMany({ data: { points: 200, expire: ahead } });
    expect((await attempt(browser, email, PASSWORD)).status).toBe(303);
  });

  test("an address in other spelling is the same account, and success takes nothing away", async () => {
    const { email } = await makeAccount("editor");
    const spellings = [email, email.toUpperCase(), ` ${email} `, email.replace("e", "E")];
    for (const spelling of spellings)
      expect((await attempt(new Browsing(), spelling, "wrong password")).status).toBe(401);
    await attempt(new Browsing(), email, PASSWORD);
    const counted = await db().rateLimiterFlexible.findUniqueOrThrow({ where: { key: keyOf(email) } });
    expect(counted.points).toBe(4);
  });
});

describe("passwords that are checked at once", () => {
  const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

  test("two, with eight waiting; more are refused, and none of the ten is lost (T05)", async () => {
    const gate = new HashQueue();
    let running = 0;
    let most = 0;
    const work = async () => {
      running += 1;
      most = Math.max(most, running);
      await pause();
      running -= 1;
      return "done";
    };
    const results = await Promise.allSettled(Array.from({ length: 15 }, () => gate.run(work)));
    expect(most).toBe(2);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
    const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    expect(refused.map((reason) => reason instanceof DomainError && reason.code)).toEqual(Array(5).fill("busy"));
    expect(await gate.run(work)).toBe("done");
  });

  test("work that fails gives its place on", async () => {
    const gate = new HashQueue();
    const fail = () => gate.run(() => Promise.reject(new Error("no")));
    await Promise.allSettled(Array.from({ length: 10 }, fail));
    expect(await gate.run(() => Promise.resolve(1))).toBe(1);
  });

  test("a flood of sign-ins is answered 401 or 503 with Retry-After, never 500", async () => {
    const flood = Array.from({ length: 40 }, (_, number) => attempt(new Browsing(), `c${number}@example.org`, "wrong"));
    const answers = await Promise.all(flood);
    const statuses = new Set(answers.map(({ status }) => status));
    expect([...statuses].toSorted()).toEqual([401, 503]);
    const busy = answers.filter(({ status }) => status === 503);
    expect(busy.every(({ headers }) => Number(headers.get("retry-after")) > 0)).toBe(true);
  });
});
