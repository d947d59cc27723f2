import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { codeOf } from "@/tests/setup/site/authenticator";
import { signedInAs, siteAddress, test } from "@/tests/setup/site/browser";
import { openBrowser } from "@/tests/setup/site/browser-binary";
import { axeFaults, excessWidth } from "@/tests/setup/site/looks";
import { startOwnSite } from "@/tests/setup/site/own-site";
import type { RunningSite } from "@/tests/setup/site/start-site";

const PASSWORD = "correct horse battery";

/** Everything of an account that a person fills in. */
async function fill(page: Page, fields: Readonly<Record<string, string>>) {
  for (const [name, value] of Object.entries(fields)) await page.fill(`#${name}`, value);
  await page.keyboard.press("Enter");
}

describe("first run", () => {
  let site: RunningSite;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let persons = 0;
  beforeAll(async () => {
    // Each person is at an address of their own, as seen by a proxy: the limit of attempts counts them apart.
    site = await startOwnSite("seeded", { TRUSTED_PROXY: "127.0.0.1, ::1" });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await site.stop();
  });

  /** A browser of a person: what its pages complain about is collected. */
  async function person(complaints: string[], options: BrowserContextOptions = {}) {
    persons += 1;
    const extraHTTPHeaders = { "x-forwarded-for": `198.51.100.${persons}` };
    const page = await (await browser.newContext({ extraHTTPHeaders, ...options })).newPage();
    page.on("console", (message) => {
      // A refused page is meant here; and Next names style sheets again, which the page has inline, when it reads a page anew.
      const isMeant = /status of 40[1349]|was preloaded using link preload but not used/.test(message.text());
      if (["error", "warning"].includes(message.type()) && !isMeant) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    return page;
  }

  test("the printed link makes an admin, who invites an editor; leaving and shutting out hold at once", async () => {
    const complaints: string[] = [];
    await expect.poll(() => site.output(), { timeout: 20_000 }).toContain("There is no account yet");
    const [, path = ""] = /(\/setup\?token=\S+)/.exec(site.output()) ?? [];
    // Without scripts: signing in and making accounts are plain forms.
    const plain = await person(complaints, { javaScriptEnabled: false });
    await plain.goto(site.address + path);
    await fill(plain, { name: "Ada Lovelace", email: "Ada@Example.org", password: "short" });
    expect(await plain.textContent(".issue")).toContain("too short");
    expect(await plain.inputValue("#email")).toBe("Ada@Example.org");
    expect(await plain.inputValue("#password")).toBe("");
    expect(await plain.evaluate(() => document.activeElement?.id)).toBe("password");
    await fill(plain, { password: PASSWORD });
    await plain.waitForURL("**/admin");
    await plain.goto(site.address + path);
    expect(await plain.textContent("h1")).toBe("Set-up is done");

    const admin = await person(complaints);
    await admin.goto(`${site.address}/admin/people`);
    await admin.waitForURL("**/login?next=%2Fadmin%2Fpeople");
    await fill(admin, { email: "ada@example.org", password: "a wrong password" });
    expect(await admin.textContent(".issue")).toContain("do not go together");
    expect(await admin.inputValue("#email")).toBe("ada@example.org");
    await fill(admin, { password: PASSWORD });
    await admin.waitForURL("**/admin/people");
    await admin.click("text=Make an invitation link");
    const link = await admin.inputValue(".shown-once input");
    await admin.waitForSelector("text=Links not used yet");

    const editor = await person(complaints);
    await editor.goto(link);
    expect(await editor.textContent(".lede")).toContain("Ada Lovelace invites you as an editor");
    await fill(editor, { name: "Ed", email: "ed@example.org", password: "many plain words here" });
    await editor.waitForURL("**/admin");
    expect((await editor.goto(`${site.address}/admin/people`))?.status()).toBe(403);
    expect(await editor.textContent("h1")).toBe("This is not for your role");
    const again = await person(complaints);
    await again.goto(link);
    expect(await again.textContent("h1")).toBe("This invitation does not work");

    // Signed out everywhere: the other browser is out on its next click.
    await signIn(again, site.address, "ed@example.org", "many plain words here");
    await editor.goto(`${site.address}/admin/account`);
    await editor.click("text=Sign out everywhere");
    await editor.waitForURL("**/login");
    await again.goto(`${site.address}/admin`);
    expect(again.url()).toContain("/login");

    // Disabled: out on the next click, and not in again.
    await signIn(again, site.address, "ed@example.org", "many plain words here");
    await admin.goto(`${site.address}/admin/people`);
    await admin.click("tr:has-text('ed@example.org') >> text=Disable");
    await admin.click("text=Yes, disable");
    await admin.waitForSelector("tr:has-text('ed@example.org') >> text=Enable");
    await again.goto(`${site.address}/admin`);
    expect(again.url()).toContain("/login");
    await fill(again, { email: "ed@example.org", password: "many plain words here" });
    expect(await again.textContent(".issue")).toContain("do not go together");

    // The last admin stays.
    await admin.click("tr:has-text('ada@example.org') >> text=Disable");
    await admin.click("text=Yes, disable");
    expect(await admin.textContent(".trouble .notice")).toContain("only admin");
    expect(complaints).toEqual([]);
  });

  test("the second step is set up, asked for, and done by a code or a backup code", async () => {
    const complaints: string[] = [];
    const page = await person(complaints);
    await signIn(page, site.address, "ada@example.org", PASSWORD);
    await page.goto(`${site.address}/admin/account`);
    await page.fill("#field-step-password", PASSWORD);
    await page.click("text=Set it up");
    const address = await page.getAttribute("a[href^='otpauth:']", "href");
    const backup = await page.textContent(".backup-codes li");
    await page.fill("#field-step-code", codeOf(address ?? ""));
    await page.click("text=Turn it on");
    await page.waitForSelector("text=Turn it off");

    const other = await person(complaints, { javaScriptEnabled: false });
    await signIn(other, site.address, "ada@example.org", PASSWORD, "**/login/code?next=%2Fadmin");
    await fill(other, { code: "000000" });
    expect(await other.textContent(".issue")).toContain("This code is not right");
    await fill(other, { code: codeOf(address ?? "", 1) });
    await other.waitForURL("**/admin");
    const third = await person(complaints);
    await signIn(third, site.address, "ada@example.org", PASSWORD, "**/login/code?next=%2Fadmin");
    await fill(third, { code: backup ?? "" });
    await third.waitForURL("**/admin");
    expect(complaints).toEqual([]);
  });
});

/** Signs in by the form. */
async function signIn(page: Page, site: string, email: string, password: string, to = "**/admin") {
  await page.goto(`${site}/login`);
  await fill(page, { email, password });
  await page.waitForURL(to);
}

describe("looks", () => {
  const PAGES: readonly (readonly [string, BrowserContextOptions?])[] = [
    ["/login"],
    ["/login/code"],
    ["/setup"],
    [`/invite/${"x".repeat(43)}`],
  ];

  test("axe finds nothing wrong on the pages of signing in", async () => {
    const browser = await openBrowser();
    try {
      const page = await (await browser.newContext()).newPage();
      for (const [path] of PAGES) {
        await page.goto(siteAddress() + path);
        expect([path, await axeFaults(page)]).toEqual([path, []]);
      }
    } finally {
      await browser.close();
    }
  });

  test("axe finds nothing wrong on people and account", async ({ visit }) => {
    for (const path of ["/admin/people", "/admin/account"]) {
      expect([path, await axeFaults(await visit(path, signedInAs("admin")))]).toEqual([path, []]);
    }
  });

  test.for([375, 1280])("nothing is wider than the window, %s px", async (width, { visit }) => {
    for (const path of ["/admin/people", "/admin/account"]) {
      const page = await visit(path, { ...signedInAs("admin"), viewport: { width, height: 800 } });
      const wide = await excessWidth(page);
      expect([path, wide]).toEqual([path, 0]);
    }
  });
});
