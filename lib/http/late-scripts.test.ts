import { expect, test } from "vitest";
import { deferScripts } from "@/lib/http/late-scripts";

const page = (head: string) => `<html><head>${head}</head><body><p>20%</p></body></html>`;

test("framework scripts wait, and their preloads go", () => {
  const html = deferScripts(
    page(
      '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>' +
        '<script src="/_next/static/chunks/a.js" async=""></script><script src="/_next/static/b.js" async="" id="x"></script>',
    ),
  );
  expect(html).not.toContain('async=""');
  expect(html).not.toContain("preload");
  expect(html.match(/data-late="\/_next\/static\/[^"]+"/g)).toEqual([
    'data-late="/_next/static/chunks/a.js"',
    'data-late="/_next/static/b.js"',
  ]);
  expect(html).toMatch(/<script>\(\(\)=>\{[\s\S]+<\/script><\/body>/);
});

test("inline scripts and pages without framework scripts are left alone", () => {
  const html = page("<script>self.__next_f=[]</script>");
  expect(deferScripts(html)).toBe(html);
});
