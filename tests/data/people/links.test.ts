import { describe, expect, test } from "vitest";
import { POST as acceptInvitation } from "@/app/api/auth/invite/route";
import { POST as setUp } from "@/app/api/auth/setup/route";
import { DELETE as takeBack } from "@/app/api/v1/invitations/[id]/route";
import { POST as invite, GET as list } from "@/app/api/v1/invitations/route";
import { POST as renew } from "@/app/api/v1/people/[id]/renewal/route";
import { DELETE as revoke } from "@/app/api/v1/tokens/[id]/route";
import { GET as listTokens, POST as makeToken } from "@/app/api/v1/tokens/route";
import { changeAccess } from "@/lib/auth/accounts/accounts";
import { secretHash } from "@/lib/auth/accounts/secrets";
import { setupLink } from "@/lib/auth/accounts/setup-link";
import { authenticate } from "@/lib/auth/authenticate";
import { db } from "@/lib/data/db/client";
import { Browsing, makeAccount, makeSignedIn, PASSWORD } from "@/tests/setup/site/browsing";

const asks = (browser: Browsing) => authenticate(browser.request("/admin").headers);
const secretOf = (path: string) => decodeURIComponent(path.split(/token=|\/invite\//).at(-1) ?? "");
const person = (name: string) => ({ name, email: `${name.toLowerCase()}@example.org`, password: PASSWORD });

async function invited(by: Browsing, body: unknown = { role: "editor" }) {
  const answer = await invite(by.json("/api/v1/invitations", "POST", body));
  expect(answer.status).toBe(201);
  const { data } = (await answer.json()) as { data: { id: string; path: string; expiresAt: string } };
  return { ...data, token: secretOf(data.path) };
}

function accepting(token: string, fields: Readonly<Record<string, string>>, browser = new Browsing()) {
  return browser.keep(acceptInvitation(browser.form("/api/auth/invite", { token, ...fields })));
}

describe("the first account", () => {
  test("is made by the one link that all starts name, once, and only while there is none (T11)", async () => {
    expect(await db().user.count()).toBe(0);
    // Of a start with another secret.
    const old = "old".padEnd(43, "x");
    const expiresAt = new Date(Date.now() + 1000 * 60);
    await db().invitation.create({ data: { id: "old", tokenHash: secretHash(old), role: "admin", expiresAt } });
    const links = await Promise.all([setupLink(), setupLink()]);
    const token = secretOf(links[0] ?? "");
    expect([...links, await setupLink()]).toEqual([links[0], links[0], links[0]]);
    const send = (fields: Readonly<Record<string, string>>, browser = new Browsing()) =>
      browser.keep(setUp(browser.form("/api/auth/setup", fields)));
    expect((await send({ token: old, ...person("Old") })).status).toBe(404);
    expect((await send({ token: "", ...person("Old") })).status).toBe(404);
    expect((await accepting(token, person("Old"))).status).toBe(404);

    const browsers = [new Browsing(), new Browsing(), new Browsing()];
    const answers = await Promise.all(browsers.map((browser, n) => send({ token, ...person(`First${n}`) }, browser)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 404, 404]);
    expect(await db().user.findMany({ select: { role: true } })).toEqual([{ role: "admin" }]);
    const winner = browsers[answers.findIndex(({ status }) => status === 303)];
    expect(winner && (await asks(winner))).toMatchObject({ role: "admin", via: "session" });
    expect(await setupLink()).toBeNull();
  });

  test("a link of before the first account is dead after it, also where it was never used", async () => {
    const id = crypto.randomUUID();
    const { createHash } = await import("node:crypto");
    const tokenHash = createHash("sha256").update("left over").digest("hex");
    const expiresAt = new Date(Date.now() + 1000 * 60);
    await db().invitation.create({ data: { id, tokenHash, role: "admin", expiresAt } });
    const browser = new Browsing();
    const answer = await setUp(browser.form("/api/auth/setup", { token: "left over", ...person("Late") }));
    expect(answer.status).toBe(404);
  });
});

describe("invitations", () => {
  test("an admin's link makes one account of its role and signs in; the secret is not kept", async () => {
    const admin = await makeSignedIn("admin");
    const { token, path } = await invited(admin.browser);
    expect(path).toMatch(/^\/invite\/[\w-]{43}$/);
    expect(JSON.stringify(await db().invitation.findMany())).not.toContain(token);
    const browser = new Browsing();
    const answer = await accepting(token, person("Edith"), browser);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/admin"]);
    expect(await asks(browser)).toMatchObject({ name: "Edith", role: "editor" });
    expect((await accepting(token, person("Second"))).status).toBe(404);
  });

  test("two who use one link at the same moment: one account", async () => {
    const admin = await makeSignedIn("admin");
    const { token } = await invited(admin.browser);
    const names = ["Tim", "Tom", "Tam", "Tem"];
    const answers = await Promise.all(names.map((name) => accepting(token, person(name))));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 404, 404, 404]);
    const made = await db().user.count({ where: { name: { in: names } } });
    expect(made).toBe(1);
  });

  test("a form that is refused does not spend the link", async () => {
    const admin = await makeSignedIn("admin");
    const { token } = await invited(admin.browser);
    const taken = await makeAccount("viewer");
    expect((await accepting(token, { ...person("Zoe"), password: "short" })).status).toBe(422);
    expect((await accepting(token, { ...person("Zoe"), email: "no address" })).status).toBe(422);
    expect((await accepting(token, { ...person("Zoe"), email: taken.email.toUpperCase() })).status).toBe(409);
    expect((await accepting(token, { ...person("Zoe"), role: "admin" })).status).toBe(303);
    expect(await db().user.findFirst({ where: { name: "Zoe" } })).toMatchObject({ role: "editor" });
  });

  test("one that was taken back, has ended, or was given by who is no admin any more does not work", async () => {
    const admin = await makeSignedIn("admin");
    const other = await makeSignedIn("admin");
    const back = await invited(admin.browser);
    const params = { params: Promise.resolve({ id: back.id }) };
    expect((await takeBack(admin.browser.request("/", { method: "DELETE" }), params)).status).toBe(204);
    expect((await takeBack(admin.browser.request("/", { method: "DELETE" }), params)).status).toBe(404);
    expect((await accepting(back.token, person("Back"))).status).toBe(404);

    const ended = await invited(admin.browser, { role: "viewer", days: 1 });
    await db().invitation.update({ where: { id: ended.id }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect((await accepting(ended.token, person("Ended"))).status).toBe(404);

    const orphan = await invited(admin.browser, { role: "admin" });
    await changeAccess({ id: other.id, name: "Other" }, admin.id, { role: "editor" });
    expect((await accepting(orphan.token, person("Orphan"))).status).toBe(404);
    const { data } = (await (await list(other.browser.request("/"))).json()) as { data: unknown[] };
    expect(JSON.stringify(data)).not.toContain(orphan.id);
  });

  test("only admins make, see and take back invitations", async () => {
    const admin = await makeSignedIn("admin");
    const { id } = await invited(admin.browser);
    const { browser } = await makeSignedIn("editor");
    expect((await invite(browser.json("/", "POST", { role: "admin" }))).status).toBe(403);
    expect((await list(browser.request("/"))).status).toBe(403);
    const params = { params: Promise.resolve({ id }) };
    expect((await takeBack(browser.request("/", { method: "DELETE" }), params)).status).toBe(403);
    expect((await invite(admin.browser.json("/", "POST", { role: "admin", days: 400 }))).status).toBe(422);
  });
});

describe("a link for a new password", () => {
  test("gives the person a new password; sessions, second step and tokens of before end", async () => {
    const admin = await makeSignedIn("admin");
    const target = await makeSignedIn("editor");
    await makeToken(target.browser.json("/", "POST", { name: "script" }));
    await db().user.update({ where: { id: target.id }, data: { twoFactorEnabled: true } });
    const params = { params: Promise.resolve({ id: target.id }) };
    const make = async () => {
      const answer = await renew(admin.browser.request("/", { method: "POST" }), params);
      return secretOf(((await answer.json()) as { data: { path: string } }).data.path);
    };
    const earlier = await make();
    const token = await make();
    expect((await accepting(earlier, { password: "five other plain words" })).status).toBe(404);
    const browser = new Browsing();
    expect((await accepting(token, { password: "five other plain words" }, browser)).status).toBe(303);
    expect(await asks(browser)).toMatchObject({ id: target.id, role: "editor" });
    expect(await asks(target.browser)).toBeNull();
    expect(await db().apiToken.count({ where: { userId: target.id, revokedAt: null } })).toBe(0);
    expect((await accepting(token, { password: "five other plain words" })).status).toBe(404);
  });

  test("is not made for who is disabled, and ends with disabling", async () => {
    const admin = await makeSignedIn("admin");
    const target = await makeAccount("editor");
    const params = { params: Promise.resolve({ id: target.id }) };
    const answer = await renew(admin.browser.request("/", { method: "POST" }), params);
    const token = secretOf(((await answer.json()) as { data: { path: string } }).data.path);
    await changeAccess({ id: admin.id, name: "Admin" }, target.id, { disabled: true });
    expect((await accepting(token, { password: "five other plain words" })).status).toBe(404);
    expect((await renew(admin.browser.request("/", { method: "POST" }), params)).status).toBe(409);
  });
});

describe("API tokens", () => {
  test("act for their owner until they are taken back or end; the secret is shown once", async () => {
    const { browser, id } = await makeSignedIn("editor");
    const made = await makeToken(browser.json("/", "POST", { name: "nightly import", days: 30 }));
    const { data } = (await made.json()) as { data: { id: string; secret: string } };
    const withToken = (secret: string) => authenticate(new Headers({ authorization: `Bearer ${secret}` }));
    expect(await withToken(data.secret)).toMatchObject({ id, role: "editor", via: "token" });
    for (const wrong of ["", "x".repeat(43), data.secret.slice(1), `${data.secret} `, data.id]) {
      if (wrong.trim() !== data.secret) expect(await withToken(wrong)).toBeNull();
    }
    const listed = await (await listTokens(browser.request("/"))).text();
    expect(listed).toContain("nightly import");
    expect(listed).not.toContain(data.secret);
    expect(JSON.stringify(await db().apiToken.findMany())).not.toContain(data.secret);

    await db().apiToken.update({ where: { id: data.id }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await withToken(data.secret)).toBeNull();
    await db().apiToken.update({ where: { id: data.id }, data: { expiresAt: null } });
    const params = { params: Promise.resolve({ id: data.id }) };
    expect((await revoke(browser.request("/", { method: "DELETE" }), params)).status).toBe(204);
    expect(await withToken(data.secret)).toBeNull();
  });

  test("are seen and taken back by their owner only, and make no others (T16)", async () => {
    const { browser } = await makeSignedIn("editor");
    const made = await makeToken(browser.json("/", "POST", { name: "mine" }));
    const { data } = (await made.json()) as { data: { id: string; secret: string } };
    const other = await makeSignedIn("admin");
    const params = { params: Promise.resolve({ id: data.id }) };
    expect((await revoke(other.browser.request("/", { method: "DELETE" }), params)).status).toBe(404);
    expect(await (await listTokens(other.browser.request("/"))).text()).not.toContain(data.id);
    const byToken = new Request("http://localhost:3000/api/v1/tokens", {
      method: "POST",
      body: '{"name":"child"}',
      headers: { authorization: `Bearer ${data.secret}`, "content-type": "application/json" },
    });
    expect((await makeToken(byToken)).status).toBe(403);
  });
});
