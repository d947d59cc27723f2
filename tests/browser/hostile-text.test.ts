import { afterAll, beforeAll, expect, test } from "vitest";
import type { PrismaClient } from "@/lib/generated/prisma/client";
import { PATHS } from "@/tests/browser/pages";
import { openBrowser } from "@/tests/setup/site/browser-binary";
import { startOwnSite } from "@/tests/setup/site/own-site";
import type { RunningSite } from "@/tests/setup/site/start-site";

/** Each sets window.hacked where it runs in any place: in text, an attribute, a style, a script, JSON, a template, an address. */
const RUN = "window.hacked=1";
const PAYLOADS = [
  `<script>${RUN}</script>`,
  `</script><script>${RUN}</script>`,
  `</title><script>${RUN}</script>`,
  `</style><script>${RUN}</script>`,
  `</textarea><script>${RUN}</script>`,
  `</template><script>${RUN}</script>`,
  `<scr<script>ipt>${RUN}</script>`,
  `<SCRIPT SRC=data:,${RUN}></SCRIPT>`,
  `<img src=x onerror=${RUN}>`,
  `<img src=x onerror="${RUN}"`,
  `"><img src=x onerror=${RUN}>`,
  `'><img src=x onerror=${RUN}>`,
  `\`><img src=x onerror=${RUN}>`,
  `<svg onload=${RUN}>`,
  `"><svg/onload=${RUN}>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
  `</text><foreignObject><img src=x onerror=${RUN}></foreignObject>`,
  `</svg><img src=x onerror=${RUN}>`,
  `<body onload=${RUN}>`,
  `<iframe srcdoc="<script>parent.hacked=1</script>">`,
  `<iframe src="javascript:parent.hacked=1">`,
  `<object data="javascript:${RUN}">`,
  `<embed src="javascript:${RUN}">`,
  `<a href="javascript:${RUN}">x</a>`,
  `<form action="javascript:${RUN}"><button autofocus>x</button></form>`,
  `<input autofocus onfocus=${RUN}>`,
  `<details open ontoggle=${RUN}>`,
  `<video><source onerror=${RUN}></video>`,
  `<marquee onstart=${RUN}>`,
  `<base href="https://evil.example/">`,
  `<meta http-equiv="refresh" content="0;url=javascript:${RUN}">`,
  `<link rel=stylesheet href="data:text/css,*{}">`,
  `<style>@import "//evil.example"</style>`,
  `" onmouseover="${RUN}`,
  `" autofocus onfocus="${RUN}" x="`,
  `' onmouseover='${RUN}`,
  `red;}</style><script>${RUN}</script>`,
  `url(javascript:${RUN})`,
  `expression(${RUN})`,
  `{{constructor.constructor('${RUN}')()}}`,
  `\${${RUN}}`,
  `<%= ${RUN} %>`,
  `javascript:${RUN}`,
  `]]><script>${RUN}</script>`,
  `--><script>${RUN}</script>`,
  `<!--<script>${RUN}</script>`,
  `\\u003cscript\\u003e${RUN}\\u003c/script\\u003e`,
  `&lt;script&gt;${RUN}&lt;/script&gt;`,
  `&#60;script&#62;${RUN}&#60;/script&#62;`,
  `"]);${RUN};self.__next_f.push([1,"`,
  `\\"]);${RUN}//`,
  `'-${RUN}-'`,
  `";${RUN}//`,
  `*/${RUN}/*`,
  `__proto__`,
  `constructor`,
];

let site: RunningSite;
beforeAll(async () => {
  site = await startOwnSite("seeded", {}, putEverywhere);
}, 120_000);
afterAll(() => site.stop());

/** Puts a payload into every text that readers are shown, each with the key of its row, since names differ. */
async function putEverywhere(client: PrismaClient): Promise<void> {
  let turn = 0;
  const next = (id: number) => {
    turn += 1;
    return `${PAYLOADS[turn % PAYLOADS.length]} ${id}`;
  };
  for (const { id } of await client.topic.findMany())
    await client.topic.update({ where: { id }, data: { name: next(id) } });
  for (const { id } of await client.region.findMany())
    await client.region.update({ where: { id }, data: { name: next(id) } });
  for (const { id } of await client.organisation.findMany())
    await client.organisation.update({ where: { id }, data: { name: next(id) } });
  for (const { id, kind } of await client.metric.findMany())
    await client.metric.update({
      where: { id },
      data: { name: next(id), definition: next(id), ...(kind === "money" ? {} : { unit: next(id) }) },
    });
  for (const { id } of await client.source.findMany())
    await client.source.update({ where: { id }, data: { title: next(id), publisher: next(id), note: next(id) } });
  for (const { id } of await client.chart.findMany())
    await client.chart.update({ where: { id }, data: { title: next(id), subtitle: next(id) } });
  for (const { id } of await client.milestone.findMany())
    await client.milestone.update({ where: { id }, data: { title: next(id) } });
  for (const { id } of await client.figure.findMany())
    await client.figure.update({ where: { id }, data: { note: next(id), speaker: next(id), qualifier: next(id) } });
  for (const { id } of await client.citation.findMany())
    await client.citation.update({ where: { id }, data: { phrase: next(id), locator: next(id) } });
}

test("what an editor wrote is text wherever it stands: it never runs and makes no element (T24, T25, T28)", async () => {
  const browser = await openBrowser();
  const page = await browser.newPage();
  const faults: string[] = [];
  const shown: string[] = [];
  page.on("dialog", (dialog) => {
    faults.push(`${page.url()} opened a dialog`);
    void dialog.dismiss();
  });
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) faults.push(`${page.url()}: ${message.text()}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(site.address) && !/^(?:data|blob):/.test(request.url())) faults.push(request.url());
  });
  for (const { path } of [...PATHS, { path: `/search?q=${encodeURIComponent("<script>window.hacked=1</script>")}` }]) {
    await page.goto(site.address + path, { waitUntil: "load" });
    // A chart that comes alive draws its labels anew, and its marks have tips.
    for (const chart of await page.locator(".chart .chart-stage").all()) {
      await chart.scrollIntoViewIfNeeded();
      await chart.hover();
    }
    const found = await page.evaluate(() => ({
      ran: "hacked" in window,
      made: [
        ...document.querySelectorAll(
          "img, iframe, object, embed, base, marquee, video, foreignObject, animate, [onload], [onerror], [onfocus], [onmouseover], [onclick], [ontoggle], [href^='javascript:' i], a[href^='data:' i], [src^='javascript:' i], [action^='javascript:' i]",
        ),
      ]
        // What the site itself makes: previews of its own pictures and embeds, and that links of an embed open beside it.
        .filter((one) => !one.matches("img.preview[src^='/'], iframe.preview[src^='/'], .embed > base:not([href])"))
        .map((element) => element.outerHTML.slice(0, 100)),
    }));
    if (found.ran) faults.push(`${path}: a text ran`);
    faults.push(...found.made.map((element) => `${path}: ${element}`));
    if ((await page.content()).includes(RUN)) shown.push(path);
  }
  await browser.close();
  expect(faults).toEqual([]);
  // The page about the method alone shows nothing that anybody wrote.
  expect(shown.length).toBeGreaterThanOrEqual(PATHS.length - 1);
});
