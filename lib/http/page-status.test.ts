import { expect, test } from "vitest";
import { statusOfPage } from "@/lib/http/page-status";

const page = (head: string, body = "") => `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;

test("a page that says it is gone is answered with 410, any other as it was rendered", () => {
  expect(statusOfPage(200, page('<meta name="status" content="410"/>'))).toBe(410);
  expect(statusOfPage(200, page('<meta name="status" content="400"/>'))).toBe(400);
  expect(statusOfPage(200, page('<meta name="status" content="500"/>'))).toBe(200);
  expect(statusOfPage(200, page(""))).toBe(200);
  expect(statusOfPage(404, page('<meta name="status" content="410"/>'))).toBe(404);
});

test("a record's text cannot say it", () => {
  const text = "&lt;meta name=&quot;status&quot; content=&quot;410&quot;/&gt;";
  const script = '<script>self.__next_f.push([1,"\\u003cmeta name=\\"status\\" content=\\"410\\"/\\u003e"])</script>';
  expect(statusOfPage(200, page("", text + script))).toBe(200);
});
