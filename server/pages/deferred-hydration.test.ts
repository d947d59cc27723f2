import { expect, test } from "vitest";
import { LATE_DATA, splitPage } from "@/server/pages/deferred-hydration";

const page = (head: string, end = "") => `<html><head>${head}</head><body><p>20%</p>${end}</body></html>`;
const DATA =
  '<script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,"$1 <\\u002fp>"])</script>';

test("framework scripts wait, data first, and their preloads go", () => {
  const { html } = splitPage(
    page(
      '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>' +
        '<script src="/_next/static/chunks/a.js" async=""></script><script src="/_next/static/b.js" async="" id="x"></script>',
      DATA,
    ),
    "/search?q=a&b",
  );
  expect(html).not.toContain('async=""');
  expect(html).not.toContain("<link");
  expect(html.match(/(?<=data-late=")[^"]+/g)).toEqual([
    expect.stringMatching(/^\/_late\/[\w-]{27}\.js\?of=%2Fsearch%3Fq%3Da%26b$/),
    "/_next/static/chunks/a.js",
    "/_next/static/b.js",
  ]);
  expect(html).toMatch(/<script>\(\(\)=>\{[\s\S]+<\/script><\/body>/);
});

test("the framework's data leaves the page whole, and has an address that changes with it", () => {
  const script = '<script src="/_next/static/a.js" async=""></script>';
  const { html, data } = splitPage(page(script, DATA), "/");
  expect(html).not.toContain("__next_f");
  expect(data).toBe('(self.__next_f=self.__next_f||[]).push([0]);\nself.__next_f.push([1,"$1 <\\u002fp>"])');
  const addressIn = (text: string) => /data-late="([^"?]+)/.exec(text)?.[1] ?? "";
  expect(addressIn(html)).toMatch(LATE_DATA);
  expect(addressIn(splitPage(page(script, DATA), "/other").html)).toBe(addressIn(html));
  expect(addressIn(splitPage(page(script, DATA.replace("$1", "$2")), "/").html)).not.toBe(addressIn(html));
});

const SCRIPT = '<script src="/_next/static/a.js" async=""></script>';

test("the script of embeds stays: it works without the framework", () => {
  const { html } = splitPage(page(`${SCRIPT}<script async="" src="/embed.js"></script>`, DATA), "/embed/a");
  expect(html).toContain('<script async="" src="/embed.js"></script>');
});

test.each([
  ["no data", page(SCRIPT)],
  ["no scripts", page("", DATA)],
  [
    "a script that is loaded in another way",
    page(`${SCRIPT}<script defer="" src="/_next/static/b.js"></script>`, DATA),
  ],
  ["a script of another place", page(`${SCRIPT}<script src="/assets/b.js" async=""></script>`, DATA)],
  ["data in another form", page(SCRIPT, `${DATA}<script>window.__next_f.push([1,""])</script>`)],
  ["a preload in another form", page(`${SCRIPT}<link href="/b.js" rel="preload" as="script"/>`, DATA)],
  ["no end", page(SCRIPT, DATA).replace("</body>", "")],
])("a page of another shape is refused: %s", (_what, html) => {
  expect(() => splitPage(html, "/")).toThrow("not known here");
});
