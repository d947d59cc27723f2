import { describe, expect, test, vi } from "vitest";
import { POST as giveCode } from "@/app/api/auth/code/route";
import { POST as signIn } from "@/app/api/auth/sign-in/route";
import { POST as signOut } from "@/app/api/auth/sign-out/route";
import { GET as whoAmI } from "@/app/api/v1/people/me/route";
import type { HashQueue } from "@/lib/auth/accounts/hash-queue";
import { authenticate } from "@/lib/auth/authenticate";
import { db } from "@/lib/data/db/client";
import { Browsing, makeAccount, makeSignedIn, PASSWORD } from "@/tests/setup/site/browsing";

const form = (browser: Browsing, email: string, password: string, more: Readonly<Record<string, string>> = {}) =>
  browser.keep(signIn(browser.form("/api/auth/sign-in", { email, password, ...more })));

const asks = (browser: Browsing) => authenticate(browser.request("/admin").headers);

describe("signing in", () => {
  test("the right password gives a session in a cookie that scripts and other sites cannot use", async () => {
    const { email } = await makeAccount("editor");
    const browser = new Browsing();
    const answer = await form(browser, email.toUpperCase(), PASSWORD, { next: "/admin/figures" });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/admin/figures"]);
    const cookies = answer.headers
      .getSetCookie()
      .filter((cookie) => !cookie.startsWith("footnote-known=") && !/max-age=0/i.test(cookie));
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(/^footnote\.session_token=[^;]+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(await asks(browser)).toMatchObject({ email, role: "editor", via: "session" });
  });

  test("a wrong password, no account and a disabled one are answered alike, byte by byte (T06)", async () => {
    const { email } = await makeAccount("editor");
    const closed = await makeAccount("editor");
    await db().user.update({ where: { id: closed.id }, data: { disabled: true } });
    const answers = [
      await form(new Browsing(), email, "another password"),
      await form(new Browsing(), "nobody@example.org", "another password"),
      await form(new Browsing(), closed.email, "another password"),
      await form(new Browsing(), closed.email, PASSWORD),
    ];
    const said = await Promise.all(
      answers.map(async (answer) => [answer.status, [...answer.headers], await answer.text()]),
    );
    expect(said[0]?.[0]).toBe(401);
    for (const other of said) expect(other).toEqual(said[0]);
    expect(await db().session.count({ where: { userId: closed.id } })).toBe(0);
  });

  test("is as much work for an account that there is not, and for one that is closed, as for a wrong password (T07)", async () => {
    const known = (await makeAccount("editor")).email;
    const closed = await makeAccount("editor");
    await db().user.update({ where: { id: closed.id }, data: { disabled: true } });
    const { footnoteHashGate: gate } = globalThis as unknown as { footnoteHashGate: HashQueue };
    const hashes = vi.spyOn(gate, "run");
    const counts: number[] = [];
    for (const email of [known, "nobody@example.org", closed.email]) {
      hashes.mockClear();
      expect((await form(new Browsing(), email, "a wrong password")).status).toBe(401);
      counts.push(hashes.mock.calls.length);
    }
    hashes.mockRestore();
    expect(counts).toEqual([1, 1, 1]);
  });

  test("a browser is sent back to the form, with the address typed and never the password", async () => {
    const browser = new Browsing();
    const fields = { email: "nobody@example.org", password: "another password", next: "/admin/figures" };
    const answer = await signIn(browser.form("/api/auth/sign-in", fields, true));
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/login?next=%2Fadmin%2Ffigures"]);
    const [, flash = ""] = /^footnote-sign-in=([^;]+)/.exec(answer.headers.getSetCookie()[0] ?? "") ?? [];
    const kept = JSON.parse(Buffer.from(flash, "base64url").toString());
    expect(kept).toEqual({
      values: { email: "nobody@example.org" },
      issues: { password: "This address and this password do not go together." },
    });
  });

  test("a session that was in the browser before is not the one after, and has ended (T08)", async () => {
    const { browser, email } = await makeSignedIn("editor");
    const before = new Browsing();
    for (const [name, value] of browser.cookies) before.cookies.set(name, value);
    await form(browser, email, PASSWORD);
    expect([...browser.cookies.values()]).not.toEqual([...before.cookies.values()]);
    expect(await asks(before)).toBeNull();
    expect(await asks(browser)).not.toBeNull();
  });

  test("a cookie that was made up, or signed by another secret, opens nothing", async () => {
    const { browser } = await makeSignedIn("editor");
    const [[name = "", value = ""] = []] = browser.cookies;
    for (const forged of [
      value.slice(0, -4),
      `${value.split(".")[0]}.AAAA`,
      "a.b",
      "",
      value.replace(/^./, (first) => (first === "x" ? "y" : "x")),
    ]) {
      const other = new Browsing();
      other.cookies.set(name, forged);
      expect(await asks(other)).toBeNull();
    }
  });

  // T12
  test.each([
    ["from another site", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }, 403],
    ["from another port of this host", { origin: "http://localhost:9999" }, 403],
    ["from nowhere", { "sec-fetch-site": "", origin: "" }, 403],
    ["as JSON", { "content-type": "application/json" }, 415],
    ["as plain text", { "content-type": "text/plain" }, 415],
  ])("a form %s is refused", async (_, headers, status) => {
    const { email } = await makeAccount("viewer");
    const request = new Browsing().form("/api/auth/sign-in", { email, password: PASSWORD });
    for (const [name, value] of Object.entries(headers)) {
      if (value === "") request.headers.delete(name);
      else request.headers.set(name, value);
    }
    expect((await signIn(request)).status).toBe(status);
    expect(await db().session.count({ where: { user: { email } } })).toBe(0);
  });
});

