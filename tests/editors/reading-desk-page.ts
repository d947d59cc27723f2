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
