import { describe, expect, test } from "vitest";
import { POST as giveCode } from "@/app/api/auth/code/route";
import { POST as signIn } from "@/app/api/auth/sign-in/route";
import { PUT as changePassword } from "@/app/api/v1/people/me/password/route";
import { PUT as confirm } from "@/app/api/v1/people/me/second-step/code/route";
import { POST as begin, DELETE as end } from "@/app/api/v1/people/me/second-step/route";
import { authenticate } from "@/lib/auth/authenticate";
import { db } from "@/lib/data/db/client";
import { codeOf } from "@/tests/setup/site/authenticator";
import { Browsing, makeSignedIn, PASSWORD } from "@/tests/setup/site/browsing";

const PATH = "/api/v1/people/me/second-step";

async function withSecondStep() {
  const signedIn = await makeSignedIn("editor");
  const { browser } = signedIn;
  const begun = await browser.keep(begin(browser.json(PATH, "POST", { password: PASSWORD })));
  expect(begun.status).toBe(201);
  const { data } = (await begun.json()) as { data: { address: string; backupCodes: string[] } };
  const done = await browser.keep(confirm(browser.json(`${PATH}/code`, "PUT", { code: codeOf(data.address) })));
  expect(done.status).toBe(204);
  return { ...signedIn, ...data };
}

/** A browser that has given the password and is asked for the code. */
async function half(email: string) {
  const browser = new Browsing();
  const answer = await browser.keep(
    signIn(browser.form("/api/auth/sign-in", { email, password: PASSWORD, next: "/admin/x" })),
  );
  expect(answer.headers.get("location")).toBe("/login/code?next=%2Fadmin%2Fx");
  return browser;
}

const give = (browser: Browsing, code: string) =>
  browser.keep(giveCode(browser.form("/api/auth/code", { code, next: "/admin/x" })));
const asks = (browser: Browsing) => authenticate(browser.request("/admin").headers);

describe("the second step", () => {
  test("the password alone opens nothing; the code of the moment does, once", async () => {
    const { email, address, browser: first } = await withSecondStep();
    expect(await asks(first)).not.toBeNull();
    const browser = await half(email);
    expect(await asks(browser)).toBeNull();
    const code = codeOf(address, 1);
    const answer = await give(browser, `${code.slice(0, 3)} ${code.slice(3)}`);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/admin/x"]);
    expect(await asks(browser)).toMatchObject({ email });

    const onlooker = await half(email);
    expect((await give(onlooker, code)).status).toBe(429);
    expect(await asks(onlooker)).toBeNull();
  });

  test("a wrong code is refused, and five end the attempt", async () => {
    const { email, address } = await withSecondStep();
    const browser = await half(email);
    for (let number = 0; number < 5; number++) {
      const other = new Browsing();
      for (const [name, value] of browser.cookies) other.cookies.set(name, value);
      expect((await give(other, "000000")).status).toBe(401);
    }
    expect((await give(browser, codeOf(address, 1))).status).toBe(401);
    expect(await asks(browser)).toBeNull();
  });

  test("a sign-in that waits for its code ends with the password it began with", async () => {
    const { email, address, browser: first } = await withSecondStep();
    const thief = await half(email);
    const change = { current: PASSWORD, password: "five other plain words" };
    expect((await first.keep(changePassword(first.json("/", "PUT", change)))).status).toBe(204);
    expect((await give(thief, codeOf(address, 1))).status).toBe(401);
    expect(await asks(thief)).toBeNull();
  });

  test("a backup code does as well, once", async () => {
    const { email, backupCodes } = await withSecondStep();
    expect(backupCodes).toHaveLength(10);
    const [code = ""] = backupCodes;
    const browser = await half(email);
    expect((await give(browser, code)).status).toBe(303);
    expect(await asks(browser)).not.toBeNull();
    expect((await give(await half(email), code)).status).toBe(401);
  });

  test("it is off until a first code was given, and off again with the password", async () => {
    const { browser, email, id } = await makeSignedIn("viewer");
    await begin(browser.json(PATH, "POST", { password: PASSWORD }));
    expect((await confirm(browser.json(`${PATH}/code`, "PUT", { code: "000000" }))).status).toBe(422);
    expect((await db().user.findUniqueOrThrow({ where: { id } })).twoFactorEnabled).toBe(false);

    const on = await withSecondStep();
    expect((await end(on.browser.json(PATH, "DELETE", { password: "not the password" }))).status).toBe(422);
    expect((await begin(on.browser.json(PATH, "POST", { password: PASSWORD }))).status).toBe(409);
    expect((await on.browser.keep(end(on.browser.json(PATH, "DELETE", { password: PASSWORD })))).status).toBe(204);
    const plain = new Browsing();
    const answer = await plain.keep(signIn(plain.form("/api/auth/sign-in", { email: on.email, password: PASSWORD })));
    expect(answer.headers.get("location")).toBe("/admin");
    expect(email).not.toBe(on.email);
  });

  test("neither the key nor the backup codes are in the database as they are", async () => {
    const { id, address, backupCodes } = await withSecondStep();
    const row = await db().twoFactor.findFirstOrThrow({ where: { userId: id } });
    const kept = JSON.stringify(row);
    for (const secret of [...backupCodes, new URL(address).searchParams.get("secret") ?? ""]) {
      expect(kept).not.toContain(secret);
    }
  });
});
