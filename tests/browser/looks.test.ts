import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { PATHS } from "@/tests/browser/pages";
import { test } from "@/tests/setup/site/browser";
import { axeFaults, excessWidth } from "@/tests/setup/site/looks";

/** Sections that are left out of the layout for now. */
const skipped = (page: Page) =>
  page.evaluate(
    () =>
      [...document.querySelectorAll("main :is(section, .chart, .sources > li)")].filter(
        (section) => getComputedStyle(section).contentVisibility !== "visible",
      ).length,
  );

describe("axe finds nothing in light and dark", () => {
  test.for(PATHS)("$name", async ({ path }, { visit }) => {
    expect(await axeFaults(await visit(path))).toEqual([]);
  });

  test("in a chart that has come alive", async ({ visit }) => {
    const page = await visit("/");
    await page.locator(".chart.is-line .chart-stage").first().hover();
    await page.locator(".recharts-surface").waitFor();
    expect(await axeFaults(page, "figure.chart")).toEqual([]);
  });
});

describe("layout", () => {
  test.for(PATHS)("$name fits 320 px, also with text at 200 %", async ({ path }, { visit }) => {
    const page = await visit(path, { viewport: { width: 320, height: 640 } });
    const excess = () => excessWidth(page);
    expect(await excess()).toBe(0);
    // 640 px at 200 % zoom is 320 CSS px; text alone at 200 % must not be lost either.
    await page.setViewportSize({ width: 640, height: 640 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    expect(await excess()).toBe(0);
  });

  test.for(PATHS)(
    "$name: one very long word in every name and phrase does not make it scroll sideways (T72)",
    async ({ path }, { visit }) => {
      const page = await visit(path, { viewport: { width: 320, height: 640 } });
      const replaced = await page.evaluate(() => {
        const names =
          "main :is(h1, h2, h3, dt, .crumbs a, .chip, .traits li, .label, .lede, .phrase, th a, td p a, li > a)";
        const texts: Node[] = [];
        for (const element of document.querySelectorAll(names)) {
          const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            if (node.textContent?.trim() && !node.parentElement?.closest("svg, .worded, .fig, .n, .tag"))
              texts.push(node);
          }
        }
        for (const node of texts) node.textContent = "Longword".repeat(14);
        return texts.length;
      });
      expect(replaced).toBeGreaterThan(0);
      expect(await excessWidth(page)).toBe(0);
    },
  );

  test.for(PATHS)("$name has no text under 12 px", async ({ path }, { visit }) => {
    const page = await visit(path);
    const small = await page.evaluate(() => {
      const found: string[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        if (!node.textContent?.trim() || !element || /^(SCRIPT|STYLE|OPTION)$/i.test(element.tagName)) continue;
        if (Number.parseFloat(getComputedStyle(element).fontSize) < 12) found.push(element.outerHTML.slice(0, 80));
      }
      return found;
    });
    expect(small).toEqual([]);
  });

  test("what lies below the first view is laid out part by part, and soon all of it is; at once without scripts and on paper", async ({
    visit,
  }) => {
    const page = await visit("/");
    await page.waitForFunction(
      () => document.querySelector("main :is(section, .chart, .sources > li):not([data-whole])") === null,
    );
    expect(await skipped(page)).toBe(0);
    const all = await page.evaluate(() => {
      const sections = document.querySelectorAll<HTMLElement>("main :is(section, .chart, .sources > li)");
      for (const section of sections) delete section.dataset.whole;
      return sections.length;
    });
    expect(all).toBeGreaterThan(5);
    expect(await skipped(page)).toBe(all);
    await page.emulateMedia({ media: "print" });
    expect(await skipped(page)).toBe(0);
    expect(await skipped(await visit("/", { javaScriptEnabled: false }))).toBe(0);
  });

  test("a reader who comes back, reloads or asks for a place gets the page whole at once, and lands where they were", async ({
    visit,
  }) => {
    const page = await visit("/");
    const isWholeAtOnce = () => page.evaluate(() => document.documentElement.dataset.whole === "");
    expect(await isWholeAtOnce()).toBe(false);
    await page.waitForFunction(
      () => document.querySelector("main :is(section, .chart, .sources > li):not([data-whole])") === null,
    );
    await page.evaluate(() => scrollTo(0, 3000));
    await page.goto(new URL("/method", page.url()).href);
    await page.goBack();
    expect(await isWholeAtOnce()).toBe(true);
    await page.waitForFunction(() => scrollY === 3000);
    await page.reload();
    expect(await isWholeAtOnce()).toBe(true);
    await page.goto(new URL("/metrics#economy", page.url()).href);
    expect(await isWholeAtOnce()).toBe(true);
    expect(await page.evaluate(() => document.querySelector("#economy")?.getBoundingClientRect().top)).toBeLessThan(
      120,
    );
  });

  test("everything that can be reached by Tab shows that it is", async ({ visit }) => {
    const page = await visit("/metrics/5g-base-stations");
    const unseen: string[] = [];
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press("Tab");
      const problem = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return null;
        // A control in a pill shows its focus on the whole pill.
        const isOutlined = [element, element.closest("label")].some(
          (shown) => shown !== null && getComputedStyle(shown).outlineStyle !== "none",
        );
        return isOutlined ? null : element.outerHTML.slice(0, 100);
      });
      if (problem) unseen.push(problem);
    }
    expect(unseen).toEqual([]);
  });
});
