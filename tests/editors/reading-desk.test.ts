import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { choose, field } from "@/tests/editors/figure-form";
import { ARTICLE, FIGURES } from "@/tests/editors/reading-desk-article";
import { signedInAs, test } from "@/tests/setup/browser";

const DESK = "/admin/read";

/** Pastes the article, confirms its source and waits for the marks. */
async function readArticle(page: Page, url = "https://www.example.org/cloud-valley"): Promise<void> {
  await field(page, "text").fill(ARTICLE);
  await field(page, "citations.0.source.url").fill(url);
  await page.getByRole("button", { name: "Source is right: read the text" }).click();
  await page.locator(".found").first().waitFor();
}

/** Numbers of the ledger by their names. */
async function ledger(page: Page): Promise<Readonly<Record<string, number>>> {
  const entries = await page
    .locator(".ledger dl > div")
    .evaluateAll((boxes) =>
      boxes.map(
        (box) => [box.querySelector("dt")?.textContent ?? "", Number(box.querySelector("dd")?.textContent)] as const,
      ),
    );
  return Object.fromEntries(entries);
}

async function violations(page: Page): Promise<readonly string[]> {
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

describe("the reading desk", () => {
  test("guesses the source from the head of the text, and marks every figure", async ({ visit }) => {
    const page = await visit(DESK, signedInAs("editor"));
    await field(page, "text").fill(ARTICLE);
    expect(await field(page, "citations.0.source.title").inputValue()).toBe("Cloud valley fills up with servers");
    expect(await field(page, "citations.0.source.publisher").inputValue()).toBe("Example Gazette");
    expect(await field(page, "citations.0.source.published").inputValue()).toBe("2019-02-28");
    await readArticle(page);
    const marks = await page
      .locator(".found")
      .evaluateAll((found) => found.map((mark) => mark.firstChild?.textContent));
    expect(marks).toEqual(FIGURES);
    expect(await ledger(page)).toEqual({ Found: 11, Kept: 0, Dismissed: 0, Open: 11 });
    // The first is chosen, and read: where, when, who.
    expect(await page.locator(".reading-figure").textContent()).toContain("more than9,500 companies");
    expect(await field(page, "region").inputValue()).toBe("Guizhou");
    expect(await field(page, "period").inputValue()).toBe("2014/2019");
    expect(await field(page, "speaker").inputValue()).toContain("Wang Min");
    expect(await field(page, "metric").inputValue()).not.toBe("");
  });

  test("keeps, dismisses, takes back and publishes, by keys", { timeout: 120_000 }, async ({ visit, site }) => {
    const page = await visit(DESK, signedInAs("editor"));
    await readArticle(page, "https://www.example.org/cloud-valley-keys");
    await page.keyboard.press("k");
    await page.getByText("Kept as a draft.").waitFor();
    expect(await ledger(page)).toMatchObject({ Kept: 1, Open: 10 });
    await page.keyboard.press("x");
    await page.getByText("Dismissed: not a figure.").waitFor();
    expect(await ledger(page)).toMatchObject({ Kept: 1, Dismissed: 1, Open: 9 });
    expect(await page.locator(".found[aria-current]").first().textContent()).toContain("23.4 percent");
    await page.keyboard.press("j");
    expect(await page.locator(".found[aria-current]").first().textContent()).toContain("3.1 billion yuan");
    await page.keyboard.press("u");
    await page.getByText("Taken back.").waitFor();
    expect(await ledger(page)).toMatchObject({ Kept: 1, Dismissed: 0, Open: 10 });
    expect(await page.locator(".found[aria-current]").first().textContent()).toContain("20 percent");

    // By mouse, edited before: another figure, then both are published together.
    await page.locator(".found", { hasText: "some 2,000 medical experts" }).click();
    await choose(page, "metric", "Medical experts");
    await page.getByRole("button", { name: "Keep", exact: true }).click();
    await page.getByText("Kept as a draft.").waitFor();
    await expect.poll(async () => (await ledger(page)).Kept).toBe(2);
    // Leaving and coming back loses nothing.
    await page.goto(`${site}/admin`);
    await page.goto(site + DESK);
    await page.locator(".found.kept").first().waitFor();
    expect(await ledger(page)).toEqual({ Found: 11, Kept: 2, Dismissed: 0, Open: 9 });
    await page.getByRole("button", { name: "Publish the 2 drafts" }).click();
    await page.getByText("2 figures are published.").waitFor();
    const address = await page
      .locator(".found.kept")
      .first()
      .click()
      .then(() => page.locator(".reading-chosen .notice a").first().getAttribute("href"));
    expect(address).toMatch(/^\/admin\/figures\//);
    const shown = await (await fetch(`${site}/figures/${address?.split("/").at(-1)}`)).text();
    expect(shown).toContain("more than 9,500 companies");
    // Nothing of the article beyond its phrases reaches a public page.
    expect(shown).not.toContain("engineers look after the machines");

    await page.getByRole("button", { name: "Close the desk" }).click();
    await field(page, "text").waitFor();
    expect(await field(page, "text").inputValue()).toBe("");
    await page.waitForTimeout(400);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain("engineers look after");
  });

  test("a phrase that is recorded from the source is shown as such", async ({ visit }) => {
    const page = await visit(DESK, signedInAs("editor"));
    await field(page, "text").fill(ARTICLE);
    await page.getByRole("button", { name: "Choose one of the sources instead" }).click();
    await choose(page, "citations.0.source", "Big data looms large in Guizhou");
    await page.getByRole("button", { name: "Source is right: read the text" }).click();
    await page.locator(".found.recorded").first().waitFor();
    expect(await page.locator(".found.recorded").first().textContent()).toBe(
      "more than 9,500 companies, recorded already",
    );
    expect(await page.locator(".reading-chosen").textContent()).toContain("Recorded from this source already");
  });

  test("HTML is taken as plain text with its paragraphs", async ({ visit }) => {
    const page = await visit(DESK, signedInAs("editor"));
    await field(page, "text").focus();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData("text/html", "<h1>A title</h1><p>More than <b>40</b> firms.</p><script>alert(1)</script><p>Two</p>");
      document.activeElement?.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    expect(await field(page, "text").inputValue()).toBe("A title\n\nMore than 40 firms.\n\nTwo");
  });

  for (const colorScheme of ["light", "dark"] as const) {
    test(`axe finds nothing, ${colorScheme}; 320 px are enough`, async ({ visit }) => {
      const page = await visit(DESK, { ...signedInAs("editor"), colorScheme });
      expect(await violations(page)).toEqual([]);
      await readArticle(page);
      await page.keyboard.press("x");
      expect(await violations(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    });
  }

  test("is not for viewers", async ({ visit, expectedStatus }) => {
    expectedStatus.value = 403;
    await visit(DESK, signedInAs("viewer"));
  });
});
