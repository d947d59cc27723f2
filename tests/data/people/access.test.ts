import { describe, expect, test } from "vitest";
import { POST as signOut } from "@/app/api/auth/sign-out/route";
import { PATCH as change } from "@/app/api/v1/people/[id]/route";
import { PUT as changePassword } from "@/app/api/v1/people/me/password/route";
import { PATCH as rename, GET as whoAmI } from "@/app/api/v1/people/me/route";
import { DELETE as signOutEverywhere } from "@/app/api/v1/people/me/sessions/route";
import { GET as listPeople } from "@/app/api/v1/people/route";
import { POST as makeToken } from "@/app/api/v1/tokens/route";
import { authenticate } from "@/lib/auth/authenticate";
import { authorize } from "@/lib/auth/authorize";
import { db } from "@/lib/data/db/client";
import { Browsing, makeAccount, makeSignedIn, PASSWORD } from "@/tests/setup/site/browsing";
import { makePerson } from "@/tests/setup/site/people";

const asks = (browser: Browsing) => authenticate(browser.request("/admin").headers);

function changing(by: Browsing, id: string, body: unknown) {
  return change(by.json(`/api/v1/people/${id}`, "PATCH", body), { params: Promise.resolve({ id }) });
}

const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;

describe("what ends a session holds on the next request (T09)", () => {
  test.each(["signing out", "disabling", "role", "password", "everywhere", "deleting"] as const)("%s", async (what) => {
    const admin = await makeSignedIn("admin");
    const person = await makeSignedIn("editor");
    const { browser, id } = person;
    const thief = new Browsing();
    for (const [name, value] of browser.cookies) thief.cookies.set(name, value);
    expect((await whoAmI(thief.request("/api/v1/people/me"))).status).toBe(200);
    const acts = {
      "signing out": () => signOut(browser.request("/api/auth/sign-out", { method: "POST" })),
      disabling: () => changing(admin.browser, id, { disabled: true }),
      role: () => changing(admin.browser, id, { role: "viewer" }),
      password: () =>
        browser.keep(
          changePassword(browser.json("/", "PUT", { current: PASSWORD, password: "five other plain words" })),
        ),
      everywhere: () => signOutEverywhere(browser.request("/api/v1/people/me/sessions", { method: "DELETE" })),
      deleting: async () => {
        await db().user.delete({ where: { id } });
        return new Response(null, { status: 204 });
      },
    };
    expect((await acts[what]()).status).toBe(204);
    expect((await whoAmI(thief.request("/api/v1/people/me"))).status).toBe(401);
    expect(await asks(thief)).toBeNull();
    // Who changed their own password goes on in this browser, by a new session.
    expect((await asks(browser)) !== null).toBe(what === "password");
  });

  test("a token of a disabled person opens nothing, also when they are let in again", async () => {
    const admin = await makeSignedIn("admin");
    const { person, headers } = await makePerson("editor");
    const request = () => new Request("http://localhost:3000/api/v1/figures", { headers });
    expect((await authorize(request(), "edit")).id).toBe(person.id);
    await changing(admin.browser, person.id, { disabled: true });
    await expect(authorize(request(), "edit")).rejects.toMatchObject({ status: 401 });
    await changing(admin.browser, person.id, { disabled: false });
    await expect(authorize(request(), "edit")).rejects.toMatchObject({ status: 401 });
  });

  test("a token does no more than its owner's role of the moment", async () => {
    const admin = await makeSignedIn("admin");
    const { person, headers } = await makePerson("editor");
    const request = () => new Request("http://localhost:3000/api/v1/figures", { headers });
    await changing(admin.browser, person.id, { role: "viewer" });
    await expect(authorize(request(), "edit")).rejects.toMatchObject({ status: 403 });
  });

  test("one's own new password ends one's tokens", async () => {
    const { browser } = await makeSignedIn("editor");
    const made = await makeToken(browser.json("/api/v1/tokens", "POST", { name: "a script" }));
    const { data } = (await made.json()) as { data: { secret: string } };
    const headers = new Headers({ authorization: `Bearer ${data.secret}` });
    expect(await authenticate(headers)).not.toBeNull();
    const change = { current: PASSWORD, password: "five other plain words" };
    expect((await changePassword(browser.json("/", "PUT", change))).status).toBe(204);
    expect(await authenticate(headers)).toBeNull();
  });
});

