import { expect, test } from "vitest";
import { positioned, shape, svgText } from "@/lib/charts/svg/shape";

test("shapes are written in their order, one within the other, places to two decimals", () => {
  const dot = shape("circle", { class: undefined, r: 4.5, cx: 0.1 + 0.2 });
  expect(svgText([shape("line", { x1: 0, x2: "100%", y1: 12.3456 }), positioned("35.5%", 7, [dot])])).toBe(
    '<line x1="0" x2="100%" y1="12.35"/><svg class="chart-at" x="35.5%" y="7"><circle r="4.5" cx="0.3"/></svg>',
  );
});

test("words stay words, whatever they are (T25)", () => {
  const hostile = `</text><script>alert("1")</script>&amp;'`;
  const safe = "&lt;/text&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;&#39;";
  expect(svgText([shape("text", { x: 1 }, hostile)])).toBe(`<text x="1">${safe}</text>`);
  expect(svgText([shape("a", { href: hostile }, [shape("g", {})])])).toBe(`<a href="${safe}"><g/></a>`);
});
