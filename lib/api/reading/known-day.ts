import "server-only";
import { readKnownOn, TOO_MUCH_CHANGED } from "@/lib/data/public/past/known-on";
import type { KnownOn } from "@/lib/data/public/selection/figure-selection";
import { isoDay } from "@/lib/dates/edtf";
import { DomainError } from "@/lib/schemas/domain-error";
import { AS_OF, asOfProblem } from "@/lib/schemas/page-view";

/** Refuses (400) a day that is none, or has not come. */
export function assertDay(day: string | undefined): void {
  const problem = day === undefined ? null : asOfProblem(day, isoDay(new Date()));
  if (problem === null) return;
  throw new DomainError(400, "no_such_day", problem, {
    issues: [{ path: AS_OF, code: "no_such_day", message: problem }],
  });
}

/** What was known on a day; refuses one that cannot be shown: 400 for what is no day, 422 where too much was corrected since. */
export async function knownOnDay(day: string): Promise<KnownOn> {
  assertDay(day);
  const knownOn = await readKnownOn(day);
  if (knownOn === null) throw new DomainError(422, "too_much_changed", TOO_MUCH_CHANGED);
  return knownOn;
}
