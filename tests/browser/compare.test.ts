import { gzipSync } from "node:zlib";
import { describe, expect } from "vitest";
import { PAGES } from "@/tests/browser/pages";
import { askRaw } from "@/tests/setup/site/ask-raw";
import { test } from "@/tests/setup/site/browser";

const QUERY = "metric=digital-economy-share-gdp&metric=digital-economy-value&region=CN-GZ&region=CN-ZJ&region=CN";

describe("a comparison without JavaScript", () => {
  test("is chosen by its form, and says what is too many", async ({ visit }) => {
    const page = await visit(`/compare?${QUERY}`, { javaScriptEnabled: false });
    expect(await page.locator("figure.chart").count()).toBe(2);
    await page.locator("summary", { hasText: "Regions" }).click();
    for (const code of ["CN-BJ", "CN-GD", "CN-SH", "CN-GZ-guiyang"]) {
      await page.locator(`input[name="region"][value="${code}"]`).check();
    }
    await page.locator('select[name="base"]').selectOption("2021");
    await page.locator(".filters button").click();
    const asked = new URL(page.url()).searchParams;
    expect([asked.getAll("region").length, asked.get("base")]).toEqual([7, "2021"]);
    expect(await page.locator(".said-notes").innerText()).toContain("Six regions are compared at once. Not shown:");
    expect(await page.locator("h2").first().innerText()).toContain("Index, 2021 = 100");
  });

  test("a refused scale offers the split, which draws what was refused", async ({ visit }) => {
    const page = await visit(`/compare?${QUERY}&scale=one`, { javaScriptEnabled: false });
    expect(await page.locator(".chart-svg").count()).toBe(0);
    expect(await page.locator(".ranking table").count()).toBe(2);
    await page.locator("a", { hasText: "Split it" }).click();
    await page.waitForURL((url) => !url.searchParams.has("scale"));
    expect(await page.locator("figure.chart:has(.chart-svg)").count()).toBe(2);
  });

  test("every figure in the tables leads to its page, and to its source in the list", async ({ visit }) => {
    const page = await visit(`/compare?${QUERY}`, { javaScriptEnabled: false });
    const rows = await page.locator('.ranking tbody tr:has(th[scope="row"])').all();
    expect(rows.length).toBeGreaterThan(4);
    for (const row of rows) {
      expect(await row.locator('a[href^="/figures/"]').count()).toBeGreaterThan(0);
      const number = await row.locator("a.n").first().getAttribute("href");
      expect(await page.locator(number ?? "none").count()).toBe(1);
    }
  });
});

test("the tip of an index says what the source says", async ({ visit }) => {
  const page = await visit(`/compare?${QUERY}&base=2021`);
  const chart = page.locator("figure.chart").first();
  await chart.locator(".chart-stage").hover();
  await chart.locator(".recharts-surface").waitFor();
  await chart.locator(".chart-stage").focus();
  await page.keyboard.press("Home");
  const tip = await chart.locator(".chart-tip output b").innerText();
  expect(tip.replaceAll("\u00a0", " ")).toBe("19.7%");
  expect(await chart.locator(".chart-table tbody tr").first().textContent()).toContain("57.9");
});

describe("a map of tiles", () => {
  test("by keyboard, each tile leads to what it shows", async ({ visit }) => {
    const page = await visit(PAGES.map.path, { javaScriptEnabled: false });
    const tile = page.locator('.tile[title^="Zhejiang"]');
    await tile.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/figures/*");
    expect(await page.locator("main").innerText()).toContain("Zhejiang");
  });

  test("tiles do not overlap and none is cut, at 320 and 1280 px", async ({ visit }) => {
    for (const width of [320, 1280]) {
      const page = await visit(PAGES.map.path, { viewport: { width, height: 800 } });
      const tiles = await page.locator(".tiles .tile").evaluateAll((all) =>
        all.map((tile) => {
          const { left, right, top, bottom } = tile.getBoundingClientRect();
          return { left, right, top, bottom, isCut: tile.scrollWidth > tile.clientWidth + 1 };
        }),
      );
      expect(tiles).toHaveLength(34);
      expect(tiles.filter(({ isCut, left, right }) => isCut || left < 0 || right > width)).toEqual([]);
      const hits = tiles.flatMap((a, index) =>
        tiles
          .slice(index + 1)
          .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
      );
      expect(hits).toEqual([]);
    }
  });
});

test.for(["compare", "map"] as const)("%s is no heavier than the dashboard may be", async (name, { site }) => {
  const { bytes } = await askRaw(site, PAGES[name].path, { headers: { "accept-encoding": "identity" } });
  expect(bytes.length).toBeGreaterThan(20_000);
  expect(gzipSync(bytes).length).toBeLessThanOrEqual(40_000);
});
