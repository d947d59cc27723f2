/** What a file of figures says of itself. */
export interface FileAbout {
  /** What its figures are about, such as the name of a metric. */
  readonly title: string;
  /** Absolute address of the page that shows them. */
  readonly page: string;
  /** The day (yyyy-mm-dd, UTC) on which it was made. */
  readonly retrieved: string;
  /** The day (yyyy-mm-dd) as of which figures are as they were known; null for today. */
  readonly asOf: string | null;
  /** How many figures there are in all, where it has not all of them; null where it has. */
  readonly of: number | null;
}

const CREDIT = "Footnote";

const READING: readonly string[] = [
  "A figure is a number and a wording. “More than 9,500” is value 9500 and wording more_than: never quote the value without the wording.",
  "Bounds are those that the wording gives; an empty bound means that the source gives none. About bounds nothing.",
  "value is for arithmetic; digits is the number as it was written (4.0 is not 4).",
  "Dates are EDTF text: 2019 is the whole year, never its first day. An empty cell means that the source does not say.",
  "Where outlook is target, the figure is a plan or a forecast, and no outcome.",
  "A text that a spreadsheet could run as a formula has an apostrophe before it in CSV and Excel files.",
];

/** What is said of rights: no more than is known. */
export const RIGHTS =
  "Figures are facts, cited to their sources; phrases are quoted only as far as they hold a number. No licence is given for what belongs to the sources: each has terms of its own.";

/** How many figures a file holds, of how many. */
function countText(count: number, of: number | null): string {
  return of === null ? `${count}, all there are` : `${count} of ${of}`;
}

/** What a file says of itself, as names and texts, for a reader; `count` is how many figures it holds. */
export function aboutLines(about: FileAbout, count: number): readonly (readonly [name: string, text: string])[] {
  const { title, page, retrieved, asOf, of } = about;
  return [
    ["Figures of", title],
    ["Page", page],
    ["Made on", retrieved],
    ["As known on", asOf ?? retrieved],
    ["Figures", countText(count, of)],
    ["Site", CREDIT],
    ["Rights", RIGHTS],
    ...READING.map((text, at) => [at === 0 ? "How to read it" : "", text] as const),
  ];
}

/** The same for a program. */
export function aboutObject({ title, page, retrieved, asOf, of }: FileAbout) {
  return { title, page, retrieved, as_known_on: asOf ?? retrieved, in_all: of, rights: RIGHTS };
}
