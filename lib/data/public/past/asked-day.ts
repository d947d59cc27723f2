import "server-only";
import { readKnownOn, TOO_MUCH_CHANGED } from "@/lib/data/public/past/known-on";
import type { KnownOn } from "@/lib/data/public/selection/figure-selection";
import { isoDay } from "@/lib/dates/edtf";
import { noteReads } from "@/lib/publication/reads";
import { asOfProblem } from "@/lib/schemas/page-view";

/** What was known on the day that an address asks for, null for today; or why that cannot be shown. */
export interface AskedDay {
  readonly knownOn: KnownOn | null;
  readonly problem: string | null;
}

/** Reads what was known on a day as an address writes it (see parseAsOf); null is today. */
export async function readAskedDay(day: string | null): Promise<AskedDay> {
  if (day === null) return { knownOn: null, problem: null };
  const problem = asOfProblem(day, isoDay(new Date()));
  if (problem !== null) {
    noteReads([]);
    return { knownOn: null, problem };
  }
  const knownOn = await readKnownOn(day);
  return { knownOn, problem: knownOn === null ? TOO_MUCH_CHANGED : null };
}
