import { expect } from "vitest";
import { test } from "@/tests/setup/site/browser";

test("a reader comes from a card whose claims differ to both sources' phrases, without JavaScript", async ({
  visit,
}) => {
  const page = await visit("/metrics/software-revenue-growth", { javaScriptEnabled: false });
  await page.locator(".card a.tag", { hasText: "Claims differ" }).first().click();
  const strip = page.locator("#claims");
  expect(await strip.innerText()).toContain("No number is both: 90.5% and 99.7%. 2 articles, 2 origins.");
  expect(await strip.locator(".chart-mark").count()).toBeGreaterThanOrEqual(2);
  const phrases = await strip.locator("a.phrase").allInnerTexts();
  expect(phrases).toEqual(["“increased by 90.5 percent year-on-year in 2022”", "“surged by 99.7 percent in the year”"]);
  for (const phrase of await strip.locator("a.phrase").all()) {
    expect(await phrase.getAttribute("href")).toMatch(/^https?:\/\/.*#:~:text=/);
  }
});

test("the dashboard counts what sources differ about, and leads to a list that a region narrows", async ({ visit }) => {
  const page = await visit("/", { javaScriptEnabled: false });
  const link = page.locator('nav[aria-label="Main"] a', { hasText: "Disagreements" });
  const counted = Number((await link.innerText()).replace(/\D/g, ""));
  await link.click();
  expect(await page.locator(".disagreements > li").count()).toBe(counted);
  await page.locator('select[name="region"]').selectOption("IN");
  await page.locator(".filters button").click();
  const left = await page.locator(".disagreements > li").count();
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(counted);
  await page.locator(".disagreements h3 a").first().click();
  expect(await page.locator("#claims").innerText()).toContain("Claims differ");
});
