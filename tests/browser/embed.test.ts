import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { expect } from "vitest";
import { test } from "@/tests/setup/site/browser";

/** Opens a page of another origin that holds some HTML; the one who asks closes both. */
async function elsewhere(browser: Browser, html: string, javaScriptEnabled = true) {
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html" }).end(`<!doctype html><title>Elsewhere</title>${html}`);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const context = await browser.newContext({ viewport: { width: 700, height: 900 }, javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const close = async () => {
    await context.close();
    server.close();
  };
  return { page, context, close };
}

const frameOf = (site: string, path: string) =>
  `<iframe src="${site}${path}" title="A chart" width="100%" height="300" style="border:0"></iframe><script async src="${site}/embed.js"></script>`;

test("an embed works in a page of another origin: it is as high as what it shows, names its sources, and sets no cookie", async ({
  browser,
  site,
}) => {
  const { page, context, close } = await elsewhere(browser, frameOf(site, "/embed/companies"));
  const inside = page.frameLocator("iframe");
  await inside.locator(".embed-sources").waitFor();
  expect(await inside.locator("main").innerText()).toContain("China Daily, 28 Feb 2019");
  expect(await inside.locator("svg.chart-svg").first().textContent()).toContain(">\u00a09,500");
  await page.waitForFunction(() => (document.querySelector("iframe")?.getBoundingClientRect().height ?? 300) !== 300);
  const needed = await inside.locator("html").evaluate((root) => Math.ceil(root.getBoundingClientRect().height));
  expect(await page.locator("iframe").evaluate((frame) => frame.getBoundingClientRect().height)).toBe(needed);
  expect(await inside.locator("header.site, #edit-bar, nav").count()).toBe(0);
  expect(await context.cookies()).toEqual([]);
  await close();
});

test("without scripts an embed keeps its height and is complete", async ({ browser, site }) => {
  const { page, close } = await elsewhere(browser, frameOf(site, "/embed/figure/1xbsws2ehp3l0bj9j7td"), false);
  const inside = page.frameLocator("iframe");
  await inside.locator(".embed-foot").waitFor();
  const said = await inside.locator("main").innerText();
  for (const part of ["Tech industry in GDP", "more than", "20", "China Daily"]) expect(said).toContain(part);
  expect(await page.locator("iframe").evaluate((frame) => frame.getBoundingClientRect().height)).toBe(300);
  await close();
});

test("a frame of another site cannot set heights", async ({ browser, site }) => {
  const lie = `<iframe srcdoc="<script>parent.postMessage({footnoteHeight:999},'*')</script>" style="height:100px"></iframe>`;
  const { page, close } = await elsewhere(browser, lie + frameOf(site, "/embed/companies"));
  await page.waitForFunction(
    () => (document.querySelectorAll("iframe")[1]?.getBoundingClientRect().height ?? 300) !== 300,
  );
  const heights = await page.locator("iframe").evaluateAll((frames) => frames.map((frame) => frame.style.height));
  expect(heights[0]).toBe("100px");
  expect(heights[1]).not.toBe("999px");
  await close();
});

test("no other page can be framed (T85)", async ({ browser, site }) => {
  for (const path of [
    "/",
    "/charts/companies",
    "/figures/1xbsws2ehp3l0bj9j7td",
    "/login",
    "/reuse?of=/charts/companies",
  ]) {
    const { headers } = await fetch(site + path);
    expect([path, headers.get("content-security-policy")]).toEqual([
      path,
      expect.stringContaining("frame-ancestors 'none'"),
    ]);
  }
  const { page, close } = await elsewhere(browser, `<iframe src="${site}/"></iframe>`);
  const frame = page.frames()[1];
  await frame?.waitForLoadState();
  expect(await frame?.evaluate(() => document.body.innerText.includes("Guizhou"))).toBe(false);
  await close();
});

test("an embed is light or dark as it is asked for, whatever the reader has", async ({ visit }) => {
  const ground = async (theme: string, colorScheme: "light" | "dark") => {
    const page = await visit(`/embed/companies?theme=${theme}`, { colorScheme, javaScriptEnabled: false });
    return page.locator(".embed").evaluate((embed) => getComputedStyle(embed).backgroundColor);
  };
  expect(await ground("dark", "light")).toBe("rgb(26, 28, 32)");
  expect(await ground("light", "dark")).toBe("rgb(255, 255, 255)");
});

test("an embed of a day stands still and says that newer figures exist", async ({ visit }) => {
  const page = await visit("/embed/metric/5g-base-stations?as-of=2022-03-01", { javaScriptEnabled: false });
  expect(await page.locator(".embed-foot").innerText()).toContain("As known on 1 March 2022. Newer figures exist.");
  expect(await page.locator("main").innerText()).not.toContain("126,000");
});

test("a reader comes from a chart to its HTML for another site, its picture and its citation, without JavaScript", async ({
  visit,
  site,
}) => {
  const page = await visit("/", { javaScriptEnabled: false });
  await page.locator("#chart-companies .chart-take a", { hasText: "Embed" }).click();
  expect(new URL(page.url()).hash).toBe("#embed");
  const code = (await page.locator("#embed-code").textContent()) ?? "";
  expect(code).toContain('title="More than 9,500 companies attracted, and other counts" width="100%"');
  expect(code).toMatch(/<iframe src="http[^"]+\/embed\/companies"/);
  expect(await page.locator("#embed button[data-copy]").isVisible()).toBe(false);
  const pictures = await page.locator('#download li a[href*="/chart."]').all();
  expect(pictures.length).toBe(6);
  for (const link of pictures) {
    const answer = await fetch(new URL((await link.getAttribute("href")) ?? "", site));
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toMatch(/^image\/(?:png|svg\+xml)/);
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(5000);
  }
  const files = await page
    .locator('#download li a[href*="/figures."]')
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  expect(files.map((href) => /figures\.(\w+)/.exec(href ?? "")?.[1])).toEqual([
    "csv",
    "csv",
    "xlsx",
    "json",
    "parquet",
    "zip",
  ]);
});

test("a page names its card and what tells how to embed it", async ({ visit, site }) => {
  const page = await visit("/metrics/5g-base-stations", { javaScriptEnabled: false });
  const card = (await page.locator('meta[property="og:image"]').getAttribute("content")) ?? "";
  expect(card).toMatch(/^http.*\/card\.png\?of=%2Fmetrics%2F5g-base-stations$/);
  const answer = await fetch(site + new URL(card).pathname + new URL(card).search);
  expect(answer.headers.get("content-type")).toBe("image/png");
  const discovered = await page.locator('link[type="application/json+oembed"]').getAttribute("href");
  expect(discovered).toMatch(/\/oembed\?url=http/);
});
