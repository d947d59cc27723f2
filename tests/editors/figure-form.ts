import type { Page } from "playwright-core";
import { expect } from "vitest";

/** The control of a field of the figure form by its path: "citations.0.source". */
export const field = (page: Page, path: string) => page.locator(`[id="field-${path.replaceAll(".", "-")}"]`);

/** The message at a field, or null. */
export async function messageAt(page: Page, path: string): Promise<string | null> {
  const described = ((await field(page, path).getAttribute("aria-describedby")) ?? "").split(" ");
  for (const id of described.filter((part) => part.endsWith("-error"))) {
    const message = page.locator(`[id="${id}"]`);
    if ((await message.count()) > 0) return message.textContent();
  }
  return null;
}

/** Chooses a record by typing the beginning of its name. */
export async function choose(page: Page, path: string, name: string): Promise<void> {
  await field(page, path).fill(name);
  await page.locator("[data-combobox-selected]:visible").first().waitFor();
  await field(page, path).press("Enter");
}

/** Fills a figure that is right in every field; `words` holds its number. */
export async function fillFigure(page: Page, words: string, place: string): Promise<void> {
  await field(page, "words").fill(words);
  await choose(page, "metric", "Companies that brought investment");
  await choose(page, "region", "Guizhou");
  await field(page, "period").fill("2025");
  await choose(page, "citations.0.source", "Big data looms large in Guizhou");
  await field(page, "citations.0.locator").fill(place);
}

/** Presses a button and waits until something was saved; answers the address of its form. */
export async function saveWith(page: Page, button: string): Promise<string> {
  await page.getByRole("button", { name: button, exact: true }).click();
  const link = page.locator(".notice.ok a").last();
  await link.waitFor();
  return (await link.getAttribute("href")) ?? "";
}

/** Makes a figure and answers the address of its form. */
export async function makeFigure(page: Page, words: string, place: string, button = "Publish"): Promise<string> {
  await fillFigure(page, words, place);
  const address = await saveWith(page, button);
  expect(address).toMatch(/^\/admin\/figures\/[\w-]+$/);
  return address;
}
