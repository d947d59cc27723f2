import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { PAGES } from "@/tests/browser/pages";
import { test } from "@/tests/setup/site/browser";

const WIDTHS = [320, 375, 768, 1280];
const CHARTED = [
  "/",
  "/regions/CN-GZ",
  "/metrics/5g-base-stations",
  "/metrics/digital-economy-share-gdp",
  "/compare",
  PAGES.compare.path,
];

/** Texts of charts that overlap one another or stick out of their frame. */
function labelTroubles(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("figure.chart")].flatMap((chart) => {
      const frame = chart.getBoundingClientRect();
      const texts = [...chart.querySelectorAll(".chart-svg text")].filter((text) => text.getClientRects().length > 0);
      const boxes = texts.map((text) => ({ words: text.textContent ?? "", box: text.getBoundingClientRect() }));
      const cut = boxes.filter(({ box }) => box.left < frame.left || box.right > frame.right || box.top < frame.top);
      const over = boxes.flatMap(({ words, box }, index) =>
        boxes.slice(index + 1).flatMap((other) => {
          const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          // Boxes of text are taller than what is seen of it: a line's own leading is no overlap.
          const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top) - 4;
          return across > 1 && down > 0 ? [`${chart.id}: “${words}” over “${other.words}”`] : [];
        }),
      );
      return [...cut.map(({ words }) => `${chart.id}: “${words}” is cut`), ...over];
    }),
  );
}

describe("no label of a chart overlaps another or is cut", () => {
  for (const width of WIDTHS) {
    test.for(CHARTED)(`%s at ${width} px, in stand-in fonts and in its own`, async (path, { visit }) => {
      const page = await visit(path, { viewport: { width, height: 900 } });
      expect(await labelTroubles(page)).toEqual([]);
      await page.evaluate(async () => {
        document.documentElement.dataset.fonts = "";
        await Promise.all([document.fonts.load("1em Inter"), document.fonts.load("600 1em Inter")]);
      });
      expect(await labelTroubles(page)).toEqual([]);
    });
  }
});

/** Dots of a chart that lie on each other. */
function dotTroubles(page: Page, chart: string): Promise<string[]> {
  return page.locator(`${chart} .chart-stage`).evaluate((stage) => {
    const dots = [...stage.querySelectorAll(".chart-mark circle:not(.chart-hit)")].filter(
      (dot) => dot.getClientRects().length > 0,
    );
    const boxes = dots.map((dot) => ({ dot, box: dot.getBoundingClientRect() }));
    return boxes.flatMap(({ dot, box }, index) =>
      boxes.slice(index + 1).flatMap(({ dot: other, box: next }) => {
        const across = (box.left + box.right - next.left - next.right) / 2;
        const down = (box.top + box.bottom - next.top - next.bottom) / 2;
        const isOver = Math.hypot(across, down) < (box.width + next.width) / 2 - 1;
        return isOver ? [`${dot.closest("a")?.href} over ${other.closest("a")?.href}`] : [];
      }),
    );
  });
}

describe("no mark of a crowded chart lies on another, still or alive", () => {
  const chart = "#chart-digital-economy-share-gdp";
  for (const width of WIDTHS) {
    test(`at ${width} px`, async ({ visit }) => {
      const page = await visit("/metrics/digital-economy-share-gdp", { viewport: { width, height: 900 } });
      await page.locator(chart).scrollIntoViewIfNeeded();
      expect(await page.locator(`${chart} .chart-mark:visible`).count()).toBeGreaterThan(10);
      expect(await dotTroubles(page, chart)).toEqual([]);
      await page.locator(`${chart} .chart-stage`).hover({ position: { x: 4, y: 4 } });
      await page.locator(`${chart} .recharts-surface`).waitFor();
      await page.locator(`${chart} .is-waiting`).waitFor({ state: "detached" });
      expect(await dotTroubles(page, chart)).toEqual([]);
    });
  }

  test("a mark with a number opens all of its claims, by keys too", async ({ visit }) => {
    const page = await visit("/metrics/digital-economy-share-gdp", { viewport: { width: 375, height: 900 } });
    // The first key brings the scripts.
    await page.keyboard.press("Tab");
    const stage = page.locator(`${chart} [role="application"]`);
    await stage.focus();
    await page.locator(`${chart} .recharts-surface`).waitFor();
    const opened: string[] = [];
    for (const key of ["Home", ...Array.from({ length: 30 }, () => ["ArrowDown", "ArrowRight"]).flat()]) {
      await page.keyboard.press(key);
      const claims = await stage.locator(".chart-claim").allInnerTexts();
      if (claims.length > opened.length) opened.splice(0, opened.length, ...claims);
    }
    expect(opened.length).toBeGreaterThan(1);
    expect(opened.every((claim) => /\d%.*, says /.test(claim))).toBe(true);
  });
});

