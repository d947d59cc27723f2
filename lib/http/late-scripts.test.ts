import { expect, test } from "vitest";
import { LATE_DATA, splitPage } from "@/lib/http/late-scripts";

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
  expect(data?.script).toBe('(self.__next_f=self.__next_f||[]).push([0]);\nself.__next_f.push([1,"$1 <\\u002fp>"])');
  expect(data?.path).toMatch(LATE_DATA);
  expect(splitPage(page(script, DATA), "/other").data).toEqual(data);
  expect(splitPage(page(script, DATA.replace("$1", "$2")), "/").data?.path).not.toBe(data?.path);
});

test("pages without the framework are left alone", () => {
  const html = page("<script>1</script>");
  expect(splitPage(html, "/")).toEqual({ html, data: null });
});
