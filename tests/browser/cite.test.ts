import { describe, expect } from "vitest";
import { askRaw } from "@/tests/setup/site/ask-raw";
import { test } from "@/tests/setup/site/browser";

const STYLES = ["In one line", "APA 7", "MLA 9", "Chicago 17", "GB/T 7714", "BibTeX"];
const SOURCE = "/sources/china-daily-2019-guizhou-looms";

describe("citations", () => {
  test("are complete without JavaScript, where no button pretends to copy", async ({ visit }) => {
    const page = await visit(SOURCE, { javaScriptEnabled: false });
    expect(await page.locator(".styles dt").allInnerTexts()).toEqual(STYLES);
    for (const text of await page.locator(".styles :is(p, pre)").allInnerTexts()) {
      expect(text.toLowerCase()).toContain("big data looms large in guizhou");
    }
    expect(await page.locator("button[data-copy]").first().isVisible()).toBe(false);
    expect(await page.getByText("Citations by CSL (citeproc-js)").isVisible()).toBe(true);
    const files = await page
      .locator("a.chip[download]")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    expect(files.filter((href) => href?.includes("/citation."))).toHaveLength(3);
  });

  test("each is copied whole by its button, which says so", async ({ visit }) => {
    const page = await visit(SOURCE);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    // Only the page in front may use the clipboard.
    await page.bringToFront();
    for (const style of STYLES) {
      await page.evaluate(() => {
        const said = document.querySelector("#said");
        if (said) said.textContent = "";
      });
      await page.getByRole("button", { name: `Copy ${style}`, exact: true }).click();
      await page.getByText("Copied", { exact: true }).waitFor();
      const shown = await page.locator(".styles div", { hasText: style }).first().locator("p, pre").textContent();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
    }
  });

  test("what a button says stands after the page has woken, too", async ({ visit }) => {
    const page = await visit(SOURCE, { permissions: ["clipboard-read", "clipboard-write"] });
    await page.bringToFront();
    // React's scripts are asked for at the first touch, and come late.
    let arrive = () => {};
    const late = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route("**/_next/static/chunks/*.js", async (route) => {
      await late;
      await route.continue();
    });
    await page.getByRole("button", { name: "Copy APA 7", exact: true }).click();
    await page.getByText("Copied", { exact: true }).waitFor();
    arrive();
    await page.waitForFunction(() =>
      Object.keys(document.querySelector("#said") ?? {}).some((key) => key.startsWith("__react")),
    );
    expect(await page.locator("#said").innerText()).toBe("Copied");
  });

  test("of a figure say its phrase, address and the day on which the page was asked", async ({ visit, site }) => {
    const list = await visit(SOURCE, { javaScriptEnabled: false });
    const href = await list.locator('.reading a[href^="/figures/"]').first().getAttribute("href");
    const page = await visit(href ?? "", { javaScriptEnabled: false });
    const day = new Date().toLocaleDateString("en-GB", {
      day: "numeric",
      month: "long",
      year: "numeric",
      timeZone: "UTC",
    });
    const texts = await page.locator(".styles p").allInnerTexts();
    expect(texts).toHaveLength(5);
    for (const text of texts.slice(1)) {
      expect(text).toContain(`${href}, revision `);
      expect(text).toContain(`retrieved ${day}.`);
    }
    const file = await askRaw(site, `/reuse/citations.bib?of=${encodeURIComponent(SOURCE)}`);
    expect(file.status).toBe(404);
  });

  test("of a view are a file of the page and its sources", async ({ site }) => {
    const file = await askRaw(site, `/reuse/citations.ris?of=${encodeURIComponent("/regions/CN-GZ")}`);
    expect(file.status).toBe(200);
    expect(file.headers["content-type"]).toBe("application/x-research-info-systems; charset=utf-8");
    expect(file.body.match(/^TY {2}- /gm)?.length).toBeGreaterThan(5);
    expect(file.body).toContain("Guizhou’s tech industry in figures");
  });
});