describe("the end of a session", () => {
  test("signing out ends it, for whoever has kept the cookie", async () => {
    const { browser } = await makeSignedIn("editor");
    const thief = new Browsing();
    for (const [name, value] of browser.cookies) thief.cookies.set(name, value);
    const answer = await browser.keep(signOut(browser.request("/api/auth/sign-out", { method: "POST" })));
    expect(answer.status).toBe(204);
    expect([...browser.cookies.keys()]).toEqual(["footnote-known"]);
    expect((await whoAmI(thief.request("/api/v1/people/me"))).status).toBe(401);
  });

  test("twelve hours without use end it for good, and a week in any case (T10)", async () => {
    const hours = 60 * 60 * 1000;
    const idle = await makeSignedIn("editor");
    const updatedAt = new Date(Date.now() - 12 * hours - 1000);
    await db().session.updateMany({ where: { userId: idle.id }, data: { updatedAt } });
    expect(await asks(idle.browser)).toBeNull();
    await expect.poll(() => db().session.count({ where: { userId: idle.id } })).toBe(0);

    const used = await makeSignedIn("editor");
    const almost = new Date(Date.now() - 11 * hours);
    await db().session.updateMany({ where: { userId: used.id }, data: { updatedAt: almost } });
    expect(await asks(used.browser)).not.toBeNull();
    const read = () => db().session.findFirstOrThrow({ where: { userId: used.id } });
    await expect.poll(async () => (await read()).updatedAt.getTime()).toBeGreaterThan(almost.getTime());
    const noted = await read();
    expect(noted.expiresAt.getTime() - Date.now()).toBeLessThanOrEqual(7 * 24 * hours);
    await db().session.updateMany({ where: { userId: used.id }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await asks(used.browser)).toBeNull();
  });
});

test("who asks is known while somebody saves: nothing about a session is waited for, and what cannot be written is let be", async () => {
  const [used, ended] = [await makeSignedIn("editor"), await makeSignedIn("editor")];
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  await db().session.updateMany({ where: { userId: used.id }, data: { updatedAt: minutesAgo(10) } });
  await db().session.updateMany({ where: { userId: ended.id }, data: { expiresAt: minutesAgo(1) } });
  let finish = () => {};
  let save: Promise<void> = Promise.resolve();
  await new Promise<void>((begun) => {
    save = db().$transaction(async () => {
      begun();
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
    });
  });
  expect(await asks(used.browser)).toMatchObject({ id: used.id });
  expect(await asks(ended.browser)).toBeNull();
  finish();
  await save;
  await expect.poll(() => db().session.count({ where: { userId: ended.id } })).toBe(0);
});

test("a code without a password before it is refused", async () => {
  const browser = new Browsing();
  const answer = await giveCode(browser.form("/api/auth/code", { code: "123456" }));
  expect(answer.status).toBe(401);
});
