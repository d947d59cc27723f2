// @ts-expect-error No types.
import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { describe, expect, test } from "vitest";
import { bibtex, cslItem, ris } from "@/lib/citation/formats";
import { sampleCitation } from "@/tests/setup/data/sample-figure";

interface Read {
  readonly title: string;
  readonly author?: readonly { readonly family?: string; readonly given?: string; readonly literal?: string }[];
  readonly reporter?: readonly string[];
  readonly issued?: { readonly "date-parts": readonly (readonly (number | string)[])[] };
  readonly URL: string;
  readonly note?: string;
}

/** What a reference manager makes of a file: its first entry as CSL-JSON. */
const read = (text: string): Read => plugins.input.chain(text, { generateGraph: false })[0];

const { source } = sampleCitation();
const HARD = {
  ...source,
  title: "R&D up 50% in Málaga: {a_b} costs $5 #1 ~ 100^2 \\ “大数据” Ærø, Ćwik & Ło",
  publisher: "Diário & Söhne",
  authors: "García Márquez, Gabriel; van der Berg, Anna; World Bank; 王小明",
  published: "2019-02-28",
  url: "https://example.org/a_b?c=1&d=50%25~e#f",
};
const NOTE = "“超过 9,500 家 100% _x_ & {y}”; Footnote, https://example.org/figures/a_b, revision 3.";

describe.each([
  // Small words are a part of their own in BibTeX.
  ["BibTeX", bibtex, [2019, 2, 28], "Berg, Anna"],
  // This reader takes the year, others the day from DA.
  ["RIS", ris, [2019], "van der Berg, Anna"],
] as const)("%s is read again", (_, write, date, berg) => {
  const again = read(write(HARD, NOTE));

  test("with every sign of its title, address and note", () => {
    expect(again.title).toBe(HARD.title);
    expect(again.URL).toBe(HARD.url);
    expect(again.note).toBe(NOTE);
  });

  test("with its date and its authors in their parts", () => {
    expect(again.issued?.["date-parts"]).toEqual([date]);
    const names = again.author?.map(
      ({ family, given, literal }) => literal ?? [family, given].filter(Boolean).join(", "),
    );
    // Of a newspaper this reader of RIS takes the authors for its reporters.
    expect(names ?? again.reporter).toEqual(["García Márquez, Gabriel", berg, "World Bank", "王小明"]);
  });

  test("without a date where none is known", () => {
    expect(read(write({ ...HARD, published: null })).issued).toBeUndefined();
  });
});

test("RIS has the day, too", () => {
  expect(ris(HARD)).toContain("\r\nDA  - 2019/02/28/\r\n");
});

test("CSL-JSON says the same", () => {
  expect(read(JSON.stringify([cslItem(HARD, null, NOTE)]))).toMatchObject({
    title: HARD.title,
    URL: HARD.url,
    note: NOTE,
  });
});
