import "server-only";
import type { AffectedFigure } from "@/lib/figures/view-models";
import { DomainError } from "@/lib/schemas/domain-error";
import type { InputIssue } from "@/lib/schemas/resources";

// Why a write is refused. Nothing of it was written.

/** The input is wrong: one entry for each thing. */
export function invalidInput(issues: readonly InputIssue[]): DomainError {
  const [first] = issues;
  const message =
    issues.length === 1 && first ? first.message : `Nothing was saved: ${issues.length} things are wrong.`;
  return new DomainError(422, first?.path === "" ? first.code : "invalid", message, { issues });
}

/** The input is wrong in one field. */
export function invalid(path: string, code: string, message: string): DomainError {
  return invalidInput([{ path, code, message }]);
}

/** What is asked for collides with what is there: a key or name is taken, something published depends on the row, or it is retracted. */
export function conflict(code: string, message: string, path: string | null = null): DomainError {
  return new DomainError(409, code, message, { issues: path === null ? [] : [{ path, code, message }] });
}

/** The same is being done already: it is asked for again in a second. */
export function alreadyRunning(): DomainError {
  const headers = { "retry-after": "1" };
  return new DomainError(409, "running", "This is being saved already: ask again in a second", { headers });
}

/** There is no such row, or none that may be known. */
export function unknown(): DomainError {
  return new DomainError(404, "not_found", "There is nothing here: check the address.");
}

/** Somebody saved first. `differing` are the fields in which what was sent differs from what is there now. */
export function stale(current: { readonly version: number }, differing: readonly string[]): DomainError {
  const message = "Somebody saved this first: look at their version, then save on top of it.";
  return new DomainError(412, "stale", message, {
    beside: { current, differing },
    headers: { etag: `"${current.version}"` },
  });
}

/** The same for several rows at once, by their keys. */
export function staleRows(keys: readonly string[]): DomainError {
  const message = "Somebody saved some of these first: load the list again. Nothing was changed.";
  const issues = keys.map((path) => ({ path, code: "stale", message: "Somebody saved this first" }));
  return new DomainError(412, "stale", message, { issues });
}

/** What figures would say otherwise: how many, how many of them against their own phrase, and the first of them. */
export interface Affected {
  readonly count: number;
  readonly contradicted: number;
  readonly figures: readonly AffectedFigure[];
}

/**
 * Figures would say something else by it. 422 where the phrase of one states another unit, else 409: the change may be made by
 * whoever has seen the list and says why.
 */
export class AffectsFigures extends DomainError {
  constructor(affected: Affected, isReasonMissing: boolean) {
    const { count, contradicted } = affected;
    const beside = { affected };
    if (contradicted > 0) {
      const some = contradicted === 1 ? "1 figure quotes" : `${contradicted} figures quote`;
      const message = `${some} another unit in the words of the source: add a new metric for this one instead`;
      super(422, "other_unit", message, { issues: [{ path: "unit", code: "other_unit", message }], beside });
      return;
    }
    const some = count === 1 ? "1 figure says" : `${count} figures say`;
    const message = `${some} something else by this: look at the list, then send affectedFigures ${count} and a reason`;
    const issues = [
      { path: "affectedFigures", code: "unconfirmed", message },
      ...(isReasonMissing ? [{ path: "reason", code: "missing", message: "Say why; readers will see it" }] : []),
    ];
    super(409, "changes_figures", message, { issues, beside });
  }
}

/** Does something for a part of an input: what is refused there names its fields from the whole. */
export async function within<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError) || error.issues.length === 0) throw error;
    const issues = error.issues.map((issue) => ({
      ...issue,
      path: issue.path === "" ? path : `${path}.${issue.path}`,
    }));
    throw error.status === 422
      ? invalidInput(issues)
      : new DomainError(error.status, error.code, error.message, { issues });
  }
}
