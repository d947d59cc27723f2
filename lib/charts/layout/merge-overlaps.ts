import { fractionOf } from "@/lib/charts/axes/scale";
import { bundle } from "@/lib/charts/bundle";
import type { Join, LineMark, LinePlot } from "@/lib/charts/model";
import { groupBy } from "@/lib/figures/group";

/** px within which marks hide each other. */
const NEAR = 12;
/** Most marks of one series that are laid side by side; more become one mark with their number. */
const MOST_BESIDE = 3;

/**
 * A plot in which more than three marks of one series that would hide each other, drawn on `inner` by `height` px, are one mark that stands for
 * all of them; where `isTight`, already two, and all that touch each other in a chain. Marks that follow each other along a line may touch and stay as they are, and outcomes never join targets.
 */
export function mergeCrowds(plot: LinePlot, inner: number, height: number, isTight: boolean): LinePlot {
  const apart = (a: LineMark, b: LineMark) => ({
    across: Math.abs(fractionOf(plot.years, a.time) - fractionOf(plot.years, b.time)) * inner,
    up: Math.abs(fractionOf(plot.axis, a.value) - fractionOf(plot.axis, b.value)) * height,
  });
  const hide = (a: LineMark, b: LineMark) => {
    const { across, up } = apart(a, b);
    return across < NEAR && up < NEAR && (a.run !== b.run || a.time === b.time);
  };
  const merged = [...groupBy(plot.marks, ({ series, target }) => `${series} ${target}`).values()].flatMap((own) =>
    crowdsOf(own, hide, isTight),
  );
  if (merged.length === plot.marks.length) return plot;
  const crowds = merged.map((marks) => ({ marks, one: bundle(marks) })).sort((a, b) => a.one.time - b.one.time);
  const placeOf = new Map(crowds.flatMap(({ marks }, place) => marks.map((mark) => [mark, place] as const)));
  return { ...plot, marks: crowds.map(({ one }) => one), joins: joinsBetween(plot, placeOf) };
}

type Crowd = [LineMark, ...LineMark[]];

/** Marks of one series from the lowest up: alone, or with all that it would hide where those are too many to stand beside it. */
function crowdsOf(marks: readonly LineMark[], hide: (a: LineMark, b: LineMark) => boolean, isTight: boolean): Crowd[] {
  const left = new Set([...marks].sort((a, b) => a.value - b.value));
  const crowds: Crowd[] = [];
  for (const lowest of left) {
    left.delete(lowest);
    const crowd: Crowd = [lowest];
    for (const member of crowd) {
      const near = [...left].filter((mark) => hide(member, mark));
      if (!isTight && (member !== lowest || near.length < MOST_BESIDE)) break;
      for (const mark of near) {
        left.delete(mark);
        crowd.push(mark);
      }
    }
    crowds.push(crowd);
  }
  return crowds;
}

/** The joins of a plot between the marks that are left, each once. */
function joinsBetween({ marks, joins }: LinePlot, placeOf: ReadonlyMap<LineMark, number>): Join[] {
  const placeAt = (index: number) => {
    const mark = marks[index];
    return mark === undefined ? undefined : placeOf.get(mark);
  };
  const found = joins.flatMap((join) => {
    const [from, to] = [placeAt(join.from), placeAt(join.to)];
    return from === undefined || to === undefined || from === to ? [] : { ...join, from, to };
  });
  return [...groupBy(found, ({ from, to }) => `${from} ${to}`).values()].flatMap((same) => {
    const [first] = same;
    return first ? { ...first, isBreak: same.every(({ isBreak }) => isBreak) } : [];
  });
}