describe("roles", () => {
  test("only an admin may list people or change what they may do", async () => {
    const target = await makeAccount("viewer");
    for (const role of ["viewer", "editor"] as const) {
      const { browser } = await makeSignedIn(role);
      expect((await listPeople(browser.request("/api/v1/people"))).status).toBe(403);
      expect((await changing(browser, target.id, { role: "admin" })).status).toBe(403);
    }
    expect((await listPeople(new Browsing().request("/api/v1/people"))).status).toBe(401);
    const { browser } = await makeSignedIn("admin");
    const list = (await (await listPeople(browser.request("/api/v1/people"))).json()) as { data: { id: string }[] };
    expect(list.data.find(({ id }) => id === target.id)).toMatchObject({ role: "viewer", email: target.email });
    expect(JSON.stringify(list)).not.toMatch(/password|token|secret/i);
  });

  test("an admin's API token may not: accounts are changed in a browser", async () => {
    const target = await makeAccount("viewer");
    const { headers } = await makePerson("admin");
    const request = new Request(`http://localhost:3000/api/v1/people/${target.id}`, {
      method: "PATCH",
      body: '{"role":"admin"}',
      headers: { ...headers, "content-type": "application/json" },
    });
    const answer = await change(request, { params: Promise.resolve({ id: target.id }) });
    expect([answer.status, await codeOf(answer)]).toEqual([403, "not_for_tokens"]);
  });

  test.each([
    [{ role: "owner" }, 422],
    [{ role: "admin", id: "x" }, 422],
    [{ email: "x@example.org" }, 422],
    [{ twoFactorEnabled: false }, 422],
    [{}, 422],
    [[], 422],
    ["admin", 422],
    [{ disabled: "yes" }, 422],
  ])("%j is not a change", async (body, status) => {
    const { browser } = await makeSignedIn("admin");
    const target = await makeAccount("viewer");
    expect((await changing(browser, target.id, body)).status).toBe(status);
    expect(await db().user.findUnique({ where: { id: target.id } })).toMatchObject({ role: "viewer", disabled: false });
  });

  test("a person who does not exist is a 404", async () => {
    const { browser } = await makeSignedIn("admin");
    expect((await changing(browser, "nobody", { role: "admin" })).status).toBe(404);
  });

  test("the last admin stays one, however it is tried, also by two at once", async () => {
    await db().user.updateMany({ where: { role: "admin" }, data: { disabled: true } });
    const one = await makeSignedIn("admin");
    for (const body of [{ role: "viewer" }, { disabled: true }]) {
      const answer = await changing(one.browser, one.id, body);
      expect([answer.status, await codeOf(answer)]).toEqual([409, "last_admin"]);
    }
    const two = await makeSignedIn("admin");
    const answers = await Promise.all([
      changing(one.browser, two.id, { disabled: true }),
      changing(two.browser, one.id, { role: "editor" }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).not.toEqual([204, 204]);
    expect(await db().user.count({ where: { role: "admin", disabled: false } })).toBe(1);
  });
});

describe("the record of changes", () => {
  test("tells of accounts who, what and when, without address or secret", async () => {
    const admin = await makeSignedIn("admin");
    const { id, email, browser } = await makeSignedIn("viewer");
    await changing(admin.browser, id, { role: "editor", disabled: true });
    await changing(admin.browser, id, { disabled: false });
    await changing(admin.browser, id, { disabled: false });
    expect((await rename(browser.json("/", "PATCH", { name: "New" }))).status).toBe(401);
    const rows = await db().revision.findMany({ where: { resource: "User", key: id }, orderBy: { id: "asc" } });
    expect(rows.map(({ kind, after, userId }) => [kind, JSON.parse(after ?? ""), userId])).toEqual([
      ["created", { name: "A viewer", role: "viewer", disabled: false }, id],
      ["updated", { name: "A viewer", role: "editor", disabled: true }, admin.id],
      ["updated", { name: "A viewer", role: "editor", disabled: false }, admin.id],
    ]);
    expect(JSON.stringify(rows)).not.toContain(email);
  });
});

describe("one's own account", () => {
  test("a new name stands beside later changes only", async () => {
    const { browser, id } = await makeSignedIn("editor");
    expect((await rename(browser.json("/", "PATCH", { name: "  Ada   Lovelace " }))).status).toBe(204);
    expect((await db().user.findUniqueOrThrow({ where: { id } })).name).toBe("Ada   Lovelace");
    expect((await rename(browser.json("/", "PATCH", { name: "x\u202ey" }))).status).toBe(422);
    expect((await rename(browser.json("/", "PATCH", { name: "x", role: "admin" }))).status).toBe(422);
    const last = await db().revision.findFirstOrThrow({
      where: { resource: "User", key: id },
      orderBy: { id: "desc" },
    });
    expect(last.who).toBe("A editor");
  });

  test.each([
    ["the wrong one", { current: "not this one", password: "five other plain words" }, "current"],
    ["one that is too short", { current: PASSWORD, password: "short" }, "password"],
    ["one that repeats itself", { current: PASSWORD, password: "aaaaaaaaaaaaaaaa" }, "password"],
    ["one's own address", { current: PASSWORD, password: "editoreditor" }, "password"],
    ["nothing", { current: "", password: "" }, "current"],
  ])("a password is not changed with %s", async (_, body, path) => {
    const { browser, email } = await makeSignedIn("editor");
    const answer = await changePassword(browser.json("/", "PUT", body));
    expect(answer.status).toBe(422);
    const { issues } = (await answer.json()) as { issues: { path: string }[] };
    expect(issues[0]?.path).toBe(path);
    expect(await asks(browser)).toMatchObject({ email });
  });

  test("guessing the password in a browser left open is counted like signing in", async () => {
    const { browser } = await makeSignedIn("editor");
    // At once: five in ten seconds are too many, signing in being the first.
    const guesses = Array.from({ length: 5 }, async (_, number) => {
      const body = { current: `guess number ${number}`, password: "five other plain words" };
      return (await changePassword(browser.json("/", "PUT", body))).status;
    });
    expect((await Promise.all(guesses)).toSorted()).toEqual([422, 422, 422, 422, 429]);
  });
});
