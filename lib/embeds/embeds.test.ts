import { expect, test } from "vitest";
import { embeddable, frameOf } from "@/lib/embeds/embeddable";
import { oembedOf, oembedXml } from "@/lib/embeds/oembed";
import { embedSnippet } from "@/lib/embeds/snippet";
import { readSubject } from "@/lib/schemas/reuse/subject";

const SITE = "https://figures.example";
const AS_IS = { theme: null, asOf: null } as const;

const frame = (address: string, look: Parameters<typeof frameOf>[1] = AS_IS) => {
  const subject = readSubject(address);
  return subject && (frameOf(subject, look)?.frame ?? null);
};

test.each([
  ["/charts/companies", "/embed/companies"],
  ["/charts/companies?as-of=2020-01-02", "/embed/companies?as-of=2020-01-02"],
  ["/metrics/a?region=CN&region=DE&from=2015&page=2", "/embed/metric/a?region=CN&region=DE&from=2015"],
  ["/figures/x1", "/embed/figure/x1"],
  ["/", null],
  ["/sources/a", null],
])("what shows %s is embedded by %s", (page, embed) => expect(frame(page)).toBe(embed));

test("colours and a day are kept in the address of an embed", () => {
  expect(frame("/charts/a", { theme: "dark", asOf: "2020-01-02" })).toBe("/embed/a?as-of=2020-01-02&theme=dark");
});

const HOSTILE = `"><script>alert(1)</script>' & <b>`;
const embedOf = (title: string) => {
  const subject = readSubject("/charts/a?as-of=2020-01-02");
  const embed = subject && embeddable(subject, AS_IS, title, SITE);
  if (!embed) throw new Error("A chart can be embedded");
  return embed;
};

test("what is copied is a frame with a title, a picture in its place, and the script, in whole addresses", () => {
  expect(embedSnippet(embedOf("Companies"))).toBe(
    [
      '<iframe src="https://figures.example/embed/a?as-of=2020-01-02" title="Companies" width="100%" height="560" style="border:0" loading="lazy">',
      '<a href="https://figures.example/charts/a?as-of=2020-01-02"><img src="https://figures.example/charts/a/chart.png?as-of=2020-01-02" alt="Companies"></a></iframe>',
      '<script async src="https://figures.example/embed.js"></script>',
    ].join("\n"),
  );
});

test("a title cannot leave its place", () => {
  const snippet = embedSnippet(embedOf(HOSTILE));
  expect(snippet).not.toContain("<script>alert");
  expect(snippet).not.toContain("<b>");
  expect(snippet.match(/&quot;&gt;&lt;script&gt;alert\(1\)&lt;\/script&gt;&#39; &amp; &lt;b&gt;/g)).toHaveLength(2);
});

const told = { ...embedOf("Companies"), card: `${SITE}/card.png?of=%2Fcharts%2Fa`, site: SITE };

test("oEmbed names what its 1.0 asks of a rich answer, within the size asked for", () => {
  const answer = oembedOf(told, { maxwidth: 500, maxheight: 300 });
  expect(answer).toMatchObject({ version: "1.0", type: "rich", title: "Companies", width: 500, height: 300 });
  expect(answer.html).toContain('height="300"');
  expect(answer).not.toHaveProperty("thumbnail_url");
  expect(oembedOf(told, { maxwidth: null, maxheight: null })).toMatchObject({
    ...{ width: 800, height: 560, thumbnail_width: 1200, thumbnail_height: 630 },
  });
});

test("oEmbed as XML escapes the HTML in it", () => {
  const xml = oembedXml({ version: "1.0", html: `<a href="x">&</a>` });
  expect(xml).toContain("<html>&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;</html>");
});
