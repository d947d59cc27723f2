import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { test as base, inject } from "vitest";
import type { Role } from "@/lib/auth/person";
import { openBrowser } from "@/tests/setup/site/browser-binary";
import { headersAt } from "@/tests/setup/site/own-site";
import type { SessionCookie } from "@/tests/setup/site/signed-in";

/** How long a page may take for what is waited for: an import starts a process, which gives way to the other tests that run beside it. */
const PATIENCE_MS = 120_000;

/** Opens a page of the site as a reader would. */
export type Visit = (path: string, options?: BrowserContextOptions) => Promise<Page>;

/** The address of the site that the tests of this worker ask. */
export function siteAddress(): string {
  const sites = inject("sites");
  return sites[(Number(process.env.VITEST_POOL_ID) - 1) % sites.length] ?? "";
}

/** Makes `visit` open a page as a person of a role (viewer@example.org and so on): visit("/admin", signedInAs("editor")). */
export function signedInAs(
  role: Role,
  session: SessionCookie = inject("templates").sessions[role],
): BrowserContextOptions {
  const cookie = { ...session, domain: "localhost", path: "/", expires: -1, httpOnly: true, secure: false };
  return { storageState: { cookies: [{ ...cookie, sameSite: "Lax" }], origins: [] } };
}

/** Headers of a request that a page of the site would send for a person of a role, for tests without a browser. */
export const headersAs = (role: Role) => headersAt(siteAddress(), role);

/**
 * A test with `visit` and the address of the site. Whatever a page complains about fails the test: a message in the console, an
 * exception, a failed request, a request to another host. A test that expects an error status says so by `expectedStatus`.
 */
export const test = base.extend<{ browser: Browser; visit: Visit; site: string; expectedStatus: { value: number } }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of fixtures from the pattern
  site: async ({}, use) => use(siteAddress()),
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of fixtures from the pattern
    async ({}, use) => {
      const browser = await openBrowser();
      await use(browser);
      await browser.close();
    },
    { scope: "file" },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of fixtures from the pattern
  expectedStatus: async ({}, use) => use({ value: 200 }),
  visit: async ({ browser, site, expectedStatus }, use) => {
    const complaints: string[] = [];
    const contexts: Awaited<ReturnType<Browser["newContext"]>>[] = [];
    await use(async (path, options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE_MS);
      page.on("console", (message) => {
        const isExpected =
          (expectedStatus.value >= 400 && message.text().includes(`status of ${expectedStatus.value}`)) ||
          // The framework asks for the style sheets that stand in the page already (inlineCss), as soon as its scripts run.
          message.text().includes("was preloaded using link preload but not used");
        if (["error", "warning"].includes(message.type()) && !isExpected) complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("requestfailed", (request) => {
        if (request.failure()?.errorText !== "net::ERR_ABORTED") complaints.push(`${request.url()} failed`);
      });
      page.on("request", (request) => {
        if (!request.url().startsWith(site) && !/^(data|blob):/.test(request.url())) {
          complaints.push(`${request.url()} is elsewhere`);
        }
      });
      const response = await page.goto(site + path, { waitUntil: "load" });
      // What lies below the first view is laid out part by part (docs/decisions/0005); until then it has no text to read.
      const waiting = "html[data-js]:not([data-whole]) main :is(section, .chart, .sources > li):not([data-whole])";
      await page.locator(waiting).first().waitFor({ state: "detached" });
      if (response?.status() !== expectedStatus.value) complaints.push(`${path} answered ${response?.status()}`);
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
    if (complaints.length > 0) throw new Error(`The page complained:\n${complaints.join("\n")}`);
  },
});
