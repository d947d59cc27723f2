import { fractionOf } from "@/lib/charts/axes/scale";
import type { Join, LineMark, LinePlot } from "@/lib/charts/model";
import { groupBy } from "@/lib/figures/group";

/** px within which marks hide each other. */
const NEAR = 12;
/** Most marks of one series that are laid side by side; more become one mark with their number. */
const MOST_BESIDE = 3;

/**
 * A plot in which more than three marks of one series that would hide each other, drawn on `inner` by `height` px, are one mark that stands for
 * all of them, in their middle; where `isTight`, already two, and all that touch each other in a chain. Marks that follow each other along a line may touch and stay as they are, and outcomes never join targets.
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
  const crowds = merged.map((marks) => ({ marks, one: asOne(marks) })).sort((a, b) => a.one.time - b.one.time);
  const placeOf = new Map(crowds.flatMap(({ marks }, place) => marks.map((mark) => [mark, place] as const)));
  return { ...plot, marks: crowds.map(({ one }) => one), joins: joinsBetween(plot, placeOf) };
}

/** Marks of one series from the lowest up: alone, or with all that it would hide where those are too many to stand beside it. */
function crowdsOf(
  marks: readonly LineMark[],
  hide: (a: LineMark, b: LineMark) => boolean,
  isTight: boolean,
): LineMark[][] {
  const left = new Set([...marks].sort((a, b) => a.value - b.value));
  const crowds: LineMark[][] = [];
  for (const lowest of left) {
    left.delete(lowest);
    const crowd = [lowest];
    for (const member of crowd) {
      const near = [...left].filter((mark) => hide(member, mark));
      if (!isTight && (member !== lowest || near.length < MOST_BESIDE)) break;
      for (const mark of near) {
        left.delete(mark);
        crowd.push(mark);
      }
    }
    crowds.push(crowd.sort((a, b) => a.value - b.value));
  }
  return crowds;
}

/** One mark for several, from the lowest to the highest. */
function asOne(marks: readonly LineMark[]): LineMark {
  const [lowest] = marks;
  const highest = marks.at(-1);
  if (!lowest || !highest || marks.length === 1) return lowest as LineMark;
  const times = marks.map(({ time }) => time);
  const runs = new Set(marks.map(({ run }) => run));
  return {
    ...lowest,
    ids: marks.flatMap(({ ids }) => ids),
    figures: marks.flatMap(({ figures }) => figures),
    wording: "exactly",
    value: (lowest.value + highest.value) / 2,
    high: null,
    claims: marks.length,
    text: crowdText(marks, lowest, highest),
    time: (Math.min(...times) + Math.max(...times)) / 2,
    run: [...runs].join(", "),
  };
}

/** "8 claims: ≈ 41% to 43%"; of claims with one number, which differ in their wording, "8 claims at 42%"; with a range among them "8 claims". */
function crowdText(marks: readonly LineMark[], lowest: LineMark, highest: LineMark): string {
  const textOf = ({ text }: LineMark) => text.replace(/^target /, "");
  const count = `${marks.length} ${lowest.target ? "targets" : "claims"}`;
  if (marks.some(({ high }) => high !== null)) return count;
  if (lowest.value < highest.value) return `${count}: ${textOf(lowest)} to ${textOf(highest)}`;
  const plain = marks.find(({ wording }) => wording === "exactly");
  return plain ? `${count} at ${textOf(plain)}` : count;
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
