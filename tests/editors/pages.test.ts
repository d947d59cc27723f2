import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { PATHS } from "@/tests/browser/pages";
import { field, fillFigure, saveWith } from "@/tests/editors/figure-form";
import { signedInAs, test } from "@/tests/setup/site/browser";
import { axeFaults, excessWidth } from "@/tests/setup/site/looks";

/** The figure of the first article that the form is opened with. */
const FIGURE = "1xbsws2ehp3l0bj9j7td";

const FORMS = [
  { name: "a new figure", path: "/admin/figures/new" },
  { name: "a new metric", path: "/admin/metrics/new" },
  { name: "a figure that exists", path: `/admin/figures/${FIGURE}` },
] as const;

describe("axe finds nothing in light and dark", () => {
  test.for(FORMS)("$name", async ({ path }, { visit }) => {
    const page = await visit(path, signedInAs("editor"));
    await field(page, "words").fill("some 2,000 medical experts");
    expect(await axeFaults(page)).toEqual([]);
  });

  test("a form full of mistakes, of new records and with an open list", async ({ visit }) => {
    const page = await visit("/admin/metrics/new", signedInAs("editor"));
    await field(page, "value").fill("1.234");
    await page.getByRole("button", { name: "Add a new source" }).click();
    await page.getByRole("button", { name: "Another source says it too" }).click();
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page.locator("#error-summary").waitFor();
    for (const summary of await page.locator("summary:visible").all()) await summary.click();
    expect(await axeFaults(page)).toEqual([]);
    await field(page, "region").fill("g");
    await page.locator("[data-combobox-selected]:visible").waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });
});

describe("a figure's form", () => {
  // `visit` fails where the browser draws something else than the server sent.
  test.for([
    { name: "millions", key: "3123xm7o55jrzf37ssee", tick: "20m" },
    { name: "trillions", key: "1voqdqa1if075fzzca7n", tick: "2tn" },
  ])("draws its preview in the browser as the server did: ticks in $name", async ({ key, tick }, { visit }) => {
    const page = await visit(`/admin/figures/${key}`, signedInAs("editor"));
    await expect.poll(() => page.locator("svg text", { hasText: tick }).count()).toBeGreaterThan(0);
  });
});

describe("layout", () => {
  test.for(FORMS)("$name fits 320 px, also with text at 200 %", async ({ path }, { visit }) => {
    const page = await visit(path, { ...signedInAs("admin"), viewport: { width: 320, height: 640 } });
    await field(page, "words").fill("between 70 and 80 million yuan ($10.4 million)");
    for (const button of ["Add a new source", "Another source says it too"]) {
      await page.getByRole("button", { name: button }).first().click();
    }
    const excess = () => excessWidth(page);
    expect(await excess()).toBe(0);
    await page.setViewportSize({ width: 640, height: 640 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    expect(await excess()).toBe(0);
  });

  test("the theme of the site is that of the forms, Mantine's controls included", async ({ visit }) => {
    const page = await visit("/admin/figures/new", signedInAs("editor"));
    const colour = () => field(page, "words").evaluate((input) => getComputedStyle(input).backgroundColor);
    const surface = () => page.locator(".preview-card").evaluate((card) => getComputedStyle(card).backgroundColor);
    const light = await colour();
    expect(light).toBe(await surface());
    await page.locator("#theme").selectOption("dark");
    await expect.poll(colour).not.toBe(light);
    expect(await colour()).toBe(await surface());
  });
});

test("a figure is made by keyboard alone", async ({ visit }) => {
  const page = await visit("/admin/figures/new", signedInAs("editor"));
  const { keyboard } = page;
  /** Tabs to a field or a button and fails when it is not reached. */
  const reach = async (name: string) => {
    for (let tab = 0; tab < 60; tab += 1) {
      const at = await page.evaluate(() => {
        const element = document.activeElement;
        return element?.getAttribute("name") ?? element?.textContent ?? "";
      });
      if (at === name) return;
      await keyboard.press("Tab");
    }
    throw new Error(`${name} cannot be reached`);
  };
  await reach("words");
  await keyboard.type("nearly 8,001 companies");
  await reach("metric");
  await keyboard.type("companies that brought");
  await page.locator("[data-combobox-selected]:visible").waitFor();
  await keyboard.press("Enter");
  await reach("region");
  await keyboard.press("ArrowDown");
  await page.getByRole("option").filter({ visible: true }).first().waitFor();
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  expect(await field(page, "region").inputValue()).not.toBe("");
  await reach("period");
  await keyboard.type("Q1 2025");
  await reach("citations.0.source");
  await keyboard.type("big data looms");
  await page.locator("[data-combobox-selected]:visible").waitFor();
  await keyboard.press("Enter");
  await reach("Save draft");
  await keyboard.press("Enter");
  await page.getByRole("heading", { name: "Saved as a draft" }).waitFor();
});

test("a page with a saved figure is right for axe too", async ({ visit }) => {
  const page = await visit("/admin/figures/new", signedInAs("editor"));
  await fillFigure(page, "nearly 8,002 companies", "para 80");
  await saveWith(page, "Save draft");
  expect(await axeFaults(page)).toEqual([]);
});

/** Files that a page asks for and the style sheets that it holds, once everything is awake. */
async function loaded(page: Page): Promise<{ readonly files: readonly string[]; readonly styles: string }> {
  await page.mouse.move(300, 300);
  // By the page's own book: "networkidle" at times never comes on pages whose fonts or frames are asked for twice.
  await page.waitForFunction(() => {
    const ends = performance.getEntriesByType("resource").map(({ startTime, duration }) => startTime + duration);
    return performance.now() - Math.max(0, ...ends) > 1000;
  });
  return page.evaluate(() => ({
    files: performance
      .getEntriesByType("resource")
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => /\.(?:js|css)$/.test(path) && path.startsWith("/_next/")),
    styles: [...document.querySelectorAll("style")].map((style) => style.textContent ?? "").join("\n"),
  }));
}

test("public pages load not one byte of the forms' scripts or styles", async ({ visit, site }) => {
  const form = await loaded(await visit("/admin/figures/new", signedInAs("editor")));
  expect(form.styles).toContain("--mantine-");
  const source = async (file: string) => (await fetch(site + file)).text();
  /** Words of Mantine and of our forms that survive the build. */
  const isOfForms = (text: string) => /mantine-|footnote:typed|data-combobox/.test(text);
  const ofForms = new Set<string>();
  for (const file of form.files) if (isOfForms(await source(file))) ofForms.add(file);
  expect(ofForms.size).toBeGreaterThan(0);
  for (const { path } of PATHS) {
    for (const options of [{}, signedInAs("editor")]) {
      const page = await loaded(await visit(path, options));
      expect(page.files.filter((file) => ofForms.has(file))).toEqual([]);
      for (const file of page.files) expect(isOfForms(await source(file)), `${path}: ${file}`).toBe(false);
      expect(page.styles).not.toMatch(/mantine|\.admin-bar|\.new-record/);
    }
  }
});
