import { readXlsx } from "hucre/xlsx";
import Papa from "papaparse";
import { expect } from "vitest";
import { readWording } from "@/lib/figures/wording-words";
import { test } from "@/tests/setup/site/browser";

type Row = Record<"figure" | "wording" | "value" | "value_high" | "qualifier", string>;

interface Worded {
  readonly id: string;
  /** The source's word; "" without one. */
  readonly word: string;
  /** The number as it is printed, with its unit. */
  readonly rest: string;
}

const SCALES: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
const NUMBER = /([−-]?)(\d[\d,]*)(\.\d+)?(?:[\s\u00a0\u202f]*(thousand|million|billion|trillion))?/;

/** A number as a page prints it, and how far it may be from what it stands for: half a step of its last digit where it has a scale. */
function printed(words: string): { readonly number: number; readonly slack: number } {
  const [, sign = "", whole = "", fraction = "", scale = ""] = NUMBER.exec(words) ?? [];
  const factor = SCALES[scale] ?? 1;
  const number = Number(whole.replaceAll(",", "") + fraction) * factor;
  const slack = scale === "" ? 0 : (factor * 10 ** -Math.max(0, fraction.length - 1)) / 2;
  return { number: sign === "" ? number : -number, slack };
}

/** Every figure that a page words: in lines and lists, on cards, in the tables of its charts, and (its own page) in large. */
function wordedIn(html: string, own: string): readonly Worded[] {
  const plain = html.replaceAll("<!-- -->", "").replaceAll("&gt;", ">").replaceAll("&lt;", "<");
  const lines = plain.matchAll(
    /<a class="worded" href="\/figures\/([^"?#]+)[^"]*">(?:<i>([^<]*)<\/i>)?<b>([^<]*)<\/b>/g,
  );
  const large = plain.matchAll(
    /<a class="fig[^"]*" href="\/figures\/([^"?#]+)[^"]*">(?:<span class="q">([^<]*)<\/span>)?([^<]*(?:<span class="u">[^<]*)?)/g,
  );
  const alone = plain.matchAll(
    /<p class="fig[^"]*">()(?:<span class="q">([^<]*)<\/span>)?([^<]*(?:<span class="u">[^<]*)?)/g,
  );
  const cells = plain.matchAll(
    /<th scope="row"><a href="\/figures\/([^"?#]+)[^"]*">[^<]*<\/a><\/th><td>([^\d<]*)([^<]*)/g,
  );
  const withUnit = (text: string) => text.replace(/<span class="u">/, "");
  const word = (text: string) => text.replace(/[\p{Sc}\s\u00a0−-]+$|[A-Z]{2,3}[\p{Sc}\s\u00a0]*$/gu, "").trim();
  return [...lines, ...large, ...alone, ...cells].map(([, id = "", said = "", rest = ""]) => {
    return { id: id || own, word: word(said), rest: withUnit(rest) };
  });
}

/** Pages, and how many figures each words at least. */
const PAGES = [
  ["/", 12],
  ["/metrics/companies-attracted", 2],
  ["/metrics/gdp-cny", 20],
  ["/regions/CN-GZ", 20],
  ["/sources/china-daily-2019-guizhou-looms", 11],
  ["/charts/companies", 5],
  ["/figures/1xbsws2ehp3l0bj9j7td", 1],
  ["/compare?metric=gdp-cny&region=CN-GZ&region=CN-BJ", 5],
  ["/disagreements", 25],
  ["/search?q=companies", 5],
] as const;

/** The address of a file of a page, or of what lies below it. */
function fileOf(address: string, name: string): string {
  const [path = "", query] = address.split("?");
  return `${path === "/" ? "" : path}/${name}${query === undefined ? "" : `?${query}`}`;
}

const textAt = async (address: string) => (await fetch(address)).text();
const rowsAt = async (address: string) => Papa.parse<Row>((await textAt(address)).trimEnd(), { header: true }).data;

