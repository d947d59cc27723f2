import { describe, expect } from "vitest";
import { headersAs, signedInAs, siteAddress, test } from "@/tests/setup/site/browser";
import { excessWidth } from "@/tests/setup/site/looks";
import { signInAt, TEST_PASSWORD } from "@/tests/setup/site/signed-in";

const METRIC = "/metrics/unicorns?region=CN-BJ";

describe("the edit bar on public pages", () => {
  test("a page is the same bytes for everybody", async () => {
    const ask = async (headers: Record<string, string>) => (await fetch(siteAddress() + METRIC, { headers })).text();
    expect(await ask(headersAs("editor"))).toBe(await ask({}));
  });

  test("a reader is shown none and asks for nothing", async ({ visit }) => {
    const page = await visit("/");
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(siteAddress() + METRIC, { waitUntil: "load" });
    await page.mouse.move(200, 200);
    expect(await page.locator("#edit-bar").isVisible()).toBe(false);
    expect(await page.getByRole("link", { name: "Sign in to edit" }).isVisible()).toBe(true);
    expect(asked.filter((url) => url.includes("/edit-links"))).toEqual([]);
  });

  test("an editor who has signed in in this browser goes from a page to what it shows, until they sign out", async ({
    visit,
  }) => {
    // A session of its own: it ends here.
    const session = await signInAt(siteAddress(), "editor@example.org", TEST_PASSWORD);
    const page = await visit("/admin", signedInAs("editor", session));
    await page.waitForFunction(() => localStorage.getItem("editing") === "1");
    await page.goto(siteAddress() + METRIC, { waitUntil: "load" });
    const bar = page.getByRole("navigation", { name: "Editing" });
    await bar.waitFor();
    const links = () => bar.locator("a").evaluateAll((all) => all.map((a) => [a.textContent, a.getAttribute("href")]));
    const expected = [
      ["Edit this metric", "/admin/metrics/unicorns"],
      ["Add a figure here", "/admin/figures/new?metric=unicorns&region=CN-BJ"],
      ["Make a chart", "/admin/charts/new?metric=unicorns&region=CN-BJ"],
      ["Editors’ pages", "/admin"],
    ];
    expect(await links()).toEqual(expected);
    expect(await page.getByRole("link", { name: "Sign in to edit" }).isVisible()).toBe(false);
    // The framework, which comes late, leaves it as it is.
    await page.mouse.move(200, 200);
    await page.waitForFunction(() => "next" in window);
    await page.waitForLoadState("networkidle");
    expect(await links()).toEqual(expected);
    await page.setViewportSize({ width: 375, height: 700 });
    expect(await excessWidth(page)).toBe(0);
    await bar.getByRole("link", { name: "Make a chart" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/admin\/charts\/new/);
    await page.getByRole("list", { name: "Metrics in order" }).waitFor();
    await page.getByRole("button", { name: "Sign out", exact: true }).click();
    await page.waitForURL(/\/login/);
    await page.goto(siteAddress() + METRIC, { waitUntil: "load" });
    expect(await bar.isVisible()).toBe(false);
    expect(await page.evaluate(() => localStorage.getItem("editing"))).toBeNull();
  });

  test("a mark without a session is trusted for nothing, and goes", async ({ visit, expectedStatus }) => {
    const page = await visit("/method");
    await page.evaluate(() => localStorage.setItem("editing", "1"));
    expectedStatus.value = 401;
    await page.goto(siteAddress() + METRIC, { waitUntil: "load" });
    await expect.poll(() => page.evaluate(() => localStorage.getItem("editing"))).toBeNull();
    expect(await page.locator("#edit-bar").isVisible()).toBe(false);
  });
});
