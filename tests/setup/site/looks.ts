import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** Rules that find something else where the colours are others. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** What axe finds wrong on a page, or in the parts of it that `within` selects: everything in light, what depends on colours in dark too. */
export async function axeFaults(page: Page, within?: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    // Otherwise each run opens a page beside, for frames of other sites, of which there are none.
    const builder = new AxeBuilder({ page }).setLegacyMode();
    if (within !== undefined) builder.include(within);
    if (colorScheme === "dark") builder.withRules(COLOUR_RULES);
    const { violations } = await builder.analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("; ")}`);
    faults.push(...found.map((fault) => `${colorScheme}: ${fault}`));
  }
  await page.emulateMedia({ colorScheme: "light" });
  return faults;
}

/** By how many px a page is wider than its window. */
export function excessWidth(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}