/** Charts with an address of their own that a page draws. */
const chartsIn = (html: string) => [
  ...new Set([...html.matchAll(/\/reuse\?of=%2Fcharts%2F([\w-]+)#/g)].map(([, slug = ""]) => slug)),
];

/** The figures of a page's file and of those of its charts, by key. */
async function rowsOf(site: string, address: string, html: string): Promise<ReadonlyMap<string, Row>> {
  const files = [...chartsIn(html).map((slug) => `/charts/${slug}/figures.csv`), fileOf(address, "figures.csv")];
  const rows = await Promise.all(files.map((file) => rowsAt(site + file)));
  return new Map(rows.flat().map((row) => [row.figure, row]));
}

/** Whether a row has the number of words as they are printed, and the wording. */
function isSaid(row: Row, { word, rest }: Pick<Worded, "word" | "rest">): boolean {
  const { number, slack } = printed(rest);
  const isNumber = Math.abs(Math.abs(number) - Math.abs(Number(row.value))) <= slack;
  const isWord = word === "" ? /^(?:exactly|between)$/.test(row.wording) : readWording(word) === row.wording;
  return isNumber && (isWord || row.qualifier !== "");
}

/** The key in the path of a page; what else stands last in a path names no figure. */
const keyOf = (address: string) => address.split("?")[0]?.split("/").at(-1) ?? "";

test.for(PAGES)("every number of %s is in its files, worded the same", async ([address, fewest], { site }) => {
  const html = await textAt(site + address);
  const data = await rowsAt(site + fileOf(address, "figures.csv"));
  // A chart may show figures of other places beside those of the page: they are in its own file.
  const rows = await rowsOf(site, address, html);
  const worded = wordedIn(html, keyOf(address));
  expect(worded.length).toBeGreaterThanOrEqual(fewest);
  const faults = worded.flatMap(({ id, word, rest }) => {
    const row = rows.get(id);
    if (row === undefined) return [`${id} ${word} ${rest} is not in the file`];
    return isSaid(row, { word, rest }) ? [] : [`${id} ${word} ${rest} is ${row.wording} ${row.value} there`];
  });
  expect(faults).toEqual([]);
  const said = (figure: unknown, wording: unknown, value: unknown) => `${figure} ${wording} ${value}`;
  const inCsv = data.map((row) => said(row.figure, row.wording, row.value)).sort();
  const json = JSON.parse(await textAt(site + fileOf(address, "figures.json")));
  const figures: readonly Readonly<Record<string, unknown>>[] = json.figures;
  expect(figures.map((one) => said(one.figure, one.wording, one.digits)).sort()).toEqual(inCsv);
  const workbook = await (await fetch(site + fileOf(address, "figures.xlsx"))).arrayBuffer();
  const [header = [], ...inExcel] = (await readXlsx(new Uint8Array(workbook))).sheets[0]?.rows ?? [];
  const place = (name: string) => header.indexOf(name);
  expect(
    inExcel.map((cells) => said(cells[place("figure")], cells[place("wording")], cells[place("digits")])).sort(),
  ).toEqual(inCsv);
});

/** The signs with which drawings word numbers, as /method explains them. */
const SIGNS: readonly (readonly [sign: RegExp, wordings: readonly string[]])[] = [
  [/^≈/, ["about"]],
  [/^>/, ["more_than"]],
  [/^≥/, ["at_least"]],
  [/^just under/, ["nearly"]],
  [/^</, ["less_than"]],
  [/^≤/, ["up_to"]],
  [/(?:)/, ["exactly", "between"]],
];

const plainText = (markup: string) =>
  markup
    .replace(/<[^>]*>/g, "")
    .replaceAll("&gt;", ">")
    .replaceAll("&lt;", "<")
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&")
    .trim();

/** The numbers of a drawing's marks with their signs; of a mark of several claims each that it names. */
function drawnIn(markup: string): readonly string[] {
  const texts = [...markup.matchAll(/<text[^>]*class="chart-text[^"]*is-value[^"]*"[^>]*>([^<]*)<\/text>/g)];
  return texts.map(([, text = ""]) => plainText(text)).filter((text) => /\d/.test(text));
}

/** Numbers in large type with their words, of a picture or a card. */
function largeIn(svg: string): readonly Pick<Worded, "word" | "rest">[] {
  const large = svg.matchAll(
    /<text[^>]*font-style="italic"[^>]*>((?:<tspan[^>]*>[^<]*<\/tspan>)*)<\/text>(?:<\/g>|<g[^>]*>)*<text[^>]*>((?:<tspan[^>]*>[^<]*<\/tspan>)+)<\/text>/g,
  );
  return [...large].map(([, word = "", rest = ""]) => ({ word: plainText(word), rest: plainText(rest) }));
}

test.for(["companies", "key-figures"])(
  "every number of the picture of %s is on its page and in its file",
  async (slug, { site }) => {
    const page = await textAt(`${site}/charts/${slug}`);
    const picture = await textAt(`${site}/charts/${slug}/chart.svg`);
    const rows = [...(await rowsOf(site, `/charts/${slug}`, page)).values()];
    const drawn = drawnIn(picture);
    const onPage = drawnIn(page);
    const large = largeIn(picture);
    expect(drawn.length + large.length).toBeGreaterThan(3);
    expect(drawn.filter((text) => !onPage.includes(text))).toEqual([]);
    const faults = drawn.filter((text) => {
      const [, wordings] = SIGNS.find(([sign]) => sign.test(text.replace(/^target /, ""))) ?? [];
      const { number, slack } = printed(text);
      return !rows.some((row) => wordings?.includes(row.wording) && Math.abs(number - Number(row.value)) <= slack);
    });
    expect(faults).toEqual([]);
    expect(large.filter((said) => !rows.some((row) => isSaid(row, said)))).toEqual([]);
    const words = plainText(page.replace(/<\/(?:em|b)>/g, " "));
    expect(large.filter(({ word, rest }) => !words.includes(`${word} ${rest}`.trim()))).toEqual([]);
  },
);

test.for(PAGES)("every number on the card of %s is on the page, worded the same", async ([address], { site }) => {
  const html = await textAt(site + address);
  const card = await textAt(`${site}/card.svg?of=${encodeURIComponent(address)}`);
  const worded = wordedIn(html, keyOf(address));
  const rows = [...(await rowsOf(site, address, html)).values()];
  const said = largeIn(card);
  expect(said.length > 0).toBe(!["/disagreements", "/search"].some((path) => address.startsWith(path)));
  const isOnPage = (own: Pick<Worded, "word" | "rest">) =>
    worded.some(({ word, rest }) => word === own.word && printed(rest).number === printed(own.rest).number);
  expect(said.filter((own) => !isOnPage(own) || !rows.some((row) => isSaid(row, own)))).toEqual([]);
});

test.for(["1xbsws2ehp3l0bj9j7td"])(
  "the description, the data for programs and the citation of a figure word its number as its page does",
  async (key, { site }) => {
    const html = await textAt(`${site}/figures/${key}`);
    const [row] = await rowsAt(`${site}/figures/${key}/figures.csv`);
    const [own] = wordedIn(html, key).filter(({ id }) => id === key);
    if (row === undefined || own === undefined) throw new Error("The figure comes with the project");
    const number = printed(own.rest).number;
    expect([row.wording, number]).toEqual(["more_than", Number(row.value)]);
    for (const told of ["description", "og:description", "og:title"]) {
      const [, text = ""] = new RegExp(`<meta (?:name|property)="${told}" content="([^"]*)"`).exec(html) ?? [];
      expect([told, text]).toEqual([
        told,
        expect.stringMatching(new RegExp(`(?:more than|over) ${number}\\s?(?:%|per)`)),
      ]);
    }
    const [, json = "{}"] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html) ?? [];
    expect(JSON.parse(json).mainEntity).toMatchObject({ minValue: number, measurementQualifier: [own.word] });
    expect(JSON.parse(json).mainEntity).not.toHaveProperty("value");
    const cited = plainText(await textAt(`${site}/reuse?of=/figures/${key}`));
    expect(cited).toContain(`more than ${number}`);
    for (const format of ["bib", "ris", "json"]) {
      expect(await textAt(`${site}/api/v1/figures/${key}/citation.${format}`)).toMatch(
        new RegExp(`(?:more than|over) ${number}`),
      );
    }
  },
);
