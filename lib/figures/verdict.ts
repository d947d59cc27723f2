import { bounds, contains, overlap } from "@/lib/figures/bounds";
import type { Figure } from "@/lib/figures/figure";

export type VerdictKind = "agree" | "vaguer" | "differ" | "cannot_tell" | "not_comparable";

/** How two claims stand to each other, with the reason as a clause that can follow the verdict. */
export interface Verdict {
  readonly kind: VerdictKind;
  readonly reason: string;
}

/**
 * Compares two claims about the same thing. Symmetric. Claims about different things, periods or outlooks are not comparable;
 * "about" gives no bounds, so it agrees only with its own number and otherwise cannot be told.
 */
export function verdict(a: Figure, b: Figure): Verdict {
  const difference = differenceOfSubject(a, b);
  if (difference !== null) return { kind: "not_comparable", reason: difference };

  const sameNumber = a.value === b.value && a.valueHigh === b.valueHigh;
  if (a.wording === b.wording && sameNumber) return { kind: "agree", reason: "both say the same" };
  if (a.wording === "about" || b.wording === "about") {
    return sameNumber
      ? { kind: "vaguer", reason: "one is the looser wording of the other" }
      : { kind: "cannot_tell", reason: "“about” gives no bounds" };
  }

  const [boundsA, boundsB] = [bounds(a), bounds(b)];
  if (!overlap(boundsA, boundsB)) return { kind: "differ", reason: "no number satisfies both" };
  if (!contains(boundsA, boundsB) && !contains(boundsB, boundsA)) {
    return { kind: "cannot_tell", reason: "both can be true" };
  }
  return sameNumber
    ? { kind: "vaguer", reason: "one is the looser wording of the other" }
    : { kind: "agree", reason: "one lies within the bounds of the other" };
}

/** Why two figures are not about the same thing, or null when they are. */
function differenceOfSubject(a: Figure, b: Figure): string | null {
  if (a.metric.slug !== b.metric.slug) return "they measure different things";
  if (a.metric.unit !== b.metric.unit) return "their units differ";
  if (a.region.code !== b.region.code) return "they are about different regions";
  if (a.organisation?.slug !== b.organisation?.slug) return "they are about different organisations";
  if (a.outlook !== b.outlook) return "one is a target, the other an outcome";
  if (a.lastDay === null || b.lastDay === null) return "a date is not stated";
  if (a.firstDay !== b.firstDay || a.lastDay !== b.lastDay) return "they are about different times";
  return null;
}

/** The strongest disagreement of one figure with others: differ, else cannot_tell, vaguer, agree; null when none is comparable. */
export function worstVerdict(figure: Figure, others: readonly Figure[]): Verdict | null {
  const order: readonly VerdictKind[] = ["differ", "cannot_tell", "vaguer", "agree"];
  const verdicts = others.map((other) => verdict(figure, other));
  for (const kind of order) {
    const found = verdicts.find((candidate) => candidate.kind === kind);
    if (found) return found;
  }
  return null;
}

/** How many origins stand behind citations: several articles repeating one origin count once. */
export function countOrigins(figure: Figure): { readonly sources: number; readonly origins: number } {
  const origins = figure.citations.filter((citation) => citation.role === "origin").length;
  return { sources: figure.citations.length, origins: Math.max(origins, figure.citations.length > 0 ? 1 : 0) };
}
