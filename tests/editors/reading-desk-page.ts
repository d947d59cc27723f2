import type { Page } from "playwright-core";
import { field } from "@/tests/editors/figure-form";
import { ARTICLE } from "@/tests/editors/reading-desk-article";

export const DESK = "/admin/read";

/** The article under a title of its own: one that was kept from is known by its title. */
export function articleOf(name: string): string {
  return ARTICLE.replace("\n", `, ${name}\n`);
}

/** Pastes the article as one of its own, confirms its source, a new one, and waits for the marks. */
export async function readArticle(page: Page, name: string, text = articleOf(name)): Promise<void> {
  await field(page, "text").fill(text);
  await field(page, "citations.0.source.url").fill(`https://www.example.org/${name}`);
  await confirmSource(page);
}

/** Says that the source is right, and waits for the marks, and for the focus that makes the keys work. */
export async function confirmSource(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Source is right: read the text" }).click();
  await page.locator(".found").first().waitFor();
  await page.locator(".reading-desk:focus-within").waitFor();
}

/** Numbers of the ledger by their names. */
export async function ledger(page: Page): Promise<Readonly<Record<string, number>>> {
  const entries = await page
    .locator(".ledger dl > div")
    .evaluateAll((boxes) =>
      boxes.map(
        (box) => [box.querySelector("dt")?.textContent ?? "", Number(box.querySelector("dd")?.textContent)] as const,
      ),
    );
  return Object.fromEntries(entries);
}

/** The words of the chosen mark. */
export async function chosen(page: Page): Promise<string> {
  return (
    (await page
      .locator(".found[aria-current]")
      .first()
      .evaluate((mark) => mark.firstChild?.textContent)) ?? ""
  );
}

/** What is kept of the desk in this browser. */
export function keptDesk(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify({ ...localStorage }));
}

/** Takes the likeliest metric that is offered for the chosen figure, by its key, where none is filled in. */
export async function takeOffered(page: Page): Promise<void> {
  if ((await field(page, "metric").inputValue()) !== "") return;
  await page.keyboard.press("Shift+Digit1");
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>("#field-metric")?.value !== "");
}

/** Publishes the drafts of the desk after a look through their list; answers what the list says of each. */
export async function publishDrafts(page: Page): Promise<readonly string[]> {
  await page.getByRole("button", { name: /^Publish the/ }).click();
  const list = page.locator(".publish-list");
  await list.locator("li").first().waitFor();
  const said = await list.locator("li").allTextContents();
  await list.getByRole("button", { name: /^Publish \d/ }).click();
  return said;
}

/** Whether the focus is on the desk, where the keys are commands. */
export function hasKeys(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const active = document.activeElement;
    return active !== null && active.closest(".reading-desk") !== null && !active.matches("input, textarea, select");
  });
}
