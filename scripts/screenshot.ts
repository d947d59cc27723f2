/**
 * Takes the picture of the dashboard that the README shows, from a running site.
 *
 *   npm run screenshot                                     (default: http://localhost:3000, docs/dashboard.png)
 */
import { openBrowser } from "@/tests/setup/site/browser-binary";

const [site = "http://localhost:3000", file = "docs/dashboard.png"] = process.argv.slice(2);

const browser = await openBrowser();
const page = await browser.newPage({ viewport: { width: 1280, height: 1080 }, colorScheme: "light" });
await page.goto(site, { waitUntil: "load" });
// The second view has all fonts at hand, as on every page after the first.
await page.waitForFunction(() => localStorage.getItem("fonts") !== null);
await page.reload({ waitUntil: "load" });
await page.evaluate(() => document.fonts.ready);
await page.screenshot({ path: file });
await browser.close();
console.log(`Wrote ${file}`);
