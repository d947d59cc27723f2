import { renderToStaticMarkup } from "react-dom/server";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { CardPicture } from "@/components/pictures/card-picture";
import { ChartPicture } from "@/components/pictures/chart-picture";
import { svgResponse } from "@/components/pictures/svg-response";
import { listCharts } from "@/lib/data/public/charts";
import { PictureThread, pictureAt } from "@/server/pictures/picture-thread";
import { routeAt } from "@/tests/setup/data/app-routes";
import { renderPublic } from "@/tests/setup/site/public-pages";

const thread = new PictureThread();
const finish = (svg: string, format: "svg" | "png", scale = 1) => thread.finish(svg, { source: "", format, scale });
const svgAt = async (address: string) => (await renderPublic(address)).text;

/** Width and height of a PNG, px, as its header says. */
function sizeOf(png: Buffer): readonly [number, number] {
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

/** The texts of a picture; fails where it is not well-formed. */
function textsOf(svg: string): string {
  const texts: string[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("text", (text) => texts.push(text));
  parser.write(svg).close();
  return texts.join("\n");
}

async function answerOf(address: string): Promise<Response> {
  const url = new URL(address, "http://localhost");
  const { module, params } = await routeAt(url.pathname);
  return module.GET(new Request(url), { params: Promise.resolve(params) });
}

test("what stands at an address as a picture is drawn at the same address as SVG", () => {
  expect(pictureAt("/charts/a/chart.png?scale=2&theme=dark")).toEqual({
    ...{ source: "/charts/a/chart.svg?scale=2&theme=dark", format: "png", scale: 2 },
  });
  expect(pictureAt("/metrics/a/chart.svg")).toEqual({ source: "/metrics/a/chart.svg", format: "svg", scale: 1 });
  expect(pictureAt("/card.png?of=/charts/a")).toMatchObject({ source: "/card.svg?of=/charts/a", format: "png" });
  expect(pictureAt("/charts/a")).toBeNull();
  expect(pictureAt("/search?q=/charts/a/chart.png")).toBeNull();
});

describe("a chart as a picture", () => {
  test("has the title, every number with its wording, what the ends mean, the sources, the day and the address drawn in", async () => {
    const texts = textsOf(await svgAt("/charts/companies/chart.svg"));
    for (const said of [
      "More than 9,500 companies attracted, and other counts",
      ...[">\u00a09,500", "<\u00a01,000", "17,000", "≈\u00a08,900", ">\u00a09,000"],
      ...["more than, at least: above this", "about: near this", "nearly, less than, up to: below this"],
      "Sources: China Daily, 28 Feb 2019; CNN, 2018; China Daily, 3 Feb 2016; Crypto China Blog, 25 Apr 2018",
      "/charts/companies",
    ]) {
      expect(texts).toContain(said);
    }
    expect(texts).toMatch(/Drawn on \d+ \w+ \d{4} · Footnote · http/);
  });

  test("figures in words keep their wording", async () => {
    const texts = textsOf(await svgAt("/charts/key-figures/chart.svg"));
    for (const said of ["more than", "9,500", "some", "2,000"]) expect(texts.split("\n")).toContain(said);
  });

  test("is as it was known on a day, and says so", async () => {
    const texts = textsOf(await svgAt("/charts/companies/chart.svg?as-of=2017-01-01"));
    expect(texts).toContain("As known on 1 January 2017");
    expect(texts).toContain("17,000");
    expect(texts).not.toContain("9,500\n");
    expect((await answerOf("/charts/companies/chart.svg?as-of=2017-13-01")).status).toBe(400);
  });

  test("of a metric names it, and draws the regions that are asked for", async () => {
    const texts = textsOf(await svgAt("/metrics/5g-base-stations/chart.svg?region=CN-GD"));
    expect(texts).toContain("5G base stations in service: Guangdong");
    expect(texts).toContain("170,000");
    expect(texts).not.toContain("718,000");
  });

  test("is not drawn where there is none", async () => {
    expect((await answerOf("/charts/none/chart.svg")).status).toBe(404);
    expect((await answerOf("/metrics/none/chart.svg")).status).toBe(404);
  });

  test("every chart that comes with the project is a well-formed SVG with its letters, and a PNG at both sizes", async () => {
    const charts = await listCharts();
    expect(charts.length).toBeGreaterThan(8);
    for (const { slug } of charts) {
      const svg = await svgAt(`/charts/${slug}/chart.svg?theme=dark`);
      const whole = (await finish(svg, "svg")).toString();
      expect(textsOf(whole)).toContain(textsOf(svg).split("\n")[0]);
      expect(whole).toContain('@font-face{font-family:"Inter"');
      expect(whole).not.toMatch(/(?:src|href)="\/|url\((?!data:)/);
      const [width, height] = sizeOf(await finish(svg, "png"));
      expect(width).toBe(800);
      expect(sizeOf(await finish(svg, "png", 2))).toEqual([1600, 2 * height]);
    }
  }, 120_000);

  test("no text of a record becomes markup (T25)", async () => {
    const hostile = `</text><script>alert(1)</script><image href="x"/>&<![CDATA[`;
    const [spec] = (await listCharts()).filter(({ slug }) => slug === "companies");
    if (!spec) throw new Error("The chart of companies comes with the project");
    const figures = spec.figures.map((row) => ({ ...row, label: hostile }));
    const drawn = { ...spec, title: hostile, subtitle: hostile, figures };
    const look = { theme: "light", address: hostile, drawnOn: "2026-11-30", asOf: null } as const;
    const svg = renderToStaticMarkup(<ChartPicture spec={drawn} {...look} />);
    expect(svg).not.toMatch(/<script|<image|<!\[CDATA/);
    expect(textsOf(svg)).toContain(hostile);
  });

  test("is forgotten when its chart or a figure of it changes", async () => {
    const { scopes } = await renderPublic("/charts/companies/chart.svg");
    expect(scopes).toContain("chart:companies");
    expect([...(scopes ?? [])].some((scope) => scope.startsWith("figure:"))).toBe(true);
    expect(scopes).not.toContain("chart");
    const card = await renderPublic("/card.svg?of=/metrics/5g-base-stations");
    expect(card.scopes).toContain("figures-of-metric:5g-base-stations");
    expect((await renderPublic("/embed/companies")).scopes).toContain("chart:companies");
  });

  test("says how many characters its fonts do not have, and draws boxes for them", async () => {
    const [spec] = (await listCharts()).filter(({ slug }) => slug === "companies");
    if (!spec) throw new Error("The chart of companies comes with the project");
    // Three of Arabic, two of Devanagari, each once in the title; a picture without them says nothing.
    const look = {
      theme: "light",
      address: "http://localhost/charts/companies",
      drawnOn: "2026-11-30",
      asOf: null,
    } as const;
    const drawn = (title: string) =>
      svgResponse(
        (notDrawn) => <ChartPicture spec={{ ...spec, title }} {...look} notDrawn={notDrawn} />,
        "http://localhost",
      );
    const svg = await (await drawn("Companies مصر हम")).text();
    expect(textsOf(svg)).toContain("5 characters are not in the fonts of this picture and may show as □");
    expect(textsOf(svg)).toContain("مصر हम");
    expect(textsOf(await (await drawn("Companies م")).text())).toContain(
      "1 character is not in the fonts of this picture",
    );
    expect(textsOf(await (await drawn("Companies 贵州")).text())).not.toContain("in the fonts of this picture");
    const boxes = svg.replaceAll(/[مصرहम]/gu, "□");
    expect((await finish(svg, "png")).equals(await finish(boxes, "png"))).toBe(true);
    const card = await svgResponse(
      (notDrawn) => (
        <CardPicture kind="Metric" title="مصر" figures={[]} source="" address="http://localhost/" notDrawn={notDrawn} />
      ),
      "http://localhost",
    );
    expect(textsOf(await card.text())).toContain("3 characters are not in the fonts of this picture");
  });

  test("Chinese is drawn by a font of our own", async () => {
    const svg = (title: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40" font-family="Inter, 'Noto Sans SC'"><style>.a{fill:red}</style><text y="30">${title}</text></svg>`;
    const [chinese, other, none] = await Promise.all(["大数据", "貴州省", ""].map((text) => finish(svg(text), "png")));
    expect(chinese?.equals(none ?? Buffer.of())).toBe(false);
    expect(chinese?.equals(other ?? Buffer.of())).toBe(false);
    const whole = (await finish(svg("大数据"), "svg")).toString();
    expect(whole).toContain('@font-face{font-family:"Noto Sans SC"');
    expect(whole.length).toBeLessThan(30_000);
  });
});

describe("a card", () => {
  test.each([
    ["/", ["Guizhou’s tech industry, figure by figure", "more than", "9,500", "247 figures from 60 sources"]],
    [
      "/figures/1xbsws2ehp3l0bj9j7td",
      ["Tech industry in GDP", "more than", "20\u2009%", "Guizhou", "China Daily, 28 Feb 2019"],
    ],
    ["/metrics/5g-base-stations", ["5G base stations in service", "126,000", "Guizhou"]],
    ["/regions/CN-GZ", ["Guizhou’s tech industry in figures"]],
    ["/sources/china-daily-2019-guizhou-looms", ["Big data looms large in Guizhou", "China Daily, 28 Feb 2019"]],
    ["/charts/companies", ["more than", "9,500", "less than", "1,000"]],
    ["/compare?metric=digital-economy-share-gdp&region=CN-GZ&region=CN-ZJ", ["Zhejiang", "Guizhou"]],
    ["/disagreements", ["What sources differ about", "15 things"]],
  ])("of %s has its number with its wording and where it is from", async (of, says) => {
    const svg = await svgAt(`/card.svg?of=${encodeURIComponent(of)}`);
    const texts = textsOf(svg);
    for (const said of says) expect(texts.replaceAll("\n", " ")).toContain(said);
    expect(sizeOf(await finish(svg, "png"))).toEqual([1200, 630]);
  });

  test("is not made of what is no page", async () => {
    for (const of of ["https://elsewhere.org/", "/admin", "/figures/none", "/figures/%E0"]) {
      expect((await answerOf(`/card.svg?of=${encodeURIComponent(of)}`)).status).toBe(404);
    }
  });
});

describe("oEmbed", () => {
  const ask = (page: string, more = "") => answerOf(`/oembed?url=${encodeURIComponent(page)}${more}`);
  const site = async () =>
    JSON.parse(await svgAt(`/oembed?url=${encodeURIComponent("http://localhost:3000/charts/companies")}`));

  test("answers for charts, metrics and figures with the frame and a title that has the wording", async () => {
    expect(await site()).toMatchObject({ version: "1.0", type: "rich", provider_name: "Footnote" });
    const figure = await (await ask("http://localhost:3000/figures/1xbsws2ehp3l0bj9j7td")).json();
    expect(figure.title).toBe("Tech industry in GDP, Guizhou, 28 Feb 2019: more than 20\u2009%");
    expect(figure.html).toContain('src="http://localhost:3000/embed/figure/1xbsws2ehp3l0bj9j7td"');
  });

  test("answers as XML, too, and says what it does not offer", async () => {
    const xml = await (await ask("http://localhost:3000/charts/companies", "&format=xml")).text();
    expect(textsOf(xml)).toContain("<iframe src=");
    expect((await ask("http://localhost:3000/charts/companies", "&format=yaml")).status).toBe(501);
    expect((await answerOf("/oembed")).status).toBe(400);
    for (const page of [
      "http://localhost:3000/charts/none",
      "http://localhost:3000/",
      "https://elsewhere.org/charts/companies",
    ]) {
      expect((await ask(page)).status).toBe(404);
    }
  });
});
