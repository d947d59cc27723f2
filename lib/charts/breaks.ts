import type { LinePlot } from "@/lib/charts/model";
import type { Figure } from "@/lib/figures/figure";

/** What is another at the two ends of a line: who says it, what is counted, whether it is preliminary or final; or the source says that the series breaks. */
export type Change = "source" | "basis" | "release" | "series";

/** What changes from claims at one time of a series to claims at the next; nothing where one of either agree in all of it. */
export function changesBetween(before: readonly Figure[], after: readonly Figure[]): readonly Change[] {
  const all = before.flatMap((a) => after.map((b) => changes(a, b)));
  return all.reduce((fewest, next) => (next.length < fewest.length ? next : fewest), all[0] ?? []);
}

function changes(a: Figure, b: Figure): readonly Change[] {
  const sources = new Set(a.citations.map(({ source }) => source.slug));
  return [
    ...(b.citations.some(({ source }) => sources.has(source.slug)) ? [] : (["source"] as const)),
    ...(a.basis === b.basis ? [] : (["basis"] as const)),
    ...(a.release === b.release ? [] : (["release"] as const)),
    ...(/\bbreak\b/i.test(b.flags ?? "") ? (["series"] as const) : []),
  ];
}

/** Where a line is broken: the claims on both sides, the first of each, and what changes between them. */
export interface Break {
  readonly series: string;
  readonly before: Figure;
  readonly after: Figure;
  readonly changes: readonly Change[];
}

/** The breaks of the lines of a plot in the order of its marks, each once; `figures` are those it was made of. */
export function breaksOf({ marks, joins, series }: LinePlot, figures: readonly Figure[]): readonly Break[] {
  return joins.flatMap(({ from, to, isBreak }): Break[] => {
    const ends = [marks[from], marks[to]].map((mark) => mark?.figures.flatMap((index) => figures[index] ?? []) ?? []);
    const [[before, ...alsoBefore], [after, ...alsoAfter]] = [ends[0] ?? [], ends[1] ?? []];
    if (!isBreak || before === undefined || after === undefined) return [];
    const name = series[marks[from]?.series ?? -1]?.name ?? "";
    return [{ series: name, before, after, changes: changesBetween([before, ...alsoBefore], [after, ...alsoAfter]) }];
  });
}
