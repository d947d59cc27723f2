import { claimKey, type VerdictKind, verdict } from "@/lib/figures/claims/verdict";
import type { ClaimsTogether, Figure } from "@/lib/figures/figure";

const WORST_FIRST = ["differ", "cannot_tell", "vaguer", "agree"] as const;

/** What figures that are compared with each other (see claimKey) say together; null of fewer than two. */
export function claimsTogether(figures: readonly Figure[]): ClaimsTogether | null {
  if (figures.length < 2) return null;
  const found = new Set<VerdictKind>();
  for (const [index, figure] of figures.entries()) {
    for (const other of figures.slice(index + 1)) found.add(verdict(figure, other).kind);
  }
  const kind = WORST_FIRST.find((each) => found.has(each));
  return kind === undefined ? null : { kind, figures: figures.length, counted: countOrigins(figures) };
}

/**
 * From how many sources figures of one number each come, and how many origins stand behind these. What one speaker says is one
 * origin however often it is printed; without a speaker the publisher speaks. What only repeats is no origin, where another figure has
 * the same number.
 */
export function countOrigins(figures: readonly Figure[]): { readonly sources: number; readonly origins: number } {
  const cited = figures.flatMap(({ citations }) => citations.map(({ source }) => source.slug));
  const told = figures.filter(({ citations }) => citations.some(({ role }) => role === "origin"));
  const numbers = new Set(told.map(numberOf));
  const all = [...told, ...figures.filter((figure) => !told.includes(figure) && !numbers.has(numberOf(figure)))];
  const origins = new Set(
    all.flatMap((figure) => {
      const speakers = figure.speaker === null ? publishersOf(figure) : [figure.speaker];
      return speakers.map((speaker) => `${numberOf(figure)} ${speaker.toLowerCase()}`);
    }),
  );
  return { sources: new Set(cited).size, origins: Math.max(origins.size, cited.length > 0 ? 1 : 0) };
}

const numberOf = ({ value, valueHigh }: Figure) => `${value} ${valueHigh}`;

/** Who publishes the sources that a figure comes from; where all of them repeat it, one of them. */
function publishersOf({ citations }: Figure): readonly string[] {
  const origins = citations.filter(({ role }) => role === "origin");
  return (origins.length > 0 ? origins : citations.slice(0, 1)).map(({ source }) => source.publisher);
}

/** Figures that are compared with each other, group by group in order of first appearance; those without a time are in none. */
export function groupClaims(figures: readonly Figure[]): readonly (readonly Figure[])[] {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = claimKey(figure);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(figure);
    else groups.set(key, [figure]);
  }
  return [...groups.values()];
}

/** Of each group that cannot all be true, the figures that another one contradicts. */
export function differingClaims(figures: readonly Figure[]): readonly (readonly Figure[])[] {
  return groupClaims(figures)
    .map((group) => group.filter((figure) => group.some((other) => verdict(figure, other).kind === "differ")))
    .filter((group) => group.length > 0);
}

/** Of figures that know what others say of the same, one of each case in which that differs: the last of it. */
export function casesThatDiffer(figures: readonly Figure[]): readonly Figure[] {
  const differing = figures.filter(({ claims }) => claims?.kind === "differ");
  return [...new Map(differing.map((figure) => [claimKey(figure), figure])).values()];
}

/** Of a list from the lowest up, all or, where it has more than `most`, half of that many lowest and as many highest. */
export function lowestAndHighest<Item>(ascending: readonly Item[], most: number): readonly Item[] {
  const half = most / 2;
  return ascending.length > most ? [...ascending.slice(0, half), ...ascending.slice(-half)] : ascending;
}