/** Every text and mark of a chart with its place on the page. */
function placesIn(page: Page, chart: string) {
  return page.locator(`${chart} .chart-stage`).evaluate((stage) =>
    [...stage.querySelectorAll("text, .chart-bar, circle:not(.chart-hit)")]
      .filter((part) => part.getClientRects().length > 0)
      .map((part) => {
        const { x, y, width } = part.getBoundingClientRect();
        return { what: `${part.tagName} ${part.textContent}`, x: x + scrollX, y: y + scrollY, width };
      })
      .sort((a, b) => a.what.localeCompare(b.what) || a.x - b.x || a.y - b.y),
  );
}

describe("a chart comes alive when it is reached for", () => {
  for (const chart of ["#chart-digital-economy-share", "#chart-companies", "#chart-hospital-network"]) {
    test(`${chart}: nothing moves`, async ({ visit }) => {
      const page = await visit("/");
      await page.locator(chart).scrollIntoViewIfNeeded();
      const before = await placesIn(page, chart);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.locator(`${chart} .chart-stage`).hover({ position: { x: 4, y: 4 } });
      await page.locator(`${chart} .recharts-surface`).waitFor();
      await page.locator(`${chart} .is-waiting`).waitFor({ state: "detached" });
      const after = await placesIn(page, chart);
      expect(after.map(({ what }) => what)).toEqual(before.map(({ what }) => what));
      const moved = before.filter(({ x, y, width }, index) => {
        const now = after[index];
        return !now || Math.abs(now.x - x) > 1 || Math.abs(now.y - y) > 1 || Math.abs(now.width - width) > 1;
      });
      expect(moved).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height);
    });
  }

  test("a tip says wording, speaker and source; Escape closes it", async ({ visit }) => {
    const page = await visit("/");
    const stage = page.locator("#chart-companies .chart-stage");
    await stage.hover({ position: { x: 60, y: 28 } });
    await stage.locator(".chart-tip").waitFor();
    const tip = await stage.locator(".chart-tip").innerText();
    expect(tip).toContain("more than 9,500");
    expect(tip).toContain("China Daily, 28 Feb 2019");
    await stage.focus();
    await page.keyboard.press("Escape");
    expect(await stage.locator(".chart-tip").count()).toBe(0);
  });

  test("arrow keys go from mark to mark and speak; Enter opens the figure", async ({ visit }) => {
    const page = await visit("/");
    await page.mouse.move(10, 10);
    const stage = page.locator('#chart-companies [role="application"]');
    await stage.focus();
    await page.keyboard.press("ArrowDown");
    const spoken = stage.locator("output");
    expect(await spoken.innerText()).toContain("more than 9,500");
    await page.keyboard.press("ArrowDown");
    expect(await spoken.innerText()).toContain("1,000");
    await page.keyboard.press("End");
    expect(await spoken.innerText()).toContain("9,000");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/figures\//);
  });

  test("a series can be picked out", async ({ visit }) => {
    const page = await visit("/");
    await page.mouse.move(10, 10);
    const button = page.locator("#chart-digital-economy-share .chart-series button").first();
    await button.click();
    expect(await button.getAttribute("aria-pressed")).toBe("true");
    const faded = page.locator("#chart-digital-economy-share .chart-mark.chart-s2").first();
    expect(Number(await faded.evaluate((mark) => getComputedStyle(mark).opacity))).toBeLessThan(0.5);
  });

  test("a first touch shows the tip, a second opens the figure", async ({ visit }) => {
    const page = await visit("/", { hasTouch: true, viewport: { width: 375, height: 800 } });
    const stage = page.locator("#chart-companies .chart-stage");
    await page.locator("h1").tap();
    await page.locator('#chart-companies [role="application"]').waitFor();
    await stage.scrollIntoViewIfNeeded();
    await stage.tap({ position: { x: 60, y: 28 } });
    await stage.locator(".chart-tip").waitFor();
    expect(page.url()).not.toContain("/figures/");
    await stage.tap({ position: { x: 60, y: 28 } });
    await page.waitForURL(/\/figures\//);
  });

  test("on paper it is the plain drawing again", async ({ visit }) => {
    const page = await visit("/");
    const stage = page.locator("#chart-companies .chart-stage");
    await stage.hover();
    await stage.locator(".recharts-surface").waitFor();
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await stage.locator(".recharts-surface").waitFor({ state: "detached" });
    expect(await stage.locator(".chart-svg").count()).toBe(1);
  });
});
