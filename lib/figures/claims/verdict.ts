import { yearOf } from "@/lib/dates/edtf";
import { type Bounds, bounds, contains, overlap } from "@/lib/figures/bounds";
import type { Figure } from "@/lib/figures/figure";

export type VerdictKind = "agree" | "vaguer" | "differ" | "cannot_tell" | "not_comparable";

/** How two claims stand to each other, with the reason as a clause that can follow the verdict. */
export interface Verdict {
  readonly kind: VerdictKind;
  readonly reason: string;
}

/** What decides how a claim stands to another one. */
export type Claim = Pick<
  Figure,
  | "metric"
  | "region"
  | "organisation"
  | "outlook"
  | "release"
  | "basis"
  | "firstDay"
  | "lastDay"
  | "wording"
  | "value"
  | "valueHigh"
  | "digits"
>;

/**
 * Compares two claims, from their bounds alone. Symmetric. Claims about different things, periods or outlooks are not comparable;
 * "about" gives no bounds, so it agrees only with its own number and otherwise cannot be told. Bounds that become wider never make two
 * claims differ that did not.
 */
export function verdict(a: Claim, b: Claim): Verdict {
  const difference = differenceOfSubject(a, b);
  if (difference !== null) return { kind: "not_comparable", reason: difference };
  if (timeOf(a) === null || timeOf(a) !== timeOf(b)) return verdictOnTimes(a, b);

  const sameNumber = a.value === b.value && a.valueHigh === b.valueHigh;
  if (a.wording === b.wording && sameNumber) return { kind: "agree", reason: "both say the same" };
  if (a.wording === "about" || b.wording === "about") {
    return sameNumber
      ? { kind: "vaguer", reason: "one is the looser wording of the other" }
      : { kind: "cannot_tell", reason: "“about” gives no bounds" };
  }

  const [boundsA, boundsB] = [bounds(a), bounds(b)];
  if (!overlap(boundsA, boundsB)) {
    if (isRounded(a, b) || isRounded(b, a))
      return { kind: "differ", reason: "no number is both, unless one is rounded" };
    const touch = touches(boundsA, boundsB) || touches(boundsB, boundsA);
    return { kind: "differ", reason: touch ? "no number is both, though they touch" : "no number is both" };
  }
  if (!contains(boundsA, boundsB) && !contains(boundsB, boundsA)) {
    return { kind: "cannot_tell", reason: "both can be true, and need not be" };
  }
  return sameNumber
    ? { kind: "vaguer", reason: "one is the looser wording of the other" }
    : { kind: "agree", reason: "both can be true" };
}

/**
 * Whether two claims are most likely one: the same number in the same wording of what is counted alike, and no other time, where both
 * state one. They need not be about the same region or subject.
 */
export function saysSame(a: Claim, b: Claim): boolean {
  const isOtherTime =
    a.lastDay !== null && b.lastDay !== null && (a.firstDay !== b.firstDay || a.lastDay !== b.lastDay);
  const isSaidAlike = a.wording === b.wording && a.value === b.value && a.valueHigh === b.valueHigh;
  return isSaidAlike && a.outlook === b.outlook && a.basis === b.basis && a.release === b.release && !isOtherTime;
}

/** Why two figures are not about the same thing, or null when they are. Their times are compared apart. */
function differenceOfSubject(a: Claim, b: Claim): string | null {
  if (a.metric.slug !== b.metric.slug) {
    return a.metric.unit === b.metric.unit
      ? "they measure different things"
      : "they measure different things, in different units";
  }
  if (a.metric.unit !== b.metric.unit) return "their units differ";
  if (a.region.code !== b.region.code) return "they are about different regions";
  if (a.organisation?.slug !== b.organisation?.slug) return "they are about different organisations";
  if (a.outlook !== b.outlook) return "one is a target, the other an outcome";
  if (a.basis !== b.basis) return "they do not count the same";
  if (a.release !== b.release) {
    return a.release === null || b.release === null
      ? "only one of them is said to be preliminary or final"
      : "one is preliminary, the other final";
  }
  return null;
}

/**
 * The time that claims must share to be compared, as text; null where none is stated. Of a run of years it is the end: where the run
 * began is what its length claims.
 */
function timeOf({ metric, firstDay, lastDay }: Claim): string | null {
  if (firstDay === null || lastDay === null) return null;
  const isRun = metric.kind === "duration" && metric.unit === "years" && yearOf(firstDay) < yearOf(lastDay);
  return `${isRun ? 0 : firstDay} ${lastDay}`;
}

/** What claims share that are compared, as text; null for one without a time, which is compared with none. */
export function claimKey(claim: Claim): string | null {
  const time = timeOf(claim);
  if (time === null) return null;
  const { metric, region, organisation, outlook, basis, release } = claim;
  return [metric.slug, region.code, organisation?.slug ?? "", outlook, time, release ?? "", basis ?? ""].join(" ");
}

/** The verdict on claims that do not share a time. */
function verdictOnTimes(a: Claim, b: Claim): Verdict {
  if (a.lastDay === null || b.lastDay === null) return { kind: "not_comparable", reason: "a date is not stated" };
  if (isWithin(a, b) || isWithin(b, a)) {
    if (a.metric.accumulation === "stock") {
      return { kind: "cannot_tell", reason: "they may be about different days of the same time" };
    }
    if (a.metric.accumulation === "flow") {
      return { kind: "not_comparable", reason: "one is for a longer time that holds the other’s" };
    }
  }
  return { kind: "not_comparable", reason: "they are about different times" };
}

function isWithin(inner: Claim, outer: Claim): boolean {
  if (inner.firstDay === null || inner.lastDay === null || outer.firstDay === null || outer.lastDay === null)
    return false;
  return outer.firstDay <= inner.firstDay && inner.lastDay <= outer.lastDay;
}

/** Whether one ends where another begins: "10" or "up to 10" and "more than 10". */
const touches = (lower: Bounds, upper: Bounds) => lower.high !== null && lower.high === upper.low;

/** Whether an exact number is what another one becomes with as few digits as it has itself: 340,000 of 339,000. */
function isRounded(rough: Claim, fine: Claim): boolean {
  if (rough.wording !== "exactly" || fine.wording !== "exactly") return false;
  const places = significant(rough.digits);
  return places < significant(fine.digits) && Number(fine.value.toPrecision(places)) === rough.value;
}

/** Digits that a number was written with, without zeros at its end that may only hold its place; at least 1. */
function significant(digits: string): number {
  const bare = digits.replace(/^-/, "");
  const written = bare.includes(".") ? bare.replace(".", "") : bare.replace(/0+$/, "");
  return Math.max(1, written.replace(/^0+/, "").length);
}
