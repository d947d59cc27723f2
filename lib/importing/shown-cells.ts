/** How a cell of a workbook is shown: as a percentage, or as a date of that precision. */
export type Shown = "percent" | "day" | "month" | "year" | null;

/** Formats that every workbook has (ECMA-376, 18.8.30): percentages, then dates. */
const BUILT_IN: Readonly<Record<number, Shown>> = {
  9: "percent",
  10: "percent",
  14: "day",
  15: "day",
  16: "day",
  17: "month",
  22: "day",
};

/** How each cell style (by its index) is shown, from the text of styles.xml. */
export function shownByStyle(styles: string): readonly Shown[] {
  const custom = new Map<number, Shown>();
  for (const [tag] of styles.matchAll(/<(?:\w+:)?numFmt\s[^>]*>/g)) {
    const id = Number(attribute(tag, "numFmtId"));
    custom.set(id, shownBy(attribute(tag, "formatCode") ?? ""));
  }
  const from = styles.search(/<(?:\w+:)?cellXfs[\s>]/);
  const to = styles.search(/<\/(?:\w+:)?cellXfs>/);
  if (from < 0 || to < 0) return [];
  return [...styles.slice(from, to).matchAll(/<(?:\w+:)?xf[\s/>][^>]*>?/g)].map(([tag]) => {
    const id = Number(attribute(tag, "numFmtId") ?? 0);
    return custom.get(id) ?? BUILT_IN[id] ?? null;
  });
}

/** How a number format shows a cell: what is quoted, escaped or in brackets is no part of the number. */
export function shownBy(formatCode: string): Shown {
  const [code = ""] = decode(formatCode)
    .replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, "")
    .split(";");
  if (code.includes("%")) return "percent";
  const lower = code.toLowerCase();
  if (/d/.test(lower)) return "day";
  if (/y/.test(lower)) return /m/.test(lower) ? "month" : "year";
  return null;
}

/** Style index of each styled cell of a row of sheet XML, by the cell's column (from 0). */
export function stylesOfRow(row: string): ReadonlyMap<number, number> {
  const styles = new Map<number, number>();
  let next = 0;
  for (const [tag] of row.matchAll(/<(?:\w+:)?c[\s/>][^>]*>?/g)) {
    const reference = /^[A-Z]{1,3}/.exec(attribute(tag, "r") ?? "")?.[0];
    const column = reference === undefined ? next : columnOf(reference);
    next = column + 1;
    const style = attribute(tag, "s");
    if (style !== null) styles.set(column, Number(style));
  }
  return styles;
}

function columnOf(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function attribute(tag: string, name: string): string | null {
  const match = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return match?.[1] ?? match?.[2] ?? null;
}

function decode(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
