import { describe, expect } from "vitest";
import { addDraft, ask } from "@/tests/editors/ask";
import { headersAs, signedInAs, siteAddress, test } from "@/tests/setup/site/browser";
import { axeFaults, excessWidth } from "@/tests/setup/site/looks";

const publicStatus = async (key: string) => (await fetch(`${siteAddress()}/figures/${key}`)).status;

describe("several at once", () => {
  test("drafts are found, published together, and retracted with a reason", async ({ visit }) => {
    const keys = await Promise.all(["71717", "72727"].map(async (value) => (await addDraft(value)).key));
    const page = await visit("/admin/figures?status=draft&metric=5g-base-stations", signedInAs("editor"));
    for (const key of keys) await page.locator(`input[name="item"][value="${key}"]`).check();
    await page.getByText("2 figures chosen").waitFor();
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    // Which they are is said before it is done.
    const which = await page.getByRole("list", { name: "Chosen figures" }).locator("li").allTextContents();
    expect(which.sort()).toEqual([expect.stringContaining("71,717"), expect.stringContaining("72,727")]);
    await page.getByRole("button", { name: "Publish 2 figures" }).click();
    await page.getByText("2 figures published.").waitFor();
    for (const key of keys) expect(await publicStatus(key)).toBe(200);

    await page.goto(`${siteAddress()}/admin/figures?q=71717`);
    await page.locator(`input[name="item"][value="${keys[0]}"]`).check();
    await page.getByRole("button", { name: "Retract", exact: true }).click();
    await page.getByRole("button", { name: "Retract 1 figure" }).click();
    await page.getByText("Say why").waitFor();
    await page.getByRole("textbox", { name: "Why" }).fill("Typed in by mistake");
    await page.getByRole("button", { name: "Retract 1 figure" }).click();
    await page.getByText("1 figure retracted.").waitFor();
    expect(await publicStatus(keys[0] ?? "")).toBe(410);
    expect(await publicStatus(keys[1] ?? "")).toBe(200);
  });

  test("one figure that cannot be published keeps all of them back, and is named", async ({
    visit,
    expectedStatus,
  }) => {
    const whole = await addDraft("73737");
    const bare = await ask("POST", "figures", {
      metric: "5g-base-stations",
      region: "CN-GZ",
      wording: "exactly",
      value: "74747",
      period: "2011",
      speakerKind: "outlet",
    });
    const page = await visit("/admin/figures?status=draft&metric=5g-base-stations", signedInAs("editor"));
    for (const { key } of [whole, bare]) await page.locator(`input[name="item"][value="${key}"]`).check();
    expectedStatus.value = 422;
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByRole("button", { name: "Publish 2 figures" }).click();
    const alert = page.locator('[role="alert"] .notice');
    await alert.waitFor();
    expect(await alert.innerText()).toContain("Nothing was changed");
    expect(await alert.innerText()).toContain("needs a source");
    expect(await publicStatus(whole.key)).toBe(404);
  });

  test("what is chosen is in sight: another filter, page or search begins with nothing chosen", async ({ visit }) => {
    const page = await visit("/admin/figures", signedInAs("editor"));
    const bar = page.locator(".bulk-bar");
    const tick = async () => {
      await page.locator("input[data-all]").check();
      await bar.getByText("50 figures chosen").waitFor();
    };
    await tick();
    await page.getByRole("link", { name: "Next" }).first().click();
    await page.waitForURL(/page=2/);
    await bar.waitFor({ state: "detached" });
    await tick();
    await page.locator('main select[name="region"]').selectOption("CN-GZ");
    await page.waitForURL(/region=CN-GZ/);
    await bar.waitFor({ state: "detached" });
    expect(await page.locator('input[name="item"]:checked').count()).toBe(0);
  });

  test("metrics move to another topic", async ({ visit }) => {
    const page = await visit("/admin/metrics?q=unicorn", signedInAs("editor"));
    await page.locator("input[data-all]").check();
    const count = await page.locator('input[name="item"]').count();
    expect(count).toBeGreaterThan(0);
    await page.getByRole("button", { name: "Move to a topic" }).click();
    await page.getByLabel("Topic", { exact: true }).last().selectOption("health");
    await page.getByRole("button", { name: /^Move \d/ }).click();
    await page.getByText("moved to another topic.").waitFor();
    const moved = page.locator('td[data-name="Topic"]', { hasText: "Health" });
    await moved.nth(count - 1).waitFor();
    expect(await moved.count()).toBe(count);
  });
});

const PAGES = [
  "/admin",
  "/admin/figures",
  "/admin/figures?q=zzzz",
  "/admin/metrics",
  "/admin/regions",
  "/admin/organisations",
  "/admin/topics",
  "/admin/sources",
  "/admin/milestones",
  "/admin/charts",
  "/admin/metrics/digital-economy-share-gdp",
  "/admin/regions/new",
  "/admin/organisations/new",
  "/admin/topics/new",
  "/admin/sources/new",
  "/admin/milestones/new",
  "/admin/charts/new",
  "/admin/charts/5g-base-stations",
  "/admin/history",
  "/admin/charts/5g-base-stations/history",
];

describe("every page", () => {
  test.for(PAGES)("%s: axe finds nothing in light and dark, and it fits 320 px", async (path, { visit }) => {
    const page = await visit(path, signedInAs("editor"));
    await page.evaluate(() => document.documentElement.setAttribute("data-whole", ""));
    expect(await axeFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await excessWidth(page)).toBe(0);
  });

  test("a viewer reads, and is offered nothing to change", async ({ visit }) => {
    const page = await visit("/admin/metrics", signedInAs("viewer"));
    expect(await page.locator("main input[type=checkbox], main .btn:not(.small)").count()).toBe(0);
    await page.goto(`${siteAddress()}/admin/metrics/digital-economy-share-gdp`);
    expect(await page.getByLabel("Name").isDisabled()).toBe(true);
    expect(await page.getByRole("button", { name: "Save changes" }).count()).toBe(0);
  });

  test("filters are the address, by a plain form that needs no script", async ({ visit, site }) => {
    const page = await visit("/admin/figures", signedInAs("editor"));
    await page.locator('main input[name="q"]').fill("hospitl");
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=hospitl/);
    await page.locator('main select[name="sort"]').selectOption("metric");
    await page.waitForURL(/sort=metric/);
    expect(await page.locator(".list-count").innerText()).toMatch(/^\d+ figures/);
    const html = await (
      await fetch(`${site}/admin/figures?q=hospitl&sort=metric`, { headers: headersAs("editor") })
    ).text();
    expect(/<form [^>]*action="\/admin\/figures"/.test(html)).toBe(true);
    expect(html.includes("39 Internet Hospital")).toBe(true);
    expect(html.includes("126,000 base stations")).toBe(false);
  });
});
